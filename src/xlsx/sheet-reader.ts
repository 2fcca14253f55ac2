/**
 * One worksheet's XML, as a stream, into a grid. What the sheet says about its own extent is ignored;
 * cells, rows and columns that are only formatted leave nothing behind.
 */
import type { CellRange } from '../sheet';
import type { ByteWindow } from './byte-window';
import {
  MAX_COLUMN,
  MAX_ROW,
  packReference,
  packedColumn,
  packedRow,
  parseRange,
  reference as cellReference,
} from './cell-reference';
import { CellStore, FORMULA, KIND } from './cell-store';
import { atMost, WorkbookError } from './errors';
import { serialOfIso } from './iso-date';
import type { NumberFormats } from './number-formats';
import { MAX_STRINGS, readString } from './shared-strings';
import { MAIN, RELATIONSHIPS } from './xml-names';
import { XmlReader } from './xml-reader';
import { unescapeCodes } from './xml-text';

export interface SheetContext {
  readonly formats: NumberFormats;
  readonly sharedStrings: readonly string[];
  readonly date1904: boolean;
  /** Of the sheet's own strings together. */
  readonly mostCharacters: number;
}

export interface SheetData {
  readonly cells: CellStore;
  /** Strings of the sheet itself (inline, results of formulas), each once. */
  readonly texts: readonly string[];
  readonly merges: readonly CellRange[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** Relationship ids of its tables. */
  readonly tableIds: readonly string[];
}

const MAX_MERGES = 200_000;
const MAX_TABLES = 10_000;
/** Array formulas over several cells; what is beyond is read as values. */
const MAX_ARRAYS = 1_000_000;
/** Cells marked as parts of array formulas, whose ranges may overlap at will. */
const MAX_MARKED = 5_000_000;

export function readSheet(window: ByteWindow, context: SheetContext): SheetData {
  const reader = new XmlReader(window);
  reader.openRoot(MAIN, 'worksheet');
  const cells = new CellStore(window.part);
  const rows = new RowsReader(reader, cells, context);
  const merges: CellRange[] = [];
  const hiddenColumnRanges: [number, number][] = [];
  const tableIds: string[] = [];
  while (reader.nextChild()) {
    if (reader.namespace !== MAIN) reader.skip();
    else if (reader.local === 'sheetData') rows.readAll();
    else if (reader.local === 'cols') readHiddenColumns(reader, hiddenColumnRanges);
    else if (reader.local === 'mergeCells') readMerges(reader, merges);
    else if (reader.local === 'tableParts') {
      while (reader.nextChild()) {
        const count = tableIds.push(reader.attributeIn(RELATIONSHIPS, 'id') ?? '');
        atMost(MAX_TABLES, count, 'tables', window.part);
        reader.skip();
      }
    } else reader.skip();
  }
  while (reader.next() !== 'end');
  rows.finish();
  return {
    cells,
    texts: rows.texts,
    merges,
    hiddenRows: rows.hiddenRows(),
    hiddenColumns: hiddenColumns(hiddenColumnRanges, cells.columnCount),
    tableIds,
  };
}

function readMerges(reader: XmlReader, merges: CellRange[]): void {
  while (reader.nextChild()) {
    const range = reader.attribute('ref') ?? '';
    const count = merges.push(parseRange(range) ?? badReference(reader, range));
    atMost(MAX_MERGES, count, 'merges', reader.window.part);
    reader.skip();
  }
}

function readHiddenColumns(reader: XmlReader, ranges: [number, number][]): void {
  while (reader.nextChild()) {
    if (reader.flag('hidden') && ranges.length < MAX_COLUMN)
      ranges.push([reader.wholeAttribute('min'), reader.wholeAttribute('max')]);
    reader.skip();
  }
}

/** Only up to the last column with content: what lies beyond is often hidden as a whole. */
function hiddenColumns(ranges: readonly [number, number][], columnCount: number): Set<number> {
  const hidden = new Set<number>();
  for (const [min, max] of ranges) {
    for (let column = Math.max(min, 1); column <= Math.min(max, columnCount); column++) hidden.add(column);
  }
  return hidden;
}

function badReference(reader: XmlReader, reference: string): never {
  throw new WorkbookError('bad-reference', {
    part: reader.window.part,
    line: reader.window.lineAt(reader.tokenStart),
    reference: reference.slice(0, 40),
  });
}

class RowsReader {
  readonly texts: string[] = [];
  private readonly hidden: number[] = [];
  private readonly textIndex = new Map<string, number>();
  private readonly arrays: CellRange[] = [];
  private readonly isoDateFormat: number;
  private characters = 0;
  private row = 0;
  private column = 0;
  /** Of the cell at hand. */
  private kind: number = KIND.blank;
  private value = 0;

  constructor(
    private readonly reader: XmlReader,
    private readonly cells: CellStore,
    private readonly context: SheetContext,
  ) {
    const known = context.formats.codes.indexOf('yyyy-mm-dd');
    this.isoDateFormat = known < 0 ? context.formats.codes.length : known;
  }

  readAll(): void {
    const { reader } = this;
    while (reader.nextChild()) {
      if (reader.local === 'row' && reader.namespace === MAIN) this.readRow();
      else reader.skip();
    }
  }

  /** Rows below the last content are of no interest, and may be a million. */
  hiddenRows(): Set<number> {
    return new Set(this.hidden.filter((row) => row <= this.cells.rowCount));
  }

  finish(): void {
    this.cells.finish();
    let marked = 0;
    for (const { top, left, bottom, right } of this.arrays) {
      if (marked > MAX_MARKED) break;
      marked += this.cells.markFormulas(top, left, bottom, right);
    }
  }

