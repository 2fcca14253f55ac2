/** The sample workbooks as they came: chart, comments, tables, filters, formulas of several writers' making. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Grid } from '../../src/sheet';
import { openWorkbook, spliceWorkbook } from '../../src/xlsx';
import type { Workbook, WorkbookEdits } from '../../src/xlsx';
import { changedParts, rawEntries } from './zip';

function sample(name: string): Uint8Array {
  return readFileSync(path.join(__dirname, '../../samples', `${name}.xlsx`));
}

/** Two columns beside the first sheet's data, a sheet with a table, and a hidden name. */
function annotated(workbook: Workbook, replace = false): WorkbookEdits {
  const sheet = String(workbook.sheets[0]?.name);
  const grid = workbook.readGrid(sheet);
  const amounts = Array.from({ length: grid.rowCount - 1 }, (_, i) => i * 100.25);
  const column = grid.columnCount + 2;
  return {
    edit: [
      {
        sheet,
        columns: [
          {
            column,
            width: 16,
            runs: [
              { firstRow: 1, values: ['应享金额(元)'], style: 'header' },
              { firstRow: 2, values: amounts, style: 'money' },
            ],
          },
          {
            column: column + 1,
            width: 24,
            runs: [
              { firstRow: 1, values: ['适用条款'], style: 'header' },
              { firstRow: 2, values: amounts.map((amount) => `=${amount}`), style: 'text' },
            ],
          },
        ],
        notes: [{ row: 1, column, text: '规则版本 1' }],
      },
    ],
    put: [
      {
        name: '明细 测试',
        replace,
        columns: [{ width: 20, style: 'text' }, { style: 'money' }],
        rows: [['企业', '金额'], ...amounts.map((amount) => ['甲', amount])],
        table: { name: '明细表', range: { top: 1, left: 1, bottom: amounts.length + 1, right: 2 } },
      },
    ],
    names: [{ name: '_subsidy.award', sheet, formula: `'${sheet}'!$A$1` }],
  };
}

function described(grid: Grid, row: number, column: number): string {
  return JSON.stringify([
    grid.content(row, column),
    grid.isFormula(row, column),
    grid.numberFormat(row, column),
  ]);
}

const SAMPLES = ['xishan-2020', 'industry-messy', 'kunming-2024', 'departments'];

test.each<[string, string, number, number]>([
  ['xishan-2020', '企业统计', 2001, 129],
  ['industry-messy', '规上工业主要指标', 412, 19],
  ['kunming-2024', '市级申报汇总', 802, 60],
  ['departments', '商贸', 182, 19],
])('%s: its first sheet %s has %d rows and %d columns', (name, sheet, rows, columns) => {
  const grid = openWorkbook(sample(name)).readGrid(sheet);
  expect([grid.rowCount, grid.columnCount]).toEqual([rows, columns]);
});

test('departments: formulas, errors, dates and the table are seen', () => {
  const workbook = openWorkbook(sample('departments'));
  expect(workbook.calculation).toEqual({ mode: 'auto', fullCalcOnLoad: true });
  expect(workbook.definedNames.map(({ name }) => name)).toEqual(['商贸数据', '出口合计']);
  const grid = workbook.readGrid('总部');
  expect([grid.content(30, 14), grid.isFormula(30, 14)]).toEqual([{ error: '#DIV/0!' }, true]);
  expect([grid.content(30, 5), grid.numberFormat(30, 5)]).toEqual([43928, 'yyyy/m/d']);
  expect(workbook.readGrid('金融').tables).toHaveLength(1);
  expect(workbook.readGrid('农业').merges).toEqual([{ top: 1, left: 1, bottom: 1, right: 9 }]);
});

test.each(SAMPLES)(
  '%s: cells that are not ours stay, and so do all parts but the ones we write to',
  (name) => {
    const file = sample(name);
    const workbook = openWorkbook(file);
    const spliced = spliceWorkbook(workbook, annotated(workbook));
    const after = openWorkbook(spliced);
    const touched = changedParts(file, spliced);
    const expected = [
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/comments/comment1.xml',
      'xl/drawings/commentsDrawing1.vml',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
    ];
    expect(expected).toEqual(expect.arrayContaining(touched));
    const copied = Buffer.from(spliced);
    const written = rawEntries(file).filter((raw) => !copied.includes(raw));
    expect(written.filter((raw) => !expected.some((part) => raw.includes(part)))).toEqual([]);
    for (const { name: sheet } of workbook.sheets) {
      const [old, now] = [workbook.readGrid(sheet), after.readGrid(sheet)];
      const cells = Array.from({ length: old.rowCount * old.columnCount }, (_, i): [number, number] => [
        Math.floor(i / old.columnCount) + 1,
        (i % old.columnCount) + 1,
      ]);
      const differing = cells.filter((cell) => described(old, ...cell) !== described(now, ...cell));
      expect(differing).toEqual([]);
    }
  },
);

test.each(SAMPLES)('%s: evaluated again, the same bytes', (name) => {
  const workbook = openWorkbook(sample(name));
  const once = spliceWorkbook(workbook, annotated(workbook));
  const again = spliceWorkbook(openWorkbook(once), annotated(workbook, true));
  expect(Buffer.compare(once, again)).toBe(0);
});
