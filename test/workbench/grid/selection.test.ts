import { Axis } from '../../../src/workbench/grid/axis';
import { at, moved, rangeOf, regionAround } from '../../../src/workbench/grid/selection';
import { newHost } from '../host/new-host';

const lines = {
  rows: new Axis({ standard: 20, own: new Map([[3, 0]]), count: 1_048_576 }),
  columns: new Axis({ standard: 60, own: new Map(), count: 16_384 }),
};

function sheet() {
  const host = newHost();
  host.user.enter('Sheet1!B2', [
    ['a', 'b', 'c'],
    [1, 2, 3],
    [4, 5, 6],
  ]);
  host.user.enter('Sheet1!B8', [['x']]);
  host.user.merge('Sheet1!F2:G3');
  return host.workbook.activeSheet;
}

test('an arrow goes over hidden rows and out of merged cells', () => {
  expect(moved(sheet(), lines, { row: 2, column: 2 }, 'down', false)).toEqual({ row: 4, column: 2 });
  expect(moved(sheet(), lines, { row: 2, column: 6 }, 'right', false)).toEqual({ row: 2, column: 8 });
});

test('Ctrl with an arrow goes to the edge of what is filled, then to the next filled cell, then to the end', () => {
  const filled = sheet();
  expect(moved(filled, lines, { row: 2, column: 2 }, 'right', true)).toEqual({ row: 2, column: 4 });
  expect(moved(filled, lines, { row: 4, column: 2 }, 'down', true)).toEqual({ row: 8, column: 2 });
  expect(moved(filled, lines, { row: 8, column: 2 }, 'down', true)).toEqual({ row: 1_048_576, column: 2 });
  expect(moved(filled, lines, { row: 8, column: 2 }, 'left', true)).toEqual({ row: 8, column: 1 });
});

test('merged cells are selected as a whole', () => {
  const selection = { anchor: { row: 2, column: 5 }, focus: { row: 2, column: 6 } };
  expect(rangeOf(selection, sheet().merges)).toEqual({ top: 2, left: 5, bottom: 3, right: 7 });
  expect(rangeOf(at(1, 1), [])).toEqual({ top: 1, left: 1, bottom: 1, right: 1 });
});

test('the block around a cell ends at blank rows and columns', () => {
  expect(regionAround(sheet(), { row: 3, column: 3 })).toEqual({ top: 2, left: 2, bottom: 4, right: 4 });
});
