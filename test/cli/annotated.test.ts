import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8 } from 'fflate';
import { cellAddress } from '../../src/sheet';
import { rangeFormula } from '../../src/report';
import { type CellValue, openWorkbook, spliceWorkbook, type WorkbookEdits } from '../../src/xlsx';
import { partsOf, partText, sheetXml } from '../xlsx/workbooks';
import { unzipped, zip } from '../xlsx/zip';
import { ENTERPRISES, PACK, rulesOfTwoYears } from './lakeside';
import { run } from './run';
import { cellsOf, columnsOf, opened, temporaryFolder, writeWorkbook } from './workbook';

/** The annotated workbook: what stands where, and what becomes of it when users work with it. */
let folder: string;
let file: string;
beforeEach(() => {
  folder = temporaryFolder();
  file = writeWorkbook(folder, { 企业表: ENTERPRISES });
});

const at = (name: string): string => path.join(folder, name);
const SHEET = '企业表';
const DETAIL = '明细 lakeside-2026';
const SUMMARY = '汇总 lakeside-2026';
const OURS = [
  '应享金额(元)',
  '上限金额(元)',
  '减负金额(元)',
  '封顶条款',
  '适用条款',
  '不重复条款',
  '缺失数据',
  '审批',
];

/** Evaluates with the pack and writes; gives what was printed after the results. */
async function annotate(input: string, output: string, ...options: readonly string[]): Promise<string> {
  const { exit, out, err } = await run('evaluate', input, '--rules', PACK, '--out', at(output), ...options);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  return out.slice(out.indexOf('\n\n', out.indexOf('  值得一看')) + 2);
}

/** What a user does to a file between two evaluations. */
function edit(name: string, edits: WorkbookEdits): void {
  writeFileSync(at(name), spliceWorkbook(openWorkbook(readFileSync(at(name))), edits));
}

function typed(column: number, row: number, value: CellValue): WorkbookEdits {
  return {
    edit: [
      {
        sheet: SHEET,
        columns: [
          {
            column,
            clear: [{ firstRow: row, lastRow: row }],
            runs: [{ firstRow: row, values: [value], style: 'plain' }],
          },
        ],
      },
    ],
  };
}

const headersOf = (name: string): unknown[] => cellsOf(opened(at(name)).readGrid(SHEET))[0] ?? [];
const parts = (name: string): unknown =>
  Object.fromEntries(
    Object.entries(unzipped(readFileSync(at(name)))).map(([part, bytes]) => [part, strFromU8(bytes, true)]),
  );
const namesOf = (name: string): unknown =>
  Object.fromEntries(
    opened(at(name)).definedNames.flatMap(({ name: own, formula, hidden }) =>
      own.endsWith('.digest') ? [] : [[own, [formula, hidden]]],
    ),
  );

/** The first note of the sheet, without what changes from version to version. */
function noteIn(name: string): { cell: string | undefined; lines: string[] } {
  const comments = partText(readFileSync(at(name)), 'xl/comments1.xml');
  const [, cell, text = ''] = /ref="([A-Z]+\d+)".*?<t xml:space="preserve">([^<]*)</.exec(comments) ?? [];
  const plain = text.replace(/[0-9a-f]{12}/, 'HASH').replace(/\d+\.\d+\.\d+$/, 'V');
  return { cell, lines: plain.split('\n') };
}

