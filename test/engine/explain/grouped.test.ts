import fc from 'fast-check';
import { grouped } from '../../../src/engine';

test.each([
  ['0', '0'],
  ['999', '999'],
  ['1000', '1,000'],
  ['-123456', '-123,456'],
  ['999.9999', '999.9999'],
  ['1234567.80', '1,234,567.80'],
  ['≈1000.1234', '≈1,000.1234'],
])('%s is shown as %s', (number, shown) => {
  expect(grouped(number)).toBe(shown);
});

test('nothing but separators is added', () => {
  fc.assert(
    fc.property(fc.bigInt(), fc.nat(), (whole, places) => {
      const number = `${whole}.${places}`;
      expect(grouped(number).replaceAll(',', '')).toBe(number);
      expect(grouped(number)).toMatch(/^-?\d{1,3}(,\d{3})*\.\d+$/);
    }),
  );
});
