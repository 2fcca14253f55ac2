import { didYouMean, error, listed, spaced, warning } from './template';

/** Texts for YAML that cannot be read, or is not in the shape of the language. */
export const SHAPE_MESSAGES = {
  'yaml-syntax': error<{ zh: string; en: string }>(
    (p) => `YAML 无法读取：${p.zh}。请改正后再检查本文件的其余内容。`,
    (p) => `The YAML cannot be read: ${p.en}. Correct it; the rest of this file is checked after that.`,
  ),
  'duplicate-key': error<{ key: string }>(
    (p) => `键“${p.key}”在同一处出现了两次，只能出现一次。请合并或改名。`,
    (p) => `The key "${p.key}" stands here twice and may stand once. Merge the two or rename one.`,
  ),
  'unknown-key': error<{ key: string; known: readonly string[]; suggestion: string | undefined }>(
    (p) => `没有“${p.key}”这个键。此处可用：${listed(p.known, 'zh')}。${didYouMean(p.suggestion, 'zh')}`,
    (p) =>
      `There is no key "${p.key}". Known here: ${listed(p.known, 'en')}.${didYouMean(p.suggestion, 'en')}`,
  ),
  'missing-key': error<{ key: string; zh: string; en: string }>(
    (p) => `${spaced(p.zh).trimStart()}缺少“${p.key}”。请补上这个键。`,
    (p) => `${p.en} has no "${p.key}". Add the key.`,
  ),
  'wrong-shape': error<{ found: Shown; expected: Shown }>(
    (p) => `这里写的是${p.found.zh}，应为${spaced(p.expected.zh)}。请按 docs/authoring-rules.md 的写法改正。`,
    (p) => `Here stands ${p.found.en}; expected ${p.expected.en}. Write it as docs/authoring-rules.md shows.`,
  ),
  'wrong-choice': error<{ written: string; known: readonly string[]; suggestion: string | undefined }>(
    (p) => `“${p.written}”不是可选的值。应为${listed(p.known, 'zh')}之一。${didYouMean(p.suggestion, 'zh')}`,
    (p) =>
      `"${p.written}" is not one of the values. Write one of ${listed(p.known, 'en')}.${didYouMean(p.suggestion, 'en')}`,
  ),
  'unquoted-comma': error<{ text: string }>(
    (p) => `在 { } 里，逗号把“${p.text}”从前面的文字切断了。含逗号或方括号的文字、表达式须加引号，如 '…'。`,
    (p) =>
      `Inside { } a comma cut "${p.text}" off the text before it. Put quotes around texts and expressions with commas or brackets, as in '…'.`,
  ),
  'missing-translation': warning<{ zh: string; en: string }>(
    (p) => `缺少${p.zh}文字。给用户看的文字须中英文齐全，请补上。`,
    (p) => `The ${p.en} text is missing. What users read stands in Chinese and English; add it.`,
  ),
} as const;

/** What was found or expected, in both languages. */
export interface Shown {
  readonly zh: string;
  readonly en: string;
}