describe('what is written', () => {
  test('eight columns beside the data, one blank column between, values and number formats', async () => {
    await annotate(file, 'out.xlsx');
    const grid = opened(at('out.xlsx')).readGrid(SHEET);
    expect(cellsOf(grid).map((row) => row.slice(8))).toEqual([
      [null, ...OURS],
      [null, 2060000, 0, 0, '1.2', '1.2；2.1', null, null, '1.2：报区政府常务会议审定'],
      [null, 80000, 500000, 500, null, '1.2；3.4（仅有上限）；3.5（减负）', null, null, null],
      [null, 0, 0, 0, null, null, null, null, null],
      [null, 30000, 0, 0, null, '2.1', null, '1.2：设备购置费', null],
    ]);
    expect([10, 11, 12].map((column) => grid.numberFormat(2, column))).toEqual([
      '#,##0.00',
      '#,##0.00',
      '#,##0.00',
    ]);
    expect(grid.isFormula(2, 10)).toBe(false);
    expect(cellsOf(grid).map((row) => row.slice(0, 8))).toEqual(
      ENTERPRISES.map((row) => row.map((cell) => cell)),
    );
  });

  test('hidden names lead to the columns and sheets', async () => {
    await annotate(file, 'out.xlsx');
    const columns = ['award', 'ceiling', 'saving', 'capHits', 'clauses', 'notStacked', 'missing', 'approval'];
    expect(namesOf('out.xlsx')).toEqual({
      ...Object.fromEntries(
        columns.map((column, index) => {
          const letter = cellAddress(1, 10 + index).slice(0, -1);
          return [`_SUBSIDY.lakeside_2026.1.${column}`, [`'企业表'!$${letter}$1:$${letter}$5`, true]];
        }),
      ),
      '_SUBSIDY.lakeside_2026.detail': ["'明细 lakeside-2026'!$A$1:$V$8", true],
      '_SUBSIDY.lakeside_2026.summary': ["'汇总 lakeside-2026'!$A$1:$H$40", true],
    });
  });

  test('a note on the first header says where the figures come from, the scenario too', async () => {
    const scenario = at('提高.json');
    writeFileSync(scenario, JSON.stringify({ figures: { 'lakeside-2026/1.2#cap': '220万元' } }));
    await annotate(file, 'out.xlsx', '--scenario', scenario);
    const { cell, lines } = noteIn('out.xlsx');
    expect([cell, lines]).toEqual([
      'J1',
      [
        '湖滨区2026年促进实体经济若干措施',
        '规则版本：lakeside-2026 HASH',
        '适用期：2026',
        '情景：提高.json',
        '  1.2#cap：200万元 → 220万元',
        '未核查（表中没有列）：是否被查处偷漏税、是否在本区注册登记',
        'subsidy V',
      ],
    ]);
    // The same stands at the top of 汇总.
    const summary = cellsOf(opened(at('out.xlsx')).readGrid(SUMMARY)).map(([first]) => first);
    expect(summary.slice(0, 5)).toEqual([
      '湖滨区2026年促进实体经济若干措施 汇总',
      expect.stringMatching(/^规则版本：lakeside-2026 [0-9a-f]{12}$/) as unknown,
      '适用期：2026',
      '情景：提高.json',
      '  1.2#cap：200万元 → 220万元',
    ]);
  });

  test('明细 is a table with a line for every enterprise and clause; what a rate was taken on stands there', async () => {
    await annotate(file, 'out.xlsx', '--group-by', '所属街道');
    const grid = opened(at('out.xlsx')).readGrid(DETAIL);
    expect(grid.tables).toEqual([
      {
        name: 'SUBSIDY_lakeside_2026',
        range: { top: 1, left: 1, bottom: 8, right: 23 },
        headerRows: 1,
        totalsRows: 0,
      },
    ]);
    const columns = columnsOf(at('out.xlsx'), DETAIL);
    expect(columns).toMatchObject({
      行号: [2, 2, 3, 3, 3, 5, 5],
      所属街道: ['东街', '东街', '西街', '西街', '西街', '西街', '西街'],
      条款: ['1.2', '2.1', '1.2', '3.4', '3.5', '1.2', '2.1'],
      测算结果: ['应享', '应享', '应享', '仅有上限', '减负', '缺数据', '应享'],
      计算基数: [
        '30,000,000.00元',
        '2,990,000.00美元',
        '1,000,000.00元',
        null,
        '1,000.00元',
        null,
        '1,500,000.00美元',
      ],
      金额: [2000000, 60000, 80000, 500000, 500, null, 30000],
      '2027年兑付': [600000, null, 24000, null, null, null, null],
    });
  });

  test('in English', async () => {
    await run('evaluate', file, '--rules', PACK, '--out', at('out.xlsx'), '--lang', 'en');
    expect(headersOf('out.xlsx').slice(9)).toEqual([
      'Award (CNY)',
      'Ceiling (CNY)',
      'Saving (CNY)',
      'Caps hit',
      'Applicable clauses',
      'Not stacked',
      'Missing data',
      'Approval',
    ]);
    expect(opened(at('out.xlsx')).sheets.map(({ name }) => name)).toEqual([
      SHEET,
      'Detail lakeside-2026',
      'Summary lakeside-2026',
    ]);
  });

  test('onto the input itself, which keeps its permissions; no temporary file stays', async () => {
    await annotate(file, 'elsewhere.xlsx');
    chmodSync(file, 0o640);
    await annotate(file, 'in.xlsx');
    expect(readFileSync(file).equals(readFileSync(at('elsewhere.xlsx')))).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder).toSorted()).toEqual(['elsewhere.xlsx', 'in.xlsx']);
  });

  test('a signed file: a warning that the signature becomes invalid', async () => {
    const rows =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>企业名称</t></is></c><c r="B1" t="inlineStr"><is><t>设备购置费(元)</t></is></c></row>';
    const data =
      '<row r="2"><c r="A2" t="inlineStr"><is><t>甲公司</t></is></c><c r="B2"><v>100</v></c></row>';
    const signed = { 'xl/worksheets/sheet1.xml': sheetXml(rows + data), '_xmlsignatures/sig1.xml': '<x/>' };
    writeFileSync(file, zip(partsOf(signed)));
    const text = await annotate(file, 'out.xlsx');
    expect(text).toBe(
      `注意：原文件带有数字签名，写出的副本改动了内容，签名将失效。\n\n已写出 ${at('out.xlsx')}\n`,
    );
    const { err } = await run(
      'evaluate',
      file,
      '--rules',
      PACK,
      '--out',
      at('b.xlsx'),
      '--json',
      '-',
      '--lang',
      'en',
    );
    expect(err).toBe(
      'Note: the file carries a digital signature; the copy changes its content, so the signature becomes invalid.\n',
    );
    expect(await run('evaluate', file, '--rules', PACK, '--json', '-')).toMatchObject({ err: '' });
  });
});

