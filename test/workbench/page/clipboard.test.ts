import { cellsIn } from '../../../src/workbench/page/clipboard';
import { copyName } from '../../../src/workbench/page/files';

test('cells lie between tabs and line ends; quotes hold both', () => {
  expect(cellsIn('a\tb\r\nc\t\r\n')).toEqual([
    ['a', 'b'],
    ['c', ''],
  ]);
  expect(cellsIn('"x\ny"\t"say ""no"""')).toEqual([['x\ny', 'say "no"']]);
  expect(cellsIn('')).toEqual([]);
});

test('a copy never has the name of the file that was opened', () => {
  expect(copyName('统计.xlsx')).toBe('统计-1.xlsx');
  expect(copyName('a.b.xlsm')).toBe('a.b-1.xlsm');
  expect(copyName('plain')).toBe('plain-1.xlsx');
});
