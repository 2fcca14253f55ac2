/**
 * `getCellProperties` and its kin: the looks of many cells, rows or columns, read or set in one call. The
 * properties are those of Excel.CellProperties that the host's cells have.
 */
import { addressText } from '../book/address';
import { area, cellsOf, columnsOf, isUnbounded, rowsOf } from '../book/area';
import { changeStyles } from '../book/edit';
import { requirePermission } from '../book/protection';
import type { CellStyle } from '../book/style';
import type { Members } from '../wire/host-type';
import { NotCovered, OperationFailed } from '../wire/office-errors';
import { isRecord } from '../wire/request';
import { requireShape } from './cells';
import { RangeFormatObject, rangeFormat } from './range-format';
import type { RangeObject } from './range-object';

type Tree = Readonly<Record<string, unknown>>;

/** The parts of a style by their place in the tree of cell properties. */
const STYLE_PATHS: Readonly<Record<string, Exclude<keyof CellStyle, 'fileStyle'>>> = {
  'format/fill/color': 'fill',
  'format/font/name': 'fontName',
  'format/font/size': 'fontSize',
  'format/font/color': 'fontColor',
  'format/font/bold': 'bold',
  'format/font/italic': 'italic',
  'format/font/underline': 'underline',
  'format/font/strikethrough': 'strikethrough',
  'format/wrapText': 'wrapText',
  'format/horizontalAlignment': 'horizontalAlignment',
  'format/verticalAlignment': 'verticalAlignment',
  'format/indentLevel': 'indentLevel',
  'format/protection/locked': 'locked',
  'format/protection/formulaHidden': 'formulaHidden',
};

export const CELL_PROPERTIES: NonNullable<Members<RangeObject>['call']> = {
  GetCellProperties: (range, args) => {
    const paths = wantedPaths(args.record(0));
    requireBounded(range);
    return grid(range, (row, column) => cellProperties(range, paths, row, column));
  },
  SetCellProperties: (range, args) => {
    requirePermission(range.sheet, 'allowFormatCells');
    requireBounded(range);
    const rows = args.list(0);
    requireShape(range.area, rows);
    changeStyles(range.env.workbook, range.sheet, range.area, (row, column) => {
      const line: unknown = rows[row];
      const properties: unknown = Array.isArray(line) ? line[column] : undefined;
      return isRecord(properties) ? styleChange(properties) : null;
    });
  },
  GetColumnProperties: (range, args) => lines(range, 'columns', wantedPaths(args.record(0))),
  GetRowProperties: (range, args) => lines(range, 'rows', wantedPaths(args.record(0))),
};

/** `{ address: true, format: { fill: { color: true } } }` as `address`, `format/fill/color`. */
function wantedPaths(tree: Tree, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([name, wanted]) => {
    if (wanted === true) return [prefix + name];
    return isRecord(wanted) ? wantedPaths(wanted, `${prefix}${name}/`) : [];
  });
}

function grid<T>({ area: range }: RangeObject, cell: (row: number, column: number) => T): T[][] {
  return Array.from({ length: rowsOf(range) }, (_, row) =>
    Array.from({ length: columnsOf(range) }, (__, column) => cell(range.top + row, range.left + column)),
  );
}

function cellProperties({ sheet }: RangeObject, paths: readonly string[], row: number, column: number): Tree {
  const result: Record<string, unknown> = {};
  for (const path of paths) {
    const property = STYLE_PATHS[path];
    if (property !== undefined) setAt(result, path, shown(property, sheet.style(row, column)));
    else if (path === 'address' || path === 'addressLocal') {
      result[path] = addressText(sheet.name, area(row, column));
    } else if (path === 'hidden') result[path] = sheet.isRowHidden(row) || sheet.hiddenColumns.has(column);
    else throw new NotCovered(`the cell property ${path}`);
  }
  return result;
}

function shown(property: Exclude<keyof CellStyle, 'fileStyle'>, style: CellStyle): unknown {
  return property === 'fill' ? (style.fill ?? '#FFFFFF') : style[property];
}

function styleChange(properties: Tree): Partial<CellStyle> {
  const change: Record<string, unknown> = {};
  for (const [path, value] of leaves(properties)) {
    const property = STYLE_PATHS[path];
    if (property === undefined) throw new NotCovered(`setting the cell property ${path}`);
    change[property] = value === '' ? null : value;
  }
  return change;
}

function leaves(tree: Tree, prefix = ''): (readonly [string, unknown])[] {
  return Object.entries(tree).flatMap(([name, value]) =>
    isRecord(value) ? leaves(value, `${prefix}${name}/`) : [[prefix + name, value] as const],
  );
}

function setAt(target: Record<string, unknown>, path: string, value: unknown): void {
  const [head = '', ...rest] = path.split('/');
  if (rest.length === 0) {
    target[head] = value;
    return;
  }
  const below = target[head];
  const next: Record<string, unknown> = isRecord(below) ? below : {};
  target[head] = next;
  setAt(next, rest.join('/'), value);
}

/** For each row or column its own properties: size, whether it is hidden, the looks its cells have in common. */
function lines(
  { env, sheet, area: range }: RangeObject,
  axis: 'rows' | 'columns',
  paths: readonly string[],
): Tree[] {
  const [first, last] = axis === 'rows' ? [range.top, range.bottom] : [range.left, range.right];
  if (last - first > 16_384) throw new OperationFailed('InvalidArgument');
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const at = first + index;
    const line = axis === 'rows' ? { ...range, top: at, bottom: at } : { ...range, left: at, right: at };
    const format = new RangeFormatObject(env, sheet, [line]);
    const result: Record<string, unknown> = {};
    for (const path of paths) {
      const property = STYLE_PATHS[path];
      if (path === 'address' || path === 'addressLocal') result[path] = addressText(sheet.name, line);
      else if (path === 'columnHidden') result[path] = sheet.hiddenColumns.has(at);
      else if (path === 'rowHidden') result[path] = sheet.isRowHidden(at);
      else if (path === 'format/columnWidth')
        setAt(result, path, rangeFormat.get.get('ColumnWidth')?.(format));
      else if (path === 'format/rowHeight') setAt(result, path, rangeFormat.get.get('RowHeight')?.(format));
      else if (property !== undefined) setAt(result, path, format.read(property));
      else throw new NotCovered(`the ${axis === 'rows' ? 'row' : 'column'} property ${path}`);
    }
    return result;
  });
}

function requireBounded({ env, area: range }: RangeObject): void {
  if (isUnbounded(range)) throw new OperationFailed('InvalidArgument');
  if (cellsOf(range) > env.limits.readCells) throw new OperationFailed('RangeExceedsLimit');
}
