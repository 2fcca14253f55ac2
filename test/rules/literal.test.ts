import fc from 'fast-check';
import { Decimal, type FigureValue, parseDate, parseLiteral, printLiteral } from '../../src/rules';
import { UNIT_NAMES } from '../../src/rules/units';

/** The value in base units with its dimension, for comparing. */
function read(text: string): string {
  const parsed = parseLiteral(text);
  if (!parsed.ok) return `${parsed.problem}${parsed.problem === 'unit' ? ` ${parsed.unit}` : ''}`;
  return show(parsed.value);
}

function show(value: FigureValue): string {
  return value.kind === 'date'
    ? printLiteral(value)
    : `${value.value.toFixed()} ${JSON.stringify(value.dimension)}`;
}

function quantity(text: string): FigureValue & { kind: 'quantity' } {
  const parsed = parseLiteral(text);
  if (parsed.ok && parsed.value.kind === 'quantity') return parsed.value;
  throw new Error(`no quantity: ${text}`);
}

describe('figures as the text writes them', () => {
  test.each([
    ['100万元', '1000000 {"元":1}'],
    ['1亿元', '100000000 {"元":1}'],
    ['20%', '0.2 {}'],
    ['0.01‰', '0.00001 {}'],
    ['1.5倍', '1.5 {}'],
    ['-30%', '-0.3 {}'],
    ['−30%', '-0.3 {}'],
    ['500元/㎡', '500 {"元":1,"㎡":-1}'],
    ['2元/万㎡', '0.0002 {"元":1,"㎡":-1}'],
    ['1000元/亩', '1000 {"元":1,"亩":-1}'],
    ['1000万美元', '10000000 {"USD":1}'],
    ['1万吨', '10000 {"吨":1}'],
    ['10名', '10 {"名":1}'],
    ['3个月', '3 {"月":1}'],
    ['2020', '2020'],
    ['2022-11', '2022-11'],
    ['2020-02-29', '2020-02-29'],
    ['0', '0 {}'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ['5', 'unitless'],
    ['5万', 'unit 万'],
    ['5元/公里', 'unit 公里'],
    ['5元/㎡/年', 'unit 元/㎡/年'],
    ['约5万元', 'literal'],
    ['', 'literal'],
    ['2020-13', 'date'],
    ['2019-02-29', 'date'],
    ['2020-04-31', 'date'],
    ['1900-02-29', 'date'],
    ['1,000元', 'unit ,000元'],
  ])('%s is none', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test('a date is read as a date only', () => {
    expect(parseDate('20%')).toEqual({ ok: false, problem: 'literal' });
  });
});

describe('printing', () => {
  test.each([
    ['1200000', '120万元', '120万元'],
    ['1234567.89', '120万元', '123.456789万元'],
    ['0.004', '0.3%', '0.4%'],
    ['500', '250元/㎡', '500元/㎡'],
  ])('%s in the unit of %s is %s', (value, like, expected) => {
    expect(printLiteral({ ...quantity(like), value: new Decimal(value) }, like)).toBe(expected);
  });

  test('without an example the unit that needs the fewest digits is taken', () => {
    expect(printLiteral({ kind: 'quantity', value: new Decimal(1_000_000), dimension: { 元: 1 } })).toBe(
      '100万元',
    );
    expect(printLiteral({ kind: 'quantity', value: new Decimal('0.2'), dimension: {} })).toBe('20%');
    expect(printLiteral({ kind: 'quantity', value: new Decimal(300), dimension: { 元: 1, '㎡': -1 } })).toBe(
      '300元/㎡',
    );
  });

  test('a text of another kind is no example', () => {
    expect(printLiteral({ kind: 'quantity', value: new Decimal(5), dimension: { 户: 1 } }, '20%')).toBe(
      '5户',
    );
    expect(printLiteral({ kind: 'quantity', value: new Decimal(5), dimension: { 户: 1 } }, '2020')).toBe(
      '5户',
    );
  });
});

const digits = fc
  .tuple(fc.nat({ max: 10 ** 9 }), fc.option(fc.stringMatching(/^\d{1,6}$/u), { nil: undefined }))
  .map(([whole, fraction]) => (fraction === undefined ? String(whole) : `${whole}.${fraction}`));
const unit = fc.constantFrom(...UNIT_NAMES);
const moneyPerUnit = fc
  .tuple(fc.constantFrom('元', '万元', 'USD'), fc.constantFrom('㎡', '亩', '户', '吨'))
  .map((pair) => pair.join('/'));
const quantityText = fc
  .tuple(fc.constantFrom('', '-'), digits, fc.oneof(unit, moneyPerUnit))
  .map((parts) => parts.join(''));
const dateText = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .chain((date) => fc.constantFrom(4, 7, 10).map((length) => date.toISOString().slice(0, length)));

test('whatever is printed reads back as the same value', () => {
  fc.assert(
    fc.property(fc.oneof(quantityText, dateText), fc.oneof(quantityText, dateText), (text, like) => {
      const parsed = parseLiteral(text);
      fc.pre(parsed.ok);
      for (const printed of [
        printLiteral(parsed.value),
        printLiteral(parsed.value, text),
        printLiteral(parsed.value, like),
      ]) {
        expect(read(printed)).toBe(show(parsed.value));
      }
    }),
  );
});
