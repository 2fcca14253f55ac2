/** The fictitious policy of test/packs and small tables for it, for tests of the command line. */
import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { run } from './run';
import type { Rows } from './workbook';

export const PACK = path.resolve(__dirname, '../packs/lakeside-2026');

export const [A, B, C, D] = [
  '91530112MAWF3A3L3Q',
  '91530112MAYKDNNX75',
  '91530112MAWH8ULY8R',
  '91530112MAYJGYLBXR',
] as const;

/**
 * 1.2 pays 8% of the equipment, at most 2,000,000, over three years; 2.1 pays 30,000 for every full million of
 * dollars; 3.4 is a ceiling of 500,000; 3.5 saves half of a bid bond.
 */
export const ENTERPRISES: Rows = [
  [
    '企业名称',
    '统一社会信用代码',
    '所属街道',
    '设备购置费(万元)',
    '年度出口额(万美元)',
    '是否认定首台（套）重大技术装备',
    '应缴投标保证金(元)',
    '备注',
  ],
  ['甲机械', A, '东街', 3000, 299, null, null, '首次申报'],
  ['乙电子', B, '西街', 100, null, '是', 1000, null],
  ['丙贸易', C, '东街', null, 99, null, null, null],
  ['丁食品', D, '西街', '约50', 150, null, null, null],
];

/** A rules folder with lakeside-2026 and, made from it, lakeside-2027. */
export async function rulesOfTwoYears(folder: string): Promise<string> {
  const rules = path.join(folder, 'rules');
  mkdirSync(rules);
  cpSync(PACK, path.join(rules, 'lakeside-2026'), { recursive: true });
  await run('rules', 'new', 'lakeside-2027', '--from', 'lakeside-2026', '--rules', rules);
  return rules;
}
