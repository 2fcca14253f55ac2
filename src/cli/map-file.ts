import { type Corrections, readCorrections } from '../sheet';
import { unusable } from './console';
import { readJson } from './files';

/** Reads a `--map` file. @throws CommandError that lists every problem with its place in the file. */
export function readMapFile(file: string): Corrections {
  const result = readCorrections(readJson(file));
  if (result.ok) return result.corrections;
  const list = (lang: 'zh' | 'en'): string =>
    result.problems.map(({ path, text }) => `  ${path}: ${text[lang]}`).join('\n');
  throw unusable(
    `${file} 不能用作列的更正：\n${list('zh')}`,
    `${file} cannot be used as corrections of columns:\n${list('en')}`,
  );
}
