import type { Status } from '../engine';
import type { Bilingual } from '../rules';

/** The fixed words of annotations and reports. */

export const STATUS_WORDS: Readonly<Record<Status, Bilingual>> = {
  payable: { zh: '应享', en: 'payable' },
  superseded: { zh: '择优不重复', en: 'superseded' },
  duplicate: { zh: '重复行', en: 'duplicate' },
  conflict: { zh: '金额冲突', en: 'conflict' },
  vetoed: { zh: '一票否决', en: 'vetoed' },
  notEligible: { zh: '不在适用范围', en: 'not eligible' },
  ceiling: { zh: '仅有上限', en: 'ceiling' },
  saving: { zh: '减负', en: 'saving' },
  unquantified: { zh: '未定金额', en: 'unquantified' },
  applicable: { zh: '适用', en: 'applicable' },
  missing: { zh: '缺数据', en: 'missing data' },
  notMet: { zh: '不符合', en: 'not met' },
  notInForce: { zh: '不在有效期', en: 'not in force' },
};

/** Annotation columns, in their order beside the data. The ids stand in hidden names: never change them. */
export const ANNOTATION_COLUMNS = [
  { id: 'award', header: { zh: '应享金额(元)', en: 'Award (CNY)' }, money: true },
  { id: 'ceiling', header: { zh: '上限金额(元)', en: 'Ceiling (CNY)' }, money: true },
  { id: 'saving', header: { zh: '减负金额(元)', en: 'Saving (CNY)' }, money: true },
  { id: 'capHits', header: { zh: '封顶条款', en: 'Caps hit' }, money: false },
  { id: 'clauses', header: { zh: '适用条款', en: 'Applicable clauses' }, money: false },
  { id: 'notStacked', header: { zh: '不重复条款', en: 'Not stacked' }, money: false },
  { id: 'missing', header: { zh: '缺失数据', en: 'Missing data' }, money: false },
  { id: 'approval', header: { zh: '审批', en: 'Approval' }, money: false },
] as const;
export type AnnotationColumnId = (typeof ANNOTATION_COLUMNS)[number]['id'];

/** Columns of the 明细 sheet that belong to the people who check: kept when we evaluate again. */
export const REVIEW_COLUMNS = [
  { header: { zh: '核定金额', en: 'Approved amount' }, money: true },
  { header: { zh: '审核意见', en: 'Review opinion' }, money: false },
  { header: { zh: '状态', en: 'Status' }, money: false },
] as const satisfies readonly { readonly header: Bilingual; readonly money: boolean }[];
