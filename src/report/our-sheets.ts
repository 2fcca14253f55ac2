import type { ClauseOutcome, PolicyOutcome } from '../engine';
import type { Lang } from '../rules';
import { cellAddress, type CellRange, type Grid } from '../sheet';
import type { AuditLine } from './audit';
import { detailTable, type DetailTable } from './detail';
import type { Basis, DetailColumnKind, RowIdentity } from './detail-columns';
import { displayWidth } from './display-width';
import { nameSafe, type OurSheetKind, printOurName } from './names';
import type { OurNameEdit } from './our-names';
import { type Ours, rangeFormula } from './ours';
import { NO_REVIEWS, readReviews } from './reviews';
import { summaryRows } from './summary';
import type { SummaryCell } from './summary-cell';

/** How a cell of ours looks; what that is in fonts and fills, whoever writes it knows. */
export type CellLook =
  'plain' | 'text' | 'money' | 'count' | 'title' | 'header' | 'total' | 'totalLabel' | 'input' | 'inputMoney';

/** A bare value has the look of its column. */
export type OurCell = string | number | null | StyledValue | FormulaWithValue;
export interface StyledValue {
  readonly value: string | number | null;
  readonly style: CellLook;
}
/** `formula` without `=`, with English function names; `value` is what it comes to. */
export interface FormulaWithValue {
  readonly formula: string;
  readonly value: number;
  readonly style: CellLook;
}

export interface OurColumn {
  /** In characters. */
  readonly width: number;
  readonly style?: CellLook;
  /** A user added it: what it held is carried over. */
  readonly users?: true;
}

/** A sheet of ours from its first cell on, whoever writes it. */
export interface OurSheet {
  readonly kind: OurSheetKind;
  readonly policy: string;
  readonly name: string;
  /** It is there from an earlier run. */
  readonly replace: boolean;
  readonly columns: readonly OurColumn[];
  readonly rows: readonly (readonly OurCell[])[];
  /** Headers in its first row. */
  readonly table?: { readonly name: string; readonly range: CellRange };
  /** Rows at the top that stay in view. */
  readonly frozenRows?: number;
}

/** The 明细 and 汇总 sheets of one policy. */
export interface PolicySheets {
  readonly sheets: readonly OurSheet[];
  readonly names: readonly OurNameEdit[];
  readonly orphanedReviews: number;
}

export interface PolicySheetsInput {
  readonly outcome: PolicyOutcome;
  readonly ours: Ours;
  readonly groups: readonly string[];
  /** Every header that may have stood as a group column in an earlier 明细. */
  readonly groupHeaders: ReadonlySet<string>;
  readonly identity: (sheet: number, row: number) => RowIdentity;
  readonly basis: (sheet: number, clause: ClauseOutcome) => Basis;
  /** What the figures were made from, a line each. */
  readonly provenance: readonly string[];
  /** Findings about the data, in the order in which they are worked off. */
  readonly audit: readonly AuditLine[];
  readonly lang: Lang;
  /** Reads a sheet of the workbook; null where there is none. */
  readonly gridOf: (sheetName: string) => Grid | null;
  /** Names of sheets and tables that are taken already, lower case; ours are added. */
  readonly taken: TakenNames;
}

export interface TakenNames {
  readonly sheets: Set<string>;
  readonly tables: Set<string>;
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
  const summaryWidth = summary.reduce((width, row) => Math.max(width, row.length), 1);
  const lastOfSummary = cellAddress(summary.length, summaryWidth);
  return {
    orphanedReviews: detail.orphanedReviews,
    sheets: [
      { ...detailSheet(detail, names.table), policy: id, name: names.detail, replace: earlier !== undefined },
      { ...summarySheet(summary), policy: id, name: names.summary, replace: earlierSummary !== undefined },
    ],
    names: [
      ourName('detail', id, rangeFormula(names.detail, 'A1', last)),
      ourName('summary', id, rangeFormula(names.summary, 'A1', lastOfSummary)),
    ],
  };
}

function ourName(kind: 'detail' | 'summary', policy: string, formula: string): OurNameEdit {
  return { name: printOurName({ kind, policy }), sheet: null, formula, hidden: true };
}

/** The policy's sheet of an earlier run, wherever it stands and whatever it is called now. */
function earlierSheet(
  kind: 'detail' | 'summary',
  { outcome, ours, taken }: PolicySheetsInput,
): Ours['sheets'][number] | undefined {
  return ours.sheets.find(
    (sheet) =>
      sheet.policy === nameSafe(outcome.policy.id) &&
      sheet.kind === kind &&
      !sheet.copy &&
      taken.sheets.has(sheet.sheetName.toLowerCase()),
  );
}

/** The 明细 sheet of an earlier run, with what users filled in; formulas of theirs refer to its table by name. */
function earlierDetail(input: PolicySheetsInput) {
  const found = earlierSheet('detail', input);
  if (found === undefined) return undefined;
  const { sheetName, headerRow } = found;
  const grid = input.gridOf(sheetName);
  if (grid === null) return undefined;
  const table = grid.tables.find(({ range }) => range.top === headerRow) ?? grid.tables[0];
  return {
    sheetName,
    table: table?.name,
    reviews: readReviews(grid, table?.range.top ?? headerRow, input.groupHeaders),
  };
}

/** `明细 xishan-2020`, or with a number where a user's sheet has that name already; at most 31 characters. */
export function freeName(wanted: string, taken: Set<string>): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted.slice(0, 31) : `${wanted.slice(0, 26)} (${number})`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

export function freeTableName(wanted: string, taken: Set<string>): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted}_${number}`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

const LOOKS: Readonly<Record<DetailColumnKind, CellLook>> = {
  text: 'text',
  money: 'money',
  count: 'plain',
  review: 'input',
  reviewMoney: 'inputMoney',
  extra: 'plain',
};

type SheetContent = Omit<OurSheet, 'policy' | 'name' | 'replace'>;

function detailSheet(detail: DetailTable, tableName: string): SheetContent {
  const columns = detail.kinds.map((kind, index) => {
    const style = LOOKS[kind];
    if (kind === 'count') return { width: 8, style };
    if (kind === 'money' || kind === 'reviewMoney') return { width: 16, style };
    return { width: textWidth(detail, index), style, ...(kind === 'extra' ? { users: true as const } : {}) };
  });
  const header = detail.headers.map((value): StyledValue => ({ value, style: 'header' }));
  return {
    kind: 'detail',
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

function summarySheet(rows: readonly (readonly SummaryCell[])[]): SheetContent {
  const widths = [26, 34, 12, 20, 20, 20, 14, 14];
  return {
    kind: 'summary',
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
} as const satisfies Record<string, CellLook>;

function summaryCell(cell: SummaryCell): OurCell {
  if (cell.kind === 'label') {
    return cell.text === '' && cell.emphasis === 'none'
      ? null
      : { value: cell.text === '' ? null : cell.text, style: EMPHASES[cell.emphasis] };
  }
  if (cell.kind === 'amount') return { value: cell.value, style: 'money' };
  const style: CellLook = cell.kind === 'count' ? 'count' : cell.total ? 'total' : 'money';
  return { formula: cell.formula, value: cell.value, style };
}
