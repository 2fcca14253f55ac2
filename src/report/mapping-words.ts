import type { Bilingual } from '../rules';
import type { LeftReason, MappingReason, SkipReason } from '../sheet';

/** Why a column was taken, left over, or a row skipped, for people. */
export const TAKEN_WORDS: Readonly<Record<MappingReason, Bilingual>> = {
  name: { zh: '指标名称', en: 'name' },
  english: { zh: '英文名称', en: 'English name' },
  alias: { zh: '别名', en: 'alias' },
  form: { zh: '名称加期别', en: 'name and period' },
  parent: { zh: '结合上级表头', en: 'with the header above' },
  near: { zh: '近似写法，请确认', en: 'near spelling, please confirm' },
  context: { zh: '结合其他列', en: 'with the other columns' },
  content: { zh: '根据内容', en: 'by its content' },
  clauseAmount: { zh: '条款的拟补助金额', en: 'given amount of a clause' },
  correction: { zh: '人工更正', en: 'corrected' },
};

export const LEFT_WORDS: Readonly<Record<LeftReason, Bilingual>> = {
  unknown: { zh: '词表里没有', en: 'not in the vocabulary' },
  noHeader: { zh: '没有表头', en: 'no header' },
  serial: { zh: '序号', en: 'serial numbers' },
  note: { zh: '备注、联系方式之类', en: 'remarks, contacts and the like' },
  ambiguous: { zh: '可能是几个指标之一', en: 'may be one of several' },
  proposal: { zh: '可能是，请确认', en: 'may be this; please confirm' },
  noSuchForm: { zh: '没有这一期别的指标', en: 'no indicator for this period' },
  notAnnual: { zh: '不是全年数', en: 'not a figure of the whole year' },
  unit: { zh: '单位不合', en: 'unit of another kind' },
  content: { zh: '内容不合', en: 'content of another kind' },
  repeated: { zh: '与另一列是同一指标', en: 'another column has the same indicator' },
  outside: { zh: '在企业所在的表格之外', en: 'beside the table of the enterprises' },
  correction: { zh: '人工排除', en: 'left out by correction' },
};

export const SKIPPED_WORDS: Readonly<Record<SkipReason, Bilingual>> = {
  subtotal: { zh: '合计、小计', en: 'totals' },
  ofWhich: { zh: '其中项', en: 'of which' },
  section: { zh: '分组标题', en: 'titles of groups' },
  header: { zh: '重复的表头', en: 'repeated headers' },
  unit: { zh: '单位或栏号', en: 'units or column numbers' },
  note: { zh: '注释、落款', en: 'notes and signatures' },
  blank: { zh: '空行', en: 'blank rows' },
  unidentified: { zh: '有数而无名称和代码', en: 'figures without name and code' },
  otherTable: { zh: '另一张表', en: 'another table' },
};
