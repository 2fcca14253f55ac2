import type { ClauseOutcome } from '../outcome';
import type { Plan } from '../plan';

/** Whether an award needs the higher approval: one award of one clause above the threshold (decision 24). */
export function needsApproval({ policy, figures }: Plan): (outcome: ClauseOutcome) => boolean {
  const threshold = policy.approval === undefined ? undefined : figures.get(policy.approval.threshold);
  if (threshold?.kind !== 'quantity') return () => false;
  return ({ status, amount }) => status === 'payable' && amount !== null && amount.gt(threshold.value);
}
