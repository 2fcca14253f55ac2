/**
 * Everything the command line may say of a workbook it cannot use, in Chinese, after the path of the file.
 * Written apart from the program's own list: what is new there has to be added here, by somebody who read it.
 */
const PART = String.raw`[^\n]*`;
const REPAIR = '请用 Excel 打开并修复后另存。';

const SENTENCES = [
  `：不是 \\.xlsx 或 \\.xlsm 工作簿：(?:这是[^\\n]+|文件是空的|无法识别文件内容)。请在 Excel 中打开并另存为“Excel 工作簿（\\.xlsx）”。`,
  '：工作簿已加密（需要密码才能打开）。请在 Excel 中打开，去掉打开密码后另存。',
  '：这是 Excel 打开工作簿时在旁边留下的临时文件（文件名以 ~\\$ 开头），里面没有表格。请选择工作簿本身。',
  '：文件不完整（可能下载或复制中断）。请重新获取该文件。',
  `：文件已损坏：压缩目录与内容不一致。${REPAIR}`,
  `：文件已损坏：部件 ${PART} 无法解压或校验不符。${REPAIR}`,
  `：文件已损坏：缺少部件 ${PART}（${PART} 需要它）。${REPAIR}`,
  `：文件已损坏：部件 ${PART} 第 \\d+ 行的 XML 有误：${PART}。${REPAIR}`,
  `：文件已损坏：部件 ${PART} 第 \\d+ 行的引用 [^]*? 不是工作表内的位置。`,
  `：文件已损坏：部件 ${PART} 的单元格 [A-Z]+\\d+ 引用了不存在的共享文字 [^]*。`,
  `：文件不可信：部件 ${PART} 出现了两次。请用 Excel 打开后另存。`,
  `：文件不可信：路径 [^]* 指向工作簿之外。`,
  `：文件不可信：部件 ${PART} 的压缩比为 [\\d,]+:1，像是压缩炸弹。`,
  `：文件不可信：部件 ${PART} 含有 DTD（DOCTYPE），工作簿中不允许。`,
  `：${PART} 解压后为 [\\d,]+ MB，超过上限 [\\d,]+ MB。`,
  `：${PART} 中的${PART}过多，上限为 [\\d,]+。`,
  '：工作簿里没有工作表。',
  `：文件已损坏：工作表“[^]*?”的名称或内容被列出两次。${REPAIR}`,
  '：工作簿没有宏，--out 的文件名应以 \\.xlsx 结尾，否则 Excel 打不开：[^\\n]+。',
  ' 里没有找到企业统计表（要有一行表头，含企业名称或统一社会信用代码，下面是数据）。(?:\\n {2}[^\\n]+)*',
];

const CLOSED_LIST = new RegExp(`^(?:${SENTENCES.join('|')})\\n$`);

/** What is wrong with a message, or nothing. */
export function isOfTheList(message: string, file: string): boolean {
  return message.startsWith(file) && CLOSED_LIST.test(message.slice(file.length));
}
