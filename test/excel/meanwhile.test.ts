/** What people do between our reading and our writing, and while we write. */
import { annotate, takeBack, type WorkOutcome } from '../../src/excel';
import { type SimulatedHost, snapshotOf } from '../../src/workbench/host';
import { evaluated, lakeside } from './evaluation';
import { rowsOf } from './files';
import { AT_ONCE, inExcel, milliseconds, once } from './in-excel';
import { enterprises } from './workbooks';

const rules = lakeside();
const [SHEET, DETAIL, SUMMARY] = ['企业统计', '明细 lakeside-2026', '汇总 lakeside-2026'];
const DONE = { kind: 'done', value: { sheets: [DETAIL, SUMMARY], notices: [] } };

/** How it ended and what was said; `done` where nothing was. */
function saidIn(outcome: WorkOutcome<unknown>): unknown {
  return outcome.kind === 'done' ? 'done' : { kind: outcome.kind, ...outcome.problem.texts };
}

const CHANGED = {
  zh: '工作表“企业统计”在测算期间有行列移动或企业改动，结果会对错行，因此没有写入。请重新测算。',
  en: 'Rows, columns or enterprises of the sheet “企业统计” changed during the evaluation; results would stand in wrong rows and were not written. Evaluate again.',
};

const MOVED: readonly { readonly what: string; readonly act: (host: SimulatedHost) => void }[] = [
  {
    what: 'rows are inserted',
    act: (host) => {
      host.coauthor.insert(`${SHEET}!3:3`);
    },
  },
  {
    what: 'rows are sorted',
    act: (host) => {
      host.coauthor.sort(`${SHEET}!A1:H5`, [{ column: 0, ascending: false }]);
    },
  },
  {
    what: 'an enterprise is replaced by another',
    act: (host) => {
      host.coauthor.type(`${SHEET}!A3`, '戊软件');
    },
  },
  {
    what: 'a row is deleted',
    act: (host) => {
      host.coauthor.delete(`${SHEET}!4:4`);
    },
  },
];

describe('between reading and writing', () => {
  test.each(MOVED)('$what: nothing is written, and said why', async ({ act }) => {
    await inExcel(async (host) => {
      const source = await evaluated(rules);
      act(host);
      const before = snapshotOf(host.workbook);
      expect(saidIn(await annotate(source, AT_ONCE))).toEqual({ kind: 'takenBack', ...CHANGED });
      expect(snapshotOf(host.workbook)).toEqual(before);
      expect(await annotate(await evaluated(rules), AT_ONCE)).toMatchObject({ kind: 'done' });
    }, enterprises());
  });

  test('a sheet that was renamed is found by its id', async () => {
    await inExcel(async (host) => {
      const source = await evaluated(rules);
      const sheetIds = new Map(host.workbook.sheets.map(({ name, id }) => [name, id]));
      host.coauthor.renameSheet(SHEET, '2026年企业');
      expect(await annotate(source, { ...AT_ONCE, sheetIds })).toEqual(DONE);
      expect(rowsOf(host.workbook.sheetNamed('2026年企业')).map((row) => row[9])).toEqual([
        '应享金额(元)',
        2_060_000,
        80_000,
        0,
        30_000,
      ]);
      expect(await takeBack(AT_ONCE)).toMatchObject({ kind: 'done', value: { columns: 8 } });
    }, enterprises());
  });

  test('a sheet that was deleted', async () => {
    await inExcel(async (host) => {
      const source = await evaluated(rules);
      host.coauthor.addSheet('另一张');
      host.coauthor.deleteSheet(SHEET);
      const before = snapshotOf(host.workbook);
      expect(saidIn(await annotate(source, AT_ONCE))).toEqual({
        kind: 'refused',
        zh: '工作表“企业统计”已被删除。请选择另一张工作表，重新测算。',
        en: 'The sheet “企业统计” has been deleted. Choose another sheet and evaluate again.',
      });
      expect(snapshotOf(host.workbook)).toEqual(before);
    }, enterprises());
  });

  test('a column of ours that somebody deleted meanwhile', async () => {
    await inExcel(async (host) => {
      await annotate(await evaluated(rules), AT_ONCE);
      const source = await evaluated(rules);
      host.coauthor.delete(`${SHEET}!K:K`);
      const before = snapshotOf(host.workbook);
      expect(saidIn(await annotate(source, AT_ONCE))).toEqual({ kind: 'refused', ...CHANGED });
      expect(snapshotOf(host.workbook)).toEqual(before);
      expect(await annotate(await evaluated(rules), AT_ONCE)).toEqual(DONE);
    }, enterprises());
  });
});

