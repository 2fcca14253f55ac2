import { readFileSync, writeFileSync } from 'node:fs';
import { annotate, saveState, takeBack } from '../../src/excel';
import { type SimulatedHost, snapshotOf } from '../../src/workbench/host';
import { ENTERPRISES, PACK } from '../cli/lakeside';
import { run } from '../cli/run';
import { cellsOf, opened, temporaryFolder, writeWorkbook } from '../cli/workbook';
import { newHost } from '../workbench/host/in-office';
import { evaluated, lakeside } from './evaluation';
import { fileFrom, rowsOf, workbookFrom } from './files';
import { AT_ONCE, inExcel } from './in-excel';
import { enterprises } from './workbooks';

const rules = lakeside();
const [SHEET, DETAIL, SUMMARY] = ['企业统计', '明细 lakeside-2026', '汇总 lakeside-2026'];
const WRITTEN = { kind: 'done', value: { sheets: [DETAIL, SUMMARY], notices: [] } };
const TAKEN_BACK = {
  kind: 'done',
  value: { columns: 8, sheets: [DETAIL, SUMMARY], kept: [], keptSheets: [] },
};

const write = async () => annotate(await evaluated(rules), AT_ONCE);

describe('taking back', () => {
  test('the workbook is as before, cell by cell', async () => {
    await inExcel(async (host) => {
      const before = snapshotOf(host.workbook);
      expect(await write()).toEqual(WRITTEN);
      expect(snapshotOf(host.workbook)).not.toEqual(before);
      expect(await takeBack(AT_ONCE)).toEqual(TAKEN_BACK);
      expect(snapshotOf(host.workbook)).toEqual(before);
    }, enterprises());
  });

  test('looks and widths that the blank cells had come back', async () => {
    const host = enterprises();
    await inExcel(async (_host, page) => {
      await page.Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem(SHEET);
        sheet.getRange('1:1').format.fill.color = '#FFF2CC';
        sheet.getRange('J3:L4').format.fill.color = '#E2EFDA';
        sheet.getRange('J3:L4').numberFormat = [
          ['0.0', '@', '0.00'],
          ['0.0', '@', '0.00'],
        ];
        sheet.getRange('K:K').format.columnWidth = 20;
        await context.sync();
      });
      const before = snapshotOf(host.workbook);
      expect(await write()).toEqual(WRITTEN);
      expect(host.workbook.sheets.map(({ visibility }) => visibility)).toContain('VeryHidden');
      expect(await takeBack(AT_ONCE)).toEqual(TAKEN_BACK);
      expect(snapshotOf(host.workbook)).toEqual(before);
    }, host);
  });

  test('settings, corrections and scenario go with it, or stay when they are wanted', async () => {
    await inExcel(async (host) => {
      const before = snapshotOf(host.workbook);
      await saveState({ settings: { groupBy: '所属街道' }, scenario: { figures: {} } }, AT_ONCE);
      const withState = snapshotOf(host.workbook);
      await write();
      await takeBack({ ...AT_ONCE, keepState: true });
      expect(snapshotOf(host.workbook)).toEqual(withState);
      await write();
      await takeBack(AT_ONCE);
      expect(snapshotOf(host.workbook)).toEqual(before);
    }, enterprises());
  });

  test('where nothing of ours is there nothing is done', async () => {
    await inExcel(async (host) => {
      const before = snapshotOf(host.workbook);
      expect(await takeBack(AT_ONCE)).toEqual({
        kind: 'done',
        value: { columns: 0, sheets: [], kept: [], keptSheets: [] },
      });
      expect(snapshotOf(host.workbook)).toEqual(before);
    }, enterprises());
  });
});

