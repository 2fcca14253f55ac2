import { findingText, type SheetContext, type SheetReading, understandSheet } from '../../src/sheet';
import { creditCode, gridOf, type TestCell } from './grid-of';
import {
  codesAtCell,
  codesWithCells,
  columnsByLetter,
  findingsOf,
  readTable,
  statesOf,
  valuesOf,
} from './read-back';
import { vocabulary } from './vocabulary';

/** Three enterprises with the given columns behind name and code. */
function table(
  headers: readonly TestCell[],
  ...cells: readonly (readonly TestCell[])[]
): (readonly TestCell[])[] {
  return [
    ['企业名称', '统一社会信用代码', ...headers],
    ...cells.map((row, at) => [`${'甲乙丙丁戊'.charAt(at)}公司`, creditCode(at + 1), ...row]),
  ];
}

const read = readTable;
const codes = codesAtCell;

function unitSources(reading: SheetReading): unknown[] {
  return reading.columns.flatMap(({ unit, unitSource }) =>
    unit === null ? [] : [[unit, unitSource?.where, unitSource?.cell]],
  );
}

describe('sheets that are no table of enterprises', () => {
  it.each([
    ['empty', [], '空白工作表', 'an empty sheet'],
    ['noHeader', [['封面'], ['2020年']], '没有找到表头', 'no row reads as headers'],
    [
      'noIdentity',
      [
        ['街道', '企业数', '工业总产值(万元)', '营业收入(万元)'],
        ['马街', 3, 5, 6],
      ],
      '没有企业名称或统一社会信用代码列',
      'no column of names or credit codes',
    ],
    [
      'noRows',
      [
        ['企业名称', '统一社会信用代码', '零售额'],
        ['合计', null, 5],
      ],
      '表头下没有企业',
      'no enterprise below the headers',
    ],
    [
      'transposed',
      [
        ['企业名称', '甲公司', '乙公司'],
        ['工业总产值(万元)', 3, 5],
        ['营业收入(万元)', 4, 6],
      ],
      '企业横排（每列一家），请转置为每行一家',
      'one enterprise a column: transpose it so that each has a row',
    ],
  ])('%s', (reason, rows, zh, en) => {
    expect(understandSheet(gridOf(rows as TestCell[][]), vocabulary)).toEqual({
      kind: 'notATable',
      sheetName: 'Sheet1',
      reason,
      text: { zh, en },
    });
  });
});

describe('what the caller hands in', () => {
  it('leaves our own columns alone', () => {
    const reading = read(table(['零售额(万元)', null, '应享金额(元)'], [1, null, 5], [2, null, 6]), {
      ourColumns: new Set([5]),
    });
    expect(reading.columns.map(({ column }) => column)).toEqual(['A', 'B', 'C']);
    expect(reading.unmapped).toEqual([]);
  });

  it('takes amounts given by clause from their columns', () => {
    const clauseTitles = [
      { clauseId: 'x/1', titles: ['保供补贴', 'Supply guarantee'] },
      { clauseId: 'x/2', titles: ['贷款贴息'] },
      { clauseId: 'x/3', titles: ['贷款贴息'] },
    ];
    const rows = table(
      ['保供补贴拟补助金额（万元）', '贷款贴息拟补助金额', 'x/2拟补助金额', '没有的条款拟补助金额'],
      [5, 1, 2, 3],
      [null, 1, 2, 3],
      ['—', 1, 2, 3],
    );
    const reading = read(rows, { clauseTitles });
    expect(reading.columns.map(({ column, clauseId, unit }) => [column, clauseId, unit])).toEqual([
      ['A', null, null],
      ['B', null, null],
      ['C', 'x/1', '万元'],
      ['E', 'x/2', null],
    ]);
    expect(valuesOf(reading, 'x/1')).toEqual(['50000', null, null]);
    expect(
      reading.unmapped.map(({ column, why, alternatives }) => [column, why, alternatives.length]),
    ).toEqual([
      ['D', 'ambiguous', 2],
      ['F', 'unknown', 0],
    ]);
    expect(codes(reading)).toEqual(['D1 ambiguousHeader', 'E1 unitAssumed']);
  });
});

