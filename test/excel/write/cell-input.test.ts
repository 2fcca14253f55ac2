import { cellInput } from '../../../src/excel/write/cell-input';

describe('what is written stays what it is', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+86 871', "'+86 871"],
    ['-', "'-"],
    ['@甲', "'@甲"],
    ["'t Hof", "''t Hof"],
    ['19.2；4.4', '19.2；4.4'],
    ['', ''],
  ])('the text %s goes into a text cell as %s', (text, input) => {
    expect(cellInput(text, 'text')).toBe(input);
  });

  test.each(['91530112MAWF3A3L3Q', '1-2', '是', '2020年'])(
    'the text %s stays one in a cell without text format',
    (text) => {
      expect(cellInput(text, 'plain')).toBe(`'${text}`);
    },
  );

  test('numbers go as they are, null leaves the cell alone', () => {
    expect([cellInput(1_200_000.5, 'money'), cellInput(null, 'money')]).toEqual([1_200_000.5, null]);
  });

  test('a text longer than a cell holds is cut and says so', () => {
    const input = cellInput('条'.repeat(40_000), 'text');
    expect([String(input).length, String(input).at(-1)]).toEqual([32_767, '…']);
  });
});
