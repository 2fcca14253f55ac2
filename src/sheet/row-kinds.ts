import { fold, nameKey, squash } from './fold';
import type { SkipReason } from './reading';

/** The words by which rows that are no enterprise give themselves away. */

const SUBTOTAL =
  /^(?:.{0,16}?)(?:合计|小计|总计|共计|总和|平均值?|均值|汇总)(?:数|额|值)?(?:\(.*\)|[:：].*)?$|^(?:grand|sub)?-?\s?total\b.*$|^average$|^sum$/i;
const TOTAL_OF = /^(?:全区|全市|全县|全省|全部|总)(?:企业)?(?:合计|总计|计)?$|^合并$|^计$/;
const OF_WHICH = /^其中(?:[:：]|.{0,20}$)|^#|^其中$|^ofwhich/i;
const NUMBERED_SECTION =
  /^(?:第?[一二三四五六七八九十]{1,3}[、.．）)]|\([一二三四五六七八九十]{1,3}\)|[ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ]+[、.]|[a-z][、.])/i;
const NOTE =
  /^(?:注|备注|说明|附注|附|资料来源|数据来源|来源|指标口径|口径|制表|填表|填报|编制|审核|复核|审批|统计负责人|单位负责人|分管领导|主管领导|负责人|联系人|联系电话|联系方式|电话|报出|报送|上报|打印|领导)(?:人|单位|部门|日期|时间|方式|电话|签字|\d{1,2})? ?[:。]|^注 ?(?:\d|[一二三(、.])|^(?:本表|以上数据|单位公章|公章|盖章|领导签字|数据截至|截至|截止)\D{0,12}|^第?\d+页|^共\d+页|^\(?(?:续表|续上表|接上页|转下页)|^[※★]|^\*+ ?\S|^(?:notes?|sources?|remarks?|prepared by)\b ?[:.]/i;
const UNIT_LINE = /^(?:计量|金额)?单位[:：]/;

const ENTERPRISE =
  /(?:公司|厂|店|中心|社|院|所|行|部|集团|超市|酒店|宾馆|饭店|餐厅|学校|银行|市场|商场|广场|大厦|园|场|矿|站|馆|堂|坊|楼|城|室|铺|庄|协会|基金|合伙\)?|有限|工作室|ltd\.?|inc\.?|llc|corp\.?|co\.)(?:\([^()]*\)|\))?$/i;

/** The kind of row that a label by itself declares; undefined for a label that may be an enterprise's name. */
export function labelKind(label: string): SkipReason | undefined {
  const text = fold(label).trim();
  const squashed = squash(label);
  if (squashed === '') return undefined;
  if (OF_WHICH.test(squashed)) return 'ofWhich';
  if (SUBTOTAL.test(squashed) || TOTAL_OF.test(squashed)) return 'subtotal';
  if (UNIT_LINE.test(squashed)) return 'unit';
  if (NOTE.test(text)) return 'note';
  return NUMBERED_SECTION.test(squashed) ? 'section' : undefined;
}

/** Whether a name ends as names of enterprises do. */
export function looksLikeEnterprise(name: string): boolean {
  return ENTERPRISE.test(squash(name));
}

/** A credit code, a tax number, or what was meant as one: letters and digits, long enough. */
export function looksLikeCode(text: string): boolean {
  return /^[0-9a-z]{8,22}$/i.test(squash(text)) && /\d{3}/.test(text);
}

/** Whether most filled cells of a row repeat the headers of their columns. */
export function repeatsHeaders(
  cells: readonly { column: number; text: string }[],
  headersOf: (column: number) => ReadonlySet<string>,
): boolean {
  if (cells.length < 2) return false;
  const same = cells.filter(({ column, text }) => headersOf(column).has(nameKey(text))).length;
  return same >= 2 && same >= cells.length * 0.6;
}
