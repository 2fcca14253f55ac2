import { diffPolicies, loadRules, newPack } from '../../src/rules';
import { packFiles } from './packs';

const files = packFiles('good', 'everything');
const [vocabulary] = files;
const old = files.filter((file) => file !== vocabulary);
const started = newPack(old, 'test-2020', 'test-2021');
const text = (path: string): string => started.find((file) => file.path === path)?.text ?? '';

test('the new files lie in a folder of their own', () => {
  expect(started.map(({ path }) => path)).toEqual([
    'test-2021/1.yaml',
    'test-2021/more.yaml',
    'test-2021/policy.yaml',
  ]);
});

test('id, year and dates are those of next year, marked for the author to set', () => {
  expect(text('test-2021/policy.yaml')).toContain(
    [
      '# Every form of the language once, none of it wrong.',
      'id: test-2021',
      'title: { zh: 测试政策, en: Test policy }',
      '# 待填：下面的值只是占位 / to be set: the value below is a placeholder',
      'document: { zh: 测试〔2020〕1号, en: Test (2020) No. 1 }',
      'issuer: { zh: 测试区政府, en: Test district }',
      'level: district',
      '# 待填：下面的值只是占位 / to be set: the value below is a placeholder',
      'issued: 2021-02-14',
      '# 待填：下面的值只是占位 / to be set: the value below is a placeholder',
      'inForce: { from: 2021-02-14, to: 2021-12-31 }',
      '# 待填：下面的值只是占位 / to be set: the value below is a placeholder',
      'year: 2021',
    ].join('\n'),
  );
});

test('functions get the year, clauses of their own period its mark, examples stay', () => {
  expect(text('test-2021/1.yaml')).toContain('    function: SUBSIDY_TIERS_2021\n');
  expect(text('test-2021/1.yaml')).toContain(
    '    # 待填：下面的值只是占位 / to be set: the value below is a placeholder\n    inForce: { to: 2022-04-30 }\n',
  );
  expect(text('test-2021/1.yaml')).toContain('why: 恰在门槛');
  expect(text('test-2021/policy.yaml')).toContain("clauses: ['5', test-2021/6]");
});

test('both policies load side by side, and differ in nothing but their dates', () => {
  const { policies, diagnostics } = loadRules([...files, ...started]);
  expect(diagnostics).toEqual([]);
  expect(policies.map(({ id }) => id)).toEqual(['test-2020', 'test-2021']);
  expect(
    policies.flatMap((first, index) =>
      policies.slice(index + 1).map((second) => diffPolicies(first, second)),
    )[0],
  ).toMatchObject({
    from: 'test-2020',
    to: 'test-2021',
    policy: [{ part: 'year' }, { part: 'period' }],
    added: [],
    removed: [],
    changed: [{ clause: '2', changes: [{ part: 'period', before: '..2021-04-30', after: '..2022-04-30' }] }],
  });
});

test('an id without a year is the year after; one with a year is that year', () => {
  const yearOf = (id: string): string | undefined =>
    newPack(old, 'test-2020', id)
      .map(({ text: each }) => /^year: (\d+)$/mu.exec(each)?.[1])
      .find((year) => year !== undefined);
  expect([yearOf('next'), yearOf('test-2024')]).toEqual(['2021', '2024']);
});

test('29 February becomes the 28th where there is none; defaults and years in names move too', () => {
  const leap = [
    { path: 'a-2020/policy.yaml', text: 'id: a-2020\nissued: 2020-02-29\nyear: 2020\n' },
    {
      path: 'a-2020/1.yaml',
      text: "defaults: { inForce: { to: 2020-02-29 } }\nclauses:\n  '1': { function: SUBSIDY_A_2020 }\n",
    },
    { path: 'a-2020/notes.yaml', text: '- just a list\n' },
  ];
  expect(newPack(leap, 'a-2020', 'a-2021').map(({ text: each }) => each.replaceAll(/^#.*\n/gmu, ''))).toEqual(
    [
      'id: a-2021\nissued: 2021-02-28\nyear: 2021\n',
      "defaults: { inForce: { to: 2021-02-28 } }\nclauses:\n  '1': { function: SUBSIDY_A_2021 }\n",
      '- just a list\n',
    ],
  );
});
