import type { Bilingual } from '../../rules';

/** Sentences one after the other, as each language writes them. */
export function joined(...texts: readonly Bilingual[]): Bilingual {
  return { zh: texts.map(({ zh }) => zh).join(''), en: texts.map(({ en }) => en).join(' ') };
}

/** `…；…。`, `…; ….` Nothing for no items. */
export function sentenceList(items: readonly Bilingual[]): Bilingual {
  if (items.length === 0) return { zh: '', en: '' };
  return {
    zh: `${items.map(({ zh }) => zh).join('；')}。`,
    en: `${items.map(({ en }) => en).join('; ')}.`,
  };
}

/** `“甲”、“乙”`, `“甲”, “乙”`. */
export function quoted(names: readonly string[]): Bilingual {
  const each = names.map((name) => `“${name}”`);
  return { zh: each.join('、'), en: each.join(', ') };
}

/** `1 sheet`, `2 sheets`. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
