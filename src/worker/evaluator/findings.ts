import type { PolicyOutcome } from '../../engine';
import { type AuditLine, auditLines, moneyText } from '../../report';
import { Decimal } from '../../rules';
import type { SheetReading } from '../../sheet';
import type { FindingSummary } from '../summaries';

/** Findings under all policies, each once: those on which the most money hangs first. */
export function findingSummaries(
  policies: readonly PolicyOutcome[],
  readings: readonly SheetReading[],
): FindingSummary[] {
  const found = new Map<
    string,
    { readonly line: AuditLine; readonly atStake: FindingSummary['atStake'][number][] }
  >();
  for (const outcome of policies) {
    for (const line of auditLines(outcome, readings)) {
      const key = `${line.sheetName}!${line.cell} ${line.code} ${line.text.zh}`;
      const known = found.get(key) ?? { line, atStake: [] };
      found.set(key, known);
      if (line.money.isZero() && line.open === 0) continue;
      known.atStake.push({ policy: outcome.policy.id, money: moneyText(line.money), open: line.open });
    }
  }
  return [...found.values()]
    .map(({ line: { sheetName, cell, severity, text }, atStake }) => ({
      summary: { sheetName, cell, severity, text, atStake },
      most: Decimal.max(0, ...atStake.map(({ money }) => money)),
      open: atStake.reduce((sum, { open }) => sum + open, 0),
    }))
    .toSorted((a, b) => b.most.comparedTo(a.most) || b.open - a.open)
    .map(({ summary }) => summary);
}
