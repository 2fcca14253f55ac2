import type { Vocabulary } from '../rules';
import { compileForms, type NameForms } from './name-forms';
import { indexNames, type NameIndex } from './name-index';
import { indexNearNames, type NearIndex } from './near-names';

/** A vocabulary made ready for looking headers up. */
export interface VocabularyIndex {
  readonly index: NameIndex;
  readonly forms: NameForms;
  readonly near: NearIndex;
}

/** Vocabularies do not change: a workbook's sheets share what was made of theirs. */
const MADE = new WeakMap<Vocabulary, VocabularyIndex>();

export function vocabularyIndex(vocabulary: Vocabulary): VocabularyIndex {
  const known = MADE.get(vocabulary);
  if (known !== undefined) return known;
  const index = indexNames(vocabulary);
  const made = { index, forms: compileForms(vocabulary.headerForms), near: indexNearNames(index) };
  MADE.set(vocabulary, made);
  return made;
}
