import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadRules, type LoadedRules, type SourceFile } from '../../src/rules';

/** The packs beside this file, as the loader gets them. */

const root = path.join(__dirname, 'packs');

export const packNames = (kind: 'good' | 'bad'): readonly string[] => readdirSync(path.join(root, kind));

/**
 * The files of a pack, under the policy's id. A bad pack has only what is wrong: the rest is the plain
 * pack's, but for the file that ABSENT names.
 */
export function packFiles(kind: 'good' | 'bad', name: string): SourceFile[] {
  const own = read(path.join(root, kind, name));
  const plain = kind === 'bad' ? read(path.join(root, 'good/plain')) : [];
  const vocabulary = {
    path: 'indicators.yaml',
    text: readFileSync(path.join(root, 'indicators.yaml'), 'utf8'),
  };
  const files = new Map([vocabulary, ...plain, ...own].map((file) => [file.path, file]));
  const absent = own.find((file) => file.path === 'ABSENT')?.text.trim();
  return [...files.values()]
    .filter((file) => file.path.endsWith('.yaml') && file.path !== absent)
    .map((file) => ({ ...file, path: placeOf(file.path) }));
}

const placeOf = (file: string): string => (file === 'indicators.yaml' ? file : `test-2020/${file}`);

export const loadGood = (name: string): LoadedRules => loadRules(packFiles('good', name));

function read(folder: string): SourceFile[] {
  return readdirSync(folder)
    .toSorted()
    .map((name) => ({ path: name, text: readFileSync(path.join(folder, name), 'utf8') }));
}
