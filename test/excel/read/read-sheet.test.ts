import { gridFromChunks, type GridChunk, type Progress, readSheet, streamSheet } from '../../../src/excel';
import type { Grid } from '../../../src/sheet';
import { addGrid, type SimulatedHost, Workbook } from '../../../src/workbench/host';
import { newHost } from '../../workbench/host/in-office';
import { AT_ONCE, inExcel, milliseconds, once, problemOf } from '../in-excel';
import { gridWith } from '../workbooks';

/** A sheet 企业 with `rows` rows of eight columns: a name of 20 Chinese characters, then numbers. */
function long(rows: number, options: Parameters<typeof newHost>[0] = {}): SimulatedHost {
  const workbook = new Workbook();
  const name = '昆明市西山区某某有限责任公司第一分公司甲乙'.slice(0, 20);
  addGrid(
    workbook,
    gridWith('企业', rows, 8, (row, column) => (column === 1 ? `${name}${row}` : row * column + 0.25)),
  );
  return newHost({ workbook, ...options });
}

/** A header and a date in the third row. */
function withDate(): Grid {
  return {
    ...gridWith('日期', 3, 2, (row) => (row === 3 ? 43_831 : '成立日期')),
    numberFormat: (row) => (row === 3 ? 'yyyy-mm-dd' : undefined),
  };
}

describe('in chunks', () => {
  test('no answer comes near 5 MB, and the caller sees how far it is', async () => {
    const seen: Progress[] = [];
    await inExcel(
      async (host) => {
        const { grid } = await readSheet('企业', {
          ...AT_ONCE,
          onProgress: (progress) => seen.push(progress),
        });
        expect([grid.rowCount, grid.columnCount, grid.content(20_000, 8)]).toEqual([20_000, 8, 160_000.25]);
        expect(host.traffic.largestResponse).toBeLessThan(2_500_000);
      },
      long(20_000, { platform: 'web' }),
    );
    expect(seen.length).toBeGreaterThan(3);
    expect(seen.at(-1)).toEqual({ stage: 'reading', sheet: '企业', done: 20_000, total: 20_000 });
    expect(seen.map(({ done }) => done)).toEqual(seen.map(({ done }) => done).toSorted((a, b) => a - b));
  });

  test('chunks can be put together elsewhere', async () => {
    await inExcel(async () => {
      const chunks: GridChunk[] = [];
      const frame = await streamSheet('企业', (chunk) => chunks.push(structuredClone(chunk)), AT_ONCE);
      const { grid } = await readSheet('企业', AT_ONCE);
      const elsewhere = gridFromChunks(structuredClone(frame), chunks);
      for (const row of [1, 500, 501, 1_999, 2_000]) {
        expect(elsewhere.content(row, 1)).toBe(grid.content(row, 1));
      }
    }, long(2_000));
  });

  test('an answer that Excel finds too large is asked for in halves', async () => {
    await inExcel(
      async (host) => {
        const { grid } = await readSheet('企业', AT_ONCE);
        expect(grid.content(1_500, 8)).toBe(12_000.25);
        expect(host.traffic.largestResponse).toBeGreaterThan(30_000);
      },
      long(1_500, { platform: 'web', limits: { payloadBytes: 30_000 } }),
    );
  });

  test.each(['error', 'null'] as const)(
    'more cells than Excel reads at once, answered with %s, are asked for in halves',
    async (oversizedRead) => {
      await inExcel(
        async () => {
          const { grid } = await readSheet('企业', AT_ONCE);
          expect(grid.content(1_000, 8)).toBe(8_000.25);
        },
        long(1_000, { limits: { readCells: 900, oversizedRead } }),
      );
    },
  );

  test('a single row that is too large is a problem, with the sheet’s name', async () => {
    const workbook = new Workbook();
    addGrid(
      workbook,
      gridWith('企业', 3, 8, () => '条'.repeat(1_000)),
    );
    const problem = await inExcel(
      () => problemOf(readSheet('企业', AT_ONCE)),
      newHost({ workbook, platform: 'web', limits: { payloadBytes: 20_000 } }),
    );
    expect(problem.text('zh')).toBe(
      '工作表“企业”的数据量超过 Excel 一次能传送的上限，分成小块后仍然不行。请把表拆小，或用命令行测算文件。',
    );
  });

  test('one stray cell far below costs a question, not half a million rows', async () => {
    const host = long(10);
    host.user.type('企业!C500000', '误填');
    await inExcel(async () => {
      const { grid } = await readSheet('企业', AT_ONCE);
      expect([
        grid.rowCount,
        grid.content(500_000, 3),
        grid.content(10, 2),
        grid.content(300_000, 3),
      ]).toEqual([500_000, '误填', 20.25, null]);
      expect(new Set(host.steps.map(({ batch }) => batch)).size).toBeLessThan(12);
    }, host);
  });
});

