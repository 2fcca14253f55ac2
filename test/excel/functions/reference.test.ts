import { referencePlace } from '../../../src/excel/functions/reference';

test.each([
  ['企业统计!B2:B5000', { sheet: '企业统计', top: 2, left: 2 }],
  ['Sheet1!$AA$10', { sheet: 'Sheet1', top: 10, left: 27 }],
  ["'1 月 (2)'!C7", { sheet: '1 月 (2)', top: 7, left: 3 }],
  ["'It''s'!C7:D9", { sheet: "It's", top: 7, left: 3 }],
  ['S!B:B', { sheet: 'S', top: 1, left: 2 }],
  ['S!$3:$5', { sheet: 'S', top: 3, left: 1 }],
])('%s begins where it says', (address, place) => {
  expect(referencePlace(address)).toEqual(place);
});

test.each(['', 'B2', 'S!', '#REF!', "'[Book2.xlsx]S'!B2", '[Book2.xlsx]S!B2'])(
  '%s is no place in this workbook',
  (address) => {
    expect(referencePlace(address)).toBeUndefined();
  },
);
