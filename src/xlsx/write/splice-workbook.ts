/** A workbook with edits, as the bytes of a file: what the edits do not touch is what it was. */
import type { CellRange } from '../../sheet';
import { WorkbookError } from '../errors';
import { encodeUtf8 as encode } from '../utf8';
import type { NewSheet, NewTable, SheetEdit, StyleName, Workbook, WorkbookEdits } from '../types';
import { OpenedWorkbook } from '../workbook';
import type { SheetRecord } from '../workbook-part';
import { MAIN, RELATIONSHIPS_URI, STRICT_RELATIONSHIPS_URI } from '../xml-names';
import { parseTree } from '../xml-tree';
import { withoutFormulas } from './calc-chain';
import { CellsSplicer } from './cells-splicer';
import { columnPlans } from './column-plan';
import type { ColumnPlan } from './column-plan';
import { checkDefinedName, checkSheetName } from './names';
import { newSheetPart, replacedSheetPart } from './new-sheet';
import type { SheetContext } from './new-sheet';
import { changeNotes } from './notes-writer';
import { PackageEdits } from './package-edits';
import { reachableParts } from './reachable';
import { rewriteSheet } from './sheet-frame';
import { emptyStylesheet, StylesWriter } from './styles-writer';
import { TABLE_TYPE, tableRange, tableXml } from './table-writer';
import { changedWorkbook } from './workbook-writer';
import type { AddedSheet } from './workbook-writer';

const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
const STYLES_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';

/**
 * @returns the file with the edits; without any, the very bytes that were opened. A signature in the
 *   file is kept but no longer valid.
 * @throws WorkbookError for an edit that cannot be made, or a part that turns out to be damaged
 */
export function spliceWorkbook(workbook: Workbook, edits: WorkbookEdits): Uint8Array {
  if (!(workbook instanceof OpenedWorkbook))
    throw new TypeError('spliceWorkbook takes a workbook that openWorkbook gave');
  return new WorkbookSplicer(workbook).splice(edits);
}

class WorkbookSplicer {
  private readonly package: PackageEdits;
  private readonly relationshipsUri: string;
  private readonly added: AddedSheet[] = [];
  private readonly removed = new Set<SheetRecord>();
  private readonly removedFormulas = new Map<number, Set<string> | 'all'>();
  private styles: { readonly path: string; readonly writer: StylesWriter } | null = null;
  private readonly style = (name: StyleName): number => this.stylesWriter().number(name);

  constructor(private readonly workbook: OpenedWorkbook) {
    this.package = new PackageEdits(workbook.parts, workbook.isStrict);
    this.relationshipsUri = workbook.isStrict ? STRICT_RELATIONSHIPS_URI : RELATIONSHIPS_URI;
  }

  splice({ edit = [], put = [], remove = [], names = [] }: WorkbookEdits): Uint8Array {
    checkOnce([...edit.map(({ sheet }) => sheet), ...put.map(({ name }) => name), ...remove]);
    for (const sheet of edit) this.editSheet(sheet);
    if (remove.length > 0) this.removeSheets(remove);
    for (const sheet of put) this.putSheet(sheet);
    this.writeStyles();
    this.writeCalcChain();
    const changed = changedWorkbook(this.workbook.part, { added: this.added, removed: this.removed, names });
    if (changed !== null) this.package.set(this.workbook.part.path, changed);
    return this.package.finish();
  }

  // ------------------------------------------------------------ sheets that are there

  private editSheet(edit: SheetEdit): void {
    const sheet = this.workbook.sheet(edit.sheet);
    const plans = columnPlans(edit);
    const widths = new Map<number, number | null>();
    for (const { column, width } of edit.columns) if (width !== undefined) widths.set(column, width);
    const changesCells = edit.columns.some(
      ({ clear, runs }) => clear !== undefined || (runs ?? []).length > 0,
    );
    const notes = changeNotes(this.package, sheet.path, edit.notes ?? []);
    if (!changesCells && widths.size === 0 && notes === null) return;
    const part = rewriteSheet({
      path: sheet.path,
      bytes: this.workbook.parts.bytes(sheet.path, this.workbook.part.path),
      relationshipsUri: this.relationshipsUri,
      written: writtenRange(plans),
      widths,
      replacesWidths: false,
      leaveOut: new Set(),
      links: notes === null ? [] : [notes],
      rows: (reader, copier, prefix) => {
        if (!changesCells) {
          reader.skip();
          return;
        }
        const splicer = new CellsSplicer(sheet.name, plans, this.style, reader, copier, prefix);
        splicer.spliceRows();
        this.removedFormulas.set(sheet.sheetId, splicer.removedFormulas);
      },
    });
    this.package.set(sheet.path, part);
  }

