import { date, LEVELS, period, readings } from './article';
import { bilingual, language } from './bilingual';
import { list, named, optional, record, required, type ReadRecord } from './collection';
import { oneOf, text, wholeNumber } from './leaf';
import { value } from './value';

/** policy.yaml: shape only. */

const provisionFields = { key: required(text), zh: language, en: language };
const provision = record({ zh: '规定', en: 'The provision' }, provisionFields);
export type RawProvision = ReadRecord<typeof provisionFields>;

const exclusiveFields = {
  name: required(text),
  clauses: required(list(text)),
  order: optional(oneOf('highest', 'listed')),
  why: required(bilingual),
};
export type RawExclusive = ReadRecord<typeof exclusiveFields>;

const reviewFields = {
  name: required(text),
  parties: required(list(list(text))),
  reading: required(text),
  highestUnder: required(text),
  why: required(bilingual),
};
export type RawReview = ReadRecord<typeof reviewFields>;

const stacking = record(
  { zh: 'stacking', en: 'stacking' },
  {
    exclusive: optional(list(record({ zh: '互斥组', en: 'The exclusive group' }, exclusiveFields))),
    review: optional(list(record({ zh: '复核组', en: 'The review group' }, reviewFields))),
  },
);

const approvalFields = { threshold: required(text), upTo: required(bilingual), above: required(bilingual) };
export type RawApproval = ReadRecord<typeof approvalFields>;

const stepFields = { name: required(bilingual), by: required(bilingual), workingDays: optional(wholeNumber) };
export type RawStep = ReadRecord<typeof stepFields>;

const policyFields = {
  id: required(text),
  title: required(bilingual),
  document: required(bilingual),
  issuer: required(bilingual),
  level: required(oneOf(...LEVELS)),
  issued: required(date),
  inForce: required(period),
  year: required(wholeNumber),
  scope: optional(list(provision)),
  vetoes: optional(list(provision)),
  figures: optional(named(value)),
  stacking: optional(stacking),
  readings: optional(readings),
  approval: optional(record({ zh: 'approval', en: 'approval' }, approvalFields)),
  steps: optional(list(record({ zh: '步骤', en: 'The step' }, stepFields))),
  articles: required(list(text)),
  notes: optional(list(bilingual)),
};
export const policy = record({ zh: 'policy.yaml', en: 'policy.yaml' }, policyFields);
export type RawPolicy = ReadRecord<typeof policyFields>;
