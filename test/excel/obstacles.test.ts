/** What keeps us from writing: told before anything is touched, in both languages, with a way on. */
import { annotate, takeBack, type WayOn, type WorkOutcome } from '../../src/excel';
import { type SimulatedHost, snapshotOf } from '../../src/workbench/host';
import { evaluated, lakeside } from './evaluation';
import { rowsOf } from './files';
import { AT_ONCE, inExcel } from './in-excel';
import { enterprises } from './workbooks';

const rules = lakeside();
const [SHEET, DETAIL, SUMMARY, RESULTS] = [
  '企业统计',
  '明细 lakeside-2026',
  '汇总 lakeside-2026',
  '结果 lakeside-2026',
];
const DONE = { kind: 'done', value: { sheets: [DETAIL, SUMMARY], notices: [] } };

interface Obstacle {
  readonly what: string;
  readonly put: (host: SimulatedHost) => void;
  readonly zh: string;
  readonly en: string;
  readonly ways: readonly WayOn[];
}

/** What a refusal says; `done` where there was none. */
function saidIn(outcome: WorkOutcome<unknown>): unknown {
  if (outcome.kind === 'done') return 'done';
  const { problem } = outcome;
  return { kind: outcome.kind, ...problem.texts, ways: problem.ways };
}

const BESIDE_THE_DATA: readonly Obstacle[] = [
  {
    what: 'a protected sheet',
    put: (host) => {
      host.user.protect(SHEET);
    },
    zh: '工作表“企业统计”受保护，不能写入。请撤销工作表保护后再试，或把结果写到新工作表。',
    en: 'The sheet “企业统计” is protected and cannot be written to. Unprotect it and try again, or write the results to a new sheet.',
    ways: ['unprotect', 'newSheet'],
  },
  {
    what: 'a filter',
    put: (host) => {
      host.user.filter(`${SHEET}!A1:H5`, 0, { filterOn: 'Values', values: ['甲机械'] });
    },
    zh: '工作表“企业统计”正在筛选，此时写入会落到错误的行。请清除筛选后再试，或把结果写到新工作表。',
    en: 'The sheet “企业统计” is filtered, and what is written then lands in wrong rows. Clear the filter and try again, or write the results to a new sheet.',
    ways: ['clearFilter', 'newSheet'],
  },
  {
    what: 'merged cells where the results go',
    put: (host) => {
      host.user.merge(`${SHEET}!K2:L3`);
    },
    zh: '工作表“企业统计”中要写入的位置有合并单元格（K2:L3）。请取消合并后再试，或把结果写到新工作表。',
    en: 'The sheet “企业统计” has merged cells (K2:L3) where the results go. Unmerge them and try again, or write the results to a new sheet.',
    ways: ['retry', 'newSheet'],
  },
  {
    what: 'something that a co-author typed where the results go, after the sheet was read',
    put: (host) => {
      host.coauthor.type(`${SHEET}!K3`, '待核');
    },
    zh: '工作表“企业统计”中要写入的位置已有内容（K1:K5）。请移开它后再试，或把结果写到新工作表。',
    en: 'The sheet “企业统计” has something (K1:K5) where the results go. Move it and try again, or write the results to a new sheet.',
    ways: ['retry', 'newSheet'],
  },
];

