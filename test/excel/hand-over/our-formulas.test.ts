import { callsOurFunctions, runsOfOurs } from '../../../src/excel/hand-over/our-formulas';

test.each([
  ['=POLICY.SUBSIDY_RENT_RELIEF(B2)', true],
  ['=SUM(1,policy.subsidy("xishan-2020/4.4",B2))', true],
  ['=_xldudf_POLICY_SUBSIDY(B2)', true],
  ['=MYPOLICY.X(B2)', false],
  ['="POLICY.SUBSIDY(B2)"&A1', false],
  ['="say ""POLICY.X""" & B2', false],
  ['POLICY.SUBSIDY(B2)', false],
  [12, false],
  ['', false],
])('%s', (formula, isOurs) => {
  expect(callsOurFunctions(formula)).toBe(isOurs);
});

test('formulas one below the other are one run', () => {
  const [ours, other] = ['=POLICY.A(1)', '=SUM(1)'];
  expect(
    runsOfOurs(
      [
        [ours, other, ours],
        [ours, ours, 5],
        [other, '', ours],
      ],
      10,
      3,
    ),
  ).toEqual([
    { top: 10, bottom: 11, left: 3, right: 3 },
    { top: 11, bottom: 11, left: 4, right: 4 },
    { top: 10, bottom: 10, left: 5, right: 5 },
    { top: 12, bottom: 12, left: 5, right: 5 },
  ]);
});
