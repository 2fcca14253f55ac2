import { contentOf, invalidValue, type Failure } from '../cells/cell';
import { matrixOf } from '../cells/vectors';
import { isCellError, understandSheet, type CellContent, type Grid, type SheetReading } from '../../sheet';
import type { Bilingual, Policy } from '../../rules';

/** Headers and rows of a formula, understood as a sheet is. */
export interface FormulaTable {
  readonly reading: SheetReading;
  /** How many rows the formula was given. */
  readonly rowCount: number;
  /** For each row of the formula, its place among the rows of the reading; undefined where it is none (合计 …). */
  readonly dataRow: (row: number) => number | undefined;
}

const HEADERS: Bilingual = { zh: '表头', en: 'headers' };
export const ROWS: Bilingual = { zh: '数据行', en: 'rows' };

export function readTable(
  headers: unknown,
  rows: unknown,
  policies: readonly Policy[],
): FormulaTable | Failure {
  // No header is 0: it is a blank that the host passed on as 0.
  const head = matrixOf(headers).map((row) => row.map((cell) => (cell === 0 ? null : contentOf(cell))));
  const body = matrixOf(rows).map((row) => row.map(contentOf));
  const width = head[0]?.length ?? 0;
  if (width !== body[0]?.length) return differentWidth(width, body[0]?.length ?? 0);
  const [first] = policies;
  if (first === undefined) return invalidValue('没有装入政策。', 'No policy is loaded.');
  const context = {
    clauseTitles: policies.flatMap(({ clauses }) =>
      [...clauses.values()].map(({ id, title }) => ({ clauseId: id, titles: [title.zh, title.en] })),
    ),
    ...(policies.length === 1 ? { policyYear: first.year } : {}),
    corrections: { headerRows: head.map((_, row) => row + 1), columns: new Map() },
  };
  const understand = (cells: readonly (readonly CellContent[])[]): ReturnType<typeof understandSheet> =>
    understandSheet(gridOf(cells), first.vocabulary, context);
  let understood = understand([...head, ...body]);
  // A formula may be given figures alone: its rows are enterprises whether or not they say which.
  if (understood.kind === 'notATable' && understood.reason === 'noIdentity')
    understood = understand([...head.map(withName), ...body.map(withNumber)]);
  if (understood.kind === 'notATable') return noTable(understood.text);
  if (![...understood.data.columns.byKey.keys()].some((key) => !WHO.has(key))) return nothingKnown(head);
  const places = new Map(understood.data.rowNumbers.map((row, at) => [row - head.length - 1, at]));
  return { reading: understood, rowCount: body.length, dataRow: (row) => places.get(row) };
}

const withName = (row: readonly CellContent[], at: number): readonly CellContent[] => [
  ...row,
  at === 0 ? '企业名称' : null,
];
const withNumber = (row: readonly CellContent[], at: number): readonly CellContent[] => [
  ...row,
  row.every((cell) => cell === null) ? null : `第${at + 1}行企业`,
];

function gridOf(cells: readonly (readonly CellContent[])[]): Grid {
  return {
    sheetName: '',
    rowCount: cells.length,
    columnCount: cells[0]?.length ?? 0,
    content: (row, column) => cells[row - 1]?.[column - 1] ?? null,
    isFormula: () => false,
    numberFormat: () => undefined,
    merges: [],
    tables: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    date1904: false,
  };
}

function differentWidth(headers: number, rows: number): Failure {
  return invalidValue(
    `“${HEADERS.zh}”有 ${headers} 列，“${ROWS.zh}”有 ${rows} 列；应同样多。`,
    `“${HEADERS.en}” has ${headers} columns and “${ROWS.en}” ${rows}; they should agree.`,
  );
}

/** Columns that say which enterprise a row is, and nothing of it. */
const WHO: ReadonlySet<string> = new Set(['enterpriseName', 'creditCode']);
const SHOWN = 4;

function nothingKnown(head: readonly (readonly CellContent[])[]): Failure {
  const texts = head.flat().flatMap((cell) => (cell === null || isCellError(cell) ? [] : [String(cell)]));
  const more = texts.length > SHOWN;
  const list = texts.slice(0, SHOWN);
  return invalidValue(
    `“${HEADERS.zh}”里没有认出指标：${list.map((text) => `“${text}”`).join('、')}${more ? ' 等' : ''}；请核对表头所在的行。`,
    `No indicator was recognised among the “${HEADERS.en}”: ${list.map((text) => `“${text}”`).join(', ')}${more ? ' …' : ''}; check that they are the row of headers.`,
  );
}

function noTable(why: Bilingual): Failure {
  return invalidValue(`读不成统计表：${why.zh}。`, `This cannot be read as a table: ${why.en}.`);
}
