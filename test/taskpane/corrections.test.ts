import { readCorrections } from '../../src/sheet';
import { isCorrected, withCorrection, withoutCorrection } from '../../src/taskpane/session/corrections';

test('the first correction', () => {
  const corrections = withCorrection(null, 'S', 'D', { key: 'grossOutput' });
  expect(corrections).toEqual({ sheets: { S: { columns: { D: { key: 'grossOutput' } } } } });
  expect(readCorrections(corrections).ok).toBe(true);
});

test('a unit is added to what was said before, in whichever form', () => {
  const short = { sheets: { S: { columns: { D: 'grossOutput' } } } };
  expect(withCorrection(short, 'S', 'D', { unit: '万元' })).toEqual({
    sheets: { S: { columns: { D: { key: 'grossOutput', unit: '万元' } } } },
  });
});

test('another meaning drops the unit of the former', () => {
  const before = withCorrection(null, 'S', 'D', { key: 'grossOutput', unit: '万元' });
  expect(withCorrection(before, 'S', 'D', { key: 'revenue' })).toEqual({
    sheets: { S: { columns: { D: { key: 'revenue' } } } },
  });
});

test('a sheet that goes by the corrections for all sheets keeps them', () => {
  const all = { sheets: { '*': { columns: { Z: null }, headerRows: [3] } } };
  expect(withCorrection(all, 'S', 'D', null)).toEqual({
    sheets: {
      '*': { columns: { Z: null }, headerRows: [3] },
      S: { columns: { Z: null, D: null }, headerRows: [3] },
    },
  });
});

test('taken back, the sheet is as recognised; the last one leaves nothing', () => {
  const two = withCorrection(withCorrection(null, 'S', 'D', null), 'S', 'E', { scale: 'percent' });
  const one = withoutCorrection(two, 'S', 'D');
  expect(one).toEqual({ sheets: { S: { columns: { E: { scale: 'percent' } } } } });
  expect(isCorrected(one, 'S', 'D')).toBe(false);
  expect(isCorrected(one, 'S', 'E')).toBe(true);
  expect(withoutCorrection(one, 'S', 'E')).toBeNull();
});
