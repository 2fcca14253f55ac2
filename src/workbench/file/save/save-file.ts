/**
 * The workbook as a file again: the bytes that were opened with what has changed since. Sheets that changed are
 * written from the model, parts that nobody touched stay byte for byte.
 */
import { PackageEdits } from '../../../xlsx';
import type { Sheet } from '../../host';
import type { OpenFile } from '../open-file';
import { StylesEdits } from '../styles/styles-edits';
import { writeCustomXml, writeSettings } from './addin-data';
import { writeNotes } from './notes';
import { newSheet, rewrittenSheet, type SheetWriting } from './rewrite-sheet';
import { TablesWriter } from './tables';
import { changedWorkbookPart } from './workbook-part';

const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';

export interface SavingAddIn {
  readonly id: string;
  readonly namespace: string;
}

/** @throws WorkbookError when a part of the file turns out to be damaged */
export function saveFile(opened: OpenFile, addIn: SavingAddIn): Uint8Array {
  return new FileWriter(opened, addIn).write();
}

class FileWriter {
  private readonly edits: PackageEdits;
  private readonly styles: StylesEdits;
  private readonly tables: TablesWriter;
  private readonly sharedStrings: ReadonlyMap<string, number>;
  private readonly added = new Map<Sheet, string>();
  private isAnyChanged = false;

  constructor(
    private readonly opened: OpenFile,
    private readonly addIn: SavingAddIn,
  ) {
    const { file } = opened;
    this.edits = new PackageEdits(file.parts, file.isStrict);
    this.styles = new StylesEdits(opened, this.edits);
    this.tables = new TablesWriter(opened, this.edits);
    this.sharedStrings = firstOfEach(file.strings());
  }

  write(): Uint8Array {
    const { opened, edits } = this;
    this.removeSheets();
    for (const sheet of opened.workbook.sheets) {
      const record = opened.sheets.get(sheet);
      if (record === undefined) this.addSheet(sheet);
      else if (opened.changes.isChanged(sheet)) this.changeSheet(sheet, record.path);
    }
    this.styles.finish(edits);
    if (this.isAnyChanged) this.dropCalculationChain();
    writeSettings(opened, edits, this.addIn.id);
    writeCustomXml(opened, edits);
    const workbook = changedWorkbookPart(opened, this.added);
    if (workbook !== null) edits.set(opened.file.part.path, workbook);
    return edits.finish();
  }

  private changeSheet(sheet: Sheet, path: string): void {
    this.isAnyChanged = true;
    const { parts, part } = this.opened.file;
    this.edits.set(path, rewrittenSheet(path, parts.bytes(path, part.path), this.writing(sheet, path)));
  }

  private addSheet(sheet: Sheet): void {
    this.isAnyChanged = true;
    const path = this.edits.freePath('xl/worksheets/sheet#.xml');
    this.edits.add(path, SHEET_TYPE, '');
    this.edits.set(path, newSheet(this.writing(sheet, path)));
    this.added.set(sheet, this.edits.relate(this.opened.file.part.path, 'worksheet', path));
  }

  private writing(sheet: Sheet, path: string): SheetWriting {
    return {
      sheet,
      links: {
        tables: this.tables.write(sheet, path),
        notes: writeNotes(this.opened, this.edits, sheet, path),
      },
      shifts: this.opened.changes.shiftsOf(sheet),
      context: {
        style: (style) => this.styles.number(style),
        sharedString: (text) => this.sharedStrings.get(text),
        namespace: this.addIn.namespace,
      },
    };
  }

  private removeSheets(): void {
    const { sheets, workbook, file } = this.opened;
    for (const [sheet, record] of sheets) {
      if (workbook.sheets.includes(sheet)) continue;
      this.isAnyChanged = true;
      for (const { kind, path } of this.edits.relationships(record.path)) {
        if (path !== null && ['table', 'comments', 'vmlDrawing'].includes(kind)) this.edits.remove(path);
      }
      this.edits.unrelate(file.part.path, record.relationshipId);
      this.edits.remove(record.path);
    }
  }

  /** Excel makes it anew; one that names cells without formulas is an error to it. */
  private dropCalculationChain(): void {
    const { file } = this.opened;
    const chain = this.edits.relationships(file.part.path).find(({ kind }) => kind === 'calcChain');
    if (chain === undefined) return;
    this.edits.unrelate(file.part.path, chain.id);
    if (chain.path !== null) this.edits.remove(chain.path);
  }
}

function firstOfEach(texts: readonly string[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const [number, text] of texts.entries()) if (!numbers.has(text)) numbers.set(text, number);
  return numbers;
}