  private removeSheets(names: readonly string[]): void {
    const before = reachableParts(this.package);
    for (const name of names) {
      const sheet = this.workbook.sheet(name);
      this.removed.add(sheet);
      this.removedFormulas.set(sheet.sheetId, 'all');
      this.package.unrelate(this.workbook.part.path, sheet.relationshipId);
      this.package.remove(sheet.path);
    }
    if (
      !this.workbook.part.sheets.some((sheet) => sheet.visibility === 'visible' && !this.removed.has(sheet))
    )
      throw new WorkbookError('last-sheet', {});
    const after = reachableParts(this.package);
    for (const path of before) if (!after.has(path) && this.package.has(path)) this.package.remove(path);
  }

  // ------------------------------------------------------------ sheets of ours

  private putSheet(sheet: NewSheet): void {
    if (sheet.replace) this.replaceSheet(sheet);
    else this.addSheet(sheet);
  }

  private addSheet(sheet: NewSheet): void {
    checkSheetName(sheet.name);
    const { part } = this.workbook;
    const isTaken = part.sheets.some(
      (other) => !this.removed.has(other) && other.name.toLowerCase() === sheet.name.toLowerCase(),
    );
    if (isTaken) throw new WorkbookError('sheet-exists', { sheet: sheet.name });
    const folder = part.path.slice(0, part.path.lastIndexOf('/') + 1);
    const path = this.package.freePath(`${folder}worksheets/sheet#.xml`);
    this.package.add(path, SHEET_TYPE, '');
    const table = this.tableOf(sheet, path, null);
    const written = newSheetPart(sheet, this.context(table?.relationship ?? null));
    this.package.set(path, written.part);
    table?.write(written.headers);
    this.added.push({
      name: sheet.name,
      sheetId:
        Math.max(
          0,
          ...part.sheets.map(({ sheetId }) => sheetId),
          ...this.added.map(({ sheetId }) => sheetId),
        ) + 1,
      relationshipId: this.package.relate(part.path, 'worksheet', path),
    });
  }

  private replaceSheet(sheet: NewSheet): void {
    const { path, sheetId } = this.workbook.sheet(sheet.name);
    const oldTables = this.package.relationships(path).filter(({ kind }) => kind === 'table');
    const [reused] = oldTables;
    const keeps = sheet.table === undefined ? undefined : reused;
    for (const { id, path: table } of oldTables) {
      if (id === keeps?.id) continue;
      this.package.unrelate(path, id);
      if (table !== null) this.package.remove(table);
    }
    const table = this.tableOf(sheet, path, keeps ?? null);
    const bytes = this.workbook.parts.bytes(path, this.workbook.part.path);
    const written = replacedSheetPart(path, bytes, sheet, this.context(table?.relationship ?? null));
    this.package.set(path, written.part);
    table?.write(written.headers);
    this.removedFormulas.set(sheetId, 'all');
  }

  private context(tableRelationship: string | null): SheetContext {
    return {
      isStrict: this.workbook.isStrict,
      relationshipsUri: this.relationshipsUri,
      style: this.style,
      tableRelationship,
    };
  }

  /** The sheet's table: its relationship now, its part when the header texts are known. */
  private tableOf(
    { table }: NewSheet,
    sheetPath: string,
    reused: { readonly id: string; readonly path: string | null } | null,
  ): { relationship: string; write: (headers: readonly (string | null)[]) => void } | null {
    if (table === undefined) return null;
    tableRange(table);
    const { ids, id: reusedId } = this.checkTableName(table, reused?.path ?? null);
    const path = reused?.path ?? this.package.freePath('xl/tables/table#.xml');
    const isNew = reused === null;
    const id = reusedId ?? Math.max(0, ...ids) + 1;
    if (isNew) this.package.add(path, TABLE_TYPE, '');
    this.tables.set(path, { name: table.name, id });
    return {
      relationship: reused?.id ?? this.package.relate(sheetPath, 'table', path),
      write: (headers) => this.package.set(path, tableXml(table, id, headers, this.workbook.isStrict)),
    };
  }

