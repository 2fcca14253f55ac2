import { columnDigest, findOurs, rangeFormula, wasEdited } from '../../src/report';
import type { CellContent, Grid } from '../../src/sheet';

function gridOf(
  columns: Readonly<Record<number, readonly CellContent[]>>,
  formulas: readonly string[] = [],
): Grid {
  return {
    sheetName: '企业 统计',
    rowCount: 9,
    columnCount: 40,
    content: (row, column) => columns[column]?.[row - 1] ?? null,
    isFormula: (row, column) => formulas.includes(`${row},${column}`),
    numberFormat: () => undefined,
    merges: [],
    tables: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    date1904: false,
  };
}

const whole = { sheet: null };
const NAMES = [
  { name: '_xlnm._FilterDatabase', formula: "'企业 统计'!$A$1:$DY$2001", ...whole },
  { name: '_SUBSIDY.xishan_2020.1.award', formula: "'企业 统计'!$C$1:$C$4", ...whole },
  {
    name: '_SUBSIDY.xishan_2020.1.award.digest',
    formula: `"${columnDigest([100, 0, 50.5])}"`,
    ...whole,
  },
  { name: '_SUBSIDY.xishan_2020.1.ceiling', formula: "'企业 统计'!$D$1:$D$4", ...whole },
  { name: '_SUBSIDY.xishan_2020.1.missing', formula: '其他!$AD$1:$AD$4', ...whole },
  { name: '_SUBSIDY.xishan_2020.1.saving', formula: '#REF!', ...whole },
  { name: '_SUBSIDY.xishan_2020.detail', formula: "'Ann''s 明细'!$A$3:$W$90", ...whole },
  {
    name: '_SUBSIDY.xishan_2020.detail',
    formula: "'Ann''s 明细 (2)'!$A$1:$W$90",
    sheet: "Ann's 明细 (2)",
  },
  {
    name: '_SUBSIDY.xishan_2020.1.award',
    formula: "'企业 统计 (2)'!$C$1:$C$4",
    sheet: '企业 统计 (2)',
  },
];

describe('what is ours in a workbook', () => {
  const ours = findOurs(NAMES);
  const [award, , missing] = ours.columns;
  if (award === undefined || missing === undefined) throw new Error('no column');
  const sheet = (...cells: readonly CellContent[]): Grid => gridOf({ 3: cells });

  test('columns are found by their names, wherever they stand', () => {
    const digest = columnDigest([100, 0, 50.5]);
    const common = {
      policy: 'xishan_2020',
      block: 1,
      home: '企业 统计',
      scope: null,
      headerRow: 1,
      lastRow: 4,
    };
    expect(ours.columns).toEqual([
      { ...common, column: 'award', sheetName: '企业 统计', at: 3, digest },
      { ...common, column: 'ceiling', sheetName: '企业 统计', at: 4, digest: undefined },
      { ...common, column: 'missing', sheetName: '其他', at: 30, digest: undefined },
      {
        ...common,
        column: 'award',
        sheetName: '企业 统计 (2)',
        at: 3,
        digest,
        home: '企业 统计 (2)',
        scope: '企业 统计 (2)',
      },
    ]);
  });

  test('sheets are found by their names, quotes and all; a copy that somebody made is told apart', () => {
    expect(ours.sheets).toEqual([
      { policy: 'xishan_2020', kind: 'detail', sheetName: "Ann's 明细", headerRow: 3, copy: false },
      { policy: 'xishan_2020', kind: 'detail', sheetName: "Ann's 明细 (2)", headerRow: 1, copy: true },
    ]);
  });

  test('names whose cells are gone are listed, so that they can be removed', () => {
    expect(ours.names).toEqual(NAMES.slice(1).map(({ name, sheet: scope }) => ({ name, sheet: scope })));
  });

  test('sorted rows and an inserted blank row are no edit; another value is', () => {
    expect(wasEdited(award, sheet('应享金额(元)', 50.5, 100, 0))).toBe(false);
    const longer = { ...award, lastRow: 5 };
    expect(wasEdited(longer, sheet('应享金额(元)', 50.5, null, 100, 0))).toBe(false);
    expect(wasEdited(award, sheet('应享金额(元)', 50.5, 100, 1))).toBe(true);
    expect(wasEdited(award, sheet('应享金额(元)', 50.5, 100, { error: '#N/A' }))).toBe(true);
  });

  test('our header in the other language, or with the policy, is no edit; the header of a user is', () => {
    expect(wasEdited(award, sheet('Award (CNY)', 50.5, 100, 0))).toBe(false);
    expect(wasEdited(award, sheet('应享金额(元) xishan-2020', 50.5, 100, 0))).toBe(false);
    expect(wasEdited(award, sheet('应享金额(元) kunming-2024', 50.5, 100, 0))).toBe(true);
    expect(wasEdited(award, sheet('拟补助金额', 50.5, 100, 0))).toBe(true);
    expect(wasEdited(award, sheet(null, 50.5, 100, 0))).toBe(true);
  });

  test('a formula in place of a value is an edit, also where it gives the same', () => {
    const cells = { 3: ['应享金额(元)', 50.5, 100, 0] };
    expect(wasEdited(award, gridOf(cells, ['3,3']))).toBe(true);
    expect(wasEdited(award, gridOf(cells, ['3,4', '5,3']))).toBe(false);
  });

  test('a column without a noted digest counts as unedited while its header is ours', () => {
    expect(wasEdited(missing, gridOf({ 30: ['缺失数据', 'x'] }))).toBe(false);
  });
});

test('a range as names hold it, with the sheet name quoted', () => {
  expect(rangeFormula("Ann's 表", 'EA1', 'EA2001')).toBe("'Ann''s 表'!$EA$1:$EA$2001");
});
