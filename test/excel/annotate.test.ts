import { annotate } from '../../src/excel';
import { findOurs } from '../../src/report';
import type { SimulatedHost } from '../../src/workbench/host';
import { ENTERPRISES, PACK } from '../cli/lakeside';
import { run } from '../cli/run';
import { cellsOf, opened, temporaryFolder, writeWorkbook } from '../cli/workbook';
import { evaluated, lakeside } from './evaluation';
import { formulasOn, rowsOf } from './files';
import { AT_ONCE, inExcel } from './in-excel';
import { enterprises } from './workbooks';

const rules = lakeside();
const DETAIL = '明细 lakeside-2026';
const SUMMARY = '汇总 lakeside-2026';

/** Annotates and gives what Excel then shows. */
async function annotatedHost(host: SimulatedHost = enterprises()): Promise<SimulatedHost> {
  await inExcel(async () => {
    const outcome = await annotate(await evaluated(rules), AT_ONCE);
    expect(outcome).toEqual({ kind: 'done', value: { sheets: [DETAIL, SUMMARY], notices: [] } });
  }, host);
  return host;
}

let host: SimulatedHost;
beforeAll(async () => {
  host = await annotatedHost();
});

test('results stand beside the data, one blank column between', () => {
  const rows = rowsOf(host.workbook.sheetNamed('企业统计')).map((row) => row.slice(7));
  expect(rows).toEqual([
    [
      '备注',
      null,
      '应享金额(元)',
      '上限金额(元)',
      '减负金额(元)',
      '封顶条款',
      '适用条款',
      '不重复条款',
      '缺失数据',
      '审批',
    ],
    ['首次申报', null, 2_060_000, 0, 0, '1.2', '1.2；2.1', null, null, '1.2：报区政府常务会议审定'],
    [null, null, 80_000, 500_000, 500, null, '1.2；3.4（仅有上限）；3.5（减负）', null, null, null],
    [null, null, 0, 0, 0, null, null, null, null, null],
    [null, null, 30_000, 0, 0, null, '2.1', null, '1.2：设备购置费', null],
  ]);
});

describe('the command line and the add-in write the same', () => {
  const folder = temporaryFolder();
  const file = writeWorkbook(folder, { 企业统计: ENTERPRISES });
  const out = `${folder}/out.xlsx`;
  beforeAll(async () => {
    const { exit, err } = await run('evaluate', file, '--rules', PACK, '--out', out);
    if (exit !== 0) throw new Error(err);
  });

  test.each(['企业统计', DETAIL])('on the sheet %s, cell by cell', (name) => {
    expect(rowsOf(host.workbook.sheetNamed(name))).toEqual(cellsOf(opened(out).readGrid(name)));
  });

  test('on 汇总, but for who made it', () => {
    const madeBy = /^(?:test|subsidy \d.*)$/;
    const without = (rows: readonly (readonly unknown[])[]): unknown[][] =>
      rows.map((row) => row.filter((cell) => !madeBy.test(String(cell))));
    expect(without(rowsOf(host.workbook.sheetNamed(SUMMARY)))).toEqual(
      without(cellsOf(opened(out).readGrid(SUMMARY))).map((row) => [...row]),
    );
  });

  test('hidden names and what they say of the columns', () => {
    const inExcelNow = host.workbook.names.map(({ name, formula, visible }) => ({
      name,
      sheet: null,
      formula: formula.replace(/^=/, ''),
      visible,
    }));
    const inFile = opened(out).definedNames;
    expect(inExcelNow.every(({ visible }) => !visible)).toBe(true);
    expect(inExcelNow.map(({ name }) => name).toSorted()).toEqual(inFile.map(({ name }) => name).toSorted());
    const sorted = (names: readonly { name: string; sheet: string | null; formula: string }[]): unknown => {
      const { columns, sheets } = findOurs(names);
      return [columns.toSorted((a, b) => a.at - b.at), sheets];
    };
    expect(sorted(inExcelNow)).toEqual(sorted(inFile));
  });
});

describe('how it looks', () => {
  test('headers are set off, money has two places, texts are texts', () => {
    const sheet = host.workbook.sheetNamed('企业统计');
    expect(sheet?.style(1, 10)).toMatchObject({
      bold: true,
      fill: '#DDEBF7',
      horizontalAlignment: 'Center',
      wrapText: true,
      numberFormat: '@',
    });
    expect([sheet?.style(2, 10).numberFormat, sheet?.style(2, 13).numberFormat]).toEqual(['#,##0.00', '@']);
    expect([sheet?.columnWidths.get(10), sheet?.columnWidths.get(13)]).toEqual([87.75, 129.75]);
  });

  test('the first header says where the figures come from', () => {
    const [comment, ...others] = host.workbook.comments;
    expect(others).toEqual([]);
    expect([comment?.sheet.name, comment?.cell]).toEqual([
      '企业统计',
      { top: 1, left: 10, bottom: 1, right: 10 },
    ]);
    expect(comment?.content.split('\n')[1]).toMatch(/^规则版本：lakeside-2026 [0-9a-f]{12}$/);
  });

  test('明细 is a table with its header in view, 汇总 adds it up with formulas of Excel’s own', () => {
    const detail = host.workbook.sheetNamed(DETAIL);
    const summary = host.workbook.sheetNamed(SUMMARY);
    expect([detail?.tables.map(({ name }) => name), detail?.frozen]).toEqual([
      ['SUBSIDY_lakeside_2026'],
      { rows: 1, columns: 0 },
    ]);
    expect(formulasOn(summary)).toContainEqual(
      expect.stringMatching(/^=SUMIFS\(SUBSIDY_lakeside_2026\[金额\],SUBSIDY_lakeside_2026\[条款\],\$A\d+,/),
    );
  });

  test('nothing of the work is left behind', () => {
    expect([...host.workbook.settings.keys()]).toEqual(['subsidy.before']);
    expect(host.workbook.sheets.map(({ name }) => name)).toEqual(['企业统计', DETAIL, SUMMARY]);
    expect(host.workbook.names.filter(({ name }) => name.includes('work'))).toEqual([]);
  });
});
