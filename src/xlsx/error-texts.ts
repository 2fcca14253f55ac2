/**
 * Everything that can be wrong with a workbook file or with an edit: a closed list of codes, each
 * with what it needs to say where and what, and a text in both languages that says what to do.
 */
import type { Language } from './types';

/** What a file is, when it is not an .xlsx or .xlsm. */
export type FileKind =
  | 'empty'
  | 'xls'
  | 'xlsb'
  | 'ods'
  | 'office'
  | 'html'
  | 'xml'
  | 'text'
  | 'pdf'
  | 'archive'
  | 'zip'
  | 'unknown';

export type XmlProblem =
  | 'unexpected-end'
  | 'bad-tag'
  | 'mismatched-tag'
  | 'bad-attribute'
  | 'duplicate-attribute'
  | 'unknown-entity'
  | 'unbound-prefix'
  | 'bad-text'
  | 'bad-encoding'
  | 'too-deep'
  | 'too-long'
  | 'unexpected-content'
  | 'wrong-root'
  | 'missing-element'
  | 'missing-attribute'
  | 'out-of-order';

export type CellProblem = 'not-finite' | 'too-long' | 'outside-sheet' | 'twice' | 'shared-formula';

export type TableProblem = 'header' | 'duplicate-header' | 'range';

/** Things a file can have too many of, and of what. */
export type Countable =
  | 'parts'
  | 'elements'
  | 'names'
  | 'attributes'
  | 'strings'
  | 'characters'
  | 'merges'
  | 'cells'
  | 'formats'
  | 'tables'
  | 'sheets';

export interface Params {
  'not-a-workbook': { readonly found: FileKind };
  encrypted: Record<never, never>;
  'lock-file': Record<never, never>;
  truncated: Record<never, never>;
  'damaged-zip': Record<never, never>;
  'damaged-part': { readonly part: string };
  'duplicate-part': { readonly part: string };
  'unsafe-path': { readonly part: string };
  'too-large': { readonly part: string; readonly bytes: number; readonly limit: number };
  'suspicious-compression': { readonly part: string; readonly ratio: number };
  'too-many': { readonly part: string; readonly what: Countable; readonly limit: number };
  'missing-part': { readonly part: string; readonly neededBy: string };
  xml: { readonly part: string; readonly line: number; readonly problem: XmlProblem };
  dtd: { readonly part: string };
  'bad-reference': { readonly part: string; readonly line: number; readonly reference: string };
  'bad-shared-string': { readonly part: string; readonly cell: string; readonly index: string };
  'no-sheets': Record<never, never>;
  'duplicate-sheet': { readonly sheet: string };
  'no-such-sheet': { readonly sheet: string; readonly sheets: readonly string[] };
  'no-cells': { readonly sheet: string };
  'sheet-exists': { readonly sheet: string };
  'bad-sheet-name': { readonly sheet: string };
  'last-sheet': Record<never, never>;
  'sheet-twice': { readonly sheet: string };
  'bad-cell': { readonly sheet: string; readonly cell: string; readonly problem: CellProblem };
  'bad-name': { readonly name: string };
  'name-taken': { readonly name: string };
  'bad-table': { readonly table: string; readonly problem: TableProblem };
}

export type WorkbookErrorCode = keyof Params;

export type Text<P> = (params: P) => string;

const FILE_KINDS: Record<FileKind, Record<Language, string>> = {
  empty: { zh: '文件是空的', en: 'the file is empty' },
  xls: { zh: '这是旧版 Excel 97-2003 格式（.xls）', en: 'this is the old Excel 97-2003 format (.xls)' },
  xlsb: { zh: '这是二进制工作簿（.xlsb）', en: 'this is a binary workbook (.xlsb)' },
  ods: { zh: '这是 OpenDocument 文件（.ods 等）', en: 'this is an OpenDocument file (.ods or the like)' },
  office: {
    zh: '这是其他 Office 文件（Word、PowerPoint 等）',
    en: 'this is another Office file (Word, PowerPoint …)',
  },
  html: {
    zh: '这是网页（HTML），只是用了表格文件的扩展名',
    en: 'this is a web page (HTML) with the extension of a spreadsheet',
  },
  xml: { zh: '这是 XML 文件', en: 'this is an XML file' },
  text: { zh: '这是文本文件（如 CSV）', en: 'this is a text file (such as CSV)' },
  pdf: { zh: '这是 PDF 文件', en: 'this is a PDF file' },
  archive: { zh: '这是其他压缩文件（RAR、7z、gzip）', en: 'this is another kind of archive (RAR, 7z, gzip)' },
  zip: { zh: '这是 ZIP 压缩文件，里面没有工作簿', en: 'this is a ZIP archive without a workbook in it' },
  unknown: { zh: '无法识别文件内容', en: 'its content is not recognised' },
};

