import { type BaseUnit, Decimal, type Indicator } from '../rules';
import type { SampleCell } from './column-content';
import type { HeaderPath } from './column-meaning';
import type { ColumnHeader } from './header-paths';
import { readNumberText } from './number-text';
import type { UnitSource } from './reading';
import type { TableUnit, TableUnits } from './title-lines';
import { contradict } from './unit-conflict';
import { sameKind } from './unit-kinds';
import { readUnit, type WrittenUnit } from './written-unit';

/** The unit of a column, and where it is written. */
export type ColumnUnit =
  | { readonly kind: 'written'; readonly unit: WrittenUnit; readonly source: UnitSource }
  /** Nothing on the sheet says a unit. */
  | { readonly kind: 'none' }
  /** The unit is of another kind than the indicator: 万元 for an amount in USD. */
  | { readonly kind: 'mismatch'; readonly unit: WrittenUnit; readonly source: UnitSource }
  /** Two units are written, and the figures cannot be in both: 千元 in the header, 万元 below it. */
  | { readonly kind: 'conflict'; readonly units: readonly [TableUnit, TableUnit] };

const NONE: ColumnUnit = { kind: 'none' };

/** The units that the column's own headers write: its header, the unit row, the headers above it. */
export function headerUnits(header: ColumnHeader, path: HeaderPath): TableUnit[] {
  const found: TableUnit[] = [];
  const add = (unit: WrittenUnit | null | undefined, where: UnitSource['where'], cell: string): void => {
    if (unit) found.push({ unit, source: { where, cell } });
  };
  const own = path.at(-1);
  add(own?.looseUnit, 'header', header.cell);
  add(own?.contradicting, 'header', header.cell);
  add(header.unitBelow?.unit, 'unitRow', header.unitBelow?.cell ?? header.cell);
  for (let level = path.length - 2; level >= 0; level--) {
    const cell = header.cells[level] ?? header.cell;
    add(path[level]?.unit, 'parent', cell);
    add(path[level]?.contradicting, 'parent', cell);
  }
  return found;
}

/** Two units of the headers that cannot both be meant; levels above may well have another kind of unit. */
export function unitConflict(units: readonly TableUnit[]): readonly [TableUnit, TableUnit] | undefined {
  for (const [at, one] of units.entries()) {
    const other = units
      .slice(at + 1)
      .find(
        ({ unit, source }) =>
          contradict(one.unit, unit) && (source.where !== 'parent' || unit.base === one.unit.base),
      );
    if (other !== undefined) return [one, other];
  }
  return undefined;
}

export function unitOfColumn(
  indicator: Indicator,
  header: ColumnHeader,
  path: HeaderPath,
  tableUnits: TableUnits,
  cells: readonly SampleCell[],
): ColumnUnit {
  const base = indicator.unit;
  if (base === undefined) return NONE;
  const written = headerUnits(header, path);
  const conflict = unitConflict(written);
  if (conflict !== undefined) return { kind: 'conflict', units: conflict };
  for (const { unit: own, source } of written) {
    // 租金（年） is rent by the year, as all figures are.
    if (own.base === '年' && base !== '年') continue;
    const unit = inMu(own, base);
    if (sameKind(unit.base, base)) return { kind: 'written', unit, source };
    // An upper level's unit is that of the amounts under it; its growth has another.
    if (source.where !== 'parent' || isCurrency(unit, base)) return { kind: 'mismatch', unit, source };
  }
  const inCells = cellsUnit(cells, base);
  if (inCells !== null) return { kind: 'written', unit: inCells, source: { where: 'cells', cell: null } };
  return tableUnit(base, tableUnits);
}

const MU_PER_SQUARE_METRE = new Decimal('0.0015');

/** Fields in 公顷 or ㎡ are so and so many 亩 exactly; the other way round nothing comes out even. */
function inMu(unit: WrittenUnit, wanted: BaseUnit): WrittenUnit {
  return wanted === '亩' && unit.base === '㎡'
    ? { ...unit, base: wanted, factor: unit.factor.times(MU_PER_SQUARE_METRE) }
    : unit;
}

function tableUnit(base: BaseUnit, { units, conflicts }: TableUnits): ColumnUnit {
  const own = units.get(base);
  if (own !== undefined) return { kind: 'written', ...own };
  const conflict = conflicts.get(base);
  if (conflict !== undefined) return { kind: 'conflict', units: conflict };
  const other = base === 'USD' ? units.get('元') : base === '元' ? units.get('USD') : undefined;
  return other === undefined ? NONE : { kind: 'mismatch', ...other };
}

function isCurrency(unit: WrittenUnit, base: BaseUnit): boolean {
  return (base === '元' && unit.base === 'USD') || (base === 'USD' && unit.base === '元');
}

/** The one unit that all cells carry themselves, in their text or in their number format. */
function cellsUnit(cells: readonly SampleCell[], base: BaseUnit): WrittenUnit | null {
  let common: WrittenUnit | null = null;
  for (const { content, format } of cells) {
    const unit = typeof content === 'string' ? (readNumberText(content)?.unit ?? null) : formatUnit(format);
    if (unit === null || !sameKind(unit.base, base) || base === '比例') return null;
    if (common !== null && !common.factor.equals(unit.factor)) return null;
    common = unit;
  }
  return common;
}

/** `0.00"万元"`; formats that scale (`0!.0,"万"`) show another number than they hold, and are left alone. */
function formatUnit(format: string | undefined): WrittenUnit | null {
  if (format === undefined || /[!]|,(?![#0])/.test(format.replaceAll(/"[^"]*"/g, ''))) return null;
  const literal = /"([^"]+)"/.exec(format.split(';')[0] ?? '')?.[1];
  return literal === undefined ? null : readUnit(literal.trim());
}
