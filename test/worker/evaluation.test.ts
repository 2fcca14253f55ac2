import { findOurs } from '../../src/report';
import type { EvaluationProgress, RequestOf } from '../../src/worker';
import { ENTERPRISES } from '../cli/lakeside';
import { lakeside } from '../excel/evaluation';
import { inProcess } from './in-process';
import { sendSheet } from './sheets';

const { policies } = lakeside();
const NOTHING_OF_OURS = findOurs([]);
const UNDERSTAND = {
  sheets: ['企业统计'],
  policies: ['lakeside-2026'],
  corrections: null,
  ours: NOTHING_OF_OURS,
};
const EVALUATE = { policies: ['lakeside-2026'], groupBy: null };
const REPORT = {
  ours: NOTHING_OF_OURS,
  sheetNames: ['企业统计'],
  tableNames: [],
  lang: 'zh',
  generator: 'test',
  results: 'beside',
} as const;

async function withEnterprises(rows: Parameters<typeof sendSheet>[2] = ENTERPRISES) {
  const { worker, ...rest } = inProcess(policies);
  await worker.begin();
  await sendSheet(worker, '企业统计', rows);
  return { worker, ...rest };
}

describe('what a sheet was taken for', () => {
  test('every column with its indicator, unit and reason, in sheet order', async () => {
    const { worker } = await withEnterprises();
    const { tables, others } = await worker.understand(UNDERSTAND);
    expect(others).toEqual([]);
    expect(tables[0]).toMatchObject({
      sheetName: '企业统计',
      headerRows: [1],
      firstDataRow: 2,
      lastDataRow: 5,
      rowCount: 4,
      skipped: [],
      groupHeaders: ['所属街道', '备注'],
    });
    expect(
      tables[0]?.columns.map(({ column, meaning, unit, why }) => [column, meaning?.name.zh, unit, why]),
    ).toEqual([
      ['A', '企业名称', null, 'name'],
      ['B', '统一社会信用代码', null, 'name'],
      ['C', undefined, null, 'unknown'],
      ['D', '设备购置费', '万元', 'name'],
      ['E', '年度出口额', '万美元', 'name'],
      ['F', '是否认定首台（套）重大技术装备', null, 'name'],
      ['G', '应缴投标保证金', '元', 'name'],
      ['H', undefined, null, 'note'],
    ]);
  });

  test('a correction kept in the workbook counts', async () => {
    const { worker } = await withEnterprises();
    const corrections = { sheets: { 企业统计: { columns: { D: null } } } };
    const { tables } = await worker.understand({ ...UNDERSTAND, corrections });
    expect(tables[0]?.columns[3]).toMatchObject({ column: 'D', meaning: null, why: 'correction' });
  });

  test('corrections that cannot be read are refused with where and what', async () => {
    const { worker } = await withEnterprises();
    const corrections = { sheets: { 企业统计: { columns: { D: 5 } } } };
    await expect(worker.understand({ ...UNDERSTAND, corrections })).rejects.toMatchObject({
      texts: {
        zh: '工作簿里保存的列识别更正无法使用：$.sheets.企业统计.columns.D 此处应为一个对象。请在“识别”中重新更正。',
        en: 'The corrections of columns kept in the workbook cannot be used: $.sheets.企业统计.columns.D expected an object here. Correct the columns anew.',
      },
    });
  });

  test('a sheet without enterprises is said, with the reason', async () => {
    const { worker } = await withEnterprises([['说明'], ['本表由各街道填报']]);
    expect(await worker.understand(UNDERSTAND)).toMatchObject({
      tables: [],
      others: [{ sheetName: '企业统计', reason: 'noHeader' }],
    });
  });
});

describe('what it comes to', () => {
  test('the figures of a policy: four kinds of money, rows, what deserves a look', async () => {
    const { worker } = await withEnterprises();
    await worker.understand(UNDERSTAND);
    const { policies: figures } = await worker.evaluate(EVALUATE);
    expect(figures).toHaveLength(1);
    expect(figures[0]).toMatchObject({
      id: 'lakeside-2026',
      asOf: '2026',
      rowCount: 4,
      award: { sum: '2170000.00', rows: 3 },
      ceiling: { sum: '500000.00', rows: 1 },
      saving: { sum: '500.00', rows: 1 },
      attention: [
        { kind: 'capHit', count: 1 },
        { kind: 'missing', count: 1 },
        { kind: 'review', count: 2 },
      ],
      mostMissing: [{ name: { zh: '设备购置费' }, count: 1 }],
      groups: [],
    });
    expect(figures[0]?.clauses.map(({ clause, paid, award }) => [clause.number, paid, award])).toEqual([
      ['1.2', 2, '2080000.00'],
      ['2.1', 2, '90000.00'],
    ]);
  });

  test('grouped by a text column, the groups with the most money first', async () => {
    const { worker } = await withEnterprises();
    await worker.understand(UNDERSTAND);
    const { policies: figures } = await worker.evaluate({ ...EVALUATE, groupBy: '所属街道' });
    expect(figures[0]?.groups).toEqual([
      { name: '东街', award: '2060000.00' },
      { name: '西街', award: '110000.00' },
    ]);
  });

  test('a column that is not there to group by is refused', async () => {
    const { worker } = await withEnterprises();
    await worker.understand(UNDERSTAND);
    await expect(worker.evaluate({ ...EVALUATE, groupBy: '片区' })).rejects.toMatchObject({
      texts: {
        zh: '表里没有可用于分组的列“片区”。请另选一列，或不分组。',
        en: 'There is no column “片区” to group by. Choose another, or none.',
      },
    });
  });

  test('findings come in blocks, with the cell and what hangs on it', async () => {
    const { worker } = await withEnterprises();
    await worker.understand(UNDERSTAND);
    const { findingCount } = await worker.evaluate(EVALUATE);
    const all = await worker.findings({ from: 0, to: findingCount });
    expect(all).toHaveLength(findingCount);
    expect(all).toContainEqual(
      expect.objectContaining({
        sheetName: '企业统计',
        cell: 'D5',
        severity: 'error',
        atStake: [{ policy: 'lakeside-2026', money: '0.00', open: 1 }],
      }),
    );
    expect(await worker.findings({ from: 1, to: 2 })).toEqual(all.slice(1, 2));
  });

  test('progress tells the stage', async () => {
    const { worker } = await withEnterprises();
    const told: EvaluationProgress[] = [];
    const onProgress = (progress: EvaluationProgress): void => {
      told.push(progress);
    };
    await worker.understand(UNDERSTAND, onProgress);
    await worker.evaluate(EVALUATE, onProgress);
    await worker.report(REPORT, onProgress);
    expect(told).toEqual([
      { stage: 'understanding', done: 0, total: 1 },
      { stage: 'evaluating', done: 0, total: 1 },
      { stage: 'reporting', done: 0, total: 1 },
    ]);
  });
});