describe('evaluating twice equals evaluating once', () => {
  test.each([[[]], [['--group-by', '所属街道']], [['--lang', 'en']]])('with %j', async (options) => {
    await run('evaluate', file, '--rules', PACK, '--out', at('once.xlsx'), ...options);
    await run('evaluate', at('once.xlsx'), '--rules', PACK, '--out', at('twice.xlsx'), ...options);
    expect(parts('twice.xlsx')).toEqual(parts('once.xlsx'));
  });

  test('with two policies, all or one of them the second time', async () => {
    const rules = await rulesOfTwoYears(folder);
    await run('evaluate', file, '--rules', rules, '--out', at('once.xlsx'));
    expect(headersOf('once.xlsx').slice(8)).toEqual([
      null,
      ...OURS.map((header) => `${header} lakeside-2026`),
      null,
      ...OURS.map((header) => `${header} lakeside-2027`),
    ]);
    for (const options of [[], ['--policy', 'lakeside-2027'], ['--policy', 'lakeside-2026']]) {
      await run('evaluate', at('once.xlsx'), '--rules', rules, '--out', at('twice.xlsx'), ...options);
      expect(parts('twice.xlsx')).toEqual(parts('once.xlsx'));
    }
  });

  test('a second policy comes beside the first, whose columns stay as they are', async () => {
    const rules = await rulesOfTwoYears(folder);
    await run('evaluate', file, '--rules', rules, '--out', at('one.xlsx'), '--policy', 'lakeside-2026');
    await run(
      'evaluate',
      at('one.xlsx'),
      '--rules',
      rules,
      '--out',
      at('two.xlsx'),
      '--policy',
      'lakeside-2027',
    );
    expect(headersOf('two.xlsx').slice(8)).toEqual([
      null,
      ...OURS,
      null,
      ...OURS.map((header) => `${header} lakeside-2027`),
    ]);
    const [before, after] = ['one.xlsx', 'two.xlsx'].map((name) => cellsOf(opened(at(name)).readGrid(SHEET)));
    expect(after?.map((row) => row.slice(0, 17))).toEqual(before);
  });

  test('in the other language: the same columns and sheets', async () => {
    await annotate(file, 'zh.xlsx');
    await run('evaluate', at('zh.xlsx'), '--rules', PACK, '--out', at('en.xlsx'), '--lang', 'en');
    expect(headersOf('en.xlsx')).toHaveLength(17);
    expect(headersOf('en.xlsx')[9]).toBe('Award (CNY)');
    expect(opened(at('en.xlsx')).sheets.map(({ name }) => name)).toEqual([SHEET, DETAIL, SUMMARY]);
    await annotate(at('en.xlsx'), 'back.xlsx');
    expect(cellsOf(opened(at('back.xlsx')).readGrid(DETAIL))).toEqual(
      cellsOf(opened(at('zh.xlsx')).readGrid(DETAIL)),
    );
  });
});

