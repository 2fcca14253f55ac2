import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '..');

interface Package {
  readonly version?: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

interface Listed {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly why: string;
}

/** Under a licence of its own that docs/dependencies.md speaks of. */
const OFFICE = '@microsoft/office-js';
const document = readFileSync(path.join(root, 'docs', 'dependencies.md'), 'utf8');
const project = readPackage('package.json');
const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, Package>>;
};

function readPackage(file: string): Package {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8')) as Package;
}

/** The lines of the table under a heading; packages that share a line are two. */
function listedUnder(heading: string): Listed[] {
  const [, section = ''] = document.split(`## ${heading}\n`);
  const [ours = ''] = section.split('\n## ');
  const lines = ours.split('\n').filter((line) => line.startsWith('| `'));
  return lines.flatMap((line) => {
    const [names = '', version = '', licence = '', why = ''] = line
      .split('|')
      .slice(1)
      .map((cell) => cell.trim());
    return [...names.matchAll(/`([^`]+)`/gu)].map(([, name = '']) => ({ name, version, licence, why }));
  });
}

/** As docs/dependencies.md writes them: another name in the registry in brackets. */
function declared(versions: Readonly<Record<string, string>> = {}): (readonly [string, string])[] {
  return Object.entries(versions).map(([name, version]) => {
    const [, other, exact] = /^npm:(.+)@([^@]+)$/u.exec(version) ?? [];
    return [name, other === undefined ? version : `${exact ?? ''} (\`${other}\`)`];
  });
}

/** Everything that a package needs, from the lockfile: the folders where they are installed. */
function neededBy(names: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const open = names.map((name) => ({ name, from: '' }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const folder = installedAt(next.name, next.from);
    if (folder === undefined || found.has(folder)) continue;
    found.add(folder);
    const { dependencies, peerDependencies } = lock.packages[folder] ?? {};
    const needed = Object.keys({ ...dependencies, ...peerDependencies });
    open.push(...needed.map((name) => ({ name, from: folder })));
  }
  return found;
}

/** As Node looks a package up: inside the one that asks, then beside it, then further out. An optional one may be nowhere. */
function installedAt(name: string, from: string): string | undefined {
  const between = '/node_modules/';
  const levels = from === '' ? [] : from.split(between);
  const around = levels.map((_, at) => levels.slice(0, levels.length - at).join(between));
  return [...around.map((folder) => `${folder}${between}${name}`), `node_modules/${name}`].find(
    (candidate) => candidate in lock.packages,
  );
}

/** `0BSD, ISC or MIT` in the document. */
function saidLicences(): string[] {
  const [, said = ''] = /What these packages need in turn is under ([^\n]+?)\.\n/u.exec(document) ?? [];
  return said.split(/, | or /u);
}

/** The folders of everything needed at run time. */
function neededAtRunTime(): string[] {
  const names = Object.keys(project.dependencies ?? {});
  return [...neededBy(names)].filter(
    (folder) => folder !== `node_modules/${OFFICE}` && existsSync(path.join(root, folder)),
  );
}

describe.each([
  ['At run time', project.dependencies],
  ['For development', project.devDependencies],
])('%s', (heading, versions) => {
  const listed = listedUnder(heading);

  test('every package stands in the document, with its version', () => {
    expect(Object.fromEntries(listed.map(({ name, version }) => [name, version]))).toEqual(
      Object.fromEntries(declared(versions)),
    );
  });

  test('with the licence that it was installed with', () => {
    const others = listed.filter(({ name }) => name !== OFFICE);
    expect(others.map(({ name, licence }) => [name, licence])).toEqual(
      others.map(({ name }) => [name, readPackage(`node_modules/${name}/package.json`).license]),
    );
  });

  test('and with a reason', () => {
    expect(listed.filter(({ why }) => !/\w{3}.*\.$/u.test(why))).toEqual([]);
  });

  test('versions are exact', () => {
    expect(listed.filter(({ version }) => !/^\d+\.\d+\.\d+(?:$| )/u.test(version))).toEqual([]);
  });
});

test('licences of everything that is needed at run time, as the document says', () => {
  const folders = neededAtRunTime();
  const licences = new Set(folders.map((folder) => readPackage(`${folder}/package.json`).license));
  expect(licences).toEqual(new Set(saidLicences()));
  expect(folders.length).toBeGreaterThan(50);
});