describe('units', () => {
  it('come from the header, the unit row, the title, the note, the sibling or the cells, and say from where', () => {
    expect(unitSources(read(table(['零售额(万元)'], [1])))).toEqual([['万元', 'header', 'C1']]);
    expect(unitSources(read([['企业主要指标（万元）'], ...table(['零售额'], [1])]))).toEqual([
      ['万元', 'title', 'A1'],
    ]);
    expect(unitSources(read([['', '', '单位：万元'], ...table(['零售额'], [1])]))).toEqual([
      ['万元', 'unitRow', 'C1'],
    ]);
    expect(unitSources(read([...table(['零售额'], [1], [2]), ['注：金额单位为千元']]))).toEqual([
      ['千元', 'note', 'A4'],
    ]);
    expect(unitSources(read(table(['零售额（万元）', '上年零售额'], [1, 2])))).toEqual([
      ['万元', 'header', 'C1'],
      ['万元', 'sibling', 'C1'],
    ]);
    expect(unitSources(read(table(['零售额'], ['1万元'], ['2万元'])))).toEqual([['万元', 'cells', null]]);
    expect(unitSources(read(table(['零售额'], [{ value: 1, format: '0.0"万元"' }])))).toEqual([
      ['万元', 'cells', null],
    ]);
    expect(unitSources(read(table(['零售额'], [{ value: 1, format: '0!.0,"万元"' }])))).toEqual([]);
  });

  it('are not taken from a title that gives two', () => {
    expect(codes(read([['（万元）'], ['单位：千元'], ...table(['零售额'], [1])]))).toEqual([
      'C3 unitConflict',
    ]);
  });

  it.each([
    ['工业总产值（千元）（万元）', '千元 (C1)', '万元 (C1)'],
    ['工业总产值(千元/万元)', '千元 (C1)', '万元 (C1)'],
    ['工业总产值（千元或万元）', '千元 (C1)', '万元 (C1)'],
    ['工业总产值（元） 单位：万元', '元 (C1)', '万元 (C1)'],
    ['工业总产值千元（万元）', '万元 (C1)', '千元 (C1)'],
    ['工业总产值（万元）（万美元）', '万元 (C1)', '万美元 (C1)'],
    ['种植面积（亩/公顷）', '亩 (C1)', '公顷 (C1)'],
  ])('are not chosen from the two of %s', (header, one, other) => {
    const reading = read(table([header], [1], [2], [3]));
    expect(reading.unmapped).toMatchObject([{ column: 'C', why: 'unit', unit: null, factor: null }]);
    expect(reading.findings.map((found) => findingText(found).zh)).toEqual([
      expect.stringContaining(`写了两个互相矛盾的单位：${one}和${other}，`),
    ]);
  });

  it('are not chosen between a header and the unit row below it, or the level above it', () => {
    const rows = [
      ['企业名称', '信用代码', '工业总产值（千元）', '零售额（万元）'],
      [null, null, '万元', '万元'],
      ['甲公司', creditCode(1), 1, 2],
    ];
    const below = read(rows);
    expect(below.unmapped).toMatchObject([{ column: 'C', why: 'unit' }]);
    expect(below.columns.at(-1)).toMatchObject({ key: 'retailSales', unit: '万元' });
    expect(findingsOf(below, 'unitConflict').map(({ params }) => params.units)).toEqual([
      [
        { unit: '千元', cell: 'C1' },
        { unit: '万元', cell: 'C2' },
      ],
    ]);
    const above = read(
      [
        ['企业名称', '信用代码', '工业总产值（万元）', null],
        [null, null, '本年（千元）', '增速（%）'],
        ['甲公司', creditCode(1), 1, 2],
      ],
      {},
      { merges: ['A1:A2', 'B1:B2', 'C1:D1'] },
    );
    expect(above.columns.at(-1)).toMatchObject({ key: 'grossOutputGrowth', unit: '%' });
    expect(findingsOf(above, 'unitConflict').map(({ params }) => params.units)).toEqual([
      [
        { unit: '千元', cell: 'C2' },
        { unit: '万元', cell: 'C1' },
      ],
    ]);
  });

  it.each([
    ['工业总产值（万元/RMB 10,000）', '万元'],
    ['工业总产值 (千元) (thousand yuan)', '千元'],
    ['工业总产值（人民币）（万元）', '万元'],
    ['工业总产值万元（万元）', '万元'],
    ['办公用房租金（元）（年）', '元'],
    ['办公用房租金（万元/年）', '万元'],
  ])('said twice are one: %s', (header, unit) => {
    const reading = read(table([header], [1], [2], [3]));
    expect(reading.columns.at(-1)).toMatchObject({ column: 'C', unit });
    expect(codes(reading)).toEqual([]);
  });

  it('of one month are no figures of a year', () => {
    expect(read(table(['办公用房租金（元/月）'], [1], [2], [3])).columns.at(-1)?.key).toBe('creditCode');
  });

  it('are never turned from yuan into dollars', () => {
    const reading = read([['单位：万元'], ...table(['出口额', '营业收入'], [1, 2], [3, 4])]);
    expect(reading.unmapped).toMatchObject([
      { column: 'C', why: 'unit', alternatives: [{ key: 'exportUsd' }] },
    ]);
    expect(codes(reading)).toEqual(['C2 unitMismatch']);
    expect(read([['单位：万美元'], ...table(['营业收入'], [1], [3])]).unmapped).toMatchObject([
      { column: 'C', why: 'unit' },
    ]);
    const parent = read(
      [
        ['企业名称', '信用代码', '出口额（万元）', null],
        [null, null, '本年', '上年'],
        ['甲公司', creditCode(1), 1, 2],
      ],
      {},
      { merges: ['A1:A2', 'B1:B2', 'C1:D1'] },
    );
    expect(parent.unmapped).toMatchObject([{ why: 'unit' }, { why: 'noSuchForm' }]);
  });

  it('of another kind speak against the column', () => {
    expect(
      read(
        table(['自用办公用房建筑面积（亩）', '工业总产值（%）', '参保人数（万元）'], [1, 2, 3]),
      ).unmapped.map(({ why }) => why),
    ).toEqual(['unit', 'unit', 'unit']);
  });
});

