import { isFailure, notAvailable, type CellResult, type Failure } from '../cells/cell';
import { cellOf } from './result';
import { blanked, columnsOf, sheetOf } from './columns';
import { doubtfulZeros, trials, type DoubtfulZeros } from './doubt';
import type { BlankResolver, ZeroCell, Zeros } from './zeros';
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
  /** Whether the first row may hold headers that were referred to with the data. */
  readonly mayHaveHeader: boolean;
  /** Where a cell stands: null for a literal, undefined where the host did not say. */
  readonly place: (parameter: number, row: number) => ZeroCell | null | undefined;
}

type Columns = readonly (Column | undefined)[];
type Results = readonly CellResult[];

/** One engine call for all rows; more of them only where blanks may have come as 0. */
export function evaluateBatch(batch: Batch, zeros: Zeros): Results | Promise<Results> {
  const columns = columnsOf(batch.of.parameters, batch.cells, batch.units);
  const results = evaluate(batch, columns);
  if (zeros === 'real') return results;
  const doubtful = doubtfulZeros(batch);
  if (doubtful.size === 0) return results;
  const open = batch.ranked ? everyRow(batch) : openRows(batch, columns, results, doubtful);
  if (open.size === 0) return results;
  if (zeros === 'unknown')
    return results.map((result, row) => (open.has(row) ? undecided(batch, doubtful, row) : result));
  return resolved({ batch, columns, results, doubtful, open }, zeros);
}

function evaluate(batch: Batch, columns: Columns, rows?: readonly number[]): Results {
  const { of, plan, ranked, rowCount, cells, mayHaveHeader } = batch;
  const outcomes = evaluateClause(plan, of.clause.id, sheetOf(columns, rowCount), {
    ranked,
    ...(rows === undefined ? {} : { rows }),
  });
  const at = new Map(of.parameters.map(({ indicator }, index) => [indicator.key, index]));
  return outcomes.map((outcome, index) => {
    const row = rows?.[index] ?? index;
    return cellOf(outcome, of, {
      row,
      mayBeHeader: mayHaveHeader && row === 0,
      column: (key) => columns[at.get(key) ?? -1],
      content: (key) => cells[at.get(key) ?? -1]?.[row] ?? null,
    });
  });
}

/** A rank may depend on any row's cells, and there are too many ways to take them to try. */
const everyRow = ({ rowCount }: Batch): ReadonlySet<number> =>
  new Set(Array.from({ length: rowCount }, (_, row) => row));

/** The rows whose result depends on whether a doubtful 0 is one. */
function openRows(
  batch: Batch,
  columns: Columns,
  results: Results,
  doubtful: DoubtfulZeros,
): ReadonlySet<number> {
  const { trials: all, open } = trials(doubtful);
  const found = new Set(open);
  for (const { blanks, rows } of all) {
    for (const [index, other] of evaluate(batch, withBlanks(columns, blanks), rows).entries()) {
      const row = rows[index] ?? index;
      if (!same(other, results[row])) found.add(row);
    }
  }
  return found;
}

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

interface Unresolved {
  readonly batch: Batch;
  readonly columns: Columns;
  readonly results: Results;
  readonly doubtful: DoubtfulZeros;
  readonly open: ReadonlySet<number>;
}

/** Asks about the zeros that matter, all at once, and evaluates with the answer. */
async function resolved(
  { batch, columns, results, doubtful, open }: Unresolved,
  resolver: BlankResolver,
): Promise<Results> {
  const questions = [...doubtful].flatMap(([parameter, rows]) =>
    [...rows]
      .filter((row) => open.has(row))
      .map((row) => ({ parameter, row, cell: batch.place(parameter, row) })),
  );
  const cells = questions.flatMap(({ cell }) => cell ?? []);
  const answers = (await resolver.areBlank(cells)).values();
  const blanks = new Map([...doubtful.keys()].map((parameter) => [parameter, new Set<number>()]));
  const unanswered = new Set<number>();
  for (const { parameter, row, cell } of questions) {
    const isBlank = cell === undefined || cell === null ? undefined : answers.next().value;
    if (isBlank === undefined) unanswered.add(row);
    else if (isBlank) blanks.get(parameter)?.add(row);
  }
  const again = evaluate(batch, withBlanks(columns, blanks), [...open]).values();
  const settled = new Map([...open].map((row) => [row, again.next().value]));
  const isOpen = batch.ranked && unanswered.size > 0 ? () => true : (row: number) => unanswered.has(row);
  return results.map((result, row) =>
    isOpen(row) ? undecided(batch, doubtful, row) : (settled.get(row) ?? result),
  );
}
