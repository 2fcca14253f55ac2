import type { PolicyOutcome } from '../engine';
import type { Lang } from '../rules';
import {
  detailTable,
  type DetailTable,
  NO_REVIEWS,
  nameSafe,
  type Ours,
  printOurName,
  readReviews,
  type Reviews,
  type RowIdentity,
  type SummaryCell,
  summaryRows,
} from '../report';
import type { NameEdit, NewColumn, NewSheet, SheetCell, Workbook } from '../xlsx';
import type { BasisOf } from './basis';

/** The 明细 and 汇总 sheets of one policy, as edits of the workbook. */
export interface PolicySheets {
  readonly put: readonly NewSheet[];
  readonly names: readonly NameEdit[];
  readonly detail: DetailTable;
}

export interface PolicySheetsInput {
  readonly workbook: Workbook;
  readonly outcome: PolicyOutcome;
  readonly ours: Ours;
  readonly groups: readonly string[];
  /** Every header that may stand as a group column: none of them is a user's own column. */
  readonly knownHeaders: readonly string[];
  readonly identity: (sheet: number, row: number) => RowIdentity;
  readonly basis: BasisOf;
  readonly lang: Lang;
  /** Names of sheets that are taken already, lower case; ours are added. */
  readonly takenSheets: Set<string>;
}

export function policySheets(input: PolicySheetsInput): PolicySheets {
  const { outcome, lang, ours } = input;
  const safe = nameSafe(outcome.policy.id);
  const found = (kind: 'detail' | 'summary'): string | undefined =>
    ours.sheets.find(
      (sheet) => sheet.policy === safe && sheet.kind === kind && hasSheet(input.workbook, sheet.sheetName),
    )?.sheetName;
  const earlierDetail = found('detail');
  const earlierSummary = found('summary');
  const detailName =
    earlierDetail ?? freeName(lang === 'zh' ? '明细' : 'Detail', outcome.policy.id, input.takenSheets);
  const summaryName =
    earlierSummary ?? freeName(lang === 'zh' ? '汇总' : 'Summary', outcome.policy.id, input.takenSheets);

  const make = (reviews: Reviews): DetailTable =>
    detailTable({
      outcome,
      lang,
      groups: input.groups,
      identity: input.identity,
      basis: (sheet, clause) => input.basis(outcome, sheet, clause),
      reviews,
    });
  const own = make(NO_REVIEWS);
  const detail =
    earlierDetail === undefined
      ? own
      : make(
          readReviews(
            input.workbook.readGrid(earlierDetail),
            new Set([...own.headers, ...input.knownHeaders]),
          ),
        );

  const tableName = `SUBSIDY_${safe}`;
  const title = `${outcome.policy.title[lang]}${lang === 'zh' ? ' 汇总' : ' – summary'}`;
  return {
    detail,
    put: [
      detailSheet(detail, detailName, earlierDetail !== undefined, tableName),
      summarySheet(
        summaryRows(outcome, detail, tableName, title, lang),
        summaryName,
        earlierSummary !== undefined,
      ),
    ],
    names: (
      [
        ['detail', detailName],
        ['summary', summaryName],
      ] as const
    ).map(([kind, sheet]) => ({
      name: printOurName({ kind, policy: outcome.policy.id }),
      sheet: null,
      formula: `'${sheet.replaceAll("'", "''")}'!$A$1`,
      hidden: true,
    })),
  };
}

function hasSheet(workbook: Workbook, name: string): boolean {
  return workbook.sheets.some((sheet) => sheet.name === name);
}

/** `明细 xishan-2020`, or with a number where a user's sheet has that name already. */
function freeName(word: string, policy: string, taken: Set<string>): string {
  for (let number = 1; ; number += 1) {
    const name = `${word} ${policy}`.slice(0, 26) + (number === 1 ? '' : ` (${number})`);
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

function detailSheet(detail: DetailTable, name: string, replace: boolean, tableName: string): NewSheet {
  const columns = detail.kinds.map((kind, index): NewColumn => {
    const width = Math.min(40, Math.max(12, [...(detail.headers[index] ?? '')].length * 2 + 4));
    if (kind === 'money') return { width: 16, style: 'money' };
    if (kind === 'count') return { width: 8, style: 'plain' };
    return { width, style: kind === 'review' ? 'input' : 'text' };
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

function summarySheet(rows: readonly (readonly SummaryCell[])[], name: string, replace: boolean): NewSheet {
  const widths = [22, 34, 10, 18, 18, 18];
  return {
    name,
    replace,
    columns: widths.map((width) => ({ width })),
    rows: rows.map((row) => row.map(cellOf)),
  };
}

function cellOf(cell: SummaryCell): SheetCell {
  switch (cell.kind) {
    case 'blank':
      return null;
    case 'sum': {
      const count = cell.formula.startsWith('COUNTIFS');
      return {
        formula: cell.formula,
        value: cell.value,
        style: count ? 'count' : cell.total ? 'total' : 'money',
      };
    }
    case 'label':
      return {
        value: cell.text,
        style: { title: 'title', header: 'header', total: 'totalLabel', none: 'text' }[cell.emphasis] as
          'title' | 'header' | 'totalLabel' | 'text',
      };
  }
}
