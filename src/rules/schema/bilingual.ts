import type { Report } from '../diagnostics';
import type { Bilingual, Lang } from '../vocabulary';
import type { MapNode } from '../yaml';
import { type Called, optional, record, type ReadRecord } from './collection';
import { text } from './leaf';
import type { Shape } from './shape';

/** Texts in both languages: `{ zh: …, en: … }`. One that is missing is a warning, and the other stands in. */

const WORDS: Readonly<Record<Lang, Called>> = {
  zh: { zh: '中文', en: 'Chinese' },
  en: { zh: '英文', en: 'English' },
};

const fields = record(
  { zh: '双语文字', en: 'The bilingual text' },
  { zh: optional(text), en: optional(text) },
);

export const bilingual: Shape<Bilingual> = {
  read: (node, report) => {
    const read = fields.read(dropEmpty(node), report);
    return read === undefined ? undefined : bothLanguages(read, report);
  },
  json: (definitions) => ({ ...fields.json(definitions), required: ['zh', 'en'] }),
};

/** The languages of a mapping that has `zh` and `en` among its keys. */
export function bothLanguages(
  read: Pick<ReadRecord<{ zh: typeof language; en: typeof language }>, 'zh' | 'en' | 'at'>,
  report: Report,
): Bilingual {
  for (const lang of ['zh', 'en'] as const) {
    if (read[lang] === undefined) report('missing-translation', opening(read.at), WORDS[lang]);
  }
  const zh = read.zh?.value ?? read.en?.value ?? '';
  return { zh, en: read.en?.value ?? zh };
}

export const language = optional(text);

/** The note of an indicator is for those who write rules: Chinese alone will do. */
export const note: Shape<Bilingual> = {
  read: (node, report) => {
    const read = fields.read(node, report);
    const zh = read?.zh?.value ?? read?.en?.value ?? '';
    return read === undefined ? undefined : { zh, en: read.en?.value ?? zh };
  },
  json: (definitions) => fields.json(definitions),
};

const opening = (map: MapNode): MapNode['span'] => ({ ...map.span, end: map.span.start + 1 });

/** `en: ''` is as good as no `en`. */
function dropEmpty(node: Parameters<Shape<Bilingual>['read']>[0]): Parameters<Shape<Bilingual>['read']>[0] {
  if (node.kind !== 'map') return node;
  const entries = node.entries.filter(({ key, value }) => {
    const isLanguage = key.value === 'zh' || key.value === 'en';
    return !(isLanguage && value.kind === 'text' && value.value.trim() === '');
  });
  return { ...node, entries };
}
