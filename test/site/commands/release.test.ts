import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { release } from '../../../src/site';
import type { AddInBuild } from '../../../src/site';
import { inProject, problemOf } from './in-project';
import { PAGE, POLICY } from '../made-site';

const HASHED = 'taskpane.0123456789ab.js';
const BUILT: Readonly<Record<string, string>> = {
  'taskpane.html': PAGE,
  'help.html': '<!doctype html><p>help</p>',
  'manifest.xml': '<OfficeApp><Id>7c1f2f5e-6f0b-4f5e-9a53-2f8a9f3a6b41</Id></OfficeApp>',
  'functions.zh-CN.json': '{}',
  [HASHED]: 'export {};',
  'office-js/office.js': '// office',
};
const BASE = 'https://intranet.example/subsidy';
const TOP = 'subsidy-addin-1.2.3';

/** Stands in for the bundler. */
async function buildAddIn({ folder }: AddInBuild): Promise<{ ok: true }> {
  for (const [name, text] of Object.entries(BUILT)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return Promise.resolve({ ok: true });
}

interface Released {
  readonly bytes: Buffer;
  readonly files: ReadonlyMap<string, string>;
  /** The text of a file of the archive; fails for one that is not in it. */
  text(name: string): string;
  readonly checksum: string;
  readonly said: string;
}

async function released(...argv: readonly string[]): Promise<Released> {
  return inProject(
    async (fake) => {
      const out = await release(['--base', BASE, ...argv], fake.console, fake.project);
      const bytes = readFileSync(out);
      const files = Object.entries(unzipSync(bytes)).map(
        ([name, content]) => [name, Buffer.from(content).toString('utf8')] as const,
      );
      const byName = new Map(files);
      return {
        bytes,
        files: byName,
        text(name) {
          const found = byName.get(`${TOP}/${name}`);
          if (found === undefined) throw new Error(`${name} is not in the archive`);
          return found;
        },
        checksum: readFileSync(`${out}.sha256`, 'utf8'),
        said: fake.said,
      };
    },
    { buildAddIn },
  );
}

function sha256(bytes: Buffer | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

test('the add-in under site/, what servers need, and what to do', async () => {
  const { files } = await released();
  expect([...files.keys()].toSorted()).toEqual(
    [
      'README.txt',
      'SHA256SUMS',
      'manifest.xml',
      'nginx.conf',
      'site/web.config',
      ...Object.keys(BUILT).map((name) => `site/${name}`),
    ]
      .map((name) => `${TOP}/${name}`)
      .toSorted(),
  );
});

test('every file has its checksum, and the archive has one beside it', async () => {
  const { files, text, bytes, checksum } = await released();
  const sums = text('SHA256SUMS').trimEnd().split('\n');
  const found = [...files].filter(([name]) => !name.endsWith('SHA256SUMS'));
  expect(sums.toSorted()).toEqual(
    found.map(([name, content]) => `${sha256(content)}  ${name.slice(TOP.length + 1)}`).toSorted(),
  );
  expect(checksum).toBe(`${sha256(bytes)}  ${TOP}.zip\n`);
});

test('the same files make the same bytes, whenever they were written', async () => {
  const first = await released();
  const later = await inProject(
    async ({ console, project }) => readFileSync(await release(['--base', BASE], console, project)),
    {
      async buildAddIn(build) {
        await buildAddIn(build);
        const then = new Date('2031-05-05T05:05:05Z');
        for (const name of Object.keys(BUILT)) utimesSync(path.join(build.folder, name), then, then);
        return { ok: true };
      },
    },
  );
  expect(sha256(later)).toBe(sha256(first.bytes));
});

test('web.config is XML and gives each file the headers of our own server', async () => {
  const config = (await released()).text('site/web.config');
  const headers = headersByLocation(config);
  expect(headers).toEqual({
    '': {
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-cache',
    },
    'functions.zh-CN.json': { 'Access-Control-Allow-Origin': '*' },
    'help.html': {
      'Content-Security-Policy':
        "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'",
    },
    [HASHED]: { 'Cache-Control': 'public, max-age=31536000, immutable' },
    'taskpane.html': { 'Content-Security-Policy': POLICY },
  });
  expect(config).toContain('<mimeMap fileExtension=".json" mimeType="application/json; charset=utf-8" />');
  expect(config).toContain('<remove name="X-Frame-Options" />');
});

test('nginx.conf names the same headers', async () => {
  const text = (await released()).text('nginx.conf');
  expect(text).toContain(`"~/taskpane\\.html$" "${POLICY}";`);
  expect(text).toContain('"~/taskpane\\.0123456789ab\\.js$" "public, max-age=31536000, immutable";');
  expect(text).toContain('"~/functions\\.zh-CN\\.json$" "*";');
  expect(text).toContain('server_name intranet.example;');
  expect(text).toContain('# The content of site/ goes to /srv/www/subsidy/');
});

test('README names address and id; the message says what was written', async () => {
  const { text: textOf, said } = await released();
  const text = textOf('README.txt');
  expect(text).toContain(`地址：${BASE}\n标识：7c1f2f5e-6f0b-4f5e-9a53-2f8a9f3a6b41\n`);
  expect(text).toContain(`Address: ${BASE}\nId: 7c1f2f5e-6f0b-4f5e-9a53-2f8a9f3a6b41\n`);
  expect(said).toMatch(
    /^正在为 https:\/\/intranet\.example\/subsidy 生成加载项……\n已写出 .*\/out\/subsidy-addin-1\.2\.3\.zip（0\.0 MB）和 subsidy-addin-1\.2\.3\.zip\.sha256。\n怎样部署见压缩包里的 README\.txt。\n$/u,
  );
});

test('without an address there is no release', async () => {
  const text = await inProject(async ({ console, project }) => problemOf(release([], console, project)));
  expect(text).toEqual({
    zh: '请用 --base 给出加载项的地址，如 --base https://intranet.example/subsidy。',
    en: 'Give the address of the add-in with --base, such as --base https://intranet.example/subsidy.',
  });
});

/** What web.config adds, by file; '' is what holds for all. */
function headersByLocation(text: string): Record<string, Record<string, string>> {
  const found: Record<string, Record<string, string>> = { '': {} };
  const parser = new SaxesParser();
  let location = '';
  const open: string[] = [];
  const actions: Record<string, (attributes: Record<string, string>) => void> = {
    location(attributes) {
      location = attributes['path'] ?? '';
      found[location] = {};
    },
    'customHeaders/add'(attributes) {
      const headers = found[location] ?? {};
      headers[attributes['name'] ?? ''] = attributes['value'] ?? '';
    },
  };
  parser.on('opentag', ({ name, attributes }) => {
    actions[name]?.(attributes);
    actions[`${open.at(-1) ?? ''}/${name}`]?.(attributes);
    open.push(name);
  });
  parser.on('closetag', () => open.pop());
  parser.write(text).close();
  return found;
}
