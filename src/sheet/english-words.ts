/** English words of indicator names and headers: which say the same, and which say nothing. */

const SYNONYMS: readonly (readonly string[])[] = `
  enterprise company firm corporation business-entity organisation organization
  employee staff personnel worker headcount workforce
  number no count quantity qty
  amount value total sum
  expenditure expense spend spending outlay cost
  share stake proportion ratio percentage rate
  rank ranking position
  purchase purchased buying bought acquisition procurement procured
  commodity good merchandise
  epidemic covid covid-19 pandemic
  heavily severely seriously badly
  attracted introduced
  sme msme
  operator operating-entity
  per each
  date day time
  type kind category
  class grade tier level
  invested investment
  occupied occupancy
  tenant occupant lessee
  highest peak maximum max record
  historical history earlier
  paid-in paid received contributed
  phosphogypsum phosphogypse
  utilised utilized utilisation utilization used
  recognised recognized recognition certified certification accredited accreditation
  housing residential
  located resident
  outstanding balance
  relief relieved waived waiver exempted reduced
  premium contribution
  self own
  planting planted
  sold sale
  quota threshold
  leasing lease
  listed listing
  hq headquarter
  insured
  layoff dismissal redundancy
  vehicle car
  child children
  excl excluding without net
`
  .trim()
  .split('\n')
  .map((line) => line.trim().split(' '));

const EMPTY: readonly string[] = 'of the in a an and for to is by on no. at with or its whether'.split(' ');

/** Words that say nothing of a figure beyond what kind it is, or that it is real and of a year. */
const SOFT: readonly string[] =
  'enterprise name number amount actual actually annual yearly commercial business unit floor'.split(' ');

/** Longer ways to write one thing. */
export const ENGLISH_REWRITTEN: readonly (readonly [RegExp, string])[] = [
  [/\blaid[ -]off\b/g, 'layoff'],
  [/\bfiscal\b/g, ''],
  [/\bpaid[ -]in\b/g, 'paid'],
  [/\bpurchas(?:ing|es)\b/g, 'purchase'],
  [/\br ?(?:&|and) ?d\b|\bresearch (?:and|&) development\b/g, 'r&d'],
  [/\bhead[ -]?quarters?\b/g, 'hq'],
  [/\byear[ -]end\b|\bend of(?: the)? year\b/g, 'yearend'],
  [/\bfixed[ -]assets?\b/g, 'fixedasset'],
  [/\bcross[ -]border\b/g, 'crossborder'],
  [/\be-?commerce\b/g, 'ecommerce'],
  [/\bnew[ -]energy\b|\bnev\b/g, 'nev'],
];

export const ENGLISH_CONCEPT_OF: ReadonlyMap<string, string> = new Map([
  ...SYNONYMS.flatMap((words) => words.map((word): [string, string] => [word, words[0] ?? word])),
  ...EMPTY.map((word): [string, string] => [word, '']),
]);

export const ENGLISH_SOFT: ReadonlySet<string> = new Set(SOFT);

/** The word without the ending of its plural. */
export function englishStem(word: string): string {
  if (word.length <= 3 || word.endsWith('ss')) return word;
  return word.replace(/ies$/, 'y').replace(/s$/, '');
}
