import type { ClauseOutcome, PolicyOutcome } from '../engine';
import type { Lang } from '../rules';
import {
  type Basis,
  type DetailColumnKind,
  detailTable,
  type DetailTable,
  nameSafe,
  NO_REVIEWS,
  type Ours,
  printOurName,
  rangeFormula,
  readReviews,
  type RowIdentity,
  type SummaryCell,
  summaryRows,
} from '../report';
import { cellAddress, type Grid } from '../sheet';
import { displayWidth } from './console';
import type { NameEdit, NewColumn, NewSheet, SheetCell, StyleName, Workbook } from '../xlsx';

/** The 明细 and 汇总 sheets of one policy, as edits of the workbook. */
export interface PolicySheets {
  readonly put: readonly NewSheet[];
  readonly names: readonly NameEdit[];
  readonly orphanedReviews: number;
}

export interface PolicySheetsInput {
  readonly workbook: Workbook;
  readonly outcome: PolicyOutcome;
  readonly ours: Ours;
  readonly groups: readonly string[];
  /** Every header that may have stood as a group column in an earlier 明细. */
  readonly groupHeaders: ReadonlySet<string>;
  readonly identity: (sheet: number, row: number) => RowIdentity;
  readonly basis: (sheet: number, clause: ClauseOutcome) => Basis;
  /** What the figures were made from, a line each. */
  readonly provenance: readonly string[];
  readonly lang: Lang;
  /** Names of sheets and tables that are taken already, lower case; ours are added. */
  readonly taken: { readonly sheets: Set<string>; readonly tables: Set<string> };
}

export function policySheets(input: PolicySheetsInput): PolicySheets {
  const { outcome, lang, groups } = input;
  const { id } = outcome.policy;
  const earlier = earlierDetail(input);
  const earlierSummary = earlierSheet('summary', input)?.sheetName;
  const names = {
    detail: earlier?.sheetName ?? freeName(`${lang === 'zh' ? '明细' : 'Detail'} ${id}`, input.taken.sheets),
    summary: earlierSummary ?? freeName(`${lang === 'zh' ? '汇总' : 'Summary'} ${id}`, input.taken.sheets),
    table: earlier?.table ?? freeTableName(`SUBSIDY_${nameSafe(id)}`, input.taken.tables),
  };
  const detail = detailTable({
    outcome,
    lang,
    groups,
    identity: input.identity,
    basis: input.basis,
    reviews: earlier?.reviews ?? NO_REVIEWS,
  });
  const summary = summaryRows({ ...input, detail, tableName: names.table });
  const last = cellAddress(detail.rows.length + 1, detail.headers.length);
  return {
    orphanedReviews: detail.orphanedReviews,
    put: [
      detailSheet(detail, names.detail, earlier !== undefined, names.table),
      summarySheet(summary, names.summary, earlierSummary !== undefined),
    ],
    names: [
      ourName('detail', id, rangeFormula(names.detail, 'A1', last)),
      ourName('summary', id, rangeFormula(names.summary, 'A1', 'A1')),
    ],
  };
}

function ourName(kind: 'detail' | 'summary', policy: string, formula: string): NameEdit {
  return { name: printOurName({ kind, policy }), sheet: null, formula, hidden: true };
}

/** The policy's sheet of an earlier run, wherever it stands and whatever it is called now. */
function earlierSheet(
  kind: 'detail' | 'summary',
  { workbook, outcome, ours }: PolicySheetsInput,
): Ours['sheets'][number] | undefined {
  return ours.sheets.find(
    (sheet) =>
      sheet.policy === nameSafe(outcome.policy.id) &&
      sheet.kind === kind &&
      !sheet.copy &&
      workbook.sheets.some(({ name }) => name === sheet.sheetName),
  );
}

/** The 明细 sheet of an earlier run, with what users filled in; formulas of theirs refer to its table by name. */
function earlierDetail(input: PolicySheetsInput) {
  const found = earlierSheet('detail', input);
  if (found === undefined) return undefined;
  const { sheetName, headerRow } = found;
  const grid: Grid = input.workbook.readGrid(sheetName);
  return {
    sheetName,
    table: grid.tables[0]?.name,
    reviews: readReviews(grid, grid.tables[0]?.range.top ?? headerRow, input.groupHeaders),
  };
}

/** `明细 xishan-2020`, or with a number where a user's sheet has that name already; at most 31 characters. */
function freeName(wanted: string, taken: Set<string>): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted.slice(0, 31) : `${wanted.slice(0, 26)} (${number})`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

function freeTableName(wanted: string, taken: Set<string>): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted}_${number}`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

const STYLES: Readonly<Record<DetailColumnKind, StyleName>> = {
  text: 'text',
  money: 'money',
  count: 'plain',
  review: 'input',
  reviewMoney: 'inputMoney',
  extra: 'plain',
};

function detailSheet(detail: DetailTable, name: string, replace: boolean, tableName: string): NewSheet {
  const columns = detail.kinds.map((kind, index): NewColumn => {
    const style = STYLES[kind];
    if (kind === 'count') return { width: 8, style };
    if (kind === 'money' || kind === 'reviewMoney') return { width: 16, style };
    return { width: textWidth(detail, index), style };
  });
  const header: SheetCell[] = detail.headers.map((value) => ({ value, style: 'header' }));
  return {
    name,
    replace,
    columns,
    rows: [header, ...detail.rows],
    table: {
      name: tableName,
      range: { top: 1, left: 1, bottom: detail.rows.length + 1, right: detail.headers.length },
    },
    frozenRows: 1,
  };
}

/** Lines looked at for the width of a column of text. */
const LOOKED_AT = 200;

/** Wide enough for what stands in it, within reason; a Chinese character is as wide as two others. */
function textWidth(detail: DetailTable, column: number): number {
  const cells = [detail.headers, ...detail.rows.slice(0, LOOKED_AT)].map((row) => String(row[column] ?? ''));
  const widest = Math.max(...cells.map((text) => displayWidth(text)));
  return Math.min(48, Math.max(10, widest + 3));
}

function summarySheet(rows: readonly (readonly SummaryCell[])[], name: string, replace: boolean): NewSheet {
  const widths = [26, 34, 12, 20, 20, 20, 14, 14];
  return {
    name,
    replace,
    columns: widths.map((width) => ({ width })),
    rows: rows.map((row) => row.map(summaryCell)),
  };
}

const EMPHASES = {
  title: 'title',
  section: 'title',
  header: 'header',
  total: 'totalLabel',
  note: 'text',
  none: 'text',
} as const satisfies Record<string, StyleName>;

function summaryCell(cell: SummaryCell): SheetCell {
  if (cell.kind === 'label') {
    return cell.text === '' && cell.emphasis === 'none'
      ? null
      : { value: cell.text === '' ? null : cell.text, style: EMPHASES[cell.emphasis] };
  }
  const style: StyleName = cell.kind === 'count' ? 'count' : cell.total ? 'total' : 'money';
  return { formula: cell.formula, value: cell.value, style };
}
