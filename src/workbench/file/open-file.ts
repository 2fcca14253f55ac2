/** A file opened in the simulated Excel: its bytes come in, a workbook of the host's model goes out. */
import type { Grid } from '../../sheet';
import {
  childrenOf,
  child,
  MAIN,
  OpenedWorkbook,
  openWorkbook,
  parseRange,
  parseTree,
  type SheetRecord,
} from '../../xlsx';
import { type CellStyle, DefinedName, type Sheet, Table, Workbook } from '../host';
import { Changes } from './changes';
import { type CustomXmlPaths, readCustomXml, readSettings } from './read/addin-data';
import { readNotes } from './read/notes';
import { readSheetPart } from './read/read-sheet';
import { readStyles } from './styles/read-styles';

/** A workbook with the file it came from, which saving needs: what the model does not hold stays as it is there. */
export interface OpenFile {
  readonly workbook: Workbook;
  readonly file: OpenedWorkbook;
  /** The looks of the file by their number. */
  readonly looks: readonly CellStyle[];
  readonly sheets: ReadonlyMap<Sheet, SheetRecord>;
  /** Paths of the tables' parts. */
  readonly tables: ReadonlyMap<Table, string>;
  readonly customXml: CustomXmlPaths;
  /** The part with this add-in's settings; null where there is none. */
  readonly settingsPath: string | null;
  readonly changes: Changes;
  /** Tabs that hold no cells (charts, dialogs): they stay in the file and are not shown. */
  readonly otherTabs: readonly string[];
}

const VISIBILITY = { visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' } as const;

/**
 * @param addInId the id in the add-in's manifest, under which its settings stand
 * @throws WorkbookError for what is no workbook, or is damaged
 */
export function openFile(bytes: Uint8Array, name: string, addInId: string): OpenFile {
  const file = openWorkbook(bytes);
  if (!(file instanceof OpenedWorkbook)) throw new TypeError('openWorkbook gave something else');
  const workbook = new Workbook();
  workbook.name = name;
  workbook.date1904 = file.date1904;
  const calculation = { auto: 'Automatic', autoNoTable: 'AutomaticExceptTables', manual: 'Manual' } as const;
  workbook.calculationMode = calculation[file.calculation.mode];
  const { parts, part } = file;
  const looks = readStyles({ parts, part, partOfKind: (kind) => file.partOfKind(kind) });
  if (looks[0] !== undefined) workbook.plain = looks[0];
  const sheets = new Map<Sheet, SheetRecord>();
  const tables = new Map<Table, string>();
  for (const record of part.sheets) {
    if (record.kind !== 'worksheet') continue;
    const sheet = workbook.addSheet(record.name);
    sheets.set(sheet, record);
    sheet.visibility = VISIBILITY[record.visibility];
    fill(sheet, file.readGrid(record.name));
    readSheetPart(parts.stream(record.path, part.path), sheet, looks);
    for (const [table, path] of readTables(file, workbook, sheet, record.path)) tables.set(table, path);
    readNotes(parts, record.path, workbook, sheet);
  }
  readNames(file, workbook);
  openTab(file, workbook);
  const otherTabs = part.sheets.filter(({ kind }) => kind !== 'worksheet').map((record) => record.name);
  const settingsPath = readSettings(file, addInId, workbook);
  const customXml = readCustomXml(file, workbook);
  const changes = new Changes(workbook);
  return { workbook, file, looks, sheets, tables, customXml, settingsPath, changes, otherTabs };
}

function fill(sheet: Sheet, grid: Grid): void {
  for (let number = 1; number <= grid.columnCount; number += 1) {
    const column = sheet.columnAt(number);
    for (let row = 1; row <= grid.rowCount; row += 1) {
      const content = grid.content(row, number);
      if (content !== null) column.setContent(row, content);
    }
  }
  sheet.merges = [...grid.merges];
  for (const row of grid.hiddenRows) sheet.hiddenRows.add(row);
}

function readTables(
  { parts }: OpenedWorkbook,
  workbook: Workbook,
  sheet: Sheet,
  path: string,
): [Table, string][] {
  return parts.relationships(path).flatMap(({ kind, path: part }): [Table, string][] => {
    if (kind !== 'table' || part === null || !parts.has(part)) return [];
    const { root } = parseTree(part, parts.bytes(part, path), MAIN, 'table');
    const range = parseRange(root.attributes.get('ref') ?? '');
    if (range === null) return [];
    const count = (name: string, otherwise: number): number => Number(root.attributes.get(name) ?? otherwise);
    const table = new Table(
      workbook.nextId(),
      sheet,
      root.attributes.get('displayName') ?? '',
      range,
      count('headerRowCount', 1) > 0,
      count('totalsRowCount', 0) > 0,
    );
    table.columnIds = Array.from({ length: range.right - range.left + 1 }, () => workbook.nextId());
    const style = child(root, 'tableStyleInfo');
    table.style = style?.attributes.get('name') ?? '';
    table.showBandedRows = style?.attributes.get('showRowStripes') === '1';
    table.showFilterButton = child(root, 'autoFilter') !== undefined;
    sheet.tables.push(table);
    return [[table, part]];
  });
}

function readNames(file: OpenedWorkbook, workbook: Workbook): void {
  for (const { name, formula, hidden, sheet, comment } of file.definedNames) {
    const scope = sheet === null ? null : (workbook.sheetNamed(sheet) ?? null);
    if (sheet !== null && scope === null) continue;
    const item = new DefinedName(workbook.nextGuid(), name, scope, `=${formula}`, !hidden);
    item.comment = comment;
    workbook.names.push(item);
  }
}

/** The tab that was open when the file was saved, if it can be shown. */
function openTab(file: OpenedWorkbook, workbook: Workbook): void {
  const view = childrenOf(child(file.part.tree.root, 'bookViews'), 'workbookView')[0];
  const record = file.part.sheets[Number(view?.attributes.get('activeTab') ?? 0)];
  const wanted = record === undefined ? undefined : workbook.sheetNamed(record.name);
  const shown =
    wanted?.visibility === 'Visible'
      ? wanted
      : workbook.sheets.find(({ visibility }) => visibility === 'Visible');
  if (shown !== undefined) workbook.activate(shown);
}
