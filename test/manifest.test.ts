import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  inOrder,
  isBilingual,
  languages,
  parseXml,
  pixels,
  resourceKind,
  type XmlElement,
} from './manifest-xml';

const root = path.join(__dirname, '..');
const file = path.join(root, 'manifest.xml');
const manifest = parseXml(readFileSync(file, 'utf8'));
const all = manifest.descendants();
const named = (...names: string[]): XmlElement[] =>
  [manifest, ...all].filter(({ name }) => names.includes(name));

function one(name: string): XmlElement {
  const [found, ...more] = named(name);
  if (found === undefined || more.length > 0) throw new Error(`${more.length + 1} elements ${name}`);
  return found;
}

const inOverrides = one('VersionOverrides').descendants();
const resources = named('bt:Image', 'bt:Url', 'bt:String').filter((element) => 'id' in element.attributes);
const users = inOverrides.filter(({ attributes }) => 'resid' in attributes);

describe('the order of elements', () => {
  test.each([
    [
      'OfficeApp',
      'Id,AlternateId,Version,ProviderName,DefaultLocale,DisplayName,Description,IconUrl,HighResolutionIconUrl,SupportUrl,AppDomains,Hosts,Requirements,DefaultSettings,Permissions,VersionOverrides',
    ],
    ['VersionOverrides', 'Description,Requirements,Hosts,Resources'],
    ['DesktopFormFactor', 'GetStarted,FunctionFile,ExtensionPoint'],
    ['GetStarted', 'Title,Description,LearnMoreUrl'],
    ['Group', 'Label,Icon,Control'],
    ['Resources', 'bt:Images,bt:Urls,bt:ShortStrings,bt:LongStrings'],
  ])('within %s', (name, order) => {
    expect(inOrder(one(name).childNames(), order.split(','))).toBe(true);
  });

  test('a host in the overrides starts with its runtime', () => {
    const hosts = inOverrides.filter(({ name }) => name === 'Host');
    expect(hosts.map((host) => host.childNames().join())).toEqual([
      'Runtimes,AllFormFactors,DesktopFormFactor',
    ]);
  });

  test('custom functions name script, page, metadata and namespace', () => {
    const points = named('ExtensionPoint').map((point) => [point.at('xsi:type'), point.childNames().join()]);
    expect(points).toContainEqual(['CustomFunctions', 'Script,Page,Metadata,Namespace']);
  });

  test('a button has label, supertip, icon and action', () => {
    const parts = 'Label,Supertip,Icon,Action';
    expect(named('Control').map((control) => control.childNames().join())).toEqual(
      Array.from({ length: 5 }, () => parts),
    );
  });
});

describe('resources', () => {
  const ids = resources.map((resource) => resource.at('id'));

  test('every resid is defined, once, and every resource is used', () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect([...new Set(users.map((user) => user.at('resid')))].toSorted()).toEqual(ids.toSorted());
  });

  test('ids have at most 32 characters', () => {
    expect(ids.filter(({ length }) => length > 32)).toEqual([]);
  });

  test('a resid stands where its kind of resource is wanted', () => {
    const kindOf = new Map(resources.map((resource) => [resource.at('id'), resource.name]));
    expect(users.filter((user) => kindOf.get(user.at('resid')) !== resourceKind(user))).toEqual([]);
  });

  test('one page serves as runtime, functions page, function file and pane', () => {
    const inner = named('Page', 'Action').flatMap(({ children }) => children);
    const pages = [
      ...named('Runtime', 'FunctionFile'),
      ...inner.filter(({ name }) => name === 'SourceLocation'),
    ];
    expect(pages.map((page) => page.at('resid'))).toEqual(Array.from({ length: 4 }, () => 'Pane.Url'));
  });
});