describe('beside the data', () => {
  test.each(BESIDE_THE_DATA)('$what: nothing is written', async ({ put, zh, en, ways }) => {
    await inExcel(async (host) => {
      const source = await evaluated(rules);
      put(host);
      const before = snapshotOf(host.workbook);
      expect(saidIn(await annotate(source, AT_ONCE))).toEqual({ kind: 'refused', zh, en, ways });
      expect(snapshotOf(host.workbook)).toEqual(before);
    }, enterprises());
  });

  test.each(BESIDE_THE_DATA)('$what: the results can stand on a new sheet', async ({ put }) => {
    await inExcel(async (host) => {
      put(host);
      const before = snapshotOf(host.workbook);
      const source = await evaluated(rules, { results: 'ownSheet' });
      expect(await annotate(source, AT_ONCE)).toEqual({
        kind: 'done',
        value: { sheets: [RESULTS, DETAIL, SUMMARY], notices: [] },
      });
      const rows = rowsOf(host.workbook.sheetNamed(RESULTS));
      expect(rows.map((row) => row.slice(0, 5))).toEqual([
        ['工作表', '行号', '统一社会信用代码', '企业名称', '应享金额(元)'],
        [SHEET, 2, expect.any(String), '甲机械', 2_060_000],
        [SHEET, 3, expect.any(String), '乙电子', 80_000],
        [SHEET, 4, expect.any(String), '丙贸易', 0],
        [SHEET, 5, expect.any(String), '丁食品', 30_000],
      ]);
      expect(await annotate(await evaluated(rules, { results: 'ownSheet' }), AT_ONCE)).toMatchObject({
        kind: 'done',
        value: { sheets: [RESULTS, DETAIL, SUMMARY] },
      });
      expect(await takeBack(AT_ONCE)).toMatchObject({ kind: 'done' });
      expect(snapshotOf(host.workbook)).toEqual(before);
    }, enterprises());
  });

  test('a table where the results go', async () => {
    await inExcel(async (host, page) => {
      const source = await evaluated(rules);
      await page.Excel.run(async (context) => {
        context.workbook.worksheets.getItem(SHEET).tables.add('L4:M9', true).name = '旁表';
        await context.sync();
      });
      const before = snapshotOf(host.workbook);
      expect(saidIn(await annotate(source, AT_ONCE))).toEqual({
        kind: 'refused',
        zh: '工作表“企业统计”中要写入的位置有表格“旁表”。请移开它后再试，或把结果写到新工作表。',
        en: 'The sheet “企业统计” has a table “旁表” where the results go. Move it and try again, or write the results to a new sheet.',
        ways: ['retry', 'newSheet'],
      });
      expect(snapshotOf(host.workbook)).toEqual(before);
    }, enterprises());
  });

  test('hidden rows and columns are written like others', async () => {
    await inExcel(async (host) => {
      host.user.hideRows(`${SHEET}!3:4`);
      host.workbook.sheetNamed(SHEET)?.hiddenColumns.add(11);
      const before = snapshotOf(host.workbook);
      expect(await annotate(await evaluated(rules), AT_ONCE)).toEqual(DONE);
      const awards = rowsOf(host.workbook.sheetNamed(SHEET)).map((row) => row[9]);
      expect(awards).toEqual(['应享金额(元)', 2_060_000, 80_000, 0, 30_000]);
      await takeBack(AT_ONCE);
      expect(snapshotOf(host.workbook)).toEqual(before);
    }, enterprises());
  });
});

describe('a workbook whose structure is protected', () => {
  const protectStructure = (host: SimulatedHost): void => {
    host.workbook.protection = { password: null };
  };

  test('takes no sheets of ours', async () => {
    await inExcel(async (host) => {
      const source = await evaluated(rules);
      protectStructure(host);
      const before = snapshotOf(host.workbook);
      expect(saidIn(await annotate(source, AT_ONCE))).toEqual({
        kind: 'refused',
        zh: '工作簿结构受保护，不能增删工作表。请撤销工作簿保护后再试，或只在数据旁写结果列。',
        en: 'The structure of the workbook is protected: no sheet can be added or removed. Unprotect the workbook and try again, or write only the columns beside the data.',
        ways: ['unprotect', 'columnsOnly'],
      });
      expect(snapshotOf(host.workbook)).toEqual(before);
    }, enterprises());
  });

  test('takes the columns beside the data alone, again, and gives them back', async () => {
    await inExcel(async (host) => {
      protectStructure(host);
      const before = snapshotOf(host.workbook);
      const columns = { ...AT_ONCE, sheets: 'none' as const };
      expect(await annotate(await evaluated(rules), columns)).toMatchObject({ kind: 'done' });
      const first = snapshotOf(host.workbook);
      expect(await annotate(await evaluated(rules), columns)).toMatchObject({ kind: 'done' });
      expect(snapshotOf(host.workbook)).toEqual(first);
      expect(await takeBack(AT_ONCE)).toMatchObject({ kind: 'done', value: { columns: 8 } });
      expect(snapshotOf(host.workbook)).toEqual(before);
    }, enterprises());
  });
});

