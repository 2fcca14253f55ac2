/** The result of a formula's tree, as seen from the cell in which it stands. */
import type { CellContent, CellRange } from '../../../sheet';
import { area, columnsOf, overlap } from '../book/area';
import type { Sheet } from '../book/sheet';
import type { Workbook } from '../book/workbook';
import { NATIVES } from './natives';
import { binary, negated, percent, type Values } from './operators';
import { parseFormula, type Node } from './parse';
import { cellError, isCells, isMatrix, matrix, Uncalculable, type Cells, type Result } from './result';
import { structuredArea, type Place } from './structured';
import type { Reference } from './tokens';

/** What an evaluation asks of the calculation around it. */
export interface Surroundings {
  readonly workbook: Workbook;
  /** Whether the add-in has a function of this name, namespace included. */
  isCustom(name: string): boolean;
  /** The result of a call of the add-in's function; throws what stops the evaluation until the result is there. */
  callCustom(name: string, site: number, args: readonly (Result | undefined)[]): Result;
  /** The cells are about to be read: what is not yet calculated there must be. */
  use(sheet: Sheet, area: CellRange): void;
}

export function evaluate(node: Node, place: Place, around: Surroundings): Result {
  switch (node.kind) {
    case 'value':
      return node.value;
    case 'error':
      return cellError(node.error);
    case 'reference':
      return referred(node.reference, place, around);
    case 'structured':
      return structured(node.text, place, around);
    case 'name':
      return ofName(node.name, place, around);
    case 'spilled':
      return spilled(node.anchor, place, around);
    case 'call':
      return ofCall(node, place, around);
    case 'prefix':
      return prefixed(node, place, around);
    case 'percent':
      return percent(values(evaluate(node.operand, place, around), around));
    case 'binary': {
      const left = values(evaluate(node.left, place, around), around);
      return binary(node.operator, left, values(evaluate(node.right, place, around), around));
    }
  }
}

/** Cells read: one cell gives its value, several an array. */
export function values(result: Result, around: Surroundings): Values {
  if (!isCells(result)) return result;
  const { sheet, area: range } = result;
  around.use(sheet, range);
  if (range.top === range.bottom && range.left === range.right) return sheet.content(range.top, range.left);
  return matrix(contentsOf(sheet, range));
}

export function contentsOf(sheet: Sheet, range: CellRange): CellContent[][] {
  const bottom = isTall(range) ? lastInUse(sheet, range) : range.bottom;
  const columns = Array.from({ length: columnsOf(range) }, (_, index) =>
    sheet.columns.get(range.left + index),
  );
  const rows: CellContent[][] = [];
  for (let row = range.top; row <= bottom; row += 1) {
    rows.push(columns.map((column) => column?.content(row) ?? null));
  }
  return rows;
}

function isTall(range: CellRange): boolean {
  return range.bottom - range.top > 500_000;
}

/** A reference to whole columns means the cells in use: the rest is blank. */
function lastInUse(sheet: Sheet, { top, bottom }: CellRange): number {
  return Math.max(top, Math.min(bottom, sheet.usedArea(true)?.bottom ?? top));
}

function referred(reference: Reference, place: Place, around: Surroundings): Result {
  const sheet = reference.sheet === null ? place.sheet : around.workbook.sheetNamed(reference.sheet);
  if (sheet === undefined) throw new Uncalculable();
  return cells(sheet, reference.area);
}

function cells(sheet: Sheet, range: CellRange): Cells {
  return { kind: 'cells', sheet, area: range };
}

function structured(text: string, place: Place, around: Surroundings): Result {
  const found = structuredArea(around.workbook, text, place);
  return found === null ? cellError('#REF!') : cells(found.sheet, found.area);
}

function ofName(name: string, place: Place, around: Surroundings): Result {
  const table = around.workbook.tableNamed(name);
  if (table !== undefined) return cells(table.sheet, table.body);
  const item = around.workbook.nameSeenFrom(place.sheet, name);
  if (item === undefined) return cellError('#NAME?');
  const node = parseFormula(item.formula);
  if (node === null) throw new Uncalculable();
  return evaluate(node, place, around);
}

/** `A1#`: the whole array that starts in A1. */
function spilled(anchor: Reference, place: Place, around: Surroundings): Result {
  const first = referred(anchor, place, around);
  if (!isCells(first)) return first;
  around.use(first.sheet, first.area);
  const { top, left } = first.area;
  const spill = first.sheet.formula(top, left)?.spill;
  if (spill === undefined || spill === null) return cellError('#REF!');
  return cells(first.sheet, area(top, left, top + spill.rows - 1, left + spill.columns - 1));
}

function ofCall(node: Node & { kind: 'call' }, place: Place, around: Surroundings): Result {
  const native = NATIVES[node.name];
  if (native === undefined && !around.isCustom(node.name)) throw new Uncalculable();
  const args = node.args.map((arg) => (arg === null ? undefined : evaluate(arg, place, around)));
  if (native === undefined) return around.callCustom(node.name, node.site, args);
  return native(args.map((arg) => (arg === undefined ? null : values(arg, around))));
}

function prefixed(node: Node & { kind: 'prefix' }, place: Place, around: Surroundings): Result {
  const operand = evaluate(node.operand, place, around);
  if (node.operator === '+') return operand;
  if (node.operator === '-') return negated(values(operand, around));
  if (isMatrix(operand)) return operand.rows[0]?.[0] ?? null;
  if (!isCells(operand)) return operand;
  return values(intersected(operand, place), around);
}

/** `@`: the cell in the formula's own row or column. */
function intersected({ sheet, area: range }: Cells, place: Place): Result {
  const single =
    range.left === range.right
      ? { top: place.row, bottom: place.row }
      : { left: place.column, right: place.column };
  const found = overlap(range, { ...range, ...single });
  if (found === null) return cellError('#VALUE!');
  return cells(sheet, area(found.top, found.left));
}
