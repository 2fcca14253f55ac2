import { reportSource, type SheetPlacement, type WorkbookReport } from '../../src/report';

const PLACEMENT: SheetPlacement = {
  sheetName: '企业统计',
  headerRow: 3,
  lastRow: 8,
  rowNumbers: [4, 5, 8],
  columns: [
    {
      policy: 'lakeside-2026',
      column: { id: 'award', header: '应享金额(元)', money: true, values: [100, null, 300.5] },
      at: 10,
      name: '_SUBSIDY.lakeside_2026.1.award',
      width: 16,
      earlier: null,
    },
    {
      policy: 'lakeside-2026',
      column: { id: 'capHits', header: '封顶条款', money: false, values: ['1.2', null, null] },
      at: 11,
      name: '_SUBSIDY.lakeside_2026.1.capHits',
      width: 24,
      earlier: { firstRow: 3, lastRow: 8 },
    },
  ],
  notes: [{ row: 3, column: 10, text: '规则' }],
  names: [],
  kept: [],
  identity: { columns: [1], digest: '6-00' },
};

const REPORT: WorkbookReport = {
  placements: [PLACEMENT],
  sheets: [
    {
      kind: 'detail',
      policy: 'lakeside-2026',
      name: '明细 lakeside-2026',
      replace: false,
      columns: [{ width: 16, style: 'text' }, { width: 16 }],
      rows: [
        [
          { value: '条款', style: 'header' },
          { value: '金额', style: 'header' },
        ],
        ['1.2', 100],
        ['2.1', 300.5],
      ],
      table: { name: 'SUBSIDY_lakeside_2026', range: { top: 1, left: 1, bottom: 3, right: 2 } },
      frozenRows: 1,
    },
    {
      kind: 'summary',
      policy: 'lakeside-2026',
      name: '汇总 lakeside-2026',
      replace: true,
      columns: [{ width: 26 }],
      rows: [['合计'], ['金额', null, { formula: 'SUM(1,2)', value: 3, style: 'total' }]],
    },
  ],
  names: [{ name: '_SUBSIDY.lakeside_2026.detail', sheet: null, formula: "'明细'!$A$1:$B$3", hidden: true }],
  notices: [{ zh: '注意', en: 'Mind' }],
};

const source = reportSource(REPORT);

test('the outline says all but the cells, and goes from one thread to another', () => {
  const { sheetName, headerRow, lastRow, notes, names, kept, identity } = PLACEMENT;
  const [award, capHits] = PLACEMENT.columns;
  expect(source.outline).toEqual({
    placements: [
      {
        sheetName,
        headerRow,
        lastRow,
        notes,
        names,
        kept,
        identity,
        columns: [
          { ...award, column: { id: 'award', header: '应享金额(元)', money: true } },
          { ...capHits, column: { id: 'capHits', header: '封顶条款', money: false } },
        ],
      },
    ],
    sheets: [
      {
        kind: 'detail',
        policy: 'lakeside-2026',
        name: '明细 lakeside-2026',
        replace: false,
        columns: [{ width: 16, style: 'text' }, { width: 16 }],
        rowCount: 3,
        width: 2,
        table: {
          name: 'SUBSIDY_lakeside_2026',
          range: { top: 1, left: 1, bottom: 3, right: 2 },
          headers: ['条款', '金额'],
        },
        frozenRows: 1,
      },
      {
        kind: 'summary',
        policy: 'lakeside-2026',
        name: '汇总 lakeside-2026',
        replace: true,
        columns: [{ width: 26 }],
        rowCount: 2,
        width: 3,
      },
    ],
    names: REPORT.names,
    notices: REPORT.notices,
  });
  expect(structuredClone(source.outline)).toEqual(source.outline);
});

test('a column has one value for each row below the header, null beside rows that are no enterprise’s', async () => {
  expect(await source.columnValues(0, 0, 0, 5)).toEqual([100, null, null, null, 300.5]);
  expect(await source.columnValues(0, 1, 0, 2)).toEqual(['1.2', null]);
  expect(await source.columnValues(0, 0, 3, 5)).toEqual([null, 300.5]);
});

test('the rows of a sheet come in blocks, with formulas as they are', async () => {
  expect(await source.sheetRows(0, 1, 2)).toEqual([['1.2', 100]]);
  expect(await source.sheetRows(1, 0, 2)).toEqual(REPORT.sheets[1]?.rows);
});

test('beyond the end there is nothing', async () => {
  expect(await source.columnValues(0, 0, 5, 9)).toEqual([]);
  expect(await source.sheetRows(0, 3, 9)).toEqual([]);
});
