import type { Scope } from '../check';
import type { AwardNode, Clause, Expr } from '../model';
import type { RawClause } from '../schema';
import { type AwardLeaf, indicatorsIn, indicatorsInAward, leavesOf } from '../walk';
import type { MapEntry } from '../yaml';

/** Checks that the amount is of the kind that the clause says: fixed by the text, bounded, or left open. */
export function reportKindMismatch(clause: Clause, raw: RawClause, scope: Scope): void {
  const entry = (name: string): MapEntry | undefined => raw.at.entries.find(({ key }) => key.value === name);
  const mismatch = (at: MapEntry | undefined, zh: string, en: string): void => {
    const span = at?.key.span ?? raw.kind?.span ?? raw.at.span;
    scope.report('kind-mismatch', span, { kind: clause.kind, zh, en });
  };
  const [award, saving] = [entry('award'), entry('saving')];
  if (clause.kind === 'support') {
    for (const name of ['award', 'saving', 'function', 'payout', 'pool']) {
      const at = entry(name);
      if (at !== undefined)
        mismatch(at, `非货币支持不能有 ${name}`, `a support is not money and has no ${name}`);
    }
    return;
  }
  if (entry('function') === undefined)
    mismatch(
      undefined,
      '缺少 function（自定义函数名）',
      'function, the name of the custom function, is missing',
    );
  if (clause.kind === 'contribution') {
    if (award !== undefined) mismatch(award, '减负金额应写在 saving 里', 'what is saved stands under saving');
    else if (saving === undefined) mismatch(undefined, '缺少 saving', 'saving is missing');
    return;
  }
  if (saving !== undefined)
    mismatch(
      saving,
      '只有 contribution 用 saving，金额应写在 award 里',
      'only a contribution has saving; the amount stands under award',
    );
  else if (award === undefined) mismatch(undefined, '缺少 award', 'award is missing');
  if (clause.award !== undefined && award !== undefined)
    reportParameters(clause, clause.award, award, mismatch, scope);
}

function reportParameters(
  clause: Clause,
  node: AwardNode,
  at: MapEntry,
  mismatch: (at: MapEntry, zh: string, en: string) => void,
  scope: Scope,
): void {
  const decided = (key: string): boolean => scope.vocabulary.indicators.get(key)?.parameter === 'decided';
  const open = [...indicatorsInAward(node, clause.let)].filter(decided);
  if (clause.kind === 'award' && open.length > 0) {
    const names = open.join('、');
    mismatch(
      at,
      `金额取决于分析者给的 ${names}（应为 ceiling 或 unquantified）`,
      `the amount depends on ${names}, which the analyst gives (write ceiling or unquantified)`,
    );
  }
  if (clause.kind === 'unquantified' && open.length === 0) {
    mismatch(
      at,
      '金额全由文件确定，没有分析者给的参数（应为 award）',
      'the text fixes the amount and no parameter of the analyst stands in it (write award)',
    );
  }
  if (clause.kind === 'ceiling') {
    const bounded = leavesOf(node).some((leaf) => isFixedCap(leaf, decided, clause.let));
    if (!bounded) scope.report('ceiling-without-bound', at.key.span, {});
  }
}

function isFixedCap(
  leaf: AwardLeaf,
  decided: (key: string) => boolean,
  lets: ReadonlyMap<string, Expr>,
): boolean {
  if (leaf.form === 'lookup' || leaf.cap === undefined) return false;
  return ![...indicatorsIn(leaf.cap.amount, lets)].some(decided);
}
