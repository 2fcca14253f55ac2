/**
 * How amounts come about: the award of a clause comes in as YAML, a tree of award nodes goes out, with
 * tiers, variants and readings unfolded and the units checked to make yuan.
 */
export { checkAward } from './award';
