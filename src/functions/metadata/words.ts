import type { BaseUnit, Bilingual, Indicator } from '../../rules';
import type { ClauseParameter } from '../catalogue/catalogue';

/** The words of the help that Excel shows beside a function's arguments. */

const UNITS: Readonly<Record<BaseUnit, Bilingual>> = {
  元: { zh: '单位：元', en: 'in CNY (yuan)' },
  USD: { zh: '单位：美元（USD）', en: 'in USD' },
  '㎡': { zh: '单位：㎡', en: 'in m² (square metres)' },
  亩: { zh: '单位：亩', en: 'in mu' },
  吨: { zh: '单位：吨', en: 'in tonnes' },
  户: { zh: '单位：户', en: 'number of enterprises' },
  人: { zh: '单位：人', en: 'number of people' },
  个: { zh: '单位：个', en: 'number' },
  单: { zh: '单位：单', en: 'number of orders' },
  辆: { zh: '单位：辆', en: 'number of vehicles' },
  名: { zh: '名次，1 为第一名', en: 'rank, 1 is the first' },
  年: { zh: '单位：年', en: 'in years' },
  月: { zh: '单位：月', en: 'in months' },
  日: { zh: '单位：日', en: 'in days' },
  比例: { zh: '比例：15% 或 0.15', en: 'ratio: 15% or 0.15' },
};

/** What is to stand in the cells of the argument. */
export function contentWords(indicator: Indicator): Bilingual {
  switch (indicator.type) {
    case 'boolean':
      return { zh: '是或否', en: 'yes or no' };
    case 'date':
      return { zh: '日期', en: 'date' };
    case 'category':
      return categoryWords(indicator);
    case 'text':
      return { zh: '文字', en: 'text' };
    case 'table':
      return {
        zh: '两列的区域：门槛、金额（元）',
        en: 'a range of two columns: thresholds, amounts in yuan',
      };
    default:
      return UNITS[countUnit(indicator)];
  }
}

/** A count of places (入围名次数) has the unit of ranks and is none. */
function countUnit({ type, unit = '个' }: Indicator): BaseUnit {
  return type === 'count' && unit === '名' ? '个' : unit;
}

const SHOWN = 4;

function categoryWords({ values }: Indicator): Bilingual {
  if (values.length === 0) return { zh: '类别', en: 'category' };
  const names = values.slice(0, SHOWN).map(({ name }) => name);
  const more = values.length > SHOWN;
  return {
    zh: `类别：${names.join('、')}${more ? ' 等' : ''}`,
    en: `category: ${names.join(', ')}${more ? ' …' : ''}`,
  };
}

/** What a blank means, or that the argument may be left out. */
export function blankWords({ indicator, required }: ClauseParameter): Bilingual {
  if (indicator.parameter === 'decided')
    return { zh: '条文未定，由部门核定；可不填', en: 'left to the department by the text; may be left out' };
  if (indicator.parameter === 'published') return { zh: '按公布的数填', en: 'as published' };
  if (!required) return { zh: '可不填', en: 'may be left out' };
  return BLANKS[indicator.blank];
}

const BLANKS: Readonly<Record<Indicator['blank'], Bilingual>> = {
  no: { zh: '空白算“否”', en: 'a blank is no' },
  none: { zh: '空白算没有', en: 'a blank is none' },
  zero: { zh: '空白算 0', en: 'a blank is 0' },
  missing: { zh: '空白即缺数据', en: 'a blank is missing data' },
};
