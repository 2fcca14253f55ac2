import type { Indicator } from '../rules';
import { nameKey, squash } from './fold';

/** Yes and no as sheets write them. */

const YES = new Set([
  '是',
  '√',
  '✓',
  '✔',
  '☑',
  '■',
  '●',
  '√是',
  '1',
  'y',
  'yes',
  't',
  'true',
  '有',
  '对',
  '属于',
  '属',
  '通过',
  '已通过',
  '审核通过',
  '合格',
  '已合格',
  '达标',
  '已达标',
  '符合',
  '健全',
  '同意',
  '认定',
  '已认定',
  '已',
  '在库',
  '入选',
  '已入选',
  '有效',
  '正常',
  'ok',
  '具备',
  '满足',
  '已承诺',
  '承诺',
  '完成',
  '已完成',
  '1是',
  '是1',
]);
const NO = new Set([
  '否',
  '×',
  '✗',
  '✘',
  '✕',
  '╳',
  '☒',
  '☐',
  '□',
  'x',
  '0',
  'n',
  'no',
  'f',
  'false',
  '无',
  '没有',
  '不',
  '不是',
  '非',
  '未',
  '不属于',
  '未通过',
  '不通过',
  '审核不通过',
  '审核未通过',
  '不合格',
  '未合格',
  '不达标',
  '未达标',
  '不符合',
  '不健全',
  '不同意',
  '未认定',
  '不认定',
  '不在库',
  '未在库',
  '退库',
  '未入选',
  '不具备',
  '不满足',
  '未承诺',
  '未完成',
  '0否',
  '否0',
]);

/** ○ beside ● says no; alone it may as well be the ring that says yes. */
const RING = '○';

/** Whether a column that holds these contents has ● for yes, so that its ○ can be read. */
export function hasDiscs(contents: readonly unknown[]): boolean {
  return contents.some((content) => typeof content === 'string' && squash(content) === '●');
}

/** Reads one text; null for a text that is neither yes nor no. */
export type FlagReader = (text: string) => boolean | null;

/** Besides the common words, a flag's own name says yes (`限上` under 是否限额以上), and 非限上 or 限下 no. */
export function flagReader(
  indicator: Indicator | undefined,
  yes: readonly string[] | undefined,
  discs = false,
): FlagReader {
  if (yes !== undefined) {
    const words = new Set(yes.map(squash));
    return (text) => words.has(squash(text));
  }
  const names = ownNames(indicator);
  // 有/无 under 是否无失信 may mean either.
  const twisted = indicator !== undefined && /[无未非不]/.test(indicator.names.zh.replace('是否', ''));
  return (text) => {
    const word = squash(text).replace(/^\((.*)\)$/, '$1');
    if (twisted && (word === '有' || word === '无' || word === '没有')) return null;
    if (YES.has(word)) return true;
    if (NO.has(word) || (discs && word === RING)) return false;
    // 是（2019年认定）: what follows explains the yes.
    const explained = /^([是否√×])[(,，。:;]/.exec(word)?.[1];
    if (explained !== undefined) return YES.has(explained);
    const key = nameKey(text);
    if (names.has(key)) return true;
    return /^[非不未无]/.test(key) && names.has(key.slice(1)) ? false : null;
  };
}

function ownNames(indicator: Indicator | undefined): ReadonlySet<string> {
  if (indicator === undefined) return new Set();
  const names = [indicator.names.zh, ...indicator.aliases].map((name) => nameKey(name).replace(/^是否/, ''));
  return new Set(
    names
      .flatMap((name) => [name, name.replace(/(?:企业|单位)$/, ''), `${name}企业`, `${name}单位`])
      .filter((name) => name.length > 1),
  );
}