describe('what users do in between', () => {
  beforeEach(async () => {
    await annotate(file, 'out.xlsx');
  });
  const again = (): Promise<string> => annotate(at('out.xlsx'), 'out.xlsx');
  const kept = (cell: string, header: string, sheet = SHEET): string =>
    `“${sheet}”的 ${cell} 列“${header}”有人改过或移走：原样保留，新结果写在数据右侧的新列。`;

  test('other data: the columns have the new results where they were', async () => {
    edit('out.xlsx', typed(4, 3, 200));
    expect(await again()).toBe(`已写出 ${at('out.xlsx')}\n`);
    expect(headersOf('out.xlsx')).toHaveLength(17);
    expect(columnsOf(at('out.xlsx'), SHEET)['应享金额(元)']).toEqual([2060000, 160000, 0, 30000]);
  });

  test('a cell of ours is edited: the column stays, and is told; the results stand in a new one', async () => {
    edit('out.xlsx', typed(10, 3, 75000));
    expect(await again()).toBe(`${kept('J1', '应享金额(元)')}\n\n已写出 ${at('out.xlsx')}\n`);
    const rows = cellsOf(opened(at('out.xlsx')).readGrid(SHEET));
    expect(rows.map((row) => [row[9], row[17], row[18]])).toEqual([
      ['应享金额(元)', null, '应享金额(元)'],
      [2060000, null, 2060000],
      [75000, null, 80000],
      [0, null, 0],
      [30000, null, 30000],
    ]);
    expect(headersOf('out.xlsx').slice(10, 17)).toEqual(OURS.slice(1));
    // The edited column is the user's now: nothing more happens to it.
    expect(await again()).toBe(`已写出 ${at('out.xlsx')}\n`);
    expect(cellsOf(opened(at('out.xlsx')).readGrid(SHEET))).toEqual(rows);
  });

  test('a header of ours is renamed, or a formula written over a value: the column stays', async () => {
    edit('out.xlsx', typed(12, 1, '减负'));
    expect(await again()).toBe(`${kept('L1', '减负')}\n\n已写出 ${at('out.xlsx')}\n`);
    expect(headersOf('out.xlsx').slice(11)).toEqual(['减负', ...OURS.slice(3), null, '减负金额(元)']);
  });

  test('in English', async () => {
    edit('out.xlsx', typed(10, 3, 75000));
    const { out } = await run(
      'evaluate',
      at('out.xlsx'),
      '--rules',
      PACK,
      '--out',
      at('en.xlsx'),
      '--lang',
      'en',
    );
    expect(out).toContain(
      'The column J1 “应享金额(元)” of “企业表” was edited or moved: it is kept as it is, and the new results stand in a new column to the right of the data.',
    );
  });

  test('something is typed below in a column of ours, and rows are added beside it', async () => {
    edit('out.xlsx', {
      edit: [
        {
          sheet: SHEET,
          columns: [
            { column: 1, runs: [{ firstRow: 6, values: ['戊机械'], style: 'plain' }] },
            { column: 2, runs: [{ firstRow: 6, values: ['91530112MAYF4G8B9X'], style: 'plain' }] },
            { column: 4, runs: [{ firstRow: 6, values: [10], style: 'plain' }] },
            { column: 10, runs: [{ firstRow: 6, values: ['手工核定'], style: 'plain' }] },
          ],
        },
      ],
    });
    expect(await again()).toBe(`${kept('J1', '应享金额(元)')}\n\n已写出 ${at('out.xlsx')}\n`);
    const rows = cellsOf(opened(at('out.xlsx')).readGrid(SHEET));
    expect(rows[5]).toEqual([
      '戊机械',
      '91530112MAYF4G8B9X',
      null,
      10,
      ...Array.from({ length: 5 }, () => null),
      '手工核定',
      0,
      0,
      null,
      '1.2',
      null,
      null,
      null,
      null,
      8000,
    ]);
  });

  test('a column of ours is moved within the sheet: it is found there', async () => {
    move(26, SHEET);
    expect(await again()).toBe(`已写出 ${at('out.xlsx')}\n`);
    expect(headersOf('out.xlsx')[25]).toBe('上限金额(元)');
    expect(headersOf('out.xlsx').filter((header) => header === '上限金额(元)')).toHaveLength(1);
  });

  /** 上限金额 cut and pasted elsewhere: the cells go, and with them the name. */
  function move(toColumn: number, toSheet: string): void {
    const values = cellsOf(opened(at('out.xlsx')).readGrid(SHEET)).map((row) => row[10] ?? null);
    const cut = { column: 11, clear: 'all' as const };
    const pasted = { column: toColumn, runs: [{ firstRow: 1, values, style: 'plain' as const }] };
    edit('out.xlsx', {
      edit:
        toSheet === SHEET
          ? [{ sheet: SHEET, columns: [cut, pasted] }]
          : [
              { sheet: SHEET, columns: [cut] },
              { sheet: toSheet, columns: [pasted] },
            ],
      names: [
        {
          name: '_SUBSIDY.lakeside_2026.1.ceiling',
          sheet: null,
          formula: rangeFormula(toSheet, cellAddress(1, toColumn), cellAddress(5, toColumn)),
          hidden: true,
        },
      ],
    });
  }

  test('a column of ours is moved to another sheet: it stays there, and is told', async () => {
    edit('out.xlsx', { put: [{ name: '存档', replace: false, columns: [], rows: [] }] });
    move(1, '存档');
    expect(await again()).toBe(`${kept('A1', '上限金额(元)', '存档')}\n\n已写出 ${at('out.xlsx')}\n`);
    expect(cellsOf(opened(at('out.xlsx')).readGrid('存档'))).toEqual([
      ['上限金额(元)'],
      [0],
      [500000],
      [0],
      [0],
    ]);
    expect(headersOf('out.xlsx').at(-1)).toBe('上限金额(元)');
    expect(await again()).toBe(`已写出 ${at('out.xlsx')}\n`);
  });

  test('the sheet is copied, names and all as Excel does: both are evaluated, each with its own columns', async () => {
    const workbook = opened(at('out.xlsx'));
    const copy = '企业表 (2)';
    const local = workbook.definedNames.filter(({ formula }) => formula.startsWith(`'${SHEET}'!`));
    edit('out.xlsx', {
      put: [{ name: copy, replace: false, columns: [], rows: cellsOf(workbook.readGrid(SHEET)) }],
      names: local.map(({ name, formula }) => ({
        name,
        sheet: copy,
        formula: formula.replace(SHEET, copy),
        hidden: true,
      })),
    });
    expect(await again()).toBe(`已写出 ${at('out.xlsx')}\n`);
    const both = [SHEET, copy].map((sheet) => cellsOf(opened(at('out.xlsx')).readGrid(sheet))[0]?.slice(8));
    expect(both).toEqual([
      [null, ...OURS],
      [null, ...OURS],
    ]);
    const names = opened(at('out.xlsx')).definedNames.filter(({ name }) => name.endsWith('.award'));
    expect(names.map(({ name, sheet, formula }) => [name, sheet, formula])).toEqual([
      ['_SUBSIDY.lakeside_2026.1.award', null, "'企业表'!$J$1:$J$5"],
      ['_SUBSIDY.lakeside_2026.2.award', null, "'企业表 (2)'!$J$1:$J$5"],
    ]);
    const before = parts('out.xlsx');
    await again();
    expect(parts('out.xlsx')).toEqual(before);
  });

  test('hidden names are lost: new columns and sheets, the old ones stay', async () => {
    edit('out.xlsx', {
      names: opened(at('out.xlsx')).definedNames.map(({ name }) => ({ name, sheet: null, formula: null })),
    });
    await annotate(at('out.xlsx'), 'out.xlsx', '--sheet', SHEET);
    expect(headersOf('out.xlsx').slice(8)).toEqual([null, ...OURS, null, ...OURS]);
    expect(opened(at('out.xlsx')).sheets.map(({ name }) => name)).toEqual([
      SHEET,
      DETAIL,
      SUMMARY,
      `${DETAIL} (2)`,
      `${SUMMARY} (2)`,
    ]);
  });
});

