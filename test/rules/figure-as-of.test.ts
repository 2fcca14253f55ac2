import { Decimal, type Figure, figureAsOf } from '../../src/rules';

const yuan = (value: number): Figure['value'] => ({
  kind: 'quantity',
  value: new Decimal(value),
  dimension: { 元: 1 },
});
const cap: Figure = {
  id: 'test-2020/1#cap',
  clause: 'test-2020/1',
  text: '100万元',
  value: yuan(1_000_000),
  dated: [
    { from: '2020-07', text: '120万元', value: yuan(1_200_000) },
    { from: '2021', text: '150万元', value: yuan(1_500_000) },
  ],
  position: { file: '1.yaml', line: 1, column: 1 },
};

test.each([
  ['2019-12-31', '100万元'],
  ['2020-06-30', '100万元'],
  ['2020-07-01', '120万元'],
  ['2020', '120万元'],
  ['2020-12', '120万元'],
  ['2021-01-01', '150万元'],
])('on %s the cap is %s', (date, text) => {
  expect(figureAsOf(cap, date).text).toBe(text);
});

test('what is no date is refused', () => {
  expect(() => figureAsOf(cap, 'tomorrow')).toThrow('not a date: tomorrow');
});
