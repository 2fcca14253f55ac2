import type { Vocabulary } from '../rules';
import { type Finding, finding } from './findings';
import { cellAddress, columnLetter } from './grid';
import type { ClauseTitle, SheetCorrections } from './reading';
import type { TableColumn } from './sheet-table';
import { readUnit } from './written-unit';

/** Columns as the analyst corrected them; a correction that names nothing known changes nothing. */
export function applyCorrections(
  columns: readonly TableColumn[],
  corrections: SheetCorrections | undefined,
  vocabulary: Vocabulary,
  clauseTitles: readonly ClauseTitle[],
): readonly TableColumn[] {
  if (corrections === undefined) return columns;
  return columns.map((table): TableColumn => {
    const { column } = table.header;
    const correction = corrections.columns.get(columnLetter(column));
    if (correction === undefined) return table;
    if (correction === null) {
      return {
        ...table,
        decision: { kind: 'leftover', column, why: 'correction', alternatives: [], named: null },
      };
    }
    const { key = null, clauseId = null } = correction;
    const known = key === null ? isClause(clauseId, clauseTitles) : vocabulary.indicators.has(key);
    if (!known) return table;
    const claim = {
      kind: 'claim',
      column,
      key,
      clauseId: key === null ? clauseId : null,
      why: 'correction',
      confidence: 1,
      alternatives: [],
    } as const;
    return { ...table, decision: claim };
  });
}

function isClause(clauseId: string | null, clauseTitles: readonly ClauseTitle[]): boolean {
  return clauseId !== null && clauseTitles.some((one) => one.clauseId === clauseId);
}

/** Corrections without effect: a file that was made for another sheet, or a slip in it. */
export function correctionFindings(
  columns: readonly TableColumn[],
  corrections: SheetCorrections | undefined,
  vocabulary: Vocabulary,
  clauseTitles: readonly ClauseTitle[],
): Finding[] {
  const letters = new Map(columns.map(({ header }) => [columnLetter(header.column), header.cell]));
  const findings: Finding[] = [];
  for (const [column, correction] of corrections?.columns ?? []) {
    const cell = letters.get(column);
    if (cell === undefined) {
      findings.push(
        finding('correctionUnused', [cellAddress(1, 1)], { column, value: '', problem: 'noSuchColumn' }),
      );
      continue;
    }
    const { key, clauseId, unit } = correction ?? {};
    if (key !== undefined && !vocabulary.indicators.has(key)) {
      findings.push(finding('correctionUnused', [cell], { column, value: key, problem: 'unknownKey' }));
    } else if (key === undefined && clauseId !== undefined && !isClause(clauseId, clauseTitles)) {
      findings.push(finding('correctionUnused', [cell], { column, value: clauseId, problem: 'unknownKey' }));
    }
    if (unit !== undefined && readUnit(unit) === null) {
      findings.push(finding('correctionUnused', [cell], { column, value: unit, problem: 'unknownUnit' }));
    }
  }
  return findings;
}