describe('while the columns are written', () => {
  /** When the first values stand in the columns. */
  const whenBegun = (action: () => void) => {
    const act = once(action);
    return {
      ...AT_ONCE,
      onProgress: ({ stage }: { stage: string }) => {
        if (stage === 'columns') act();
      },
    };
  };

  test.each(MOVED)('$what: all is taken back, and theirs stays', async ({ act }) => {
    const host = enterprises();
    const theirs = enterprises();
    act(theirs);
    await inExcel(async () => {
      const source = await evaluated(rules);
      const options = whenBegun(() => {
        act(host);
      });
      expect(saidIn(await annotate(source, options))).toEqual({ kind: 'takenBack', ...CHANGED });
    }, host);
    expect(snapshotOf(host.workbook)).toEqual(snapshotOf(theirs.workbook));
  });

  test('earlier results are put back beside their rows', async () => {
    const host = enterprises();
    await inExcel(async () => {
      await annotate(await evaluated(rules), AT_ONCE);
      const before = snapshotOf(host.workbook);
      host.user.type(`${SHEET}!D2`, 100);
      const source = await evaluated(rules);
      host.user.type(`${SHEET}!D2`, 3000);
      const options = whenBegun(() => {
        host.coauthor.type(`${SHEET}!A3`, '戊软件');
      });
      expect(saidIn(await annotate(source, options))).toMatchObject({ kind: 'takenBack' });
      host.user.type(`${SHEET}!A3`, '乙电子');
      expect(snapshotOf(host.workbook).sheets.slice(1)).toEqual(before.sheets.slice(1));
    }, host);
  });

  test('cancelled: as before', async () => {
    await inExcel(async (host) => {
      const source = await evaluated(rules);
      const before = snapshotOf(host.workbook);
      const cancel = new AbortController();
      const options = whenBegun(() => {
        cancel.abort();
      });
      expect(saidIn(await annotate(source, { ...options, signal: cancel.signal }))).toEqual({
        kind: 'takenBack',
        zh: '已取消。',
        en: 'Cancelled.',
      });
      expect(snapshotOf(host.workbook)).toEqual(before);
    }, enterprises());
  });
});

describe('somebody is typing in a cell', () => {
  test('it is waited for, told, and gone on with', async () => {
    await inExcel(async (host) => {
      const source = await evaluated(rules);
      host.user.enterCell();
      const told: unknown[] = [];
      const leave = once(() => {
        host.user.leaveCell();
      });
      const work = annotate(source, {
        patience: { forUser: 20_000, pauses: [0] },
        onWaiting: (waiting) => {
          told.push(waiting);
          leave();
        },
      });
      expect(await work).toEqual(DONE);
      expect(told).toEqual(['cellEdit', null]);
    }, enterprises());
  });

  test('who does not stop is asked to', async () => {
    await inExcel(async (host) => {
      const source = await evaluated(rules);
      host.user.enterCell();
      const before = snapshotOf(host.workbook);
      expect(saidIn(await annotate(source, { patience: { forUser: 1, pauses: [] } }))).toEqual({
        kind: 'refused',
        zh: '有单元格正在编辑，Excel 暂不接受操作。请按 Enter 或 Esc 结束编辑，再试一次。',
        en: 'A cell is being edited, and Excel takes nothing else meanwhile. Press Enter or Esc, then try again.',
      });
      expect(snapshotOf(host.workbook)).toEqual(before);
    }, enterprises());
  });
});

test('two pieces of work at once: the second is refused', async () => {
  await inExcel(async (host) => {
    const source = await evaluated(rules);
    const first = annotate(source, AT_ONCE);
    await milliseconds(0);
    expect(saidIn(await annotate(source, AT_ONCE))).toMatchObject({ kind: 'refused' });
    expect(await first).toEqual(DONE);
    expect(host.workbook.sheets).toHaveLength(3);
  }, enterprises());
});

test('an error that cannot be outlasted is told in Excel’s own words, and all is as before', async () => {
  await inExcel(async (host) => {
    const source = await evaluated(rules);
    const before = snapshotOf(host.workbook);
    host.faults.add({ at: { member: 'TableCollection.add' }, error: 'UndoNotSupported' });
    expect(saidIn(await annotate(source, AT_ONCE))).toEqual({
      kind: 'takenBack',
      zh: 'Excel 报告了错误：UndoNotSupported – The operation cannot be undone。请再试一次；仍然不行时，把结果写到新工作表。',
      en: 'Excel reported an error: UndoNotSupported – The operation cannot be undone. Try again; if it stays, write the results to a new sheet.',
    });
    expect(snapshotOf(host.workbook)).toEqual(before);
  }, enterprises());
});