describe('texts', () => {
  test.each([
    ['bt:ShortStrings', 125],
    ['bt:LongStrings', 250],
  ])('of %s have at most %d characters in both languages', (name, longest) => {
    const texts = one(name).children.flatMap(languages);
    expect(texts.length).toBeGreaterThan(9);
    const lengths = texts.map(({ length }) => length);
    expect(Math.min(...lengths)).toBeGreaterThan(0);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(longest);
  });

  test.each([
    ['DisplayName', 125],
    ['Description', 250],
  ])('the add-in’s %s has at most %d characters in both languages', (name, longest) => {
    const texts = manifest.children.filter((element) => element.name === name).flatMap(languages);
    expect(texts).toHaveLength(2);
    expect(Math.max(...texts.map(({ length }) => length))).toBeLessThanOrEqual(longest);
  });

  test('everything with a default has an English form, written as its place wants it', () => {
    const localised = all
      .filter(({ attributes }) => 'DefaultValue' in attributes)
      .filter(({ name }) => name !== 'bt:Image');
    expect(localised.length).toBeGreaterThan(20);
    expect(localised.filter((element) => !isBilingual(element)).map(({ name }) => name)).toEqual([]);
  });

  test('the default language is Chinese, and the Chinese texts are', () => {
    expect(one('DefaultLocale').text).toBe('zh-CN');
    const latin = named('bt:String').filter((text) => !/\p{Script=Han}/u.test(text.at('DefaultValue')));
    expect(latin.map((text) => text.at('id'))).toEqual(['Functions.Namespace']);
  });

  test('the namespace is the same in every language, as formulas need it', () => {
    const namespace = resources.filter((resource) => resource.at('id') === 'Functions.Namespace');
    expect(namespace.flatMap(languages)).toEqual(['POLICY', 'POLICY']);
  });
});

test('asks for what the code is written for', () => {
  const sets = named('Set').map((set) => `${set.at('Name')} ${set.at('MinVersion')}`);
  expect(sets).toEqual(['SharedRuntime 1.1', 'CustomFunctionsRuntime 1.3', 'ExcelApi 1.14']);
});

describe('addresses', () => {
  const iconAt = (address: string): string => path.join(root, new URL(address).pathname);

  test('are https, from one origin', () => {
    const addresses = all.flatMap(languages).filter((value) => /^\w+:\/\//u.test(value));
    expect(new Set(addresses.map((address) => new URL(address).origin))).toEqual(
      new Set(['https://localhost:3000']),
    );
  });

  test('of icons lead to files of the size that is said', () => {
    const icons = resources.filter(({ name }) => name === 'bt:Image');
    const sizes = new Map(
      users.filter(({ name }) => name === 'bt:Image').map((user) => [user.at('resid'), user.at('size')]),
    );
    expect(icons).toHaveLength(48);
    expect(icons.map((icon) => pixels(iconAt(icon.at('DefaultValue'))))).toEqual(
      icons.map((icon) => `${sizes.get(icon.at('id'))}x${sizes.get(icon.at('id'))}`),
    );
  });

  test('of the product’s icons lead to 32 and 64 pixels', () => {
    const urls = named('IconUrl', 'HighResolutionIconUrl').map((icon) => icon.at('DefaultValue'));
    expect(urls.map((url) => pixels(iconAt(url)))).toEqual(['32x32', '64x64']);
  });

  test('there is a drawing for every size that Office shows anywhere', () => {
    const wanted = [16, 20, 24, 32, 40, 48, 64, 80, 128];
    expect(wanted.map((size) => pixels(path.join(root, `assets/product-${size}.png`)))).toEqual(
      wanted.map((size) => `${size}x${size}`),
    );
  });
});

test('Microsoft’s own reader takes the manifest, without a network', () => {
  const script = `require('office-addin-manifest').OfficeAddinManifest.readManifestFile(${JSON.stringify(file)})
    .then((info) => console.log(JSON.stringify(info)))`;
  const info: unknown = JSON.parse(
    execFileSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8' }),
  );
  expect(info).toMatchObject({
    displayName: '补贴政策测算',
    defaultLocale: 'zh-CN',
    hosts: ['Workbook'],
    permissions: 'ReadWriteDocument',
    manifestType: 'xml',
  });
});