describe('cancelled', () => {
  test('it ends at once, whatever Excel is doing, and tells so', async () => {
    const host = long(5_000, { latency: 400 });
    await inExcel(async () => {
      const controller = new AbortController();
      const reading = problemOf(readSheet('企业', { ...AT_ONCE, signal: controller.signal }));
      await milliseconds(100);
      const started = performance.now();
      controller.abort();
      expect((await reading).code).toBe('cancelled');
      expect(performance.now() - started).toBeLessThan(300);
    }, host);
  });

  test('before it begins nothing is asked of Excel', async () => {
    await inExcel(async (host) => {
      const before = host.steps.length;
      expect((await problemOf(readSheet('企业', { signal: AbortSignal.abort() }))).code).toBe('cancelled');
      expect(host.steps.length).toBe(before);
    }, long(5));
  });
});

describe('what belongs to a sheet besides its cells', () => {
  test('merges, tables, hidden rows and columns', async () => {
    const host = long(40);
    host.user.enter('企业!K2', [
      ['表头', '值'],
      ['a', 1],
    ]);
    host.user.merge('企业!M1:N3');
    host.user.hideRows('企业!5:6');
    host.workbook.activeSheet.hiddenColumns.add(3);
    await inExcel(async (_host, page) => {
      await page.Excel.run(async (context) => {
        context.workbook.worksheets.getItem('企业').tables.add('K2:L3', true).name = '小表';
        await context.sync();
      });
      host.user.type('企业!N9', 1);
      const { grid } = await readSheet('企业', AT_ONCE);
      expect(grid.merges).toEqual([{ top: 1, left: 13, bottom: 3, right: 14 }]);
      expect(grid.tables).toEqual([
        { name: '小表', range: { top: 2, left: 11, bottom: 3, right: 12 }, headerRows: 1, totalsRows: 0 },
      ]);
      expect([[...grid.hiddenRows], [...grid.hiddenColumns]]).toEqual([[5, 6], [3]]);
    }, host);
  });

  test('where Excel fails over too many merges the rows are halved', async () => {
    const host = long(40);
    host.user.merge('企业!B10:C30');
    host.user.merge('企业!B31:C32');
    host.faults.add({ at: { member: 'Range.getMergedAreasOrNullObject' }, error: 'GeneralException' });
    await inExcel(async () => {
      const { grid } = await readSheet('企业', AT_ONCE);
      expect(grid.merges).toEqual([
        { top: 10, left: 2, bottom: 30, right: 3 },
        { top: 31, left: 2, bottom: 32, right: 3 },
      ]);
    }, host);
  });

  test('an empty sheet is a grid without rows', async () => {
    await inExcel(async () => {
      const { grid } = await readSheet('Sheet1', AT_ONCE);
      expect([grid.rowCount, grid.columnCount]).toEqual([0, 0]);
    });
  });

  test.each([false, true])('dates that count from 1904: %s', async (date1904) => {
    const workbook = new Workbook();
    workbook.date1904 = date1904;
    addGrid(workbook, { ...withDate(), date1904 });
    await inExcel(async () => {
      expect((await readSheet('日期', AT_ONCE)).grid.date1904).toBe(date1904);
    }, newHost({ workbook }));
  });
});

describe('meanwhile', () => {
  test('a sheet that is gone is told by its name', async () => {
    const problem = await inExcel(() => problemOf(readSheet('没有', AT_ONCE)));
    expect(problem.text('zh')).toBe('工作表“没有”已被删除。请选择另一张工作表，重新测算。');
  });

  test('a sheet that is deleted while it is read is gone, too', async () => {
    const host = long(2_000);
    host.user.addSheet('另一张');
    const problem = await inExcel(
      () =>
        problemOf(
          readSheet('企业', {
            ...AT_ONCE,
            onProgress: once(() => {
              host.user.deleteSheet('企业');
            }),
          }),
        ),
      host,
    );
    expect([problem.code, problem.details.sheet]).toEqual(['sheetGone', '企业']);
  });

  test('a sheet that is renamed while it is read is read to the end', async () => {
    const host = long(2_000);
    await inExcel(async () => {
      const { grid } = await readSheet('企业', {
        ...AT_ONCE,
        onProgress: once(() => {
          host.user.renameSheet('企业', '企业2');
        }),
      });
      expect(grid.content(2_000, 8)).toBe(16_000.25);
    }, host);
  });

  test('rows that come in while it is read make no grid', async () => {
    const host = long(2_000);
    const problem = await inExcel(
      () =>
        problemOf(
          readSheet('企业', {
            ...AT_ONCE,
            onProgress: once(() => {
              host.user.insert('企业!3:4');
            }),
          }),
        ),
      host,
    );
    expect(problem.text('en')).toBe(
      'Rows, columns or enterprises of the sheet “企业” changed during the evaluation; results would stand in wrong rows and were not written. Evaluate again.',
    );
  });
});