describe('one enterprise', () => {
  test('its clauses with status, amount and cap; those it does not meet by name', async () => {
    const { worker } = await withEnterprises();
    await worker.understand(UNDERSTAND);
    await worker.evaluate(EVALUATE);
    const row = await worker.row({ sheetName: '企业统计', rowNumber: 2 });
    expect(row).toMatchObject({ rowNumber: 2, name: '甲机械', policies: [{ award: '2060000.00' }] });
    expect(row?.policies[0]?.clauses[0]).toEqual({
      clause: {
        id: 'lakeside-2026/1.2',
        number: '1.2',
        title: { zh: '技改设备补助', en: 'Equipment for renewal' },
      },
      status: 'payable',
      uncapped: '2400000.00',
      cap: '2000000.00',
      amount: '2000000.00',
      capHit: true,
      missing: [],
    });
    expect(row?.policies[0]?.notMet.map(({ number }) => number)).toContain('3.4');
  });

  test('the header row is nobody', async () => {
    const { worker } = await withEnterprises();
    await worker.understand(UNDERSTAND);
    await worker.evaluate(EVALUATE);
    expect(await worker.row({ sheetName: '企业统计', rowNumber: 1 })).toBeNull();
    expect(await worker.row({ sheetName: '别的表', rowNumber: 2 })).toBeNull();
  });

  test('the derivation of a clause leads from the input to the cap', async () => {
    const { worker } = await withEnterprises();
    await worker.understand(UNDERSTAND);
    await worker.evaluate(EVALUATE);
    const derivation = await worker.derivation({
      policy: 'lakeside-2026',
      clause: 'lakeside-2026/1.2',
      sheetName: '企业统计',
      rowNumber: 2,
    });
    expect(derivation).toMatchObject({
      kind: 'clause',
      text: { zh: '技改设备补助' },
      value: { zh: '应享 2,000,000.00元' },
    });
    expect(JSON.stringify(derivation)).toContain('封顶：2,400,000.00元 超过上限 2,000,000.00元');
  });
});

describe('the report', () => {
  test('comes as an outline, its cells in blocks', async () => {
    const { worker } = await withEnterprises();
    await worker.understand(UNDERSTAND);
    await worker.evaluate(EVALUATE);
    const { outline, ...source } = await worker.report(REPORT);
    expect(outline.placements.map(({ sheetName, columns }) => [sheetName, columns.length])).toEqual([
      ['企业统计', 8],
    ]);
    expect(outline.sheets.map(({ name }) => name)).toEqual(['明细 lakeside-2026', '汇总 lakeside-2026']);
    expect(await source.columnValues(0, 0, 0, 4)).toEqual([2_060_000, 80_000, 0, 30_000]);
    expect(await source.columnValues(0, 0, 1, 2)).toEqual([80_000]);
    expect(await source.sheetRows(0, 0, 1)).toHaveLength(1);
  });
});

describe('stopping', () => {
  test('ends at once what is under way, and another worker takes the next request', async () => {
    const { worker, started } = await withEnterprises();
    await worker.understand(UNDERSTAND);
    const evaluating = Promise.allSettled([worker.evaluate(EVALUATE)]);
    worker.stop();
    expect(await evaluating).toMatchObject([{ status: 'rejected', reason: { code: 'cancelled' } }]);
    expect(started()).toBe(2);
    await expect(worker.understand(UNDERSTAND)).rejects.toMatchObject({ code: 'cancelled' });
    await worker.begin();
    await sendSheet(worker, '企业统计', ENTERPRISES);
    await worker.understand(UNDERSTAND);
    expect((await worker.evaluate(EVALUATE)).policies).toHaveLength(1);
  });
});

test('what was asked out of order is a defect, said in both languages', async () => {
  const { worker } = inProcess(policies);
  await expect(worker.findings({ from: 0, to: 1 })).rejects.toMatchObject({
    texts: {
      zh: '测算程序内部出错：nothing has been evaluated。请再试一次；仍然不行时，请把这段文字发给我们。',
      en: 'The evaluation made a mistake: nothing has been evaluated. Try again; if it stays, send us this text.',
    },
  });
});

test('chunks are handed over, not copied', async () => {
  const { worker, requests } = inProcess(policies);
  await sendSheet(worker, '企业统计', ENTERPRISES, 5);
  expect(requests.map(({ kind }) => kind)).toEqual(['chunk', 'sheet']);
  const chunks = requests.slice(0, 1) as RequestOf<'chunk'>[];
  expect(chunks.map(({ ask }) => ask.chunk.columns[0]?.kinds.byteLength)).toEqual([0]);
});