describe('evaluating again', () => {
  test('replaces what was written and adds nothing', async () => {
    await inExcel(async (host) => {
      await write();
      const first = snapshotOf(host.workbook);
      expect(await write()).toEqual(WRITTEN);
      expect(snapshotOf(host.workbook)).toEqual(first);
    }, enterprises());
  });

  test('finds its columns and sheets again after sorting, inserting, moving and renaming', async () => {
    await inExcel(async (host) => {
      await write();
      host.user.sort(`${SHEET}!A1:Q5`, [{ column: 0, ascending: false }]);
      host.user.insert(`${SHEET}!B:B`);
      host.user.insert(`${SHEET}!3:3`);
      host.user.renameSheet(DETAIL, '我的明细');
      host.user.insert('我的明细!1:2');
      host.user.type('我的明细!A1', '二〇二六年度奖补明细');
      host.user.moveSheet(SUMMARY, 0);
      expect(await write()).toEqual({ kind: 'done', value: { sheets: ['我的明细', SUMMARY], notices: [] } });
      const rows = rowsOf(host.workbook.sheetNamed(SHEET));
      expect(rows[0]?.slice(9)).toEqual([
        null,
        '应享金额(元)',
        '上限金额(元)',
        '减负金额(元)',
        '封顶条款',
        '适用条款',
        '不重复条款',
        '缺失数据',
        '审批',
      ]);
      const awards = rows.map((row) => [row[0], row[10]]);
      expect(new Map(awards.slice(1).map(([name, award]) => [name, award]))).toEqual(
        new Map<unknown, unknown>([
          ['甲机械', 2_060_000],
          ['乙电子', 80_000],
          ['丙贸易', 0],
          ['丁食品', 30_000],
          [null, null],
        ]),
      );
      expect(host.workbook.sheetNamed('我的明细')?.tables[0]?.range.top).toBe(3);
      expect(await takeBack(AT_ONCE)).toMatchObject({
        kind: 'done',
        value: { columns: 8, sheets: ['我的明细', SUMMARY] },
      });
      expect(host.workbook.sheets.map(({ name }) => name)).toEqual([SHEET]);
      expect(rowsOf(host.workbook.sheetNamed(SHEET)).every((row) => row.length === 9)).toBe(true);
    }, enterprises());
  });

  test('a column that somebody edited is kept and told; the new one stands to the right', async () => {
    await inExcel(async (host) => {
      await write();
      host.user.type(`${SHEET}!J3`, 90_000);
      const outcome = await write();
      expect(outcome).toEqual({
        kind: 'done',
        value: {
          sheets: [DETAIL, SUMMARY],
          notices: [
            {
              zh: '“企业统计”的 J1 列“应享金额(元)”有人改过或移走：原样保留，新结果写在数据右侧的新列。',
              en: 'The column J1 “应享金额(元)” of “企业统计” was edited or moved: it is kept as it is, and the new results stand in a new column to the right of the data.',
            },
          ],
        },
      });
      const sheet = host.workbook.sheetNamed(SHEET);
      expect([sheet?.content(3, 10), sheet?.content(3, 19)]).toEqual([90_000, 80_000]);
      expect(await takeBack(AT_ONCE)).toMatchObject({ kind: 'done', value: { columns: 8 } });
      expect([sheet?.content(3, 10), sheet?.content(3, 19)]).toEqual([90_000, null]);
    }, enterprises());
  });

  test('a note that the command line left on our header: no comment beside it, and it is said', async () => {
    await inExcel(async (host) => {
      const { workbook } = host;
      const sheet = workbook.activeSheet;
      const cell = { top: 1, bottom: 1, left: 10, right: 10 };
      const note = {
        kind: 'note',
        id: '1',
        sheet,
        cell,
        content: '措施',
        resolved: false,
        author: '',
      } as const;
      workbook.comments.push(note);
      expect(await write()).toEqual({
        kind: 'done',
        value: {
          sheets: [DETAIL, SUMMARY],
          notices: [
            {
              zh: '“企业统计”的结果表头上已有附注，没有再写批注：附注可能是命令行上次测算时写的，规则版本以汇总表为准；不需要时请右键单击该表头，选“删除附注”。',
              en: 'A result header of “企业统计” has a note already, so no comment was added: the note may be from an earlier run of the command line, and the summary says which rules were used. To remove it, right-click the header and choose Delete Note.',
            },
          ],
        },
      });
      expect(workbook.comments).toEqual([note]);
    }, enterprises());
  });

  test('an edited column is kept when results are taken back, too', async () => {
    await inExcel(async (host) => {
      await write();
      host.user.type(`${SHEET}!J3`, 90_000);
      expect(await takeBack(AT_ONCE)).toEqual({
        kind: 'done',
        value: {
          columns: 7,
          sheets: [DETAIL, SUMMARY],
          kept: [{ sheet: SHEET, cell: 'J1', header: '应享金额(元)' }],
          keptSheets: [],
        },
      });
      expect(rowsOf(host.workbook.sheetNamed(SHEET)).map((row) => row.slice(8))).toEqual([
        [null, '应享金额(元)'],
        [null, 2_060_000],
        [null, 90_000],
        [null, 0],
        [null, 30_000],
      ]);
      expect(host.workbook.names).toEqual([]);
    }, enterprises());
  });

  test('in the other language writes over the same columns and sheets', async () => {
    await inExcel(async (host) => {
      await write();
      const outcome = await annotate(await evaluated(rules, { lang: 'en' }), AT_ONCE);
      expect(outcome).toMatchObject({ kind: 'done', value: { sheets: [DETAIL, SUMMARY] } });
      expect(host.workbook.sheetNamed(SHEET)?.content(1, 10)).toBe('Award (CNY)');
      const [header] = rowsOf(host.workbook.sheetNamed(DETAIL));
      expect(header?.slice(0, 5)).toEqual([
        'Sheet',
        'Row',
        'Unified social credit code',
        'Enterprise',
        'Clause',
      ]);
    }, enterprises());
  });
});

