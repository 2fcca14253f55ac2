import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import {
  contentSecurityPolicy,
  officeSource,
  OFFICE_FILES,
  OFFICE_SOURCES,
} from '../scripts/addin-plugin.js';
import { parseXml } from './manifest-xml';

const root = path.join(__dirname, '..');

/** Runs scripts/addin-manifest.mjs, an ES module that jest does not load. */
function manifestFor(options: { base?: string; id?: string }): { text: string; error: string } {
  const script = `import { manifestFor } from './scripts/addin-manifest.mjs';
    manifestFor('manifest.xml', ${JSON.stringify(options)})
      .then((text) => process.stdout.write(text), (error) => process.stderr.write(error.message));`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    encoding: 'utf8',
  });
  return { text: run.stdout, error: run.stderr };
}

describe('the manifest of a build', () => {
  const built = manifestFor({
    base: 'https://intranet.example/subsidy/',
    id: '11111111-2222-4333-8444-555555555555',
  });
  const manifest = parseXml(built.text);
  const all = manifest.descendants();

  test('has the addresses of the place it is built for, and no other', () => {
    const values = all.flatMap((element) => [element.at('DefaultValue'), element.at('Value')]);
    const addresses = values.filter((value) => value.includes('://'));
    expect(addresses.length).toBeGreaterThan(50);
    expect(
      addresses.filter((address) => !/^https:\/\/intranet\.example\/subsidy\/[\w.]/u.test(address)),
    ).toEqual([]);
  });

  test('has the id that was asked for, and is otherwise the same', () => {
    const ids = all.filter(({ name }) => name === 'Id').map(({ text }) => text);
    expect(ids).toEqual(['11111111-2222-4333-8444-555555555555']);
    const names = (text: string): string[] =>
      parseXml(text)
        .descendants()
        .map(({ name }) => name);
    expect(names(built.text)).toEqual(names(manifestFor({}).text));
  });

  test.each(['http://intranet.example', 'intranet.example', 'https://intranet.example/?a=1'])(
    '%s is no address from which Excel loads',
    (base) => {
      expect(manifestFor({ base })).toEqual({
        text: '',
        error: `${base}: Excel loads add-ins from https addresses only, such as https://intranet.example/subsidy`,
      });
    },
  );

  test('an id that is no GUID is refused', () => {
    expect(manifestFor({ id: 'subsidy' }).error).toBe(
      'subsidy: the id of an add-in is a GUID, or `random` for a new one',
    );
  });
});

describe('what the page may load', () => {
  test('nothing from elsewhere, and no code from strings', () => {
    const policy = contentSecurityPolicy('self');
    expect(policy).toContain(`default-src 'none'; script-src 'self'; `);
    expect(policy).toContain(`connect-src 'self'`);
    expect(policy).not.toMatch(/unsafe-eval|https?:|\*/u);
  });

  test('office.js from Microsoft’s addresses where the build asks for it; requests stay at home', () => {
    expect(contentSecurityPolicy('cdn')).toContain(`script-src 'self' https://appsforoffice.microsoft.com;`);
    expect(contentSecurityPolicy('china')).toContain(
      `script-src 'self' https://appsforoffice.cdn.partner.office365.cn;`,
    );
    expect(contentSecurityPolicy('china')).toContain(`connect-src 'self';`);
  });

  test('a source that does not exist is refused', () => {
    expect(Object.keys(OFFICE_SOURCES).map((name) => officeSource(name))).toEqual(['self', 'cdn', 'china']);
    expect(() => officeSource('ftp')).toThrow('ADDIN_OFFICE is ftp; it can be self, cdn, china');
  });

  test('the files that office.js asks for are in its package', () => {
    const folder = path.join(root, 'node_modules/@microsoft/office-js/dist');
    expect(OFFICE_FILES.filter((name) => !existsSync(path.join(folder, name)))).toEqual([]);
  });
});
