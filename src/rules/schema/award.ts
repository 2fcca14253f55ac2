import type { MapNode } from '../yaml';
import { type Definitions, defined, EXPECTED, type JsonSchema, type Shape, wrongShape } from './shape';
import { value } from './value';

/**
 * The keys of an award. Names of variants and of a reading's options are keys of the author's, so that
 * which keys a mapping may have depends on what is declared around it: `clause/award.ts` checks them.
 */
export const AWARD_VALUE_KEYS = {
  fixed: '固定金额 / fixed amount',
  base: '基数 / base',
  rate: '比例或单价 / rate or price',
  match: '配套的上级补助（用 lookup 时为 atLeast、atMost）/ the award that is matched',
  each: '每满多少 / one unit of the base',
  pays: '每一份给多少 / paid per unit',
  cap: '上限 / cap',
  bound: '以比例为上限 / bound as a share of the base',
  times: '乘以数量 / times a count',
  less: '减去已付 / less what was already paid',
  given: '由分析者给出 / given by the analyst',
  lookup: '查表的数 / value looked up',
} as const;

export const AWARD_OTHER_KEYS = [
  'units',
  'tiers',
  'variants',
  'firstGiven',
  'in',
  'uplift',
  'by',
  'take',
  'reading',
  'name',
  'when',
] as const;

export const award: Shape<MapNode> = defined('award', () => ({
  read: (node, report) => (node.kind === 'map' ? node : wrongShape(node, EXPECTED.map, report)),
  json: awardSchema,
}));

function awardSchema(definitions: Definitions): JsonSchema {
  const any = award.json(definitions);
  const aValue = value.json(definitions);
  const properties: Record<string, JsonSchema> = {};
  for (const [key, description] of Object.entries(AWARD_VALUE_KEYS))
    properties[key] = { anyOf: [aValue], description };
  return {
    type: 'object',
    properties: {
      ...properties,
      units: {
        description: 'whole 只计整份，proRata 按比例 / whole or proRata, or by a reading',
        anyOf: [{ enum: ['whole', 'proRata'] }, { type: 'object', required: ['reading'] }],
      },
      tiers: { type: 'array', items: any, description: '分档，从高到低 / tiers, highest first' },
      name: { type: ['string', 'number'], description: '档名 / name of the tier' },
      when: { type: 'string', description: '档的条件 / condition of the tier' },
      variants: {
        type: 'object',
        additionalProperties: { type: 'string' },
        description: '另有标准的情形 / variants and when they hold',
      },
      firstGiven: { type: 'array', items: any, description: '依次取第一个给出的 / the first that is given' },
      in: { type: 'string', description: '分析者的表 / table of the analyst' },
      uplift: { type: 'array', items: { type: 'string' }, description: '提标的基础条款 / base clauses' },
      by: { type: 'string' },
      take: { enum: ['highest', 'sum'] },
      reading: { type: 'string', description: '按读法取 / by reading' },
    },
    additionalProperties: any,
  };
}