const XML_PROBLEMS: Record<XmlProblem, Record<Language, string>> = {
  'unexpected-end': { zh: '内容意外结束', en: 'it ends too early' },
  'bad-tag': { zh: '标签写法有误', en: 'a tag is malformed' },
  'mismatched-tag': { zh: '结束标签与开始标签不一致', en: 'a closing tag does not match its opening tag' },
  'bad-attribute': { zh: '属性写法有误', en: 'an attribute is malformed' },
  'duplicate-attribute': { zh: '同一属性出现两次', en: 'an attribute is given twice' },
  'unknown-entity': { zh: '含有未知的实体引用', en: 'it has an unknown entity reference' },
  'unbound-prefix': { zh: '命名空间前缀未声明', en: 'a namespace prefix is not declared' },
  'bad-text': { zh: '文字不是有效的 UTF-8 或 UTF-16', en: 'its text is not valid UTF-8 or UTF-16' },
  'bad-encoding': { zh: '编码不是 UTF-8 或 UTF-16', en: 'its encoding is neither UTF-8 nor UTF-16' },
  'too-deep': { zh: '嵌套过深', en: 'it is nested too deeply' },
  'too-long': { zh: '单个标签或文字过长', en: 'a single tag or text is too long' },
  'unexpected-content': { zh: '在不该有内容的地方有内容', en: 'it has content where none may be' },
  'wrong-root': { zh: '根元素不对', en: 'its root element is not the expected one' },
  'missing-element': { zh: '缺少必需的元素', en: 'a required element is missing' },
  'missing-attribute': { zh: '缺少必需的属性', en: 'a required attribute is missing' },
  'out-of-order': { zh: '行或单元格没有按顺序排列', en: 'rows or cells are not in order' },
};

const CELL_PROBLEMS: Record<CellProblem, Record<Language, string>> = {
  'not-finite': { zh: '数值不是有限数', en: 'the number is not finite' },
  'too-long': { zh: '文字超过 32,767 个字符', en: 'the text is longer than 32,767 characters' },
  'outside-sheet': {
    zh: '超出工作表范围（1,048,576 行 × 16,384 列）',
    en: 'it lies outside the sheet (1,048,576 rows × 16,384 columns)',
  },
  twice: { zh: '同一单元格写了两次', en: 'it is written twice' },
  'shared-formula': {
    zh: '其他单元格的公式以它的公式为准（共享公式）',
    en: 'formulas of other cells are defined by its formula (a shared formula)',
  },
};

const TABLE_PROBLEMS: Record<TableProblem, Record<Language, string>> = {
  header: { zh: '标题行的每个单元格都必须是非空文字', en: 'every cell of its header row must be text' },
  'duplicate-header': { zh: '标题行有重复的列名', en: 'its header row has the same column name twice' },
  range: { zh: '区域无效', en: 'its range is not valid' },
};

const COUNTABLES: Record<Countable, Record<Language, string>> = {
  parts: { zh: '部件', en: 'parts' },
  elements: { zh: 'XML 元素', en: 'XML elements' },
  names: { zh: 'XML 名称', en: 'XML names' },
  attributes: { zh: '单个元素的属性', en: 'attributes on one element' },
  strings: { zh: '共享文字', en: 'shared strings' },
  characters: { zh: '文字字符', en: 'characters of text' },
  merges: { zh: '合并区域', en: 'merged ranges' },
  cells: { zh: '单元格', en: 'cells' },
  formats: { zh: '数字格式', en: 'number formats' },
  tables: { zh: '表', en: 'tables' },
  sheets: { zh: '工作表', en: 'sheets' },
};

const count = (n: number): string => String(Math.round(n)).replace(/\B(?=(\d{3})+$)/g, ',');
const megabytes = (bytes: number): string => count(Math.ceil(bytes / 1_048_576));