describe('values', () => {
  it('lose no digit that a double cannot carry', () => {
    expect(valuesOf(read(table(['零售额(元)'], ['123456789012345678.25'], ['0.1'])), 'retailSales')).toEqual([
      '123456789012345678.25',
      '0.1',
    ]);
  });

  it('are unusable where they cannot be read, and listed', () => {
    const reading = read(
      table(
        ['零售额(万元)', '限上单位', '入库时间', '行业'],
        [{ error: '#REF!' }, { error: '#N/A' }, '长期', { error: '#N/A' }],
        [
          { value: null, formula: true },
          { value: null, formula: true },
          { value: null, formula: true },
          '零售',
        ],
        ['约300', '部分', true, '批发和零售业'],
        [true, '是', 43895, '批零'],
        [5, true, '2020年3月', true],
        [6, 1, '2020', '52'],
      ),
    );
    const [unusable, value] = ['unusable', 'value'];
    expect(statesOf(reading, 'retailSales')).toEqual([unusable, unusable, unusable, unusable, value, value]);
    expect(statesOf(reading, 'isAboveQuota')).toEqual([unusable, unusable, unusable, value, value, value]);
    expect(statesOf(reading, 'scaleUpDate')).toEqual([unusable, unusable, unusable, value, value, value]);
    expect(statesOf(reading, 'industry')).toEqual([unusable, value, unusable, unusable, value, value]);
    expect(codesWithCells(reading)).toEqual([
      'unusableCells C4 C5',
      'errorCells C2',
      'uncachedFormulas C3',
      'unusableCells D4',
      'errorCells D2',
      'uncachedFormulas D3',
      'unusableCells E2 E4',
      'uncachedFormulas E3',
      'errorCells F2',
      'ambiguousCategory F4',
      'ambiguousCategory F5',
    ]);
    expect(reading.findings.map(findingText)[0]).toEqual({
      zh: '“零售额(万元)”有 2 个单元格读不成数值（约300; TRUE），按缺失处理。',
      en: '2 cells of “零售额(万元)” cannot be read as a number (约300; TRUE) and count as missing.',
    });
  });

  it('that are close to a known category are asked about', () => {
    expect(codes(read(table(['企业称号'], ['专精特新小巨入'], ['专精特新小巨入'], ['单项冠军'])))).toEqual([
      'C2 nearCategory',
    ]);
  });

  it('in percent, as a fraction and in words stand in one column', () => {
    const reading = read(
      table(['零售额增速(%)'], [15], ['3.5%'], [{ value: 0.2, format: '0.0%' }], ['下降2%'], ['持平']),
    );
    expect(valuesOf(reading, 'retailGrowth')).toEqual(['0.15', '0.035', '0.2', '-0.02', '0']);
  });

  it('merged over the rows of one enterprise hold for each, figures for the first', () => {
    const rows: TestCell[][] = [
      ['企业名称', '统一社会信用代码', '所属街道', '限上单位', '零售额(万元)', '项目名称'],
      ['甲公司', creditCode(1), '马街', '是', 5, '一期'],
      [null, null, null, null, null, '二期'],
      ['乙公司', creditCode(2), '马街', '否', 6, '技改'],
    ];
    const reading = read(rows, {}, { merges: ['A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:E3'] });
    expect(reading.data.rowNumbers).toEqual([2, 3, 4]);
    expect(valuesOf(reading, 'enterpriseName')).toEqual(['甲公司', '甲公司', '乙公司']);
    expect(valuesOf(reading, 'isAboveQuota')).toEqual([true, true, false]);
    expect(statesOf(reading, 'retailSales')).toEqual(['value', 'blank', 'value']);
    expect(reading.data.groups.get('所属街道')).toEqual(['马街', '马街', '马街']);
    expect(codes(reading)).toEqual(['E2 mergedNumbers']);
  });

  it('group by texts and categories, dates as they were meant', () => {
    const reading = read(
      table(
        ['所属街道', '行业', '备注', '成立日期'],
        ['马街', '零售', '—', { value: 43895, format: 'yyyy-mm-dd' }],
        ['海口', '批发', '搬迁', '2019'],
        [null, '零售', null, '2018年'],
      ),
    );
    expect([...reading.data.groups]).toEqual([
      ['所属街道', ['马街', '海口', null]],
      ['行业', ['零售', '批发', '零售']],
      ['备注', [null, '搬迁', null]],
    ]);
  });
});