  private readRow(): void {
    const { reader } = this;
    const given = reader.wholeAttribute('r');
    this.row = given === -1 ? this.row + 1 : given;
    if (!(this.row >= 1 && this.row <= MAX_ROW))
      badReference(reader, reader.attribute('r') ?? String(this.row));
    if (reader.flag('hidden')) this.hidden.push(this.row);
    this.column = 0;
    const row = this.row;
    while (reader.nextChild()) {
      if (reader.local === 'c' && reader.namespace === MAIN) this.readCell(row);
      else reader.skip();
    }
  }

  private readCell(row: number): void {
    const { reader } = this;
    let cellRow = row;
    const referenceEnd = reader.attributeSpan('r');
    if (referenceEnd < 0) {
      this.column++;
    } else {
      const packed = packReference(reader.window.bytes, reader.attributeStart, referenceEnd);
      if (packed < 0) badReference(reader, reader.attribute('r') ?? '');
      cellRow = packedRow(packed);
      this.column = packedColumn(packed);
      // A cell that names another row than the one it stands in: no two readers would agree on it.
      if (cellRow !== row) badReference(reader, reader.attribute('r') ?? '');
    }
    const column = this.column;
    if (column > MAX_COLUMN) badReference(reader, `R${row}C${column}`);
    if (reader.isEmptyTag) {
      reader.next();
      return;
    }
    const style = reader.wholeAttribute('s');
    const format =
      style <= 0 ? (this.context.formats.ofStyle[0] ?? 0) : (this.context.formats.ofStyle[style] ?? 0);
    this.readContent(row, column, this.cellType(), format);
  }

  private cellType(): string {
    const { reader } = this;
    const end = reader.attributeSpan('t');
    if (end < 0) return 'n';
    if (end - reader.attributeStart === 1) {
      const letter = reader.window.bytes[reader.attributeStart];
      if (letter === 0x73) return 's';
      if (letter === 0x6e) return 'n';
    }
    return reader.attribute('t') ?? 'n';
  }

  private readContent(row: number, column: number, type: string, format: number): void {
    const { reader } = this;
    this.kind = KIND.blank;
    this.value = 0;
    let formula = 0;
    while (reader.nextChild()) {
      if (reader.namespace === MAIN && reader.local === 'v') {
        this.readValue(row, column, type);
        continue;
      }
      if (reader.namespace === MAIN && reader.local === 'is') {
        this.setText(readString(reader));
        continue;
      }
      if (reader.namespace === MAIN && reader.local === 'f') {
        formula = FORMULA;
        this.noteArray();
      }
      reader.skip();
    }
    if (this.kind === KIND.text && formula === 0 && this.texts[this.value] === '') this.kind = KIND.blank;
    if (this.kind === KIND.blank && formula === 0) return;
    const isIsoDate = type === 'd' && this.kind === KIND.number && format === 0;
    this.cells.add(row, column, this.kind | formula, this.value, isIsoDate ? this.isoDateFormat : format);
  }

  /** Of the `v` just opened. */
  private readValue(row: number, column: number, type: string): void {
    if (type === 's') this.readSharedString(row, column);
    else if (type === 'n') this.readNumber();
    else this.readTyped(type, this.reader.readText());
  }

  private readSharedString(row: number, column: number): void {
    const index = this.reader.readNumber();
    if (Number.isNaN(index) && this.reader.lastText.trim() === '') return;
    const text = this.context.sharedStrings[index];
    if (text === undefined) {
      const shown = Number.isNaN(index) ? this.reader.lastText.slice(0, 40) : String(index);
      throw new WorkbookError('bad-shared-string', {
        part: this.reader.window.part,
        cell: cellReference(row, column),
        index: shown,
      });
    }
    // A text of no characters is what pasting the value of an empty formula leaves: blank to everybody.
    if (text !== '') this.set(KIND.shared, index);
  }

  /** What should be a number and is none stays as text, for the reader of the sheet to report. */
  private readNumber(): void {
    const value = this.reader.readNumber();
    if (!Number.isNaN(value)) this.set(KIND.number, value);
    else if (this.reader.lastText.trim() !== '') this.setText(this.reader.lastText);
  }

  private readTyped(type: string, text: string): void {
    const trimmed = text.trim();
    if (type === 'str') {
      this.setText(unescapeCodes(text));
    } else if (trimmed !== '') {
      const serial = type === 'd' ? serialOfIso(trimmed, this.context.date1904) : null;
      if (serial !== null) this.set(KIND.number, serial);
      else if (type === 'b')
        this.set(KIND.boolean, trimmed === '1' || trimmed.toLowerCase() === 'true' ? 1 : 0);
      else if (type === 'e') this.set(KIND.error, this.textNumber(trimmed));
      else this.setText(unescapeCodes(text));
    }
  }

  private set(kind: number, value: number): void {
    this.kind = kind;
    this.value = value;
  }

  private setText(text: string): void {
    this.set(KIND.text, this.textNumber(text));
  }

  private textNumber(text: string): number {
    let index = this.textIndex.get(text);
    if (index === undefined) {
      index = this.texts.length;
      atMost(MAX_STRINGS, this.texts.push(text), 'strings', this.reader.window.part);
      this.characters += text.length;
      atMost(this.context.mostCharacters, this.characters, 'characters', this.reader.window.part);
      this.textIndex.set(text, index);
    }
    return index;
  }

  /** An array formula stands in its first cell and names the others by a range; a data table likewise. */
  private noteArray(): void {
    const { reader } = this;
    const type = reader.attribute('t');
    if (type !== 'array' && type !== 'dataTable') return;
    const range = parseRange(reader.attribute('ref') ?? '');
    const isOneCell = range === null || (range.top === range.bottom && range.left === range.right);
    if (!isOneCell && this.arrays.length < MAX_ARRAYS) this.arrays.push(range);
  }
}
