import { fold } from './fold';
import type { Form } from './name-forms';

/**
 * English headers: what their words do to a figure (`2023`, `prior year`, `growth YoY`), taken away, so that
 * what is left can be compared with the English names word by word (english-words.ts).
 */
export interface EnglishHeader {
  readonly text: string;
  readonly form: Form;
}

const YEAR = /\b(?:in |for |fy ?|of )?((?:19|20)\d{2})\b/;
const PRIOR = /\b(?:of |in |for )?(?:the )?(?:prior|previous|last|preceding)[ -]years?\b(?:'s)?/;
const CURRENT = /\b(?:of |in |for )?(?:the )?(?:current|this|full|whole)[ -]year\b(?:'s)?/;
const GROWTH =
  /\b(?:growth rate|growth|yoy|y\/y|y-o-y|increase|change|year[ -]on[ -]year|year[ -]over[ -]year)\b(?: of| in)?/g;
const PART =
  /\b(?:q[1-4]|h[12]|monthly|this month|quarter(?:ly)?|half[ -]year(?:ly)?|(?:first|second) half|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov)[a-z]*)\b/;

/** The header with and without its form words, the literal text first; empty for a header that is not English. */
export function englishReadings(name: string, sheetYear: number | undefined): readonly EnglishHeader[] {
  const whole = fold(name).toLowerCase();
  if (!/[a-z]{2}/.test(whole) || /[\u4e00-\u9fff]/.test(whole)) return [];
  const year = YEAR.exec(whole);
  const said = year === null ? 0 : Number(year[1]) - (sheetYear ?? NaN);
  const dated = whole.replace(YEAR, ' ').replace(CURRENT, ' ');
  const form: Form = { shift: said, growth: false, part: PART.test(dated) };
  const readings: EnglishHeader[] = [{ text: dated, form }];
  const prior = PRIOR.test(dated);
  const plain = dated.replace(PRIOR, ' ');
  const shift = prior ? Math.min(said, -1) : said;
  if (prior) readings.push({ text: plain, form: { ...form, shift } });
  const level = plain.replaceAll(GROWTH, ' ');
  if (level !== plain) readings.push({ text: level, form: { ...form, shift, growth: true } });
  return readings;
}