describe('rows', () => {
  it('without credit code are enterprises where the name or the serial number says so', () => {
    const reading = read([
      ['序号', '企业名称', '统一社会信用代码', '零售额(万元)'],
      [1, '甲公司', creditCode(1), 1],
      [2, '乙商店', null, 2],
      [3, '丙记', '待办', 2],
      [null, '丁公司', null, null],
      [4, '', null, null],
      [null, null, null, 9],
      [null, null, null, '见附件'],
    ]);
    expect(reading.data.rowNumbers).toEqual([2, 3, 4, 5]);
    expect(reading.skippedRows).toEqual([
      { row: 6, why: 'blank' },
      { row: 7, why: 'unidentified' },
      { row: 8, why: 'note' },
    ]);
    expect(codes(reading)).toEqual(['A7 unidentifiedRows', 'C4 invalidCreditCode', 'C3 noCreditCode']);
  });

  it('of a sheet without credit codes go by their names', () => {
    const reading = read([
      ['企业名称', '零售额(万元)', '上年零售额(万元)'],
      ['甲公司', 1, 1],
      ['第二批'],
      ['乙商店', 2, 2],
      ['丙公司'],
      ['丁记', 3, 3],
      ['合计', 6, 6],
    ]);
    expect(reading.data.rowNumbers).toEqual([2, 4, 5, 6]);
    expect(reading.skippedRows).toEqual([
      { row: 3, why: 'section' },
      { row: 7, why: 'subtotal' },
    ]);
  });

  it('of units and of column numbers between the enterprises are skipped', () => {
    const reading = read([
      ...table(['零售额', '上年零售额'], [1, 1]),
      [null, null, '万元', '万元'],
      ['甲', '乙', '1', '2'],
      ['乙公司', creditCode(2), 5, 5],
    ]);
    expect(reading.skippedRows).toEqual([
      { row: 3, why: 'unit' },
      { row: 4, why: 'unit' },
    ]);
  });

  it('hidden by a filter are data', () => {
    expect(read(table(['零售额(万元)'], [1], [2]), {}, { hiddenRows: [3] }).data.rowNumbers).toEqual([2, 3]);
  });
});

