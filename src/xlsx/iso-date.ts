/** ISO 8601 dates, as cells of type `d` have them, to Excel's serial numbers. */

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?(?:Z|[+-]\d{2}:?\d{2})?$/;
const DAY = 86_400_000;

/** The day number with the time as its fraction; null where the text is no date. A time zone is ignored. */
export function serialOfIso(text: string, date1904: boolean): number | null {
  const match = ISO.exec(text.trim());
  if (match === null) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((digits) => Number(digits ?? 0));
  if (
    year === undefined ||
    month === undefined ||
    day === undefined ||
    hour === undefined ||
    minute === undefined ||
    second === undefined
  )
    return null;
  const midnight = Date.UTC(year, month - 1, day);
  const date = new Date(midnight);
  if (
    date.getUTCFullYear() !== year ||
    date.getUTCMonth() !== month - 1 ||
    date.getUTCDate() !== day ||
    hour > 24 ||
    minute > 59 ||
    second >= 60
  )
    return null;
  const fraction = (hour * 3600 + minute * 60 + second) / 86_400;
  if (date1904) return (midnight - Date.UTC(1904, 0, 1)) / DAY + fraction;
  const days = (midnight - Date.UTC(1899, 11, 30)) / DAY;
  // Excel takes 1900 for a leap year: before March its count is one less.
  return (days < 61 ? days - 1 : days) + fraction;
}
