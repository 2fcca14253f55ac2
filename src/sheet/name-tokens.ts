import { ENGLISH_CONCEPT_OF, ENGLISH_REWRITTEN, englishStem } from './english-words';
import { fold } from './fold';
import { CONCEPT_OF, REWRITTEN } from './name-words';

/**
 * Names cut into words that mean something, so that two spellings of one thing can be compared:
 * 单位/企业, 去年/上年, 时间/日期 … count as the same word, 是否 and 情况 as none.
 */

const LONGEST = Math.max(...[...CONCEPT_OF.keys()].map((word) => word.length));

/** The words of a name, in order, each as the word that stands for its like; longest words first. */
export function nameTokens(name: string): readonly string[] {
  const text = rewritten(fold(name).toLowerCase());
  const tokens: string[] = [];
  for (let at = 0; at < text.length;) {
    const latin = /^(?:[a-z0-9%&+]|\.(?=[a-z0-9]))+/.exec(text.slice(at))?.[0];
    const length = latin?.length ?? knownLength(text, at);
    const word = text.slice(at, at + length);
    const token = latin === undefined ? (CONCEPT_OF.get(word) ?? word) : englishToken(latin);
    if (/[\p{L}\p{N}%]/u.test(token)) tokens.push(token);
    at += length;
  }
  return tokens;
}

function rewritten(text: string): string {
  return [...REWRITTEN, ...ENGLISH_REWRITTEN].reduce(
    (result, [pattern, to]) => result.replace(pattern, to),
    text,
  );
}

function knownLength(text: string, at: number): number {
  for (let length = Math.min(LONGEST, text.length - at); length > 1; length--) {
    if (CONCEPT_OF.has(text.slice(at, at + length))) return length;
  }
  return 1;
}

function englishToken(word: string): string {
  const stem = englishStem(word);
  return ENGLISH_CONCEPT_OF.get(word) ?? ENGLISH_CONCEPT_OF.get(stem) ?? stem;
}