describe('with the command line', () => {
  const folder = temporaryFolder();

  test('what it wrote, sorted and shifted in Excel, the add-in writes again and takes back', async () => {
    const file = writeWorkbook(folder, { [SHEET]: ENTERPRISES }, 'a.xlsx');
    const out = `${folder}/a-out.xlsx`;
    expect(await run('evaluate', file, '--rules', PACK, '--out', out)).toMatchObject({ exit: 0 });
    const edit = (host: SimulatedHost): void => {
      host.user.sort(`${SHEET}!A1:Q5`, [{ column: 1, ascending: true }]);
      host.user.insert(`${SHEET}!1:1`);
      host.user.insert(`${SHEET}!A:A`);
    };
    const plain = newHost({ workbook: workbookFrom(readFileSync(file)) });
    edit(plain);
    const host = newHost({ workbook: workbookFrom(readFileSync(out)) });
    edit(host);
    await inExcel(async () => {
      expect(await write()).toEqual(WRITTEN);
      const sheet = host.workbook.sheetNamed(SHEET);
      expect([sheet?.usedArea(true)?.right, sheet?.content(2, 11)]).toEqual([18, '应享金额(元)']);
      expect(await takeBack(AT_ONCE)).toEqual(TAKEN_BACK);
      expect(rowsOf(sheet)).toEqual(rowsOf(plain.workbook.sheetNamed(SHEET)));
    }, host);
  });

  test('what the add-in wrote, sorted and shifted, the command line writes again', async () => {
    const host = enterprises();
    await inExcel(async () => {
      expect(await write()).toEqual(WRITTEN);
    }, host);
    host.user.sort(`${SHEET}!A1:Q5`, [{ column: 1, ascending: true }]);
    host.user.insert(`${SHEET}!C:C`);
    const [file, out] = [`${folder}/b.xlsx`, `${folder}/b-out.xlsx`];
    writeFileSync(file, fileFrom(host.workbook));
    expect(await run('evaluate', file, '--rules', PACK, '--out', out)).toMatchObject({ exit: 0, err: '' });
    expect(opened(out).sheets.map(({ name }) => name)).toEqual([SHEET, DETAIL, SUMMARY]);
    const shown = rowsOf(host.workbook.sheetNamed(SHEET));
    expect(cellsOf(opened(out).readGrid(SHEET))).toEqual(shown);
    expect(shown[0]?.length).toBe(18);
  });
});
