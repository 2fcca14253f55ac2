import type { ClauseOutcome, PolicyOutcome, RowOutcome, SheetOutcome } from '../engine';
import type { Lang, Policy } from '../rules';
import { moneyCell } from './money';
import { bracketed, clauseNumber, indicatorNames, labelled, listed } from './phrases';
import { ANNOTATION_COLUMNS, type AnnotationColumnId, STATUS_WORDS } from './words';

/** One column beside the data: a header and one value per data row. */
export interface AnnotationColumn {
  readonly id: AnnotationColumnId;
  readonly header: string;
  readonly money: boolean;
  /** In yuan for money; text otherwise, null where there is nothing to say. */
  readonly values: readonly (number | string | null)[];
}

/** The columns of one policy for one sheet. `named`: with the policy's id, where several stand on a sheet. */
export function annotationColumns(
  outcome: PolicyOutcome,
  sheet: SheetOutcome,
  lang: Lang,
  named: boolean,
): AnnotationColumn[] {
  return ANNOTATION_COLUMNS.map((column) => ({
    id: column.id,
    header: named ? `${column.header[lang]} ${outcome.policy.id}` : column.header[lang],
    money: column.money,
    values: sheet.rows.map((row) => cellOf(column.id, row, outcome.policy, lang)),
  }));
}

function cellOf(
  column: AnnotationColumnId,
  row: RowOutcome,
  policy: Policy,
  lang: Lang,
): number | string | null {
  switch (column) {
    case 'award':
      return moneyCell(row.award);
    case 'ceiling':
      return moneyCell(row.ceiling);
    case 'saving':
      return moneyCell(row.saving);
    case 'capHits':
      return joined(
        row.capHits.map((id) => clauseNumber(id)),
        lang,
      );
    case 'clauses':
      return joined(
        row.clauses.flatMap((clause) => applicable(clause, lang)),
        lang,
      );
    case 'notStacked':
      return joined(
        row.clauses.flatMap((clause) => notStacked(clause, lang)),
        lang,
      );
    case 'missing':
      return joined(
        row.clauses.flatMap((clause) => missingData(clause, policy, lang)),
        lang,
      );
    case 'approval':
      return approval(row, policy, lang);
  }
}

function joined(parts: readonly string[], lang: Lang): string | null {
  return parts.length === 0 ? null : parts.join(lang === 'zh' ? '；' : '; ');
}

/** Measures that are no money (`applicable`) hold for most rows: they stand in the JSON result only. */
function applicable(clause: ClauseOutcome, lang: Lang): string[] {
  const number = clauseNumber(clause.clause);
  switch (clause.status) {
    case 'payable':
      return [number];
    case 'ceiling':
    case 'saving':
    case 'unquantified':
    case 'vetoed':
    case 'notEligible':
      return [bracketed(number, STATUS_WORDS[clause.status][lang], lang)];
    default:
      return [];
  }
}

function notStacked(clause: ClauseOutcome, lang: Lang): string[] {
  const number = clauseNumber(clause.clause);
  if (clause.status === 'superseded' && clause.supersededBy !== undefined) {
    const winner = clauseNumber(clause.supersededBy.clause);
    return [bracketed(number, lang === 'zh' ? `已取${winner}` : `${winner} is paid instead`, lang)];
  }
  if (clause.status === 'superseded' || clause.status === 'duplicate' || clause.status === 'conflict') {
    return [bracketed(number, STATUS_WORDS[clause.status][lang], lang)];
  }
  return [];
}

function missingData(clause: ClauseOutcome, policy: Policy, lang: Lang): string[] {
  if (clause.status !== 'missing') return [];
  return [labelled(clauseNumber(clause.clause), indicatorNames(clause.missing, policy, lang), lang)];
}

function approval(row: RowOutcome, policy: Policy, lang: Lang): string | null {
  const route = policy.approval;
  if (route === undefined || row.approval.length === 0) return null;
  const numbers = row.approval.map((id) => clauseNumber(id));
  return labelled(listed(numbers, lang), route.above[lang], lang);
}
