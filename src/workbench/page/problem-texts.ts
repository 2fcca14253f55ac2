/** What the simulated Excel says when it refuses something that the user wants. */
import type { Bilingual } from '../../rules';
import type { ProblemCode } from '../host';

const TEXTS: Readonly<Record<ProblemCode, Bilingual>> = {
  AccessDenied: {
    zh: '工作表或工作簿受保护，不能这样改。',
    en: 'The sheet or workbook is protected against this change.',
  },
  MergedRangeConflict: {
    zh: '区域碰到合并单元格或表格，不能这样做。请先取消合并，或换个区域。',
    en: 'The range meets merged cells or a table. Unmerge them first, or choose another range.',
  },
  InsertDeleteConflict: {
    zh: '这样插入或删除会拆开一个表格。请选表格内外完整的行列。',
    en: 'This would tear a table apart. Choose whole rows or columns of it.',
  },
  NonBlankCellOffSheet: {
    zh: '插入会把最后一行或最后一列的内容挤出工作表。',
    en: 'This would push the last filled row or column off the sheet.',
  },
  ItemAlreadyExists: { zh: '已有同名的工作表。', en: 'There is a sheet of this name already.' },
  ItemNotFound: { zh: '找不到所指的工作表或区域。', en: 'The sheet or range is not there.' },
  FormulaLengthExceedsLimit: {
    zh: '公式太长（最多 8192 个字符）。',
    en: 'The formula is too long (8,192 characters at most).',
  },
  InvalidOperation: { zh: '这里不能这样做。', en: 'This cannot be done here.' },
  BadPassword: { zh: '密码不对。', en: 'The password is wrong.' },
  InvalidReference: { zh: '引用的单元格不存在。', en: 'The cells referred to are not there.' },
  RangeExceedsLimit: { zh: '区域太大。', en: 'The range is too large.' },
  InvalidArgument: {
    zh: '输入的名称、地址或内容不符合 Excel 的规定。',
    en: 'Excel does not take this name, address or content.',
  },
};

export function problemText(code: ProblemCode): Bilingual {
  return TEXTS[code];
}
