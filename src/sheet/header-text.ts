import { fold } from './fold';
import { contradict, measureAlike, settleUnits } from './unit-conflict';
import { readUnit, type WrittenUnit } from './written-unit';

/**
 * One header cell taken apart: its name, without numbering, unit and remarks that change nothing.
 * A header can often be taken apart in two ways (`面积（亩）` is a name of its own, `工业总产值千元`
 * has a unit without brackets): `readings` lists them, the most literal first.
 */
export interface HeaderText {
  readonly shown: string;
  readonly readings: readonly HeaderReading[];
  /** The unit in brackets or after a sign. */
  readonly unit: WrittenUnit | null;
  /** The unit, also one that follows the name without any sign: `同比%`. */
  readonly looseUnit: WrittenUnit | null;
  /** A second unit that cannot be meant together with the first: `（千元）（万元）`. */
  readonly contradicting: WrittenUnit | null;
}
export interface HeaderReading {
  readonly name: string;
  readonly unit: WrittenUnit | null;
}

const NUMBERING =
  /^(?:\(?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\)?[.、,)]+(?!\d)|\((?:\d{1,2}|[一二三四五六七八九十]{1,3})\)|[\u2460-\u2473]|[A-Za-z]{1,2}\d{1,3}[.、:_-]?(?=\s*[\u4e00-\u9fff])|\d{1,2} (?=[\u4e00-\u9fff])(?! ?[年月日季个家户]))\s*/;

/** `其中：网络销售额` is 网络销售额: what it is part of stands beside it. */
const OF_WHICH = /^其中 ?:? ?(?=\S)/;

/** `本单位参保职工数`, `该企业本年研发费用`: whose figure it is goes without saying. */
const OWN = /^(?:本|我|该|贵)(?:单位|企业|公司|户|机构)的?(?=[\u4e00-\u9fff]{3})/;

/** The number of a footnote: `实缴失业保险费注1`, `产值¹`. */
const FOOTNOTE = /(?:(?<![备附标加])注\s?[\d一二三四五六七八九十]{1,2}|[¹²³⁴⁵⁶⁷⁸⁹]+)$/;

/** `±%`, `（±%）`, `+/-%`: growth, in percent. */
const PLUS_MINUS = /\(? ?(?:±|\+ ?\/? ?-) ?% ?\)?/;

/** Remarks in brackets that leave the meaning as it is. */
const HARMLESS =
  /^(?:必填项?|选填项?|可选|单选|多选|下拉(?:选择|框)?|请选择|按?当年价格?(?:计算)?|现价|全称|简称|盖章|公章|签章|(?:18|十八)位(?:码|代码)?|同营业执照|与?营业执照一致|保留.{0,3}位小数|数值|文本|数字|整数|是[/或、,\\]?否|是[=:为填]?1.{0,2}否[=:为填]?0|1.?是.{0,2}0.?否|[√✓]?[/、]?[×x]?|y\/n|yes\/no|年报|如有|自动(?:计算|生成)|系统(?:自动)?生成|公式|见说明|注\d?|yyyy.*|(?:格式|如|例如?|示例)[:为]?.*|小数|按规定|gb\/?t ?4754.*|国标|[^/]{1,4}(?:\/[^/]{1,4}){2,}|required|optional)$/i;

/** Growth is published at comparable prices; a figure at comparable prices is another figure. */
const GROWTH = /增速|增长|增幅|同比|growth/i;
const COMPARABLE = /^按?可比价格?(?:计算)?(?:$|[、;,]? *(?=%|％))/;

