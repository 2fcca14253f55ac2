import { fittedNumber, shownText, sideOf, wrapped } from '../../../src/workbench/grid/cell-text';
import { PLAIN, styled } from '../../../src/workbench/host';

const within = (places: number) => (text: string) => text.length <= places;

test('a number that does not fit loses decimals when its format is General, and is never cut off', () => {
  expect(fittedNumber(1234.5678, '1234.5678', 'General', within(9))).toBe('1234.5678');
  expect(fittedNumber(1234.5678, '1234.5678', 'General', within(6))).toBe('1234.6');
  expect(fittedNumber(1234.5678, '1234.5678', 'General', within(4))).toBe('1235');
  expect(fittedNumber(1234.5678, '1234.5678', 'General', within(3))).toBe('###');
  expect(fittedNumber(1234.5, '1,234.50', '#,##0.00', within(7))).toBe('#######');
});

test('numbers stand at the right, texts at the left, logical values and errors in the middle', () => {
  expect(sideOf(1, PLAIN)).toBe('right');
  expect(sideOf('1', PLAIN)).toBe('left');
  expect(sideOf(true, PLAIN)).toBe('center');
  expect(sideOf({ error: '#N/A' }, PLAIN)).toBe('center');
  expect(sideOf(1, styled(PLAIN, { horizontalAlignment: 'Left' }))).toBe('left');
});

test('Chinese breaks anywhere, English between words', () => {
  const measure = (text: string): number => text.length;
  expect(wrapped('工业总产值增速', 4, measure)).toEqual(['工业总产', '值增速']);
  expect(wrapped('growth of output', 9, measure)).toEqual(['growth of', 'output']);
  expect(wrapped('甲\n乙', 9, measure)).toEqual(['甲', '乙']);
});

test('a format that the host cannot render shows the plain value', () => {
  expect(shownText(0.5, '# ?/?', false)).toBe('0.5');
  expect(shownText(0.125, '0.0%', false)).toBe('12.5%');
});
