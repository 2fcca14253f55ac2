import { parseBefore, printBefore } from '../../../src/excel/write/before-record';

test('what stood where our columns are reads back', () => {
  const record = {
    '_SUBSIDY.p.1.award': { width: 87.75, looks: null },
    '_SUBSIDY.p.1.ceiling': {
      width: 'standard' as const,
      looks: { sheet: '_SUBSIDY.looks.1', cells: { top: 1, left: 11, bottom: 5, right: 11 } },
    },
  };
  expect(parseBefore(printBefore(record))).toEqual(record);
});

test.each([undefined, 'nonsense', '[]', '{"a":1}', '{"a":{"width":"wide","looks":null}}'])(
  'of %s nothing is known',
  (text) => {
    expect(parseBefore(text)).toEqual({});
  },
);
