import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { SourceFile } from '../../src/rules';

const folder = path.join(__dirname, '..', '..', 'rules');

/** The bundled rules as the build hands them over: paths from the rules folder. */
export const ruleFiles: readonly SourceFile[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .toSorted()
  .map((name) => ({
    path: name.replaceAll(path.sep, '/'),
    text: readFileSync(path.join(folder, name), 'utf8'),
  }));
