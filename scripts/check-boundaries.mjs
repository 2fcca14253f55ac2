/** Checks every file of src/ against the walls between the rooms; exit code 1 when one is broken. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, violationsIn } from './boundaries.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const files = existsSync(path.join(root, 'src'))
  ? readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .map((file) => path.join('src', file).replaceAll(path.sep, '/'))
      .filter((file) => /\.tsx?$/.test(file))
      .toSorted()
  : [];
const violations = files.flatMap((file) => violationsIn(file, readFileSync(path.join(root, file), 'utf8')));

for (const violation of violations) console.error(describe(violation));
console.log(
  violations.length === 0
    ? `${files.length} files keep to their rooms`
    : `${violations.length} imports break the walls between the rooms`,
);
process.exitCode = violations.length === 0 ? 0 : 1;
