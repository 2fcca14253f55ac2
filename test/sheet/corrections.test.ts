import {
  type Corrections,
  correctionsFor,
  type CorrectionsResult,
  readCorrections,
  type SheetReading,
} from '../../src/sheet';
import { creditCode, type TestCell } from './grid-of';
import { readTable, valuesOf } from './read-back';

function accepted(result: CorrectionsResult): Corrections {
  return result.ok ? result.corrections : new Map();
}

describe('the file of corrections', () => {
  it('says by sheet and column letter what a column is', () => {
    const result = readCorrections({
      sheets: {
        汇总: {
          headerRows: [2],
          columns: {
            c: 'grossOutput',
            D: { key: 'grossOutputPrior', unit: '千元' },
            E: { scale: 'percent' },
            F: { key: 'registeredInDistrict', yes: ['西山区'] },
            G: { clause: 'xishan-2020/4.4', unit: '万元' },
            H: null,
          },
        },
        '*': { columns: { A: null } },
      },
    });
    expect(result).toMatchObject({ ok: true });
    const corrections = accepted(result);
    expect(correctionsFor(corrections, '汇总')).toEqual({
      headerRows: [2],
      columns: new Map<string, unknown>([
        ['C', { key: 'grossOutput' }],
        ['D', { key: 'grossOutputPrior', unit: '千元' }],
        ['E', { scale: 'percent' }],
        ['F', { key: 'registeredInDistrict', yes: ['西山区'] }],
        ['G', { clauseId: 'xishan-2020/4.4', unit: '万元' }],
        ['H', null],
      ]),
    });
    expect(correctionsFor(corrections, '其他')).toEqual({ columns: new Map([['A', null]]) });
    expect(correctionsFor(new Map(), '其他')).toBeUndefined();
  });

  it.each([
    [null, '$', '此处应为一个对象', 'expected an object here'],
    [{ sheet: {} }, '$.sheet', '此处应为sheets 之一', 'expected one of sheets here'],
    [{ sheets: [] }, '$.sheets', '此处应为一个对象', 'expected an object here'],
    [
      { sheets: { a: { headerRows: [] } } },
      '$.sheets.a.headerRows',
      '此处应为行号的列表',
      'expected a list of row numbers here',
    ],
    [
      { sheets: { a: { headerRows: [0] } } },
      '$.sheets.a.headerRows',
      '此处应为行号的列表',
      'expected a list of row numbers here',
    ],
    [
      { sheets: { a: { columns: { 1: null } } } },
      '$.sheets.a.columns.1',
      '此处应为列的字母',
      'expected a column letter here',
    ],
    [
      { sheets: { a: { columns: { A: 5 } } } },
      '$.sheets.a.columns.A',
      '此处应为一个对象',
      'expected an object here',
    ],
    [
      { sheets: { a: { columns: { A: { key: 5 } } } } },
      '$.sheets.a.columns.A.key',
      '此处应为文字',
      'expected a text here',
    ],
    [
      { sheets: { a: { columns: { A: { kei: 'x' } } } } },
      '$.sheets.a.columns.A.kei',
      '此处应为key、clause、unit、scale、yes 之一',
      'expected one of key, clause, unit, scale, yes here',
    ],
    [
      { sheets: { a: { columns: { A: { scale: 'x' } } } } },
      '$.sheets.a.columns.A.scale',
      '此处应为percent 或 fraction',
      'expected percent or fraction here',
    ],
    [
      { sheets: { a: { columns: { A: { yes: '是' } } } } },
      '$.sheets.a.columns.A.yes',
      '此处应为文字的列表',
      'expected a list of texts here',
    ],
  ])('%j', (value, path, zh, en) => {
    expect(readCorrections(value)).toEqual({ ok: false, problems: [{ path, text: { zh, en } }] });
  });
});

describe('a corrected sheet', () => {
  const rows: readonly (readonly TestCell[])[] = [
    ['企业', '代码', '数甲', '数乙', '增长情况', '注册地', '金额', '零售额(万元)'],
    ['甲公司', creditCode(1), 120, 100, 0.2, '西山区', 5, 1],
    ['乙公司', creditCode(2), 220, 200, 0.1, '五华区', null, 2],
    ['丙公司', creditCode(3), 330, 300, 0.1, '西山区', 7, 3],
  ];
  const clauseTitles = [{ clauseId: 'xishan-2020/4.4', titles: ['保供补贴'] }];

  function corrected(columns: Record<string, unknown>): SheetReading {
    const corrections = correctionsFor(
      accepted(readCorrections({ sheets: { Sheet1: { headerRows: [1], columns } } })),
      'Sheet1',
    );
    return readTable(rows, corrections === undefined ? {} : { clauseTitles, corrections });
  }

  it('goes by the corrections', () => {
    const reading = corrected({
      A: 'enterpriseName',
      C: { key: 'grossOutput', unit: '千元' },
      D: { key: 'grossOutputPrior', unit: '千元' },
      E: { key: 'grossOutputGrowth', scale: 'fraction' },
      F: { key: 'registeredInDistrict', yes: ['西山区'] },
      G: { clause: 'xishan-2020/4.4', unit: '万元' },
      H: null,
    });
    expect(
      reading.columns.map(({ column, key, clauseId, why, unit }) => [column, key, clauseId, why, unit]),
    ).toEqual([
      ['A', 'enterpriseName', null, 'correction', null],
      ['B', 'creditCode', null, 'content', null],
      ['C', 'grossOutput', null, 'correction', '千元'],
      ['D', 'grossOutputPrior', null, 'correction', '千元'],
      ['E', 'grossOutputGrowth', null, 'correction', null],
      ['F', 'registeredInDistrict', null, 'correction', null],
      ['G', null, 'xishan-2020/4.4', 'correction', '万元'],
    ]);
    expect(reading.unmapped).toMatchObject([{ column: 'H', why: 'correction' }]);
    expect(valuesOf(reading, 'xishan-2020/4.4')).toEqual(['50000', null, '70000']);
    expect(valuesOf(reading, 'registeredInDistrict')).toEqual([true, false, true]);
    expect(reading.columns.find(({ column }) => column === 'C')?.unitSource).toEqual({
      where: 'correction',
      cell: null,
    });
    expect(reading.findings).toEqual([]);
  });

  it('says which corrections fit nothing', () => {
    const reading = corrected({
      A: 'enterpriseName',
      C: 'revenu',
      D: { clause: 'x/1' },
      E: { key: 'grossOutputGrowth', unit: '两' },
      Z: null,
    });
    expect(
      reading.findings
        .filter(({ code }) => code === 'correctionUnused')
        .map(({ cell, params }) => [cell, params]),
    ).toEqual([
      ['C1', { column: 'C', value: 'revenu', problem: 'unknownKey' }],
      ['D1', { column: 'D', value: 'x/1', problem: 'unknownKey' }],
      ['E1', { column: 'E', value: '两', problem: 'unknownUnit' }],
      ['A1', { column: 'Z', value: '', problem: 'noSuchColumn' }],
    ]);
  });
});
