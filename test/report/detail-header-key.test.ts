import { detailHeaderKey } from '../../src/report';

test.each([
  ['Amount', '金额'],
  ['金额', '金额'],
  ['Review opinion', '审核意见'],
  ['Paid in 2021', '2021年兑付'],
  ['2021年兑付', '2021年兑付'],
])('“%s” is our column “%s”, in whichever language it was written', (header, key) => {
  expect(detailHeaderKey(header)).toBe(key);
});

test.each(['2021', '备注', 'Paid in full', 'amount'])('“%s” is a column of the user’s', (header) => {
  expect(detailHeaderKey(header)).toBe(header);
});
