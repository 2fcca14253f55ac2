import { CellState } from '../engine';
import type { Indicator, IndicatorKey } from '../rules';
import type { CellProblem } from './column-task';
import { type ExpectedKind, type Finding, finding, type FindingParams } from './findings';
import { cellAddress } from './grid';
import type { ReadColumn } from './read-claims';
import { filledDownFinding } from './fill-down';
import { cellsOfColumn, subjectOf } from './subjects';

/** What reading a column brought up: cells that could not be used, units and scales that nobody wrote down. */
export function columnFindings(column: ReadColumn, borneOut: ReadonlySet<IndicatorKey>): Finding[] {
  return [
    ...mappingFindings(column, borneOut),
    ...cellFindings(column),
    ...(column.filled === null ? [] : [filledDownFinding(column.header, column.filled)]),
    ...categoryFindings(column),
    ...scopeFindings(column),
  ];
}

function mappingFindings(column: ReadColumn, borneOut: ReadonlySet<IndicatorKey>): Finding[] {
  const { claim, header, indicator, unit } = column;
  const at = [header.cell];
  const subject = subjectOf(column);
  const findings: Finding[] = [];
  const settled = claim.why === 'context' && borneOut.has(indicator.key);
  if (!settled && (claim.confidence < 0.9 || claim.why === 'near'))
    findings.push(finding('nearHeader', at, { ...subject, confidence: claim.confidence }));
  if (unit.kind === 'none' && needsUnit(indicator) && column.sample.cells.length > 0) {
    findings.push(finding('unitAssumed', at, { ...subject, unit: indicator.unit ?? '' }));
  }
  if (column.scale !== null && !column.scaleCertain)
    findings.push(finding('scaleUnclear', at, { ...subject, scale: column.scale }));
  return findings;
}

/** Amounts, areas and masses come in several units; counts, ranks and ratios say theirs by being what they are. */
function needsUnit({ type }: Indicator): boolean {
  return type === 'money' || type === 'area' || type === 'mass';
}

function cellFindings(column: ReadColumn): Finding[] {
  const { unusable, errors, uncached } = column.problems;
  const findings: Finding[] = [];
  // Credit codes have findings of their own, one each.
  if (unusable.length > 0 && column.indicator.key !== 'creditCode') {
    findings.push(
      finding('unusableCells', addresses(column, unusable), {
        ...cellsOfColumn(column, unusable),
        expected: expectedKind(column.indicator),
      }),
    );
  }
  if (errors.length > 0)
    findings.push(finding('errorCells', addresses(column, errors), cellsOfColumn(column, errors)));
  if (uncached.length > 0)
    findings.push(finding('uncachedFormulas', addresses(column, uncached), cellsOfColumn(column, uncached)));
  if (column.marked.length > 0)
    findings.push(
      finding('markedNumbers', addresses(column, column.marked), cellsOfColumn(column, column.marked)),
    );
  if (column.ownUnits.length > 0 && column.unit.kind === 'written' && column.unit.source.where !== 'cells') {
    findings.push(
      finding('ownUnit', addresses(column, column.ownUnits), {
        ...cellsOfColumn(column, column.ownUnits),
        unit: column.unit.unit.text,
      }),
    );
  }
  return findings;
}

function addresses(
  { claim }: ReadColumn,
  cells: readonly CellProblem[] | readonly { readonly row: number }[],
): string[] {
  return cells.map(({ row }) => cellAddress(row, claim.column));
}

function categoryFindings(column: ReadColumn): Finding[] {
  const near = grouped(column.near, ({ value, near: known }) => `${value}\n${known}`).map((group) => {
    const [{ value, near: known }] = group;
    const params: FindingParams['nearCategory'] = {
      ...cellsOfColumn(
        column,
        group.map(({ value: text }) => ({ text })),
      ),
      value,
      near: known,
    };
    return finding('nearCategory', addresses(column, group), params);
  });
  const ambiguous = grouped(column.ambiguous, ({ value }) => value).map((group) => {
    const [{ value, candidates }] = group;
    const params: FindingParams['ambiguousCategory'] = {
      ...cellsOfColumn(
        column,
        group.map(({ value: text }) => ({ text })),
      ),
      value,
      candidates,
    };
    return finding('ambiguousCategory', addresses(column, group), params);
  });
  return [...near, ...ambiguous];
}

type NonEmpty<T> = readonly [T, ...T[]];

/** In the order in which the groups first appear. */
function grouped<T>(items: readonly T[], idOf: (item: T) => string): NonEmpty<T>[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const group = groups.get(idOf(item));
    if (group === undefined) groups.set(idOf(item), [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

export function expectedKind({ type, key }: Indicator): ExpectedKind {
  switch (type) {
    case 'boolean':
      return 'flag';
    case 'date':
    case 'category':
      return type;
    case 'text':
      return key === 'creditCode' ? 'creditCode' : key === 'enterpriseName' ? 'name' : 'text';
    case 'table':
      return 'text';
    default:
      return 'number';
  }
}

/** A blank in a scope column costs the enterprise its awards: it is asked about (decision 22). */
function scopeFindings(column: ReadColumn): Finding[] {
  if (column.claim.key !== 'registeredInDistrict') return [];
  const { states } = column.column;
  const blank = column.task.rows
    .filter((_, at) => states[at] === CellState.blank)
    .map((row) => ({ row, text: '' }));
  return blank.length === 0
    ? []
    : [finding('blankScope', addresses(column, blank), cellsOfColumn(column, blank))];
}