export function readHeader(text: string): HeaderText {
  const shown = fold(text).replaceAll(/ +/g, ' ').replace(PLUS_MINUS, '±(%)').trim();
  const bare = shown
    .replace(/^[*※★#△▲●]+|[*※★#△▲●:\u2460-\u2473]+$/g, '')
    .replace(NUMBERING, '')
    .replace(OF_WHICH, '')
    .replace(FOOTNOTE, '')
    .trim();
  const whole = readUnit(bare);
  if (whole !== null)
    return {
      shown: text,
      readings: [
        { name: bare, unit: null },
        { name: '', unit: whole },
      ],
      unit: whole,
      looseUnit: whole,
      contradicting: null,
    };
  const readings: HeaderReading[] = [{ name: bare, unit: null }];
  const bracketed = splitBrackets(bare);
  const separated = splitSeparated(bracketed.name);
  const units = [...bracketed.units, ...(separated.unit === null ? [] : [separated.unit])];
  const { unit, contradicting } = settleUnits(units);
  add(readings, { name: bracketed.name, unit: settleUnits(bracketed.units).unit });
  add(readings, { name: separated.name, unit });
  const direct = splitDirect(separated.name);
  if (direct !== null) add(readings, { name: direct.name, unit: unit ?? direct.unit });
  const last = readings.at(-1);
  if (last !== undefined) add(readings, { ...last, name: last.name.replace(OWN, '') });
  return {
    shown: text,
    readings,
    unit,
    looseUnit: unit ?? direct?.unit ?? null,
    contradicting: contradicting ?? (unit && direct && contradict(unit, direct.unit) ? direct.unit : null),
  };
}

function add(readings: HeaderReading[], reading: HeaderReading): void {
  if (!readings.some((other) => other.name === reading.name && other.unit === reading.unit))
    readings.push(reading);
}

/** Takes units and harmless remarks in brackets away; other brackets stay. */
function splitBrackets(text: string): { readonly name: string; readonly units: readonly WrittenUnit[] } {
  const units: WrittenUnit[] = [];
  const name = text.replaceAll(/\(([^()]*)\)/g, (group, inner: string) => {
    const remark = GROWTH.test(text) ? inner.trim().replace(COMPARABLE, '') : inner.trim();
    if (remark === '') return ' ';
    const found = unitsOfRemark(remark);
    units.push(...found);
    if (found.length > 0) return ' ';
    const kept = remark.split(/[、;]\s*|,(?!\d{3})\s*/).filter((part) => {
      const ofPart = unitsOfRemark(part);
      units.push(...ofPart);
      return ofPart.length === 0 && !HARMLESS.test(part);
    });
    if (kept.length === 0) return ' ';
    return kept.join('') === remark ? group : `(${kept.join(',')})`;
  });
  return { name: name.replaceAll(/ +/g, ' ').trim(), units };
}

/** `千元`, `万元/RMB 10,000`, `千元或万元`, and `万元/年`, as all figures are; none for a rate (`元/㎡`) or other words. */
function unitsOfRemark(remark: string): readonly WrittenUnit[] {
  const whole = readUnit(remark);
  if (whole !== null) return [whole];
  const units = remark.split(/\s*(?:[/|]|或者?)\s*/).map((part) => readUnit(part));
  const [first, ...others] = units.filter((unit) => unit !== null);
  if (first === undefined || others.length + 1 < units.length) return [];
  if (others.every(({ base }) => base === '年')) return [first];
  return others.every((other) => measureAlike(first, other)) ? [first, ...others] : [];
}

/** `工业总产值/千元`, `工业总产值 单位：千元`, `Gross output, RMB million`. */
function splitSeparated(text: string): HeaderReading {
  const labelled = /^(.+?)[\s,;、/]*(?:计量|金额)?单位\s*[:是为]?\s*(.+)$/.exec(text);
  const labelledUnit = labelled?.[2] === undefined ? null : readUnit(labelled[2]);
  if (labelled?.[1] !== undefined && labelledUnit !== null) return { name: labelled[1], unit: labelledUnit };
  for (const separator of ['/', ',', ';', '、', ':', '_', '-', ' ']) {
    for (let at = text.indexOf(separator, 1); at > 0; at = text.indexOf(separator, at + 1)) {
      const unit = readUnit(text.slice(at + 1));
      if (unit !== null) return { name: text.slice(0, at).replace(/[\s/,;、:_-]+$/, ''), unit };
    }
  }
  return { name: text, unit: null };
}

const DIRECT =
  /^(.+?)((?:人民币)?[十百千万亿]{1,2}(?:美元|元|平方米|㎡|m2|吨|亩|户|家|人|单|辆)|美元|平方米|㎡|公顷|%|‰)$/;

/** `工业总产值千元`, `同比%`: a unit that follows the name without a sign; only where nothing else fits. */
function splitDirect(text: string): { readonly name: string; readonly unit: WrittenUnit } | null {
  const parts = DIRECT.exec(text);
  const unit = parts?.[2] === undefined ? null : readUnit(parts[2]);
  return parts?.[1] === undefined || unit === null ? null : { name: parts[1], unit };
}
