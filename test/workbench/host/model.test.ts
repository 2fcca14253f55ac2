import {
  addGrid,
  FORMULA_FROM_FILE,
  gridOf,
  snapshotOf,
  Workbook,
  type GridWithFormulas,
} from '../../../src/workbench/host';
import { newHost } from './new-host';

/** A grid as a reader of files gives it: rows and columns from 1. */
function grid(
  cells: readonly (readonly (string | number | boolean | null)[])[],
  more: Partial<GridWithFormulas> = {},
): GridWithFormulas {
  return {
    sheetName: '企业统计',
    rowCount: cells.length,
    columnCount: Math.max(...cells.map((row) => row.length)),
    content: (row, column) => cells[row - 1]?.[column - 1] ?? null,
    isFormula: () => false,
    numberFormat: () => undefined,
    merges: [],
    tables: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    date1904: false,
    ...more,
  };
}

const moneyInB2 = (row: number, column: number): string | undefined =>
  row === 2 && column === 2 ? '0.00' : undefined;

test('a grid becomes a sheet, and the sheet a grid again', () => {
  const workbook = new Workbook();
  const sheet = addGrid(
    workbook,
    grid(
      [
        ['企业', '产值', null],
        ['甲', 12.5, true],
      ],
      {
        merges: [{ top: 4, left: 1, bottom: 4, right: 2 }],
        tables: [
          { name: '表', range: { top: 1, left: 1, bottom: 2, right: 2 }, headerRows: 1, totalsRows: 0 },
        ],
        hiddenRows: new Set([3]),
        hiddenColumns: new Set([3]),
        numberFormat: moneyInB2,
      },
    ),
  );
  const back = gridOf(workbook, sheet);
  expect([back.sheetName, back.rowCount, back.columnCount]).toEqual(['企业统计', 2, 3]);
  expect([back.content(2, 1), back.content(2, 2), back.content(2, 3), back.content(1, 3)]).toEqual([
    '甲',
    12.5,
    true,
    null,
  ]);
  expect([back.numberFormat(2, 2), back.numberFormat(2, 1)]).toEqual(['0.00', undefined]);
  expect(back.merges).toEqual([{ top: 4, left: 1, bottom: 4, right: 2 }]);
  expect(back.tables).toEqual([
    { name: '表', range: { top: 1, left: 1, bottom: 2, right: 2 }, headerRows: 1, totalsRows: 0 },
  ]);
  expect([back.hiddenRows, back.hiddenColumns]).toEqual([new Set([3]), new Set([3])]);
});

test('formulas of a file keep their results; those the host knows are calculated when something changes', () => {
  const workbook = new Workbook();
  addGrid(
    workbook,
    grid([[1, 2, 99, 7]], {
      isFormula: (_, column) => column > 2,
      formula: (_, column) => ['A1+B1', undefined][column - 3],
    }),
  );
  const host = newHost({ workbook });
  const sheet = workbook.activeSheet;
  host.user.type('企业统计!A1', 5);
  expect(sheet.content(1, 3)).toBe(7);
  expect([sheet.formula(1, 4)?.text, sheet.content(1, 4)]).toEqual([FORMULA_FROM_FILE, 7]);
});

test('two snapshots are equal when nothing differs that a user could see', () => {
  const make = (): Workbook => {
    const host = newHost();
    host.user.enter('Sheet1!A1', [['a', '=1+1']]);
    host.user.protect('Sheet1');
    return host.workbook;
  };
  const workbook = make();
  expect(snapshotOf(workbook)).toEqual(snapshotOf(make()));
  workbook.activeSheet.setContent(1, 1, 'b');
  expect(snapshotOf(workbook)).not.toEqual(snapshotOf(make()));
});
