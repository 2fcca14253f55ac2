import { squash } from './fold';

/**
 * Years and parts of years in headers and titles: `2020年1—12月`, `2019年末`, `本月`, `上半年`.
 * Figures of a part of the year are never annual figures.
 */
export interface Period {
  /** The text (squashed) without the period's words; 年 stays before 末, 初 and the like: `2019年末存款` → `年末存款`. */
  readonly rest: string;
  readonly year?: number;
  /** `year`: said to be the whole year; `part`: a month, quarter or half; `toDate`: 1—本月, which may be either. */
  readonly span?: PeriodSpan;
}
export type PeriodSpan = 'year' | 'part' | 'toDate';

const YEAR = /(?<![\d.])((?:19|20)\d{2})(?:年度|年份|年(?![末底初终内]))?(?![\d,.%])/;
const SHORT_YEAR = /(?<![\d.近满第每])([12]\d)年(?:度|份)?(?![以及期限内])/;
const DECEMBER_END = /12月(?:31日|末|底)/;

/** `2020年比2019年增长` is growth of 2020. */
const YEAR_OVER_YEAR = /((?:19|20)\d{2})年?[比较]((?:19|20)\d{2})年?/;

function yearOverYear(text: string, year: string, before: string): string {
  return Number(year) === Number(before) + 1 ? `${year}年` : text;
}

const SPANS: readonly (readonly [PeriodSpan, RegExp])[] = [
  ['year', /(?:1|一)月?[-~至到](?:12|十二)月份?|全年度?|jan(?:uary)?-dec(?:ember)?|fullyear|wholeyear/],
  ['toDate', /(?:1|一)月?[-~至到](?:本|当|报告)(?:月|期)|yeartodate|ytd/],
  ['part', /(?:\d{1,2}|十?[一二三四五六七八九十])月?[-~至到](?:\d{1,2}|十?[一二三四五六七八九十])月份?/],
  [
    'part',
    /(?<![\d个])(?:1[0-2]|[1-9])月份?|[本当上]月|[本上]季度?|单月|[上下]半年|(?:前|第)?[一二三四1-4]季度/,
  ],
  ['part', /\bq[1-4]\b|thismonth|monthly/],
];

/** Reads year and span off a header. */
export function readPeriod(text: string): Period {
  let rest = squash(text).replace(DECEMBER_END, '年末').replace(YEAR_OVER_YEAR, yearOverYear);
  const found = SPANS.find(([, pattern]) => pattern.test(rest));
  if (found !== undefined) rest = rest.replace(found[1], '');
  const span = found && { span: found[0] };
  const year = YEAR.exec(rest) ?? SHORT_YEAR.exec(rest);
  if (year?.[1] === undefined) return { rest, ...span };
  const written = Number(year[1]);
  return {
    rest: rest.replace(year[0], '').replace(/^年年/, '年'),
    year: written < 100 ? 2000 + written : written,
    ...span,
  };
}

/** All years that a text names, ascending. */
export function yearsIn(text: string): number[] {
  const years = [...squash(text).matchAll(/(?<!\d)((?:19|20)\d{2})(?!\d)/g)].map((match) => Number(match[1]));
  return [...new Set(years)].filter((year) => year >= 1990 && year <= 2099).toSorted((a, b) => a - b);
}
