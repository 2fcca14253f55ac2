import type { ClauseOutcome, PolicyOutcome, RowOutcome, SheetOutcome } from '../engine';
import type { ClauseId, Lang, Policy } from '../rules';
import { moneyCell } from './money';
import { ANNOTATION_COLUMNS, type AnnotationColumnId, STATUS_WORDS } from './words';

/** One column beside the data: a header and one value per data row. */
export interface AnnotationColumn {
  readonly id: AnnotationColumnId;
  readonly header: string;
  readonly money: boolean;
  /** In yuan for money; text otherwise, null where there is nothing to say. */
  readonly values: readonly (number | string | null)[];
}

/**
 * The columns of one policy for one sheet. `suffix` tells policies apart where a sheet is annotated
 * for more than one.
 */
export function annotationColumns(
  outcome: PolicyOutcome,
  sheet: SheetOutcome,
  lang: Lang,
  suffix = '',
): AnnotationColumn[] {
  return ANNOTATION_COLUMNS.map((column) => ({
    id: column.id,
    header: column.header[lang] + suffix,
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
      return joined(row.capHits.map((id) => clauseNumber(id)));
    case 'clauses':
      return joined(row.clauses.flatMap((clause) => applicable(clause, lang)));
    case 'notStacked':
      return joined(row.clauses.flatMap((clause) => notStacked(clause, lang)));
    case 'missing':
      return joined(row.clauses.flatMap((clause) => missingData(clause, policy, lang)));
    case 'approval':
      return approval(row, policy, lang);
  }
}

function joined(parts: readonly string[]): string | null {
  return parts.length === 0 ? null : parts.join('；');
}

/** `xishan-2020/19.2` → `19.2`: beside the data the policy is known. */
export function clauseNumber(id: ClauseId): string {
  return id.slice(id.indexOf('/') + 1);
}

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
      return [`${number}${bracketed(STATUS_WORDS[clause.status][lang], lang)}`];
    default:
      return [];
  }
}

function notStacked(clause: ClauseOutcome, lang: Lang): string[] {
  const number = clauseNumber(clause.clause);
  if (clause.status === 'superseded' && clause.supersededBy !== undefined) {
    const winner = clauseNumber(clause.supersededBy.clause);
    return [`${number}${bracketed(lang === 'zh' ? `已取${winner}` : `${winner} is paid instead`, lang)}`];
  }
  if (clause.status === 'superseded' || clause.status === 'duplicate' || clause.status === 'conflict') {
    return [`${number}${bracketed(STATUS_WORDS[clause.status][lang], lang)}`];
  }
  return [];
}

function missingData(clause: ClauseOutcome, policy: Policy, lang: Lang): string[] {
  if (clause.status !== 'missing') return [];
  const names = clause.missing.map((key) => policy.vocabulary.indicators.get(key)?.names[lang] ?? key);
  return [
    `${clauseNumber(clause.clause)}${lang === 'zh' ? '：' : ': '}${names.join(lang === 'zh' ? '、' : ', ')}`,
  ];
}

function approval(row: RowOutcome, policy: Policy, lang: Lang): string | null {
  const route = policy.approval;
  if (route === undefined || row.approval.length === 0) return null;
  const numbers = row.approval.map((id) => clauseNumber(id)).join(lang === 'zh' ? '、' : ', ');
  return `${numbers}${lang === 'zh' ? '：' : ': '}${route.above[lang]}`;
}

function bracketed(text: string, lang: Lang): string {
  return lang === 'zh' ? `（${text}）` : ` (${text})`;
}