export const TEXTS: { readonly [C in WorkbookErrorCode]: Record<Language, Text<Params[C]>> } = {
  'not-a-workbook': {
    zh: ({ found }) =>
      `不是 .xlsx 或 .xlsm 工作簿：${FILE_KINDS[found].zh}。请在 Excel 中打开并另存为“Excel 工作簿（.xlsx）”。`,
    en: ({ found }) =>
      `Not an .xlsx or .xlsm workbook: ${FILE_KINDS[found].en}. Open it in Excel and save it as “Excel Workbook (.xlsx)”.`,
  },
  encrypted: {
    zh: () => '工作簿已加密（需要密码才能打开）。请在 Excel 中打开，去掉打开密码后另存。',
    en: () =>
      'The workbook is encrypted (it needs a password to open). Open it in Excel, remove the password and save it.',
  },
  'lock-file': {
    zh: () =>
      '这是 Excel 打开工作簿时在旁边留下的临时文件（文件名以 ~$ 开头），里面没有表格。请选择工作簿本身。',
    en: () =>
      'This is the temporary file that Excel keeps beside an open workbook (its name begins with ~$); it holds no tables. Choose the workbook itself.',
  },
  truncated: {
    zh: () => '文件不完整（可能下载或复制中断）。请重新获取该文件。',
    en: () => 'The file is incomplete (a download or copy may have been cut off). Get the file again.',
  },
  'damaged-zip': {
    zh: () => '文件已损坏：压缩目录与内容不一致。请用 Excel 打开并修复后另存。',
    en: () =>
      'The file is damaged: its archive directory does not agree with its content. Open it in Excel, let it repair, and save it.',
  },
  'damaged-part': {
    zh: ({ part }) => `文件已损坏：部件 ${part} 无法解压或校验不符。请用 Excel 打开并修复后另存。`,
    en: ({ part }) =>
      `The file is damaged: part ${part} cannot be unpacked or fails its checksum. Open it in Excel, let it repair, and save it.`,
  },
  'duplicate-part': {
    zh: ({ part }) => `文件不可信：部件 ${part} 出现了两次。请用 Excel 打开后另存。`,
    en: ({ part }) =>
      `The file cannot be trusted: part ${part} is in it twice. Open it in Excel and save it.`,
  },
  'unsafe-path': {
    zh: ({ part }) => `文件不可信：路径 ${part} 指向工作簿之外。`,
    en: ({ part }) => `The file cannot be trusted: path ${part} leads out of the workbook.`,
  },
  'too-large': {
    zh: ({ part, bytes, limit }) =>
      `${part} 解压后为 ${megabytes(bytes)} MB，超过上限 ${megabytes(limit)} MB。`,
    en: ({ part, bytes, limit }) =>
      `${part} unpacks to ${megabytes(bytes)} MB; the limit is ${megabytes(limit)} MB.`,
  },
  'suspicious-compression': {
    zh: ({ part, ratio }) => `文件不可信：部件 ${part} 的压缩比为 ${count(ratio)}:1，像是压缩炸弹。`,
    en: ({ part, ratio }) =>
      `The file cannot be trusted: part ${part} is compressed ${count(ratio)}:1, as a zip bomb would be.`,
  },
  'too-many': {
    zh: ({ part, what, limit }) => `${part} 中的${COUNTABLES[what].zh}过多，上限为 ${count(limit)}。`,
    en: ({ part, what, limit }) =>
      `Too many ${COUNTABLES[what].en} in ${part}; the limit is ${count(limit)}.`,
  },
  'missing-part': {
    zh: ({ part, neededBy }) =>
      `文件已损坏：缺少部件 ${part}（${neededBy} 需要它）。请用 Excel 打开并修复后另存。`,
    en: ({ part, neededBy }) =>
      `The file is damaged: part ${part} is missing (${neededBy} needs it). Open it in Excel, let it repair, and save it.`,
  },
  xml: {
    zh: ({ part, line, problem }) =>
      `文件已损坏：部件 ${part} 第 ${line} 行的 XML 有误：${XML_PROBLEMS[problem].zh}。请用 Excel 打开并修复后另存。`,
    en: ({ part, line, problem }) =>
      `The file is damaged: the XML of part ${part} is wrong at line ${line}: ${XML_PROBLEMS[problem].en}. Open it in Excel, let it repair, and save it.`,
  },
  dtd: {
    zh: ({ part }) => `文件不可信：部件 ${part} 含有 DTD（DOCTYPE），工作簿中不允许。`,
    en: ({ part }) =>
      `The file cannot be trusted: part ${part} has a DTD (DOCTYPE), which workbooks may not have.`,
  },
  'bad-reference': {
    zh: ({ part, line, reference }) =>
      `文件已损坏：部件 ${part} 第 ${line} 行的引用 ${reference} 不是工作表内的位置。`,
    en: ({ part, line, reference }) =>
      `The file is damaged: reference ${reference} in part ${part}, line ${line}, is not a place on a sheet.`,
  },
  'bad-shared-string': {
    zh: ({ part, cell, index }) =>
      `文件已损坏：部件 ${part} 的单元格 ${cell} 引用了不存在的共享文字 ${index}。`,
    en: ({ part, cell, index }) =>
      `The file is damaged: cell ${cell} of part ${part} refers to shared string ${index}, which does not exist.`,
  },
  'no-sheets': {
    zh: () => '工作簿里没有工作表。',
    en: () => 'The workbook has no worksheet.',
  },
  'duplicate-sheet': {
    zh: ({ sheet }) => `文件已损坏：工作表“${sheet}”的名称或内容被列出两次。请用 Excel 打开并修复后另存。`,
    en: ({ sheet }) =>
      `The file is damaged: the name or the content of sheet “${sheet}” is listed twice. Open it in Excel, let it repair, and save it.`,
  },
  'no-such-sheet': {
    zh: ({ sheet, sheets }) => `没有名为“${sheet}”的工作表。现有：${sheets.join('、')}。`,
    en: ({ sheet, sheets }) => `There is no sheet “${sheet}”. There are: ${sheets.join(', ')}.`,
  },
  'no-cells': {
    zh: ({ sheet }) => `“${sheet}”不是普通工作表（图表、对话框或宏表），没有单元格。`,
    en: ({ sheet }) => `“${sheet}” is a chart, dialog or macro sheet and has no cells.`,
  },
  'sheet-exists': {
    zh: ({ sheet }) => `已有名为“${sheet}”的工作表。`,
    en: ({ sheet }) => `There is a sheet “${sheet}” already.`,
  },
  'bad-sheet-name': {
    zh: ({ sheet }) =>
      `“${sheet}”不能作为工作表名：须为 1 至 31 个字符，不含 : \\ / ? * [ ]，首尾不能是撇号。`,
    en: ({ sheet }) =>
      `“${sheet}” cannot be the name of a sheet: 1 to 31 characters, none of : \\ / ? * [ ], no apostrophe at either end.`,
  },
  'last-sheet': {
    zh: () => '不能删除最后一张可见的工作表。',
    en: () => 'The last visible sheet cannot be removed.',
  },
  'sheet-twice': {
    zh: ({ sheet }) => `对工作表“${sheet}”给出了两次修改。`,
    en: ({ sheet }) => `Sheet “${sheet}” is changed twice in one go.`,
  },
  'bad-cell': {
    zh: ({ sheet, cell, problem }) => `无法写入 ${sheet}!${cell}：${CELL_PROBLEMS[problem].zh}。`,
    en: ({ sheet, cell, problem }) => `${sheet}!${cell} cannot be written: ${CELL_PROBLEMS[problem].en}.`,
  },
  'bad-name': {
    zh: ({ name }) =>
      `“${name}”不能作为名称：须以字母、汉字或下划线开头，不含空格，不能像单元格地址，最长 255 个字符。`,
    en: ({ name }) =>
      `“${name}” cannot be a defined name: it begins with a letter or underscore, has no spaces, does not look like a cell address, and has at most 255 characters.`,
  },
  'name-taken': {
    zh: ({ name }) => `名称“${name}”已被占用。`,
    en: ({ name }) => `The name “${name}” is taken.`,
  },
  'bad-table': {
    zh: ({ table, problem }) => `无法建立表“${table}”：${TABLE_PROBLEMS[problem].zh}。`,
    en: ({ table, problem }) => `Table “${table}” cannot be made: ${TABLE_PROBLEMS[problem].en}.`,
  },
};
