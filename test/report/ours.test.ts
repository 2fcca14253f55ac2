import { columnDigest, columnRange, findOurs, wasEdited } from '../../src/report';
import type { CellContent, Grid } from '../../src/sheet';

function gridOf(columns: Readonly<Record<number, readonly CellContent[]>>): Grid {
  return {
    sheetName: '企业 统计',
    rowCount: 9,
    columnCount: 9,
    content: (row, column) => columns[column]?.[row - 1] ?? null,
    isFormula: () => false,
    numberFormat: () => undefined,
    merges: [],
    tables: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    date1904: false,
  };
}

const NAMES = [
  { name: '_xlnm._FilterDatabase', formula: "'企业 统计'!$A$1:$DY$2001" },
  { name: '_SUBSIDY.xishan_2020.1.award', formula: "'企业 统计'!$C$1:$C$4" },
  { name: '_SUBSIDY.xishan_2020.1.award.digest', formula: `"${columnDigest([100, 0, 50.5])}"` },
  { name: '_SUBSIDY.xishan_2020.1.missing', formula: '企业统计!$AD$1:$AD$4' },
  { name: '_SUBSIDY.xishan_2020.1.saving', formula: '#REF!' },
  { name: '_SUBSIDY.xishan_2020.detail', formula: "'Ann''s 明细'!$A$1" },
];

describe('what is ours in a workbook', () => {
  const ours = findOurs(NAMES);

  test('columns are found by their names, wherever they stand', () => {
    expect(ours.columns).toEqual([
      {
        policy: 'xishan_2020',
        block: 1,
        column: 'award',
        sheetName: '企业 统计',
        at: 3,
        headerRow: 1,
        lastRow: 4,
        digest: columnDigest([100, 0, 50.5]),
      },
      {
        policy: 'xishan_2020',
        block: 1,
        column: 'missing',
        sheetName: '企业统计',
        at: 30,
        headerRow: 1,
        lastRow: 4,
        digest: undefined,
      },
    ]);
  });

  test('sheets are found by their names, quotes and all', () => {
    expect(ours.sheets).toEqual([{ policy: 'xishan_2020', kind: 'detail', sheetName: "Ann's 明细" }]);
  });

  test('names whose cells are gone are listed, so that they can be removed', () => {
    expect(ours.names).toEqual(NAMES.slice(1).map(({ name }) => name));
  });

  test('sorted rows and an inserted blank row are no edit; another value is', () => {
    const [award] = ours.columns;
    if (award === undefined) throw new Error('no column');
    expect(wasEdited(award, gridOf({ 3: ['应享金额(元)', 50.5, 100, 0] }))).toBe(false);
    expect(wasEdited({ ...award, lastRow: 5 }, gridOf({ 3: ['应享金额(元)', 50.5, null, 100, 0] }))).toBe(
      false,
    );
    expect(wasEdited(award, gridOf({ 3: ['应享金额(元)', 50.5, 100, 1] }))).toBe(true);
    expect(wasEdited(award, gridOf({ 3: ['应享金额(元)', 50.5, 100, { error: '#N/A' }] }))).toBe(true);
  });

  test('a column without a noted digest counts as unedited', () => {
    const missing = ours.columns[1];
    if (missing === undefined) throw new Error('no column');
    expect(wasEdited(missing, gridOf({ 30: ['缺失数据', 'x'] }))).toBe(false);
  });
});

test('a range of one column, with the sheet name quoted', () => {
  expect(columnRange("Ann's 表", 'EA', 1, 2001)).toBe("'Ann''s 表'!$EA$1:$EA$2001");
});
