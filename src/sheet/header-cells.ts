import { nameKey, squash } from './fold';
import { bareForm, type Lexicon, sensesOf } from './header-sense';
import { readHeader } from './header-text';
import { type NearIndex, nearestNames, TAKE } from './near-names';
import { plainHeader } from './plain-headers';
import { readUnit } from './written-unit';

/** What a cell of the upper part of a sheet looks like, seen by itself. */
export type HeaderCellKind =
  | 'blank'
  /** Names an indicator, or the given amount of a clause. */
  | 'name'
  /** A form word: 本年累计, 上年同期, 2020年. */
  | 'form'
  /** 序号, 备注, 街道 …: no indicator, but a header. */
  | 'plain'
  | 'unit'
  /** A column's number or letter below the headers: 甲, 1, (2). */
  | 'ordinal'
  | 'number'
  | 'text';

export interface HeaderCellReader {
  kindOf(text: string): HeaderCellKind;
}

const ORDINAL = /^(?:[甲乙丙丁戊己庚辛壬癸]|\(?\d{1,3}\)?|[a-z]{1,2}|栏次|-)$/;
const GIVEN_AMOUNT = /拟(?:补助|奖补|奖励|补贴|资助|兑付)(?:金额|资金|额)/;
const LONGEST_HEADER = 60;

/**
 * Reads each distinct text once: a hundred columns share few headers. With `near`, spellings in no list
 * count as names too: for sheets on which no header is spelt as the vocabulary has it.
 */
export function headerCellReader(lexicon: Lexicon, near?: NearIndex): HeaderCellReader {
  const known = new Map<string, HeaderCellKind>();
  return {
    kindOf(text) {
      let kind = known.get(text);
      if (kind === undefined) {
        kind = kindOfText(text, lexicon);
        if (kind === 'text' && near !== undefined && isNearName(text, near)) kind = 'name';
        known.set(text, kind);
      }
      return kind;
    },
  };
}

function kindOfText(text: string, lexicon: Lexicon): HeaderCellKind {
  const squashed = squash(text);
  if (squashed === '') return 'blank';
  if (/^[+-]?\d+(?:\.\d+)?$/.test(squashed))
    return /^(?:19|20)\d\d$/.test(squashed) ? 'form' : numberKind(squashed);
  if (squashed.length > LONGEST_HEADER) return 'text';
  const header = readHeader(text);
  if (sensesOf(header, lexicon).length > 0 || GIVEN_AMOUNT.test(nameKey(text))) return 'name';
  if (readUnit(text) !== null) return 'unit';
  if (bareForm(header, lexicon) !== null) return 'form';
  if (plainHeader(text) !== null) return 'plain';
  return ORDINAL.test(squashed) ? 'ordinal' : 'text';
}

function isNearName(text: string, near: NearIndex): boolean {
  return (nearestNames(readHeader(text).readings.at(-1)?.name ?? '', near)[0]?.score ?? 0) >= TAKE;
}

function numberKind(squashed: string): HeaderCellKind {
  return /^\d{1,3}$/.test(squashed) ? 'ordinal' : 'number';
}