describe('columns', () => {
  it('without header are known by their credit codes, or left over', () => {
    const reading = read([
      ['企业名称', null, '零售额(万元)', null, null],
      ['甲公司', creditCode(1), 1, 'x', null],
      ['乙公司', creditCode(2), 2, 'y', null],
    ]);
    expect(reading.columns.map(({ key, why }) => [key, why])).toEqual([
      ['enterpriseName', 'name'],
      ['creditCode', 'content'],
      ['retailSales', 'alias'],
    ]);
    expect(reading.unmapped).toMatchObject([{ column: 'D', why: 'noHeader', header: '' }]);
  });

  it('with general headers go by what stands beside them', () => {
    expect(
      read(table(['资质等级', '发证日期'], ['一级', '2020-03-01'], ['二级', '2020-04-01'])).columns.at(-1),
    ).toMatchObject({ key: 'qualificationDate', why: 'context', confidence: 0.85 });
    expect(
      read(
        table(['健康新产品证书类型', '发证日期'], ['新药', '2020-03-01'], ['保健食品', '2020-04-01']),
      ).columns.at(-1),
    ).toMatchObject({ key: 'healthCertDate' });
    const open = read(table(['零售额(万元)', '发证日期'], [1, '2020-03-01'], [2, '2020-04-01']));
    expect(open.unmapped).toMatchObject([
      {
        why: 'ambiguous',
        alternatives: [{ key: 'qualificationDate' }, { key: 'healthCertDate' }, { key: 'recognitionDate' }],
      },
    ]);
    expect(findingsOf(open, 'ambiguousHeader').map(findingText)[0]).toEqual({
      zh: '“发证日期”可以是“资质证书颁发日期”或“健康新产品证书颁发日期”或“认定时间”，未采用。请指定是哪一个。',
      en: '“发证日期” can be “Qualification date” or “Health cert date” or “Recognition date”; it was not taken. Say which.',
    });
    const names = read([
      ['名称', '统一社会信用代码', '零售额(万元)'],
      ['甲公司', creditCode(1), 1],
    ]);
    expect(names.columns[0]).toMatchObject({ key: 'enterpriseName', why: 'context' });
    expect(read(table(['名称'], ['红色'], ['蓝色'])).unmapped).toMatchObject([{ why: 'unknown' }]);
  });

  it('of output are a construction firm’s on a sheet about construction', () => {
    const reading = read([
      ['建筑业企业主要指标'],
      ...table(['总产值（万元）', '上年总产值（万元）'], [2, 1], [3, 2]),
    ]);
    expect(reading.columns.slice(2).map(({ key, why }) => [key, why])).toEqual([
      ['constructionOutput', 'context'],
      ['constructionOutputPrior', 'context'],
    ]);
  });

  it('whose cells are of another kind are left, with a question', () => {
    const reading = read(
      table(
        ['零售额(万元)', '限上单位', '企业规模', '入库时间'],
        ['甲', '西山区', 1, '一'],
        ['乙', '五华区', 2, '二'],
        ['丙', '西山区', 3, '三'],
      ),
    );
    expect(reading.unmapped.map(({ column, why }) => [column, why])).toEqual([
      ['C', 'content'],
      ['D', 'content'],
      ['E', 'content'],
      ['F', 'content'],
    ]);
    expect(codes(reading)).toEqual([
      'C1 contentMismatch',
      'D1 notAFlag',
      'E1 contentMismatch',
      'F1 contentMismatch',
    ]);
  });

  it('for one indicator: the exact name goes before an alias, the finer classification before the broader', () => {
    const named = read(table(['营业额(万元)', '住宿营业额(万元)'], [1, 2], [3, 4]));
    expect(named.columns.at(-1)).toMatchObject({ column: 'C', key: 'turnover', why: 'name' });
    expect(named.unmapped).toMatchObject([{ column: 'D', why: 'repeated' }]);
    const classes = read(table(['行业门类', '行业大类'], ['制造业', 'C39'], ['批发和零售业', '批发业']));
    expect(classes.columns.at(-1)).toMatchObject({ column: 'D', key: 'industry' });
  });

  it('give their kind, unit and scale also when they are left over', () => {
    const reading = read(
      table(
        ['主营业务收入增速(%)', '建筑业产值增速', '利润总额（万元）', '电话', '序号'],
        [5.5, 0.1234, 3, 138, 1],
        [6.5, 0.2345, 4, 139, 2],
      ),
    );
    expect(
      reading.unmapped.map(({ why, unit, factor, scale }) => [why, unit, factor?.toFixed(), scale]),
    ).toEqual([
      ['noSuchForm', '%', '0.01', 'percent'],
      ['noSuchForm', null, '1', 'fraction'],
      ['unknown', '万元', '10000', null],
      ['note', null, undefined, null],
      ['serial', null, undefined, null],
    ]);
  });
});

