/** Operators on single values, and their spreading over arrays. */
import { isCellError, type CellContent } from '../../../sheet';
import { asNumber, asText, cellError, isMatrix, matrix, type Matrix } from './result';

export type Values = CellContent | Matrix;

export function binary(operator: string, left: Values, right: Values): Values {
  return spread([left, right], ([a = null, b = null]) => binaryValue(operator, a, b));
}

export function negated(operand: Values): Values {
  return spread([operand], ([value = null]) => numeric(value, (number) => -number));
}

export function percent(operand: Values): Values {
  return spread([operand], ([value = null]) => numeric(value, (number) => number / 100));
}

/** Applies an operation cell by cell; a single row, column or value stands for as many as are needed. */
function spread(operands: readonly Values[], apply: (values: readonly CellContent[]) => CellContent): Values {
  const matrices = operands.filter((operand): operand is Matrix => isMatrix(operand));
  if (matrices.length === 0) return apply(operands.flatMap((operand) => (isMatrix(operand) ? [] : operand)));
  const height = Math.max(...matrices.map(({ rows }) => rows.length));
  const width = Math.max(...matrices.map(({ rows }) => rows[0]?.length ?? 0));
  const rows = Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (__, column) =>
      apply(operands.map((operand) => (isMatrix(operand) ? cellAt(operand, row, column) : operand))),
    ),
  );
  return matrix(rows);
}

function cellAt({ rows }: Matrix, row: number, column: number): CellContent {
  const line = rows.length === 1 ? rows[0] : rows[row];
  const content = line?.length === 1 ? line[0] : line?.[column];
  return content === undefined ? cellError('#N/A') : content;
}

function binaryValue(operator: string, left: CellContent, right: CellContent): CellContent {
  if (isCellError(left)) return left;
  if (isCellError(right)) return right;
  if (operator === '&') return joined(left, right);
  if (['=', '<>', '<', '>', '<=', '>='].includes(operator)) return holds(operator, order(left, right));
  return numeric(left, (a) => numeric(right, (b) => arithmetic(operator, a, b)));
}

function joined(left: CellContent, right: CellContent): CellContent {
  const [a, b] = [asText(left), asText(right)];
  return isCellError(a) ? a : isCellError(b) ? b : a + b;
}

function numeric(content: CellContent, apply: (number: number) => CellContent): CellContent {
  const number = asNumber(content);
  return typeof number === 'number' ? apply(number) : number;
}

function arithmetic(operator: string, a: number, b: number): CellContent {
  const result = calculated(operator, a, b);
  if (operator === '/' && b === 0) return cellError('#DIV/0!');
  return Number.isFinite(result) ? result : cellError('#NUM!');
}

function calculated(operator: string, a: number, b: number): number {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    default:
      return a ** b;
  }
}

/** Numbers come before texts, texts before logical values; a blank is the empty value of the other's type. */
function order(left: CellContent, right: CellContent): number {
  const [a, b] = [emptyLike(left, right), emptyLike(right, left)];
  const rank = (content: CellContent): number => ['number', 'string', 'boolean'].indexOf(typeof content);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (typeof a === 'string' && typeof b === 'string') {
    return a.localeCompare(b, 'zh-CN', { sensitivity: 'accent' });
  }
  return Number(a) - Number(b);
}

function emptyLike(content: CellContent, other: CellContent): CellContent {
  if (content !== null) return content;
  return typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0;
}

function holds(operator: string, sign: number): boolean {
  switch (operator) {
    case '=':
      return sign === 0;
    case '<>':
      return sign !== 0;
    case '<':
      return sign < 0;
    case '>':
      return sign > 0;
    case '<=':
      return sign <= 0;
    default:
      return sign >= 0;
  }
}
