import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadRules, type Policy, type SourceFile } from '../../src/rules';

/** The bundled rules, loaded once for the tests that need whole policies. */
const root = path.join(__dirname, '..', '..', 'rules');

function files(): SourceFile[] {
  const read = (name: string): SourceFile => ({
    path: name,
    text: readFileSync(path.join(root, name), 'utf8'),
  });
  const packs = readdirSync(root, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && readdirSync(path.join(root, entry.name)).includes('policy.yaml'),
  );
  const articles = packs.flatMap(({ name }) =>
    readdirSync(path.join(root, name))
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => `${name}/${file}`),
  );
  return ['indicators.yaml', ...articles].map(read);
}

const loaded = loadRules(files());
export const diagnostics = loaded.diagnostics;
export const policies: readonly Policy[] = loaded.policies;

export function policy(id: string): Policy {
  const found = policies.find((each) => each.id === id);
  if (found === undefined)
    throw new Error(`no policy ${id} among ${policies.map((each) => each.id).join(', ')}`);
  return found;
}
