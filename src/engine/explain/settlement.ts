import { money } from './format';
import { needsApproval } from '../settlement/approval';
import type { Derivation } from './derivation';
import type { ClauseOutcome, ExplanationNode, PolicyOutcome, Provisional, RowRef } from '../outcome';
import type { Bilingual, ClauseId, IndicatorKey, Policy } from '../../rules';

/** What settling the workbook made of a result: veto, scope, stacking, duplicates, approval, pool, payout. */
export function explainSettlement(
  outcome: ClauseOutcome,
  derivation: Derivation,
  settled: PolicyOutcome,
  at: RowRef,
): readonly ExplanationNode[] {
  const { plan } = derivation.bound.scope;
  const { policy } = plan;
  const note = (kind: ExplanationNode['kind'], text: Bilingual): ExplanationNode =>
    derivation.node(kind, text);
  const where = (ref: RowRef): Bilingual => placeOf(ref, settled);
  const nodes: ExplanationNode[] = [];
  if (outcome.status === 'notInForce')
    nodes.push(
      note('note', { zh: `政策或条款在${settled.asOf}不施行`, en: `not in force for ${settled.asOf}` }),
    );
  for (const key of outcome.vetoes ?? []) nodes.push(note('veto', provision(policy, key)));
  for (const key of outcome.scope ?? []) {
    const { zh, en } = provision(policy, key);
    nodes.push(note('scope', { zh: `不符合适用范围：${zh}`, en: `outside the scope: ${en}` }));
  }
  if (outcome.supersededBy !== undefined) {
    const winner = titleOf(policy, outcome.supersededBy.clause);
    const place = where(outcome.supersededBy.at);
    nodes.push(
      note('stacking', {
        zh: `择优不重复：由“${winner.zh}”给付（${place.zh}）`,
        en: `no stacking: paid under “${winner.en}” (${place.en})`,
      }),
    );
  }
  if (outcome.duplicateOf !== undefined) {
    const place = where(outcome.duplicateOf);
    nodes.push(
      note('stacking', {
        zh: `同一企业已在${place.zh}给付`,
        en: `already paid to the enterprise in ${place.en}`,
      }),
    );
  }
  if (outcome.conflictWith !== undefined) {
    const places = outcome.conflictWith.map(where);
    nodes.push(
      note('stacking', {
        zh: `同一企业各行金额不一：${places.map(({ zh }) => zh).join('、')}`,
        en: `different amounts for the enterprise: ${places.map(({ en }) => en).join(', ')}`,
      }),
    );
  }
  if (needsApproval(plan)(outcome) && policy.approval !== undefined) {
    const { above, threshold } = policy.approval;
    nodes.push(derivation.node('approval', above, { figures: [threshold] }));
  }
  nodes.push(...poolNodes(outcome, derivation, settled, at));
  nodes.push(...(outcome.provisional ?? []).map((reason) => note('note', provisionalText(reason, policy))));
  for (const id of outcome.review ?? []) nodes.push(derivation.reading(id));
  if (outcome.payout.length > 1 || (outcome.payout[0]?.after ?? 0) > 0) {
    for (const { after, amount } of outcome.payout) {
      const year = policy.year + after;
      nodes.push(
        derivation.node('payout', { zh: `${year}年兑付`, en: `paid in ${year}` }, { value: money(amount) }),
      );
    }
  }
  return nodes;
}

function poolNodes(
  outcome: ClauseOutcome,
  derivation: Derivation,
  settled: PolicyOutcome,
  at: RowRef,
): readonly ExplanationNode[] {
  const pool = settled.pools.find(({ clause }) => clause === outcome.clause);
  if (pool === undefined || outcome.status !== 'payable' || pool.reduction.isZero()) return [];
  const [claimed, size] = [money(pool.claimed), money(pool.size)];
  if (pool.sharing === 'first-come') {
    return [
      derivation.node(
        'pool',
        {
          zh: `资金池${size.zh}，申领合计${claimed.zh}，先到先得：没有申请日期，本户能否领到无法判定`,
          en: `the pool is ${size.en}, claims are ${claimed.en}: first come, first served; without dates of application nobody can say whom the cut meets`,
        },
        { figures: [pool.figure] },
      ),
    ];
  }
  const share = pool.shares.find((each) => each.at.sheet === at.sheet && each.at.row === at.row);
  if (share === undefined) return [];
  return [
    derivation.node(
      'pool',
      {
        zh: `资金池${size.zh}，申领合计${claimed.zh}，按比例折减`,
        en: `the pool is ${size.en}, claims are ${claimed.en}: shared in proportion`,
      },
      { value: money(share.amount), figures: [pool.figure] },
    ),
  ];
}

function provisionalText(reason: Provisional, policy: Policy): Bilingual {
  switch (reason.why) {
    case 'computedRank': {
      const group = reason.group ?? '';
      const cutoff =
        reason.cutoff === null
          ? { zh: '', en: '' }
          : { zh: `，取前${reason.cutoff}名`, en: `, the first ${reason.cutoff} are in` };
      return {
        zh: `名次按本表计算：${group}第${reason.rank}名，共${reason.groupSize}户${cutoff.zh}；须确认名单完整`,
        en: `rank computed from this sheet: ${group === '' ? '' : `${group}, `}${reason.rank} of ${reason.groupSize}${cutoff.en}; confirm that the list is complete`,
      };
    }
    case 'uncheckedVeto':
    case 'uncheckedScope': {
      const provisions = reason.keys.map((key) => provision(policy, key));
      return {
        zh: `表内无此列，未核：${provisions.map(({ zh }) => zh).join('、')}`,
        en: `no column, not checked: ${provisions.map(({ en }) => en).join(', ')}`,
      };
    }
    case 'openRival': {
      const rival = titleOf(policy, reason.clause);
      return {
        zh: `“${rival.zh}”缺数据，补齐后可能改由其给付`,
        en: `“${rival.en}” lacks data and may take precedence once it has them`,
      };
    }
  }
}

function provision(policy: Policy, key: IndicatorKey): Bilingual {
  return [...policy.vetoes, ...policy.scope].find((each) => each.key === key)?.label ?? { zh: key, en: key };
}

const titleOf = (policy: Policy, id: ClauseId): Bilingual =>
  policy.clauses.get(id)?.title ?? { zh: id, en: id };

function placeOf({ sheet, row }: RowRef, settled: PolicyOutcome): Bilingual {
  const outcome = settled.sheets[sheet];
  const number = outcome?.rows[row]?.rowNumber ?? row + 1;
  return { zh: `${outcome?.sheetName ?? ''}第${number}行`, en: `${outcome?.sheetName ?? ''} row ${number}` };
}