const IN_OUR_SHEETS: readonly Obstacle[] = [
  {
    what: 'a protected sheet of lines',
    put: (host) => {
      host.user.protect(DETAIL);
    },
    zh: '工作表“明细 lakeside-2026”受保护，不能写入。请撤销工作表保护后再试，或把结果写到新工作表。',
    en: 'The sheet “明细 lakeside-2026” is protected and cannot be written to. Unprotect it and try again, or write the results to a new sheet.',
    ways: ['unprotect', 'newSheet'],
  },
  {
    what: 'something below the table, which has to grow',
    put: (host) => {
      const last = host.workbook.sheetNamed(DETAIL)?.tables[0]?.range.bottom ?? 0;
      host.user.type(`${DETAIL}!A${last + 2}`, '制表人');
    },
    zh: expect.stringMatching(
      /^工作表“明细 lakeside-2026”中要写入的位置已有内容（A\d+:[A-Z]+\d+）。请移开它后再试，或把结果写到新工作表。$/,
    ) as string,
    en: expect.stringMatching(
      /^The sheet “明细 lakeside-2026” has something \(A\d+:[A-Z]+\d+\) where the results go\. Move it/,
    ) as string,
    ways: ['retry', 'newSheet'],
  },
  {
    what: 'something below the sums',
    put: (host) => {
      const last = host.workbook.sheetNamed(SUMMARY)?.usedArea(true)?.bottom ?? 0;
      host.user.type(`${SUMMARY}!A${last + 1}`, '制表人');
    },
    zh: expect.stringMatching(/^工作表“汇总 lakeside-2026”中要写入的位置已有内容/) as string,
    en: expect.stringMatching(/^The sheet “汇总 lakeside-2026” has something/) as string,
    ways: ['retry', 'newSheet'],
  },
];

describe('in sheets of an earlier run', () => {
  /** More results than before: a fifth enterprise. */
  const grown = (host: SimulatedHost): void => {
    host.user.enter(`${SHEET}!A6`, [['戊软件', '91530112MAYKDNNX83', '甲街道', 500, 300, '是', 800]]);
    host.user.enter(`${SHEET}!A7`, [['己药业', '91530112MAYKDNNX91', '丙街道', 500, 300, '是', 800]]);
  };

  test.each(IN_OUR_SHEETS)('$what: nothing is written', async ({ put, zh, en, ways }) => {
    await inExcel(async (host) => {
      await annotate(await evaluated(rules), AT_ONCE);
      put(host);
      grown(host);
      const source = await evaluated(rules);
      const before = snapshotOf(host.workbook);
      expect(saidIn(await annotate(source, AT_ONCE))).toEqual({ kind: 'refused', zh, en, ways });
      expect(snapshotOf(host.workbook)).toEqual(before);
    }, enterprises());
  });

  test.each(IN_OUR_SHEETS)('$what: new sheets can be written beside them', async ({ put }) => {
    await inExcel(async (host) => {
      await annotate(await evaluated(rules), AT_ONCE);
      put(host);
      grown(host);
      const outcome = await annotate(await evaluated(rules), { ...AT_ONCE, sheets: 'fresh' });
      expect(outcome).toMatchObject({
        kind: 'done',
        value: { sheets: [`${DETAIL} (2)`, `${SUMMARY} (2)`], notices: [] },
      });
      expect(host.workbook.sheets.map(({ name }) => name)).toEqual([
        SHEET,
        DETAIL,
        SUMMARY,
        `${DETAIL} (2)`,
        `${SUMMARY} (2)`,
      ]);
    }, enterprises());
  });
});
