import { type Change, diffPolicies, loadRules, type Policy, type SourceFile } from '../../src/rules';
import { packFiles } from './packs';

function load(files: readonly SourceFile[]): Policy {
  const { policies, diagnostics } = loadRules(files);
  const [policy] = policies;
  if (policy === undefined) throw new Error(diagnostics.map(({ message }) => message.en).join('\n'));
  return policy;
}

const files = packFiles('good', 'everything');
const before = load(files);

/** The pack with texts replaced, each of which must be there. */
function changed(...replacements: readonly (readonly [string, string])[]): Policy {
  return load(
    files.map((file) => ({
      ...file,
      text: replacements.reduce((text, [from, to]) => text.replace(from, to), file.text),
    })),
  );
}

function changesOf(number: string, after: Policy): readonly Change[] {
  return diffPolicies(before, after).changed.find(({ clause }) => clause === number)?.changes ?? [];
}

test('the same policy has no differences', () => {
  expect(diffPolicies(before, before)).toEqual({
    from: 'test-2020',
    to: 'test-2020',
    policy: [],
    added: [],
    removed: [],
    changed: [],
  });
});

test('another figure is one change, whatever it stands in', () => {
  expect(
    changesOf('1', changed(['rate: 0.2%', 'rate: 0.25%'], ['output >= 10亿元', 'output >= 12亿元'])),
  ).toEqual([
    { part: 'figure', name: 'tiers.top.when.output', before: '10亿元', after: '12亿元' },
    { part: 'figure', name: 'tiers.top.rate', before: '0.2%', after: '0.25%' },
  ]);
});

test('a dated value is part of its figure', () => {
  expect(changesOf('1', changed(['2020-07-01: 120万元', '2020-08-01: 130万元']))).toEqual([
    {
      part: 'figure',
      name: 'cap',
      before: '100万元; 2020-07-01: 120万元',
      after: '100万元; 2020-08-01: 130万元',
    },
  ]);
});

test('conditions, amounts, inputs and readings', () => {
  const after = changed(
    ['when: exportUsd >= 10万美元', 'when: exportUsd > 10万美元'],
    ['inputs: [output, exportUsd]', 'inputs: [output, exportUsd, rent?]'],
    ['base: output\n      each', 'base: output + rent\n      each'],
    ['recommended: whole', 'recommended: pro-rata'],
    ['payout: { after: 1 }', 'payout: { after: 2 }'],
  );
  expect(changesOf('3', after)).toEqual([
    { part: 'inputs', before: 'output, exportUsd', after: 'output, exportUsd, rent?' },
    { part: 'payout', before: '1: 1', after: '2: 1' },
    { part: 'recommended', name: 'counting', before: 'whole', after: 'pro-rata' },
    { part: 'condition', before: 'exportUsd >= 10万美元' },
    {
      part: 'amount',
      before:
        '{ base: output, each: 1亿元, pays: 2000元, units: { reading: counting, whole: whole, pro-rata: proRata }, cap: 20万元 }',
      after:
        '{ base: output + rent, each: 1亿元, pays: 2000元, units: { reading: counting, whole: whole, pro-rata: proRata }, cap: 20万元 }',
    },
    { part: 'condition', after: 'exportUsd > 10万美元' },
  ]);
});

test('lets by their names; periods; requirements', () => {
  expect(
    changesOf(
      '2',
      changed([
        "'share(usedArea, officeArea, official: usedShare, names: parts)'",
        'usedArea / officeArea orElse usedShare',
      ]),
    ),
  ).toEqual([
    {
      part: 'amount',
      name: '入驻率',
      before: 'share(usedArea, officeArea, official: usedShare, names: parts)',
      after: 'usedArea / officeArea orElse usedShare',
    },
  ]);
  expect(
    changesOf('2', changed(['inForce: { to: 2021-04-30 }', 'inForce: { from: 2020-03, to: 2021-04-30 }'])),
  ).toEqual([{ part: 'period', before: '..2021-04-30', after: '2020-03..2021-04-30' }]);
  expect(changesOf('7-uplift', changed(["requires: ['4', '5']", "requires: ['4']"]))).toEqual([
    { part: 'requires', before: '4, 5', after: '4' },
  ]);
});

test('clauses that are new, gone, or of another kind', () => {
  const after = changed(
    ["  '11':\n", "  '12':\n"],
    ['kind: target', 'kind: procedure'],
    ['6500万元, bound', '7000万元, bound'],
  );
  expect(diffPolicies(before, after)).toMatchObject({
    added: [{ clause: '12', title: { zh: '支持', en: 'Support' } }],
    removed: [{ clause: '11' }],
    changed: [
      {
        clause: 'annex-budget',
        changes: [{ part: 'figure', name: 'budget', before: '6500万元', after: '7000万元' }],
      },
      { clause: 'annex-target', changes: [{ part: 'kind', before: 'target', after: 'procedure' }] },
    ],
  });
});

test('the policy itself: period, year, groups, vetoes', () => {
  const after = changed(
    ['to: 2020-12-31 }\nyear: 2020', 'to: 2021-12-31 }\nyear: 2021'],
    ["clauses: ['2', '3']", "clauses: ['2', '3', '4']"],
    ['{ name: given', '{ name: named'],
    ['vetoes:\n  - { key: taxViolation, zh: 偷漏税, en: tax evasion }\n', ''],
    ['审批分界: 100万元', '审批分界: 200万元'],
    ["parties: [['1'], ['2', '3']]", "parties: [['1'], ['2']]"],
  );
  expect(diffPolicies(before, after).policy).toEqual([
    { part: 'year', before: '2020', after: '2021' },
    { part: 'period', before: '2020-02-14..2020-12-31', after: '2020-02-14..2021-12-31' },
    { part: 'figure', name: 'figures.审批分界', before: '100万元', after: '200万元' },
    { part: 'vetoes', before: 'taxViolation' },
    { part: 'exclusive', name: 'growth', before: '2, 3 (highest)', after: '2, 3, 4 (highest)' },
    { part: 'exclusive', name: 'given', before: '5, 6 (listed)' },
    { part: 'review', name: 'office', before: '1 | 2, 3', after: '1 | 2' },
    { part: 'exclusive', name: 'named', after: '5, 6 (listed)' },
  ]);
});
