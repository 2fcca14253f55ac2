import type { Report } from '../diagnostics';
import type { PayoutShare } from '../model';
import type { RawClause } from '../schema';

type RawPayout = NonNullable<RawClause['payout']>;

const AT_ONCE: readonly PayoutShare[] = [{ after: 0, weight: 1 }];

/** `{ after: 1 }`: everything a year later; `{ shares: '4:3:3' }`: over as many years, from the award's year. */
export function checkPayout(raw: RawPayout | undefined, report: Report): readonly PayoutShare[] {
  if (raw === undefined) return AT_ONCE;
  const after = raw.after?.value ?? 0;
  if (raw.shares === undefined) return [{ after, weight: 1 }];
  const weights = raw.shares.value.split(':').map((weight) => weight.trim());
  if (weights.every((weight) => /^[1-9]\d{0,3}$/u.test(weight))) {
    return weights.map((weight, year) => ({ after: after + year, weight: Number(weight) }));
  }
  report('bad-literal', raw.shares.span, {
    written: raw.shares.value,
    zh: '各年的份额（如 4:3:3）',
    en: 'the shares of the years (such as 4:3:3)',
  });
  return AT_ONCE;
}
