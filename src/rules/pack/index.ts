/**
 * Packs as a whole: the texts of files come in, the vocabulary and checked policies go out, with every
 * diagnostic at once. Files are read by whoever calls.
 */
export { type LoadedVocabulary, loadVocabulary } from './vocabulary';
export * from './load';
export * from './diff';
export { newPack } from './new-pack';