describe('an Excel table', () => {
  it('ends where it ends: what stands beside it is left over', () => {
    const rows = table(['零售额(万元)', null, '营业额(万元)'], [1, null, 5], [2, null, 6]);
    const reading = read(rows, {}, { tables: [{ range: 'A1:C3' }] });
    expect(columnsByLetter(reading)).toEqual({
      A: 'enterpriseName',
      B: 'creditCode',
      C: 'retailSales 10000',
      E: '- outside',
    });
  });
});

describe('forms beside their figure', () => {
  const grown = [
    [110, 100, 10],
    [240, 200, 20],
    [300, 300, 0],
  ];

  it('are a question, unless the growth bears them out', () => {
    const headers = ['营业收入(万元)', '上年同期(万元)', '增速(%)'];
    expect(codes(read(table(headers, ...grown)))).toEqual([]);
    expect(codes(read(table(headers, ...grown.slice(0, 2))))).toEqual(['D1 nearHeader', 'E1 nearHeader']);
    const revised = grown.map(([now, before]): TestCell[] => [now, before, 55]);
    expect(codes(read(table(headers, ...revised)))).toEqual([
      'D1 nearHeader',
      'E1 nearHeader',
      'E2 growthDiffers',
    ]);
  });

  it('belong to a figure under the same group only', () => {
    const rows: TestCell[][] = [
      ['企业名称', '信用代码', '主要指标（单位：万元、%）', null, null, '其他', null],
      [null, null, '营业收入', '上年同期', '增速', '上年同期', '人员'],
      ...table([], ...grown.map((row) => [...row, 5, 6]))
        .slice(1)
        .map((row) => [...row]),
    ];
    const reading = read(rows, {}, { merges: ['A1:A2', 'B1:B2', 'C1:E1', 'F1:G1'] });
    expect(columnsByLetter(reading)).toEqual({
      A: 'enterpriseName',
      B: 'creditCode',
      C: 'revenue 10000',
      D: 'revenuePrior 10000',
      E: 'revenueGrowth 0.01',
      F: '- unknown',
      G: '- unknown',
    });
  });
});

