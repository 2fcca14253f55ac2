import { loadPack, loadRules, loadVocabulary, type SourceFile } from '../../src/rules';
import { packFiles } from './packs';

const files = packFiles('good', 'plain');
const [vocabularyFile, ...pack] = files;

function loaded(changed: readonly SourceFile[] = pack) {
  const { vocabulary } = loadVocabulary(vocabularyFile ?? { path: '', text: '' });
  if (vocabulary === undefined) throw new Error('the vocabulary does not load');
  return loadPack(changed, vocabulary);
}

test('a vocabulary and a pack can be loaded by themselves', () => {
  expect(loaded().policy?.id).toBe('test-2020');
  expect(loaded().diagnostics).toEqual([]);
});

test('what has errors is not handed out, what has warnings is', () => {
  const broken = pack.map((file) => ({ ...file, text: file.text.replace('rate: 20%', 'rate: 20') }));
  expect(loaded(broken).policy).toBeUndefined();
  expect(loaded(broken).diagnostics.map(({ code }) => code)).toEqual(['number-without-unit']);
  const doubtful = pack.map((file) => ({ ...file, text: file.text.replace('en: Rent subsidy', "en: ''") }));
  expect(loaded(doubtful).policy?.clauses.get('test-2020/1')?.title).toEqual({
    zh: '房租补贴',
    en: '房租补贴',
  });
  expect(loaded(doubtful).diagnostics.map(({ code }) => code)).toEqual(['missing-translation']);
  expect(loadVocabulary({ path: 'indicators.yaml', text: 'indicators: {}' }).vocabulary).toBeUndefined();
});

test('a policy with errors does not keep back the others', () => {
  const other = pack.map(({ path, text }) => ({
    path: path.replace('test-2020', 'other'),
    text: text.replace('id: test-2020', 'id: other').replace('SUBSIDY_RENT', 'SUBSIDY_OTHER'),
  }));
  const broken = other.map((file) => ({ ...file, text: file.text.replace('kind: award', 'kind: awards') }));
  expect(loadRules([...files, ...other]).policies.map(({ id }) => id)).toEqual(['test-2020', 'other']);
  expect(loadRules([...files, ...broken]).policies.map(({ id }) => id)).toEqual(['test-2020']);
});

test('two policies cannot share a custom function', () => {
  const other = pack.map(({ path, text }) => ({
    path: path.replace('test-2020', 'other'),
    text: text.replace('id: test-2020', 'id: other'),
  }));
  const { diagnostics } = loadRules([...files, ...other]);
  expect(diagnostics.map(({ code, position, message }) => [code, position.file, message.en])).toEqual([
    [
      'duplicate-function',
      'other/1.yaml',
      'The function "SUBSIDY_RENT" is already that of test-2020/1. Names of functions are unique over all policies; rename one.',
    ],
  ]);
});

describe('the hash', () => {
  const { policy } = loaded();

  test('does not change with line ends, or with where the folder lies', () => {
    const windows = pack.map(({ path, text }) => ({
      path: `rules/${path}`,
      text: text.replaceAll('\n', '\r\n'),
    }));
    expect(loaded(windows).policy?.hash).toBe(policy?.hash);
  });

  test('changes with any text of the pack', () => {
    const other = pack.map((file) => ({
      ...file,
      text: file.text.replace('why: 恰为上限', 'why: 恰在上限'),
    }));
    expect(loaded(other).policy?.hash).not.toBe(policy?.hash);
  });
});

test('files beside the packs that are no rules are left alone', () => {
  expect(loadRules([...files, { path: 'schema/article.schema.json', text: '{' }]).diagnostics).toEqual([]);
});
