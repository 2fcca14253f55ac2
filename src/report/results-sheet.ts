import type { Lang } from '../rules';
import { cellAddress } from '../sheet';
import { DETAIL_HEADERS, type RowIdentity } from './detail-columns';
import { nameSafe, printOurName } from './names';
import type { OurNameEdit } from './our-names';
import { freeName, freeTableName, type OurCell, type OurSheet, type TakenNames } from './our-sheets';
import { type Ours, rangeFormula } from './ours';
import type { SheetPlacement } from './placement';

/** The columns of one policy on a sheet of their own, where none can stand beside the data. */
export interface ResultsInput {
  readonly policy: string;
  readonly placements: readonly SheetPlacement[];
  readonly identity: (sheet: number, row: number) => RowIdentity;
  readonly ours: Ours;
  readonly lang: Lang;
  readonly taken: TakenNames;
}

/** One line per enterprise, with the sheet and the row it stands in; null for a policy without columns. */
export function resultsSheet(
  input: ResultsInput,
): { readonly sheet: OurSheet; readonly name: OurNameEdit } | null {
  const { policy, placements, lang, taken } = input;
  const own = placements.map(({ columns }) => columns.filter((column) => column.policy === policy));
  const columns = own.find((found) => found.length > 0);
  if (columns === undefined) return null;
  const who = [DETAIL_HEADERS.sheet, DETAIL_HEADERS.row, DETAIL_HEADERS.creditCode, DETAIL_HEADERS.name];
  const headers = [...who.map((header) => header[lang]), ...columns.map(({ column }) => column.header)];
  const rows = placements.flatMap(({ sheetName, rowNumbers }, sheet) =>
    rowNumbers.map((rowNumber, row): OurCell[] => {
      const { creditCode, name } = input.identity(sheet, row);
      return [
        sheetName,
        rowNumber,
        creditCode,
        name,
        ...(own[sheet] ?? []).map(({ column }) => column.values[row] ?? null),
      ];
    }),
  );
  const earlier = input.ours.sheets.find(
    (found) => found.kind === 'results' && found.policy === nameSafe(policy) && !found.copy,
  );
  const name =
    earlier?.sheetName ?? freeName(`${lang === 'zh' ? '结果' : 'Results'} ${policy}`, taken.sheets);
  const range = { top: 1, left: 1, bottom: rows.length + 1, right: headers.length };
  const last = cellAddress(range.bottom, range.right);
  return {
    sheet: {
      kind: 'results',
      policy,
      name,
      replace: earlier !== undefined,
      columns: [
        { width: 16, style: 'text' },
        { width: 8, style: 'plain' },
        { width: 22, style: 'text' },
        { width: 30, style: 'text' },
        ...columns.map(({ column }) =>
          column.money ? { width: 16, style: 'money' as const } : { width: 24, style: 'text' as const },
        ),
      ],
      rows: [headers.map((value) => ({ value, style: 'header' as const })), ...rows],
      table: { name: tableName(policy, earlier !== undefined, taken), range },
      frozenRows: 1,
    },
    name: {
      name: printOurName({ kind: 'results', policy }),
      sheet: null,
      formula: rangeFormula(name, 'A1', last),
      hidden: true,
    },
  };
}

/** The table of an earlier run has the name that we gave it. */
function tableName(policy: string, isThere: boolean, taken: TakenNames): string {
  const wanted = `SUBSIDY_RESULTS_${nameSafe(policy)}`;
  return isThere ? wanted : freeTableName(wanted, taken.tables);
}