describe('years', () => {
  const rows = table(['2019年零售额(万元)', '2018年零售额(万元)'], [2, 1]);

  it('are the policy’s, unless the headers set two others side by side', () => {
    const keys = (context: SheetContext): (string | null)[] =>
      read(rows, context)
        .columns.slice(2)
        .map(({ key }) => key);
    expect(keys({ policyYear: 2019 })).toEqual(['retailSales', 'retailSalesPrior']);
    expect(keys({ policyYear: 2020 })).toEqual(['retailSalesPrior']);
    expect(keys({})).toEqual(['retailSales', 'retailSalesPrior']);
    const later = read(rows, { policyYear: 2024 });
    expect(later.year).toBe(2019);
    expect(codes(later)).toEqual(['A1 yearMismatch']);
  });

  it('of several policies are told by the sheet’s own', () => {
    const keys = (header: string, context: SheetContext): (string | null)[] =>
      read(table([header], [1]), context)
        .columns.slice(2)
        .map(({ key }) => key);
    const policyYears = [2020, 2024];
    expect(keys('2019年零售额(万元)', { policyYears })).toEqual(['retailSalesPrior']);
    expect(keys('2024年零售额(万元)', { policyYears })).toEqual(['retailSales']);
    expect(keys('2022年零售额(万元)', { policyYears })).toEqual([]);
    const unknown = read(table(['2022年零售额(万元)'], [1]));
    expect(unknown.unmapped).toMatchObject([
      { why: 'ambiguous', alternatives: [{ key: 'retailSales' }, { key: 'retailSalesPrior' }] },
    ]);
    expect(codes(unknown)).toEqual(['C1 ambiguousHeader']);
  });

  it('under 年度 say which year a header means, where all rows have one', () => {
    const keys = (headers: readonly string[], cells: readonly TestCell[], context: SheetContext): unknown =>
      read(table(headers, cells, cells), context)
        .columns.slice(2)
        .map(({ key }) => key);
    const headers = ['年度', '2022年零售额(万元)', '2021年零售额(万元)'];
    expect(keys(headers.slice(0, 2), ['2022年', 2], {})).toEqual(['reportYear', 'retailSales']);
    expect(keys(headers.slice(0, 2), [2023, 2], {})).toEqual(['reportYear', 'retailSalesPrior']);
    expect(keys(headers.slice(0, 2), [2022, 2], { policyYear: 2024 })).toEqual(['reportYear', 'retailSales']);
    // An application of 2023 may be about the figures of 2022.
    expect(keys(['申报年度', '2022年零售额(万元)'], [2023, 2], {})).toEqual(['reportYear']);
    const mixed = read(table(headers.slice(0, 2), [2022, 2], [2021, 1]));
    expect(mixed.unmapped).toMatchObject([{ column: 'D', why: 'ambiguous' }]);
  });

  it('of the title that are not the policy’s are asked about, unless the rows have their own', () => {
    expect(codes(read([['2019年汇总表'], ...table(['零售额(万元)'], [1])], { policyYear: 2020 }))).toEqual([
      'A2 yearMismatch',
    ]);
    expect(
      codes(read([['2019年汇总表'], ...table(['零售额(万元)', '年度'], [1, 2020])], { policyYear: 2020 })),
    ).toEqual([]);
    expect(read([['2019年汇总表'], ...table(['零售额(万元)'], [1])]).year).toBe(2019);
  });

  it('of the title are asked about for each of several policies of another year', () => {
    const policyYears = [2020, 2024];
    const asked = (title: string, context: SheetContext): string[] =>
      read([[title], ...table(['零售额(万元)'], [1])], context).findings.map((one) => findingText(one).en);
    const of2020 = (policy: number): string =>
      `The sheet's figures are of 2020, but a policy of ${policy} is evaluated. Please confirm that it applies, or leave that policy out.`;
    expect(asked('2020年汇总表', { policyYears })).toEqual([of2020(2024)]);
    expect(asked('汇总表', { policyYears })).toEqual([]);
    expect(asked('2020年汇总表', { policyYears: [2023, 2024] })).toEqual([of2020(2023), of2020(2024)]);
  });

  it('of which the title gives only a part are asked about', () => {
    expect(
      codes(
        read([['限上企业主要指标（2020年1—11月）'], ...table(['零售额(万元)'], [1])], { policyYear: 2020 }),
      ),
    ).toEqual(['A1 partialYear']);
    expect(
      codes(
        read(
          [
            ['限上企业主要指标（2020年1—12月）'],
            ['报出日期：2021年1月15日'],
            ...table(['零售额(万元)'], [1]),
          ],
          { policyYear: 2020 },
        ),
      ),
    ).toEqual([]);
  });
});

