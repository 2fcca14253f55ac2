/**
 * The first stage: a file's text becomes texts, lists and mappings with their places in the file.
 * It does not know what any key means.
 */
export * from './tree';
export { parseYaml } from './parse';
