import { CellState, type Column, type SheetData } from '../columns';
import { enterpriseIn } from '../sheets/identity';
import type { DataFinding, Status } from '../outcome';
import type { Draft } from '../sheets/draft';
import type { IndicatorKey, Policy, ProvisionKey } from '../../rules';

/**
 * Vetoes and scope. A yes in a veto's column, in any row of the enterprise on any sheet, vetoes
 * all its rows; a condition of the scope that is not yes puts it outside. Keys without a column are
 * unchecked: silence is not a clean record.
 */
export function applyProvisions(
  drafts: readonly Draft[],
  policy: Policy,
  sheets: readonly SheetData[],
): readonly IndicatorKey[] {
  const vetoes = survey(policy.vetoes, sheets, (column, row) => isYes(column, row));
  const scope = survey(policy.scope, sheets, (column, row) => !isYes(column, row));
  for (const draft of drafts) {
    if (!CONCERNED.includes(draft.status)) continue;
    const against = vetoes.against(draft.enterprise);
    const outside = scope.against(draft.enterprise);
    if (against.length > 0) {
      draft.status = 'vetoed';
      draft.vetoes = against;
    } else if (outside.length > 0) {
      draft.status = 'notEligible';
      draft.scope = outside;
    }
    note(draft, 'uncheckedVeto', vetoes.unchecked(draft.enterprise));
    note(draft, 'uncheckedScope', scope.unchecked(draft.enterprise));
  }
  return [...vetoes.withoutColumn, ...scope.withoutColumn];
}

/** Vetoes and scope concern what gives money, is unquantified or is missing; `notMet` stays so. */
const CONCERNED: readonly Status[] = ['payable', 'ceiling', 'saving', 'unquantified', 'missing'];

/** Blanks where the scope asks for a yes. */
export function blankScope(policy: Policy, sheet: SheetData): readonly DataFinding[] {
  return policy.scope.flatMap(({ key }) => {
    const column = flagColumn(sheet, key);
    if (column === undefined) return [];
    return sheet.rowNumbers.flatMap((_, row): readonly DataFinding[] =>
      column.states[row] === CellState.blank ? [{ code: 'blankScope', row, key }] : [],
    );
  });
}

interface Survey {
  readonly against: (enterprise: string) => readonly IndicatorKey[];
  readonly unchecked: (enterprise: string) => readonly IndicatorKey[];
  readonly withoutColumn: readonly IndicatorKey[];
}

const NO_KEYS: readonly IndicatorKey[] = [];

function survey(
  provisions: readonly ProvisionKey[],
  sheets: readonly SheetData[],
  speaksAgainst: (column: Column, row: number) => boolean,
): Survey {
  const keys = provisions.map(({ key }) => key);
  const against = new Map<string, readonly IndicatorKey[]>();
  const unchecked = new Map<string, readonly IndicatorKey[]>();
  sheets.forEach((sheet, index) => {
    const enterpriseOf = enterpriseIn(sheet, index);
    const columns = keys.flatMap((key) => flagColumn(sheet, key) ?? []);
    const absent = keys.filter((key) => flagColumn(sheet, key) === undefined);
    for (let row = 0; row < sheet.columns.rowCount; row += 1) {
      const enterprise = enterpriseOf(row);
      const before = unchecked.get(enterprise);
      unchecked.set(enterprise, before === undefined ? absent : both(before, absent));
      for (const column of columns) {
        if (!speaksAgainst(column, row)) continue;
        const known = against.get(enterprise) ?? NO_KEYS;
        if (!known.includes(column.key))
          against.set(
            enterprise,
            keys.filter((key) => key === column.key || known.includes(key)),
          );
      }
    }
  });
  return {
    against: (enterprise) => against.get(enterprise) ?? NO_KEYS,
    unchecked: (enterprise) => unchecked.get(enterprise) ?? NO_KEYS,
    withoutColumn: keys.filter((key) => sheets.every((sheet) => flagColumn(sheet, key) === undefined)),
  };
}

/** The keys in both lists; one of the lists itself where it is contained in the other. */
function both(a: readonly IndicatorKey[], b: readonly IndicatorKey[]): readonly IndicatorKey[] {
  if (a === b || a.every((key) => b.includes(key))) return a;
  return a.filter((key) => b.includes(key));
}

/** A column of places (注册地 = 西山区) is not a flag: nobody is vetoed or left out by it. */
function flagColumn(sheet: SheetData, key: IndicatorKey): Extract<Column, { kind: 'flag' }> | undefined {
  const column = sheet.columns.byKey.get(key);
  return column?.kind === 'flag' ? column : undefined;
}

const isYes = (column: Column, row: number): boolean =>
  column.kind === 'flag' && column.states[row] === CellState.value && column.values[row] === 1;

function note(draft: Draft, why: 'uncheckedVeto' | 'uncheckedScope', keys: readonly IndicatorKey[]): void {
  if (keys.length > 0) draft.provisional = [...draft.provisional, { why, keys }];
}