describe('figures that contradict each other', () => {
  it('in all rows: the units', () => {
    const reading = read(
      table(
        ['零售额(万元)', '上年零售额(元)', '商品销售额(万元)'],
        [100, 900, 0.1],
        [200, 1900, 0.2],
        [300, 2900, 0.3],
      ),
    );
    expect(codes(reading)).toEqual(['C1 unitContradiction']);
    const related = read(table(['零售额(元)', '商品销售额(万元)'], [100, 100], [200, 300], [300, 300]));
    expect(related.findings).toMatchObject([
      { code: 'unitContradiction', params: { other: '商品销售额(万元)', times: 0.0001 } },
    ]);
  });

  it('in some cells: slips', () => {
    const reading = read(
      table(
        ['零售额(万元)', '上年零售额(万元)', '零售额增速(%)', '入驻率(%)', '营业额增量排名', '参保人数'],
        [100, 90, 11.1, 85, 1, 5],
        [200, 190, 7, 300, 0, -4],
        [3_000_000, 290, 5, 90, 2, 6],
      ),
      { policyYear: 2020 },
    );
    expect(codesWithCells(reading)).toEqual([
      'jump C4',
      'growthDiffers E3 E4',
      'implausible F3',
      'implausible G3',
      'negative H3',
    ]);
  });

  it('in dates after the year', () => {
    const reading = read(table(['入库时间', '零售额(万元)'], ['2020-03', 1], ['2021-05', 1], ['2031', 1]), {
      policyYear: 2020,
    });
    expect(reading.findings).toMatchObject([
      { code: 'futureDate', cells: ['C3', 'C4'], params: { count: 2, examples: ['2021-5', '2031'] } },
    ]);
  });

  it('in a district that is left blank', () => {
    expect(codes(read(table(['本区注册'], ['是'], [null], ['否'])))).toEqual(['C3 blankScope']);
  });

  it('in credit codes stored as numbers', () => {
    const reading = read([
      ['企业名称', '统一社会信用代码', '零售额(万元)'],
      ['甲公司', 915_301_120_000_000_000, 1],
      ['乙公司', creditCode(2), 2],
    ]);
    expect(reading.findings).toMatchObject([
      { code: 'invalidCreditCode', cell: 'B2', params: { problem: 'number' } },
    ]);
  });
});
