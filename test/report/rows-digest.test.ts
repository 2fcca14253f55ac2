import { RowsDigest } from '../../src/report';
import type { CellContent } from '../../src/sheet';

function digest(...columns: CellContent[][]): string {
  const rows = new RowsDigest();
  for (const column of columns) {
    rows.beginColumn();
    for (const value of column) rows.add(value);
  }
  return rows.text;
}

describe('rows that are where they were', () => {
  test('have the same digest, wherever their values come from', () => {
    expect(digest(['甲公司', null, 3, { error: '#N/A' }, true])).toBe(
      digest(['甲公司', '', 3, '#N/A', 'true']),
    );
  });

  test.each([
    ['two rows change places', ['甲', '丙', '乙']],
    ['a row is inserted', ['甲', null, '乙', '丙']],
    ['a row is gone', ['甲', '丙']],
    ['another enterprise stands in a row', ['甲', '丁', '丙']],
    ['a name moves to the row above', ['甲乙', '', '丙']],
  ])('have another digest when %s', (_, changed) => {
    expect(digest(changed)).not.toBe(digest(['甲', '乙', '丙']));
  });

  test('a value that moves to the next column is another table', () => {
    expect(digest(['甲', '乙'], ['丙'])).not.toBe(digest(['甲'], ['乙', '丙']));
  });
});
