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
    const values = flat(sums);
    const chosen = meeting(criteria, values.length);
    if (!Array.isArray(chosen)) return chosen;
    return total(values.filter((value, index) => chosen[index] && typeof value === 'number'));
  },
  COUNTIFS: (criteria) => {
    const chosen = meeting(criteria, flat(criteria[0] ?? null).length);
    return Array.isArray(chosen) ? chosen.filter(Boolean).length : chosen;
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

function flat(values: Values): readonly CellContent[] {
  return isMatrix(values) ? values.rows.flat() : [values];
}

function meeting(pairs: readonly Values[], length: number): boolean[] | CellError {
  if (pairs.length % 2 !== 0) throw new Uncalculable();
  const chosen = Array.from({ length }, () => true);
  for (let at = 0; at < pairs.length; at += 2) {
    const cells = flat(pairs[at] ?? null);
    const criterion = pairs[at + 1] ?? null;
    if (isMatrix(criterion)) throw new Uncalculable();
    if (cells.length !== length) return cellError('#VALUE!');
    const meets = condition(criterion);
    for (const [index, content] of cells.entries()) chosen[index] &&= meets(content);
  }
  return chosen;
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
