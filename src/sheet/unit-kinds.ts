import type { BaseUnit } from '../rules';

/** What may be counted in the same words: 家 and 户, 个 and anything. Money and areas stay apart. */
const COUNTS: Partial<Record<BaseUnit, readonly BaseUnit[]>> = {
  户: ['户', '个'],
  人: ['人', '个', '名'],
  个: ['个', '户', '人', '单', '辆', '名'],
  单: ['单', '个'],
  辆: ['辆', '个'],
  名: ['名', '个', '人'],
  年: ['年', '个'],
};

/** Whether a figure written in one unit can be one of the other kind. */
export function sameKind(written: BaseUnit | 'other', wanted: BaseUnit): boolean {
  return written === wanted || (COUNTS[wanted] ?? []).some((base) => base === written);
}
