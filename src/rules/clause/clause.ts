import { checkAward } from '../award';
import type { Scope } from '../check';
import { type AwardNode, type Clause, type ClauseKind, type Pool, POOL_SHARINGS } from '../model';
import type { RawClause } from '../schema';
import { reportMissingKey } from '../schema';
import { checkConditions } from './conditions';
import { type EntrySource, entryBase } from './entry';
import { checkExamples } from './examples';
import { reportKindMismatch } from './kind';
import { checkForReference, declareFigures, declareInputs, declareLets } from './names';
import { checkPayout } from './payout';
import { checkPeriod } from './period';
import { declareReadings } from './readings';
import { standaloneAmount } from './standalone-figure';

/** A computable measure: names first, then conditions and amount, then examples. */
export function buildClause(source: EntrySource, kind: ClauseKind, scope: Scope): Clause {
  const { raw } = source;
  const { report } = scope;
  const readings = declareReadings(raw.readings, scope);
  const inputs = declareInputs(raw, scope);
  declareFigures(raw.figures, scope);
  checkForReference(raw.forReference, scope);
  const lets = declareLets(raw.let, scope);
  const when = checkConditions(raw.when, scope);
  const requiresAny = (raw.requires ?? []).flatMap((name) => scope.clauses.resolve(name, report) ?? []);
  const award = checkAmount(raw, scope);
  const pool = checkPool(raw, scope);
  const inForce = raw.inForce === undefined ? undefined : checkPeriod(raw.inForce, report);
  if (
    raw.grain === undefined &&
    kind !== 'support' &&
    !raw.at.entries.some(({ key }) => key.value === 'grain')
  ) {
    reportMissingKey(raw.at, 'grain', { zh: '条款', en: 'The clause' }, report);
  }
  const clause: Clause = {
    ...entryBase(source, scope),
    kind,
    ...(raw.function === undefined ? {} : { function: raw.function.value }),
    ...(raw.beneficiary === undefined ? {} : { beneficiary: raw.beneficiary }),
    grain: raw.grain?.value ?? 'enterprise',
    inputs,
    let: lets,
    when,
    requiresAny,
    ...(award === undefined ? {} : { award }),
    readings,
    payout: checkPayout(raw.payout, report),
    ...(pool === undefined ? {} : { pool }),
    ...(inForce === undefined ? {} : { inForce }),
    examples: checkExamples(raw.examples, scope),
  };
  if (raw.kind !== undefined) reportKindMismatch(clause, raw, scope);
  return clause;
}

function checkAmount(raw: RawClause, scope: Scope): AwardNode | undefined {
  const node = raw.award ?? raw.saving;
  return node && checkAward(node, scope);
}

function checkPool(raw: RawClause, scope: Scope): Pool | undefined {
  const amount = standaloneAmount(raw.pool?.amount, 'pool', scope);
  const name = raw.pool?.reading;
  const reading = name && scope.reading(name.value);
  if (name !== undefined && reading === undefined) {
    scope.report('unknown-reading', name.span, { name: name.value, suggestion: undefined });
  }
  for (const { name: option } of reading?.options ?? []) {
    if (name !== undefined && !POOL_SHARINGS.some((sharing) => sharing === option)) {
      scope.report('pool-option', name.span, { option, known: POOL_SHARINGS });
    }
  }
  return amount === undefined
    ? undefined
    : { amount, ...(reading === undefined ? {} : { reading: reading.id }) };
}
