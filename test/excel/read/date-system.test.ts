import { isShownFrom1904 } from '../../../src/excel/read/date-system';

// 43831 is 2020-01-01 where days count from 1900, and 2024-01-02 where they count from 1904.
test.each([
  [43_831, '2020-01-01', false],
  [43_831, '2024年1月2日', true],
  [43_831, '1月1日', false],
  [43_830.75, '2019/12/31 18:00', false],
])('%d shown as %s', (serial, shown, from1904) => {
  expect(isShownFrom1904(serial, shown)).toBe(from1904);
});
