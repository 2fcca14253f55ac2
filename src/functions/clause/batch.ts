import { isFailure, notAvailable, type CellResult, type Failure } from '../cells/cell';
import { cellOf } from './result';
import { blanked, columnsOf, sheetOf, zeroIsDoubtful } from './columns';
import {
  ALL_COMBINATIONS,
  blankings,
  type BlankResolver,
  type DoubtfulZeros,
  type ZeroCell,
  type Zeros,
} from './zeros';
import { evaluateClause, type Column, type Plan } from '../../engine';
import type { CellContent } from '../../sheet';
import type { ClauseFunction } from '../catalogue/catalogue';

/** Rows of one clause under one plan, to be evaluated together. */
export interface Batch {
  readonly of: ClauseFunction;
  readonly plan: Plan;
  readonly units: readonly string[];
  /** Whether ranks are taken over the rows: a result then depends on other rows. */
  readonly ranked: boolean;
  readonly rowCount: number;
  readonly cells: readonly (readonly CellContent[])[];
  /** Where a cell stands: null for a literal, undefined where the host did not say. */
  readonly place: (parameter: number, row: number) => ZeroCell | null | undefined;
}

type Columns = readonly (Column | undefined)[];

/** One engine call for all rows; more of them only where blanks may have come as 0. */
export function evaluateBatch(
  batch: Batch,
  zeros: Zeros,
): readonly CellResult[] | Promise<readonly CellResult[]> {
  const columns = columnsOf(batch.of.parameters, batch.cells, batch.units);
  const results = evaluate(batch, columns);
  if (zeros === 'real') return results;
  const doubtful = doubtfulZeros(batch);
  if (doubtful.size === 0) return results;
  const open = openRows(batch, columns, results, doubtful);
  if (open.size === 0) return results;
  if (zeros === 'unknown')
    return results.map((result, row) => (open.has(row) ? undecided(batch, doubtful, row) : result));
  return resolved(batch, columns, results, doubtful, open, zeros);
}

function evaluate(batch: Batch, columns: Columns, rows?: readonly number[]): readonly CellResult[] {
  const { of, plan, ranked, rowCount, cells } = batch;
  const outcomes = evaluateClause(plan, of.clause.id, sheetOf(columns, rowCount), {
    ranked,
    ...(rows === undefined ? {} : { rows }),
  });
  const at = new Map(of.parameters.map(({ indicator }, index) => [indicator.key, index]));
  return outcomes.map((outcome, index) => {
    const row = rows?.[index] ?? index;
    return cellOf(outcome, of, {
      row,
      column: (key) => columns[at.get(key) ?? -1],
      content: (key) => cells[at.get(key) ?? -1]?.[row] ?? null,
    });
  });
}

function doubtfulZeros({ of, cells, place }: Batch): DoubtfulZeros {
  const found = new Map<number, ReadonlySet<number>>();
  for (const [parameter, each] of of.parameters.entries()) {
    if (!zeroIsDoubtful(each)) continue;
    const rows = new Set<number>();
    for (const [row, cell] of (cells[parameter] ?? []).entries())
      if (cell === 0 && place(parameter, row) !== null) rows.add(row);
    if (rows.size > 0) found.set(parameter, rows);
  }
  return found;
}

/** The rows whose result depends on whether a doubtful 0 is one. */
function openRows(
  batch: Batch,
  columns: Columns,
  results: readonly CellResult[],
  doubtful: DoubtfulZeros,
): ReadonlySet<number> {
  const open = new Set<number>();
  for (const subset of blankings([...doubtful.keys()])) {
    const rows = batch.ranked ? undefined : rowsToTry(subset, doubtful);
    const changed = withBlanks(columns, new Map(subset.map((at) => [at, doubtful.get(at) ?? NO_ROWS])));
    for (const [index, other] of evaluate(batch, changed, rows).entries()) {
      const row = rows?.[index] ?? index;
      if (!same(other, results[row])) open.add(row);
    }
  }
  return open;
}

/**
 * The rows to try with all of these parameters blank: those in which every one is doubtful, since with fewer of
 * them a smaller subset says the same; of many parameters, which are not tried in every combination, any.
 */
function rowsToTry(subset: readonly number[], doubtful: DoubtfulZeros): readonly number[] {
  const each = subset.map((at) => doubtful.get(at) ?? NO_ROWS);
  const [first = NO_ROWS, ...others] = each;
  if (subset.length > ALL_COMBINATIONS) return [...new Set(each.flatMap((rows) => [...rows]))];
  return [...first].filter((row) => others.every((rows) => rows.has(row)));
}

const NO_ROWS: ReadonlySet<number> = new Set();

function withBlanks(columns: Columns, blanks: DoubtfulZeros): Columns {
  return columns.map((column, at) => {
    const rows = blanks.get(at);
    return column === undefined || rows === undefined ? column : blanked(column, rows);
  });
}

function same(a: CellResult, b: CellResult | undefined): boolean {
  return isFailure(a) && isFailure(b) ? a.text.zh === b.text.zh && a.failure === b.failure : a === b;
}

function undecided({ of }: Batch, doubtful: DoubtfulZeros, row: number): Failure {
  const inputs = of.parameters.filter((_, at) => doubtful.get(at)?.has(row) ?? false);
  const zh = inputs.map(({ indicator }) => `“${indicator.names.zh}”`).join('、');
  const en = inputs.map(({ indicator }) => `“${indicator.names.en}”`).join(', ');
  return inputs.length === 0
    ? notAvailable(
        '名次取决于别的行中的 0 是数值还是空白。',
        'The rank depends on whether a 0 in another row is a value or a blank cell.',
      )
    : notAvailable(
        `${zh}为 0 还是空白，结果不同，而 Excel 没有说明；请填上数字，或引用别处。`,
        `The result depends on whether ${en} is 0 or blank, and Excel does not say; fill the cell in.`,
      );
}

/** Asks about the zeros that matter, all at once, and evaluates with the answer. */
async function resolved(
  batch: Batch,
  columns: Columns,
  results: readonly CellResult[],
  doubtful: DoubtfulZeros,
  open: ReadonlySet<number>,
  resolver: BlankResolver,
): Promise<readonly CellResult[]> {
  const questions = [...doubtful].flatMap(([parameter, rows]) =>
    [...rows].flatMap((row) => {
      const cell = batch.ranked || open.has(row) ? batch.place(parameter, row) : undefined;
      return cell === undefined || cell === null ? [] : [{ parameter, row, cell }];
    }),
  );
  const answers = await resolver.areBlank(questions.map(({ cell }) => cell));
  const blanks = new Map([...doubtful.keys()].map((parameter) => [parameter, new Set<number>()]));
  const asked = new Set<string>();
  for (const [index, { parameter, row }] of questions.entries()) {
    asked.add(`${parameter} ${row}`);
    if (answers[index] === true) blanks.get(parameter)?.add(row);
  }
  const rows = batch.ranked ? results.map((_, row) => row) : [...open];
  const again = evaluate(batch, withBlanks(columns, blanks), rows);
  const byRow = new Map(rows.map((row, index) => [row, again[index]]));
  const unasked = (row: number): boolean =>
    [...doubtful].some(([parameter, list]) => list.has(row) && !asked.has(`${parameter} ${row}`));
  return results.map((result, row) =>
    open.has(row) && unasked(row) ? undecided(batch, doubtful, row) : (byRow.get(row) ?? result),
  );
}
