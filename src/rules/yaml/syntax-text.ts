import type { Bilingual } from '../vocabulary';

/** The YAML reader's codes in words an author can act on. */
const TEXTS: Readonly<Record<string, Bilingual>> = {
  BAD_ALIAS: {
    zh: '“*”后的引用找不到，或引用了自身',
    en: 'the reference after "*" is not found or contains itself',
  },
  BAD_DIRECTIVE: {
    zh: '行首的“%”会被当作指令，须加引号',
    en: 'a "%" at the start of a line is taken for a directive; quote it',
  },
  BAD_DQ_ESCAPE: { zh: '双引号内的“\\”转义不合法', en: 'an escape "\\" inside double quotes is not valid' },
  BAD_INDENT: { zh: '缩进与同级的行不一致', en: 'the indentation differs from that of its neighbours' },
  BAD_SCALAR_START: {
    zh: '文字不能以此符号开头，须加引号',
    en: 'a text cannot start with this character; quote it',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    zh: '文字中的“: ”被当作了键，含冒号的文字和表达式须加引号',
    en: 'a ": " inside a text is taken for a key; quote texts and expressions with a colon',
  },
  BLOCK_IN_FLOW: {
    zh: '{ } 或 [ ] 没有闭合，下一行已另起一项',
    en: 'a { or [ is not closed before the next item',
  },
  MISSING_CHAR: {
    zh: '缺少引号、冒号后的空格、逗号或括号',
    en: 'a quote, a space after a colon, a comma or a bracket is missing',
  },
  MULTILINE_IMPLICIT_KEY: {
    zh: '键跨了行，多半是前面少了引号或冒号',
    en: 'a key spans lines; a quote or a colon before it is probably missing',
  },
  MULTIPLE_DOCS: {
    zh: '一个文件只能有一份内容，不能用“---”分开',
    en: 'a file holds one document; it cannot be divided by "---"',
  },
  TAB_AS_INDENT: { zh: '缩进用了制表符，须用空格', en: 'a tab is used for indentation; use spaces' },
  TAG_RESOLVE_FAILED: {
    zh: '“!”开头的标签不认识，须加引号',
    en: 'a tag starting with "!" is unknown; quote it',
  },
  UNEXPECTED_TOKEN: {
    zh: '此处的符号多余或放错了位置',
    en: 'a character is superfluous or stands in the wrong place',
  },
};

const UNCLOSED: Bilingual = {
  zh: '前面的 { 或 [ 没有闭合，或其中的行没有缩进',
  en: 'a { or [ before this place is not closed, or a line within it is not indented',
};

/** @param detail the YAML reader's own sentence, used where we have none */
export function syntaxText(code: string, detail: string): Bilingual {
  const known = code === 'BAD_INDENT' && detail.startsWith('Flow ') ? UNCLOSED : TEXTS[code];
  if (known !== undefined) return known;
  const sentence = (detail.split('\n')[0] ?? '').replace(/(?: at line \d+, column \d+)?[.:]?$/u, '');
  return { zh: sentence, en: sentence };
}
