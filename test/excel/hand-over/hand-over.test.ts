import { annotate, isHandOverCopy, makeHandOver, openHandOverCopy, saveState } from '../../../src/excel';
import type { FileSource } from '../../../src/excel/hand-over/document-file';
import type { SimulatedHost } from '../../../src/workbench/host';
import { until } from '../../workbench/host/in-office';
import { evaluated, lakeside } from '../evaluation';
import { formulasOn, rowsOf } from '../files';
import { AT_ONCE, inExcel, problemOf } from '../in-excel';
import { enterprises } from '../workbooks';

const rules = lakeside();
const [SHEET, DETAIL, SUMMARY] = ['企业统计', '明细 lakeside-2026', '汇总 lakeside-2026'];

const matrix = { type: 'any', dimensionality: 'matrix' };
const functions = {
  namespace: 'POLICY',
  json: {
    functions: [
      {
        id: 'SUBSIDY_HALF',
        name: 'SUBSIDY_HALF',
        parameters: [{ name: 'base', ...matrix }],
        result: { dimensionality: 'matrix' },
      },
    ],
  },
};

/** Annotated, with formulas of ours and of the user's beside and below the results. */
async function withFormulas(work: (host: SimulatedHost) => Promise<void>): Promise<void> {
  await inExcel(async (host, page) => {
    page.CustomFunctions.associate('SUBSIDY_HALF', (base: unknown[][]) =>
      base.map((row) => row.map((value) => Number(value) / 2)),
    );
    await annotate(await evaluated(rules), AT_ONCE);
    await saveState({ settings: { groupBy: '所属街道' }, scenario: { figures: {} } }, AT_ONCE);
    host.user.enter(`${SHEET}!T2`, [['=POLICY.SUBSIDY_HALF(D2)'], ['=POLICY.SUBSIDY_HALF(D3)']]);
    host.user.type(`${SHEET}!V2`, '=POLICY.SUBSIDY_HALF(D2:D5)');
    host.user.type(`${SHEET}!W2`, '=SUM(D2:D5)');
    await until(() => host.calls.waiting === 0);
    await work(host);
  }, enterprises({ functions }));
}

test('formulas of ours become values, others stay; results, notes and sheets stay', async () => {
  await withFormulas(async (host) => {
    const shown = host.workbook.sheets.map((sheet) => rowsOf(sheet));
    const sums = formulasOn(host.workbook.sheetNamed(SUMMARY));
    const notes = host.workbook.comments.map(({ content }) => content);
    expect(formulasOn(host.workbook.sheetNamed(SHEET))).toHaveLength(4);
    expect(await makeHandOver(AT_ONCE)).toMatchObject({ kind: 'done' });
    expect(formulasOn(host.workbook.sheetNamed(SHEET))).toEqual(['=SUM(D2:D5)']);
    expect(host.workbook.sheets.map((sheet) => rowsOf(sheet))).toEqual(shown);
    expect(formulasOn(host.workbook.sheetNamed(SUMMARY))).toEqual(sums);
    expect(host.workbook.comments.map(({ content }) => content)).toEqual(notes);
    expect(notes[0]).toMatch(/规则版本：lakeside-2026 [0-9a-f]{12}/);
  });
});

test('nothing of our own workings is left in it', async () => {
  await withFormulas(async (host) => {
    await makeHandOver(AT_ONCE);
    expect(host.workbook.names).toEqual([]);
    expect([...host.workbook.settings.keys()]).toEqual([]);
    expect(host.workbook.xmlParts.size).toBe(0);
    expect(host.workbook.sheets.map(({ name }) => name)).toEqual([SHEET, DETAIL, SUMMARY]);
    expect(await makeHandOver(AT_ONCE)).toEqual({ kind: 'done', value: { cells: 0 } });
  });
});

test('a protected sheet with formulas of ours is told before anything is frozen', async () => {
  await withFormulas(async (host) => {
    host.user.protect(SHEET);
    const outcome = await makeHandOver(AT_ONCE);
    expect(outcome).toMatchObject({
      kind: 'refused',
      problem: { code: 'sheetProtected', details: { sheet: SHEET } },
    });
    expect(formulasOn(host.workbook.sheetNamed(SHEET))).toHaveLength(4);
  });
});

test('the copy is marked as one while it is made, and this workbook is not afterwards', async () => {
  await inExcel(async (host) => {
    const marks: unknown[] = [];
    const source = {
      getFileAsync: (_type: unknown, _options: unknown, callback: (result: unknown) => void) => {
        marks.push(host.workbook.settings.get('subsidy.handOver'));
        callback({ status: 'failed', error: { code: 5001, message: 'no file' } });
      },
    } as unknown as FileSource;
    const problem = await problemOf(openHandOverCopy(AT_ONCE, source));
    expect(problem.text('zh')).toBe(
      'Excel 报告了错误：5001 – no file。请再试一次；仍然不行时，把结果写到新工作表。',
    );
    expect(marks).toEqual(['pending']);
    expect(await isHandOverCopy(AT_ONCE)).toBe(false);
    host.workbook.settings.set('subsidy.handOver', 'pending');
    expect(await isHandOverCopy(AT_ONCE)).toBe(true);
  }, enterprises());
});