describe('reviews in 明细', () => {
  function review(line: number, header: string, value: CellValue): void {
    const grid = opened(at('out.xlsx')).readGrid(DETAIL);
    const column = (cellsOf(grid)[0] ?? []).indexOf(header) + 1;
    edit('out.xlsx', {
      edit: [
        {
          sheet: DETAIL,
          columns: [{ column, runs: [{ firstRow: line + 1, values: [value], style: 'plain' }] }],
        },
      ],
    });
  }
  const lines = (): unknown => {
    const columns = columnsOf(at('out.xlsx'), DETAIL);
    const wanted = ['企业名称', '条款', '金额', '核定金额', '审核意见', '状态'];
    return columns['条款']?.map((_, index) => wanted.map((header) => columns[header]?.[index] ?? null));
  };

  test('are carried over when the data change; those whose result is gone stay at the end', async () => {
    await annotate(file, 'out.xlsx');
    review(1, '核定金额', 1950000);
    review(3, '审核意见', '同意');
    review(5, '状态', '已核');
    edit('out.xlsx', typed(4, 3, 200));
    edit('out.xlsx', typed(7, 3, null));
    expect(await annotate(at('out.xlsx'), 'out.xlsx')).toBe(
      `明细里有 1 行审核内容已没有对应结果，保留在明细末尾。\n\n已写出 ${at('out.xlsx')}\n`,
    );
    expect(lines()).toEqual([
      ['甲机械', '1.2', 2000000, 1950000, null, null],
      ['甲机械', '2.1', 60000, null, null, null],
      ['乙电子', '1.2', 160000, null, '同意', null],
      ['乙电子', '3.4', 500000, null, null, null],
      ['丁食品', '1.2', null, null, null, null],
      ['丁食品', '2.1', 30000, null, null, null],
      ['乙电子', '3.5', null, null, null, '已核'],
    ]);
    const { out } = await run(
      'evaluate',
      at('out.xlsx'),
      '--rules',
      PACK,
      '--out',
      at('en.xlsx'),
      '--lang',
      'en',
    );
    expect(out).toContain(
      'Reviews in the detail sheet that have no result any more: 1. They are kept at its end.',
    );
  });
});
