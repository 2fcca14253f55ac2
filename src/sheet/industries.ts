import { nameKey } from './fold';

/**
 * Industries as sheets write them: section, division or class of GB/T 4754-2017, by code or by name,
 * to the vocabulary's industries. A section that is several of them (批发和零售业) stays several:
 * what a clause may take for one is not guessed here.
 */

/** Divisions: first code, last code, the vocabulary's name. Others (科研, 教育 …) have none. */
const DIVISIONS: readonly (readonly [number, number, string])[] = [
  [1, 5, '农业'],
  [6, 38, '工业'],
  [39, 39, '电子制造业'],
  [40, 46, '工业'],
  [47, 50, '建筑业'],
  [51, 51, '批发业'],
  [52, 52, '零售业'],
  [53, 60, '物流运输'],
  [61, 61, '住宿业'],
  [62, 62, '餐饮业'],
  [64, 64, '互联网和相关服务'],
  [65, 65, '软件和信息技术服务业'],
  [66, 69, '金融业'],
  [70, 70, '房地产业'],
  [71, 72, '租赁和商务服务'],
  [80, 80, '居民服务'],
  [81, 81, '修理'],
  [82, 82, '其他服务'],
  [86, 90, '文体娱'],
];

/** Names of divisions, by the first division's number; the standard's commas and conjunctions do not count. */
const DIVISION_NAMES: readonly (readonly [number, string])[] = [
  [1, '农业|林业|畜牧业|渔业|农、林、牧、渔专业及辅助性活动|农、林、牧、渔服务业'],
  [
    6,
    '煤炭开采和洗选业|石油和天然气开采业|黑色金属矿采选业|有色金属矿采选业|非金属矿采选业|开采专业及辅助性活动|开采辅助活动|其他采矿业',
  ],
  [
    13,
    '农副食品加工业|食品制造业|酒、饮料和精制茶制造业|烟草制品业|纺织业|纺织服装、服饰业|皮革、毛皮、羽毛及其制品和制鞋业',
  ],
  [
    20,
    '木材加工和木、竹、藤、棕、草制品业|家具制造业|造纸和纸制品业|印刷和记录媒介复制业|文教、工美、体育和娱乐用品制造业',
  ],
  [
    25,
    '石油、煤炭及其他燃料加工业|石油加工、炼焦和核燃料加工业|化学原料和化学制品制造业|医药制造业|化学纤维制造业|橡胶和塑料制品业',
  ],
  [
    30,
    '非金属矿物制品业|黑色金属冶炼和压延加工业|有色金属冶炼和压延加工业|金属制品业|通用设备制造业|专用设备制造业|汽车制造业',
  ],
  [37, '铁路、船舶、航空航天和其他运输设备制造业|电气机械和器材制造业'],
  [39, '计算机、通信和其他电子设备制造业|电子设备制造业'],
  [
    40,
    '仪器仪表制造业|其他制造业|废弃资源综合利用业|金属制品、机械和设备修理业|电力、热力生产和供应业|燃气生产和供应业|水的生产和供应业',
  ],
  [47, '房屋建筑业|土木工程建筑业|建筑安装业|建筑装饰、装修和其他建筑业|建筑装饰业'],
  [51, '批发业'],
  [52, '零售业'],
  [
    53,
    '铁路运输业|道路运输业|水上运输业|航空运输业|管道运输业|多式联运和运输代理业|装卸搬运和仓储业|装卸搬运和运输代理业|仓储业|邮政业',
  ],
  [61, '住宿业'],
  [62, '餐饮业'],
  [64, '互联网和相关服务'],
  [65, '软件和信息技术服务业'],
  [66, '货币金融服务|资本市场服务|保险业|其他金融业'],
  [70, '房地产业|房地产开发经营|物业管理|房地产中介服务|房地产租赁经营'],
  [71, '租赁业|商务服务业'],
  [80, '居民服务业'],
  [81, '机动车、电子产品和日用产品修理业'],
  [82, '其他服务业'],
  [86, '新闻和出版业|广播、电视、电影和录音制作业|广播、电视、电影和影视录音制作业|文化艺术业|体育|娱乐业'],
];

/** Sections by letter and name, and the everyday words for several of them at once. */
const SECTIONS: readonly (readonly [string, string, readonly string[]])[] = [
  ['a', '农、林、牧、渔业', ['农业']],
  ['b', '采矿业', ['工业']],
  ['c', '制造业', ['工业']],
  ['d', '电力、热力、燃气及水生产和供应业', ['工业']],
  ['e', '建筑业', ['建筑业']],
  ['f', '批发和零售业|批发零售|批零|商贸业|商贸|商业|贸易业', ['批发业', '零售业']],
  ['g', '交通运输、仓储和邮政业', ['物流运输']],
  ['h', '住宿和餐饮业|住宿餐饮|住餐', ['住宿业', '餐饮业']],
  [
    'i',
    '信息传输、软件和信息技术服务业|信息传输软件业|信息服务业',
    ['互联网和相关服务', '软件和信息技术服务业'],
  ],
  ['j', '金融业', ['金融业']],
  ['k', '房地产业', ['房地产业']],
  ['l', '租赁和商务服务业', ['租赁和商务服务']],
  ['o', '居民服务、修理和其他服务业', ['居民服务', '修理', '其他服务']],
  ['r', '文化、体育和娱乐业', ['文体娱']],
  ['', '批零住餐|批发零售住宿餐饮', ['批发业', '零售业', '住宿业', '餐饮业']],
];