  private readonly tables = new Map<string, { readonly name: string; readonly id: number }>();

  /** Tables and names of the workbook share one space. */
  private checkTableName({ name }: NewTable, ownPath: string | null): { ids: number[]; id: number | null } {
    checkDefinedName(name);
    this.readTables();
    const taken = [
      ...Array.from(this.tables).flatMap(([path, table]) =>
        path === ownPath || !this.package.has(path) ? [] : [table.name],
      ),
      ...this.workbook.definedNames.filter(({ sheet }) => sheet === null).map((defined) => defined.name),
    ];
    if (taken.some((other) => other.toLowerCase() === name.toLowerCase()))
      throw new WorkbookError('name-taken', { name });
    return {
      ids: Array.from(this.tables.values(), ({ id }) => id),
      id: ownPath === null ? null : (this.tables.get(ownPath)?.id ?? null),
    };
  }

  private readTables(): void {
    if (this.tables.size > 0) return;
    const { parts, part } = this.workbook;
    for (const sheet of part.sheets.filter(({ kind }) => kind === 'worksheet')) {
      for (const { kind, path } of parts.relationships(sheet.path)) {
        if (kind !== 'table' || path === null || !parts.has(path)) continue;
        const { root } = parseTree(path, parts.bytes(path, sheet.path), MAIN, 'table');
        this.tables.set(path, {
          name: root.attributes.get('displayName') ?? '',
          id: Number(root.attributes.get('id') ?? 0),
        });
      }
    }
  }

  // ------------------------------------------------------------ parts of the workbook

  private stylesWriter(): StylesWriter {
    if (this.styles === null) {
      const { parts, part, isStrict } = this.workbook;
      let path = this.workbook.partOfKind('styles');
      if (path !== null) {
        this.styles = { path, writer: new StylesWriter(path, parts.bytes(path, part.path)) };
      } else {
        path = this.package.freePath(`${part.path.slice(0, part.path.lastIndexOf('/') + 1)}styles#.xml`);
        const xml = emptyStylesheet(isStrict);
        this.package.add(path, STYLES_TYPE, xml);
        this.package.relate(part.path, 'styles', path);
        this.styles = { path, writer: new StylesWriter(path, encode(xml)) };
      }
    }
    return this.styles.writer;
  }

  private writeStyles(): void {
    const changed = this.styles?.writer.finish() ?? null;
    if (this.styles !== null && changed !== null) this.package.set(this.styles.path, changed);
  }

  private writeCalcChain(): void {
    const path = this.workbook.partOfKind('calcChain');
    if (path === null || !this.workbook.parts.has(path)) return;
    if (!Array.from(this.removedFormulas.values()).some((cells) => cells === 'all' || cells.size > 0)) return;
    const isGone = (sheetId: number, cell: string): boolean => {
      const cells = this.removedFormulas.get(sheetId);
      return cells === 'all' || (cells?.has(cell) ?? false);
    };
    const changed = withoutFormulas(path, this.workbook.parts.bytes(path, this.workbook.part.path), isGone);
    if (changed === 'empty') {
      const relationship = this.package
        .relationships(this.workbook.part.path)
        .find(({ kind }) => kind === 'calcChain');
      if (relationship !== undefined) this.package.unrelate(this.workbook.part.path, relationship.id);
      this.package.remove(path);
    } else if (changed !== null) {
      this.package.set(path, changed);
    }
  }
}

function checkOnce(sheets: readonly string[]): void {
  const seen = new Set<string>();
  for (const sheet of sheets) {
    if (seen.has(sheet.toLowerCase())) throw new WorkbookError('sheet-twice', { sheet });
    seen.add(sheet.toLowerCase());
  }
}

/** The rectangle around the cells that get content; null if there are none. */
function writtenRange(plans: readonly ColumnPlan[]): CellRange | null {
  const writing = plans.filter((plan) => plan.lastRow > 0);
  if (writing.length === 0) return null;
  return {
    top: Math.min(...writing.map((plan) => plan.firstRow)),
    left: Math.min(...writing.map((plan) => plan.column)),
    bottom: Math.max(...writing.map((plan) => plan.lastRow)),
    right: Math.max(...writing.map((plan) => plan.column)),
  };
}
