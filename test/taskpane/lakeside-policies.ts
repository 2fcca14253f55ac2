import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadRules, type Policy } from '../../src/rules';

const root = path.join(__dirname, '../..');
const pack = path.join(root, 'test/packs/lakeside-2026');

/** The small policy of test/packs, for tests in a document, where office.js is not. */
export function lakesidePolicies(): readonly Policy[] {
  const articles = readdirSync(pack).filter((file) => file.endsWith('.yaml'));
  return loadRules([
    { path: 'indicators.yaml', text: readFileSync(path.join(root, 'rules/indicators.yaml'), 'utf8') },
    ...articles.map((file) => ({
      path: `lakeside-2026/${file}`,
      text: readFileSync(path.join(pack, file), 'utf8'),
    })),
  ]).policies;
}
