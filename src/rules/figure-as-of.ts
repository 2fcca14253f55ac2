import { parseDate } from './literal';
import type { Figure, FigureValue } from './model';

/** A figure's value on a date: the latest that holds by then; before all of them, the first. */
export function figureAsOf(
  figure: Figure,
  date: string,
): { readonly text: string; readonly value: FigureValue } {
  const last = lastDay(date);
  return (
    figure.dated.findLast(({ from }) => firstDay(from) <= last) ?? { text: figure.text, value: figure.value }
  );
}

/** A year or a month stands for its last day when asked about, and for its first when something starts. */
const lastDay = (date: string): string => bounds(date, '12', '31');
const firstDay = (date: string): string => bounds(date, '01', '01');

function bounds(text: string, month: string, day: string): string {
  const parsed = parseDate(text);
  if (!parsed.ok) throw new RangeError(`not a date: ${text}`);
  const [year = '', writtenMonth = month, writtenDay = day] = text.trim().split('-');
  return `${year}-${writtenMonth}-${writtenDay}`;
}
