import type { Report } from '../diagnostics';
import { parseDate } from '../literal';
import type { RawPeriod } from '../schema';
import type { TextNode } from '../yaml';

/** From and to of a period; dates off the calendar and ends before the start are reported. */
export function checkPeriod(raw: RawPeriod | undefined, report: Report): { from?: string; to?: string } {
  const from = checkDate(raw?.from, report);
  const to = checkDate(raw?.to, report);
  if (raw?.from !== undefined && from !== undefined && to !== undefined && from > `${to}-99-99`) {
    report('reversed-range', raw.from.span, { from, to });
  }
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

export function checkDate(date: TextNode | undefined, report: Report): string | undefined {
  if (date === undefined) return undefined;
  if (parseDate(date.value).ok) return date.value;
  report('bad-date', date.span, { written: date.value });
  return undefined;
}