/** The parts of these sections are treated alike by every clause that names them: the cell is all of them. */
const ALIKE: ReadonlySet<string> = new Set(['居民服务']);

/** How the standard's class names end. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/批发$/, '批发业'],
  [/零售$/, '零售业'],
  [/(?:正餐|快餐|小吃|餐饮|餐饮配送|饮料及冷饮)服务$/, '餐饮业'],
  [/(?:旅游饭店|一般旅馆|经济型连锁酒店|民宿服务|露营地服务)$/, '住宿业'],
  [/(?:种植|养殖|饲养|栽培|捕捞)$/, '农业'],
  [/(?:开采|采选|冶炼|压延加工)$/, '工业'],
];
const ELECTRONIC = /电子|计算机|通信|集成电路|半导体|显示器件/;

export type IndustryReading =
  | { readonly kind: 'industries'; readonly industries: readonly string[] }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly string[] }
  | { readonly kind: 'unknown' };

const UNKNOWN: IndustryReading = { kind: 'unknown' };

function industryKey(text: string): string {
  return nameKey(text)
    .replaceAll(/[和及与]/g, '')
    .replace(/(?:行业|业)$/, '');
}

const BY_NAME: ReadonlyMap<string, readonly string[]> = new Map([
  ...DIVISION_NAMES.flatMap(([code, names]) =>
    names.split('|').map((name): [string, readonly string[]] => [industryKey(name), ofDivision(code)]),
  ),
  ...SECTIONS.flatMap(([, names, industries]) =>
    names.split('|').map((name): [string, readonly string[]] => [industryKey(name), industries]),
  ),
]);
const BY_LETTER: ReadonlyMap<string, readonly string[]> = new Map(
  SECTIONS.map(([letter, , industries]) => [letter, industries]),
);

function ofDivision(division: number): readonly string[] {
  const found = DIVISIONS.find(([first, last]) => division >= first && division <= last);
  return found === undefined ? [] : [found[2]];
}

/** Reads a code, a name, or both (`C39 计算机…`); where they disagree nothing is known. */
export function readIndustry(text: string, isNumber = false): IndustryReading {
  const written = nameKey(text);
  const parts = /^([a-t])?(\d{1,4})?(.*)$/.exec(written);
  const [, letter = '', digits = '', rest = ''] = parts ?? [];
  const byCode =
    digits !== ''
      ? ofCode(digits, isNumber)
      : letter !== '' && rest === ''
        ? (BY_LETTER.get(letter) ?? [])
        : null;
  const byName = rest === '' ? null : ofName(text.replace(CODE_IN_FRONT, ''));
  if (byCode === null) return byName === null ? UNKNOWN : asReading(byName);
  if (byName === null || byName.length === 0) return asReading(byCode);
  const both = byName.filter((industry) => byCode.includes(industry));
  return both.length > 0 ? asReading(both) : { kind: 'ambiguous', candidates: [...byCode, ...byName] };
}

const CODE_IN_FRONT = /^\s*(?:[A-Ta-t]?\d{1,4}|[A-Ta-t](?=[\s\-—.、:：]))[\s\-—.、:：]*/;

function ofCode(digits: string, isNumber: boolean): readonly string[] {
  const industries = ofDivision(Number(digits.length <= 2 ? digits : digits.slice(0, 2)));
  // A number has lost its leading zero: 111 is group 111 of mining or class 0111 of farming.
  const lostZero = isNumber && digits.length === 3 ? ofDivision(Number(digits.slice(0, 1))) : [];
  return [...new Set([...industries, ...lostZero])];
}

function ofName(name: string): readonly string[] {
  return BY_NAME.get(industryKey(name)) ?? [];
}

/** A class of the standard by how its name ends (`钢材批发`): for names that are none of the above. */
export function industryByEnding(text: string): IndustryReading {
  const key = nameKey(text.replace(CODE_IN_FRONT, '')).replace(/(?:业|服务业)$/, '');
  const ending = ENDINGS.find(([pattern]) => pattern.test(key));
  if (ending !== undefined) return asReading([ending[1]]);
  if (!/(?:制造|加工|制品)$/.test(key)) return UNKNOWN;
  return asReading(ELECTRONIC.test(key) ? ['工业', '电子制造业'] : ['工业']);
}

function asReading(industries: readonly string[]): IndustryReading {
  const [first] = industries;
  if (first === undefined) return UNKNOWN;
  if (industries.length === 1 || ALIKE.has(first)) return { kind: 'industries', industries };
  return { kind: 'ambiguous', candidates: industries };
}
