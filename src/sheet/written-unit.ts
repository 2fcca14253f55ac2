import { type BaseUnit, Decimal, unitNamed } from '../rules';
import { fold } from './fold';

/**
 * Units as headers, unit rows and cells write them: `千元`, `人民币万元`, `RMB '000`, `万 m2`, `%` …
 * Every unit has its kind; two kinds are never converted into each other.
 */
export interface WrittenUnit {
  /** As written, without blanks around it. */
  readonly text: string;
  /** The base unit, or `other` for a measure that no indicator has (欧元, 立方米 …). */
  readonly base: BaseUnit | 'other';
  readonly factor: Decimal;
}

const MAGNITUDES: Readonly<Record<string, string>> = {
  '': '1',
  十: '10',
  百: '100',
  千: '1000',
  万: '10000',
  十万: '100000',
  百万: '1000000',
  千万: '10000000',
  亿: '100000000',
  十亿: '1000000000',
  百亿: '10000000000',
  千亿: '100000000000',
  万亿: '1000000000000',
};

const ENGLISH_MAGNITUDES: readonly (readonly [RegExp, string])[] = [
  [/^(?:100 ?million|hundred ?million|yi|100m|100mn)$/, '100000000'],
  [/^(?:billions?|bn)$/, '1000000000'],
  [/^(?:10 ?millions?|ten ?millions?)$/, '10000000'],
  [/^(?:millions?|mn|mil|m|mm|1,?000,?000)$/, '1000000'],
  [/^(?:10 ?k|10,?000|'?0,000|10 ?thousand|ten ?thousands?|wan)$/, '10000'],
  [/^(?:thousands?|k|1,?000|'?000s?|000)$/, '1000'],
  [/^(?:hundreds?|100)$/, '100'],
];

/** Measures by the words that name them; the first of each is the base unit's own name. */
const MEASURES: readonly (readonly [BaseUnit | 'other', string, RegExp])[] = [
  ['元', '1', /^(?:元|圆|人民币|元人民币|人民币元|元整|rmb|cny|yuan|rmb ?yuan|yuan ?rmb|¥|￥|块)$/],
  ['USD', '1', /^(?:美元|美金|usd|us\$|u\.s\.\$|dollars?|us ?dollars?|\$)$/],
  ['other', '1', /^(?:欧元|港元|港币|日元|英镑|卢布|韩元|澳元|泰铢|老挝基普|eur|euros?|hkd|jpy|gbp|€|£)$/],
  ['㎡', '1', /^(?:㎡|平方米|平米|平方|m2|m²|sqm|sq\.? ?m|square ?met(?:er|re)s?|平)$/],
  ['㎡', '10000', /^(?:公顷|hectares?|ha|hm2|hm²)$/],
  ['㎡', '1000000', /^(?:平方公里|平方千米|km2|km²|sq ?km)$/],
  ['亩', '1', /^(?:亩|mu)$/],
  ['吨', '1', /^(?:吨|t|tons?|tonnes?)$/],
  ['吨', '0.001', /^(?:公斤|千克|kg)$/],
  ['other', '1', /^(?:立方米|m3|m³|千瓦时|千瓦|度|米|公里|标准煤|吨标准煤|升)$/],
  ['户', '1', /^(?:户|家|enterprises?|firms?|companies)$/],
  ['人', '1', /^(?:人|人次|persons?|people|employees)$/],
  ['个', '1', /^(?:个|项|件|套|种|次|处|items?|pcs)$/],
  ['单', '1', /^(?:单|笔|票|orders?)$/],
  ['辆', '1', /^(?:辆|台|部|vehicles?|cars?)$/],
  ['名', '1', /^(?:名|位|rank)$/],
  ['年', '1', /^(?:年|years?)$/],
  ['月', '1', /^(?:月|个月|months?)$/],
  ['日', '1', /^(?:日|天|days?)$/],
  ['比例', '0.01', /^(?:%|±%|\+-%|\+\/-%|个?百分点|百分比|百分数|percent|pct|per ?cent)$/],
  ['比例', '0.001', /^(?:‰|千分比)$/],
  ['比例', '1', /^(?:倍|times)$/],
];

/** The unit that the whole text writes, or null: `（单位：万元）` and `万元` alike, but not `万元以上`. */
export function readUnit(text: string): WrittenUnit | null {
  const shown = stripBrackets(fold(text).trim());
  const word = shown
    .replace(/^(?:金额|计量|货币|面积|数量|产值)?(?:单位|units?)(?:是|为)?[:\s]*/i, '')
    .replace(/^in /i, '')
    .trim();
  if (word === '' || word.length > 24) return null;
  const exact = unitNamed(word);
  if (exact !== undefined) return { text: word, base: exact.base, factor: exact.factor };
  const lower = word.toLowerCase();
  const measured = chineseUnit(lower.replaceAll(' ', '')) ?? englishUnit(lower);
  return measured && { text: word, ...measured };
}

type Measure = Omit<WrittenUnit, 'text'>;

function chineseUnit(word: string): Measure | null {
  const parts = /^(人民币|rmb)?([十百千万亿]{0,2})(.*?)(人民币|rmb)?$/.exec(word);
  if (parts === null) return null;
  const [, before = '', magnitude = '', name = '', after = ''] = parts;
  const times = MAGNITUDES[magnitude];
  const currency = before + after;
  if (times === undefined || (name === '' && (currency === '' || magnitude === ''))) return named(word);
  const measure = named(name === '' ? '元' : name);
  if (measure === null || (currency !== '' && measure.base !== '元')) return named(word);
  if (magnitude !== '' && measure.base === '比例') return null;
  return { base: measure.base, factor: measure.factor.times(times) };
}

/** `RMB million`, `10,000 yuan`, `USD '000`, `thousand tonnes`. */
function englishUnit(word: string): Measure | null {
  for (const [pattern, times] of ENGLISH_MAGNITUDES) {
    for (const [magnitude, name] of splitsAtBlank(word)) {
      const measure = pattern.test(magnitude) ? named(name.replace(/^of /, '')) : null;
      if (measure !== null && measure.base !== '比例')
        return { base: measure.base, factor: measure.factor.times(times) };
    }
  }
  return null;
}

/** Magnitude and measure, whichever comes first. */
function splitsAtBlank(word: string): (readonly [string, string])[] {
  const splits: (readonly [string, string])[] = [];
  for (let at = word.indexOf(' '); at > 0; at = word.indexOf(' ', at + 1)) {
    const left = word.slice(0, at);
    const right = word.slice(at + 1);
    splits.push([left, right], [right, left]);
  }
  return splits;
}

function named(name: string): Measure | null {
  for (const [base, factor, pattern] of MEASURES) {
    if (pattern.test(name)) return { base, factor: new Decimal(factor) };
  }
  return null;
}

function stripBrackets(text: string): string {
  const inner = /^\((.*)\)$/.exec(text);
  return inner?.[1] !== undefined && !/[()]/.test(inner[1]) ? inner[1].trim() : text;
}

/** The several units of one line: `单位：千元、%、人`, `金额单位：万元；面积单位：㎡`. */
export function readUnits(text: string): WrittenUnit[] {
  return fold(text)
    .split(/[、,;/ ]+/)
    .map((part) => readUnit(part))
    .filter((unit) => unit !== null);
}
