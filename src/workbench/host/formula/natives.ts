/**
 * The functions of Excel that the sheets we write use themselves: the totals of 汇总. Any other function
 * makes a formula one that the host does not calculate.
 */
import { isCellError, type CellContent, type CellError } from '../../../sheet';
import { compareNumbers, wildcard } from '../book/filter';
import { cellError, isMatrix, Uncalculable, type Matrix } from './result';
import type { Values } from './operators';

export type NativeFunction = (args: readonly Values[]) => CellContent;

export const NATIVES: Readonly<Record<string, NativeFunction>> = {
  SUM: (args) => total(args.flatMap((arg) => (isMatrix(arg) ? numbersIn(arg) : [arg]))),
  SUMIFS: ([sums = null, ...criteria]) => {
    const values = listed(sums);
    const chosen = meeting(criteria, values.length);
    if (!Array.isArray(chosen)) return chosen;
    return total(chosen.map((index) => values.at(index)).filter((value) => typeof value === 'number'));
  },
  COUNTIFS: (criteria) => {
    const chosen = meeting(criteria, listed(criteria[0] ?? null).length);
    return Array.isArray(chosen) ? chosen.length : chosen;
  },
};

/** In an area texts, logical values and blanks are passed over; errors are not. */
function numbersIn({ rows }: Matrix): CellContent[] {
  return rows.flat().filter((content) => typeof content === 'number' || isCellError(content));
}

function total(values: readonly CellContent[]): CellContent {
  let sum = 0;
  for (const value of values) {
    if (isCellError(value)) return value;
    const number = Number(value ?? 0);
    if (Number.isNaN(number)) return cellError('#VALUE!');
    sum += number;
  }
  // Excel shows 15 digits of a sum; so 0.1 + 0.2 is 0.3 there.
  return Number(sum.toPrecision(15));
}

/** Cells one after the other, row by row. */
interface Listed {
  readonly length: number;
  at(index: number): CellContent;
}

function listed(values: Values): Listed {
  if (!isMatrix(values)) return { length: 1, at: () => values };
  const { rows } = values;
  const width = rows[0]?.length ?? 0;
  return {
    length: rows.length * width,
    at: (index) => rows[Math.floor(index / width)]?.[index % width] ?? null,
  };
}

/**
 * The places that meet every criterion. Each criterion is asked only where those before it are met: a 汇总 has
 * hundreds of such formulas, calculated anew with every change.
 */
function meeting(pairs: readonly Values[], length: number): number[] | CellError {
  if (pairs.length % 2 !== 0) throw new Uncalculable();
  let chosen: number[] | null = null;
  for (let at = 0; at < pairs.length; at += 2) {
    const cells = listed(pairs[at] ?? null);
    const criterion = pairs[at + 1] ?? null;
    if (isMatrix(criterion)) throw new Uncalculable();
    if (cells.length !== length) return cellError('#VALUE!');
    const meets = condition(criterion);
    chosen = (chosen ?? places(length)).filter((index) => meets(cells.at(index)));
  }
  return chosen ?? places(length);
}

function places(length: number): number[] {
  const all: number[] = [];
  for (let index = 0; index < length; index += 1) all.push(index);
  return all;
}

/** `"是"`, `5`, `">=10"`, `"<>"`, `"昆*"`. */
function condition(criterion: CellContent): (content: CellContent) => boolean {
  if (isCellError(criterion)) return (content) => isCellError(content) && content.error === criterion.error;
  if (typeof criterion === 'boolean') return (content) => content === criterion;
  if (typeof criterion === 'number') return (content) => content === criterion;
  const [, sign = '=', wanted = ''] = /^(<>|<=|>=|<|>|=)?(.*)$/s.exec(criterion ?? '0') ?? [];
  const number = wanted.trim() === '' ? NaN : Number(wanted);
  if (!Number.isNaN(number)) return (content) => numberMeets(content, number, sign);
  const pattern = wildcard(wanted);
  const equal = (content: CellContent): boolean =>
    wanted === '' ? content === null : typeof content === 'string' && pattern.test(content);
  if (sign === '=') return equal;
  if (sign === '<>') return (content) => !equal(content);
  throw new Uncalculable();
}

function numberMeets(content: CellContent, number: number, sign: string): boolean {
  if (typeof content === 'string' && sign === '=') return content.trim() !== '' && Number(content) === number;
  if (typeof content === 'number') return compareNumbers(content, number, sign);
  return sign === '<>';
}
