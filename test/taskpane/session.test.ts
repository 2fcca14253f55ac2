import { registerCommands, RIBBON_COMMANDS } from '../../src/commands';
import { columnLetter } from '../../src/sheet';
import type { Session } from '../../src/taskpane';
import { type SimulatedHost, snapshotOf } from '../../src/workbench/host';
import { lakeside } from '../excel/evaluation';
import { rowsOf } from '../excel/files';
import { inExcel } from '../excel/in-excel';
import { enterprises } from '../excel/workbooks';
import { settled, until } from '../workbench/host/in-office';
import { sessionOnHost } from './on-host';

const { policies } = lakeside();
const SHEET = '企业统计';
const AWARDS = ['应享金额(元)', 2_060_000, 80_000, 0, 30_000];

/** A session that has started on the enterprises of the lakeside policy. */
async function started(
  work: (session: Session, host: SimulatedHost) => Promise<void>,
  host: SimulatedHost = enterprises(),
): Promise<SimulatedHost> {
  await inExcel(async () => {
    const { session } = sessionOnHost(policies);
    await session.start();
    await work(session, host);
  }, host);
  return host;
}

function columnOf(host: SimulatedHost, sheet: string, column: number): unknown[] {
  return rowsOf(host.workbook.sheetNamed(sheet)).map((row) => row[column]);
}

function messagesOf(session: Session): (readonly [string, string])[] {
  return session.store.state().messages.map(({ intent, texts }) => [intent, texts.zh]);
}

test('read, evaluate, annotate, take back: the workbook is as before, cell by cell', async () => {
  const host = enterprises();
  const before = snapshotOf(host.workbook);
  await started(async (session) => {
    await session.evaluate();
    expect(messagesOf(session)).toEqual([
      ['success', '结果已写在数据右侧和工作表“明细 lakeside-2026”、“汇总 lakeside-2026”。'],
    ]);
    const { results, workbook, work } = session.store.state();
    expect(work).toBeNull();
    expect(workbook.hasResults).toBe(true);
    expect(results).toMatchObject({ isWritten: true, isStale: false });
    expect(results?.evaluated.policies[0]).toMatchObject({
      award: { sum: '2170000.00', rows: 3 },
      ceiling: { sum: '500000.00', rows: 1 },
      saving: { sum: '500.00', rows: 1 },
    });
    expect(columnOf(host, SHEET, 9)).toEqual(AWARDS);

    await session.takeBack();
    expect(messagesOf(session)).toEqual([['success', '已撤回 8 列结果和 2 张工作表。']]);
    expect(session.store.state().results?.isWritten).toBe(false);
    expect(session.store.state().workbook.hasResults).toBe(false);
  }, host);
  expect(snapshotOf(host.workbook)).toEqual(before);
});

test('evaluating twice is evaluating once', async () => {
  const host = enterprises();
  await started(async (session) => {
    await session.evaluate();
    const once = snapshotOf(host.workbook);
    await session.evaluate();
    expect(snapshotOf(host.workbook)).toEqual(once);
  }, host);
});

test('what is written can be gone to: it may stand far right of what the user looks at', async () => {
  const host = enterprises();
  await started(async (session) => {
    await session.evaluate();
    const [message] = session.store.state().messages;
    expect(message?.ways).toEqual([{ kind: 'show', sheetName: SHEET, cell: 'J1', till: 'Q1' }]);
    host.user.select('明细 lakeside-2026!A1');
    await session.follow({ kind: 'show', sheetName: SHEET, cell: 'J1', till: 'Q1' });
    expect([host.workbook.activeSheet.name, host.workbook.activeSheet.content(1, 10)]).toEqual([
      SHEET,
      '应享金额(元)',
    ]);
  }, host);
});

describe('a protected sheet', () => {
  test('is not written to; the results can go to a new sheet', async () => {
    const host = enterprises();
    host.user.protect(SHEET);
    await started(async (session) => {
      const before = snapshotOf(host.workbook);
      await session.evaluate();
      expect(messagesOf(session)).toEqual([
        [
          'error',
          '工作表“企业统计”受保护，不能写入。请撤销工作表保护后再试，或把结果写到新工作表。工作簿没有改动。',
        ],
      ]);
      expect(snapshotOf(host.workbook)).toEqual(before);
      const [message] = session.store.state().messages;
      expect(message?.ways).toEqual([{ kind: 'retry', job: 'write' }, { kind: 'newSheet' }]);

      await session.follow({ kind: 'newSheet' });
      expect(messagesOf(session)).toEqual([
        ['success', '结果已写在工作表“结果 lakeside-2026”、“明细 lakeside-2026”、“汇总 lakeside-2026”。'],
      ]);
      expect(columnOf(host, '结果 lakeside-2026', 4)).toEqual(AWARDS);
      const [written] = session.store.state().messages;
      expect(written?.ways).toEqual([
        { kind: 'show', sheetName: '结果 lakeside-2026', cell: 'A1', till: 'A1' },
      ]);
    }, host);
  });

  test('unprotected by the user, writing is tried again without evaluating again', async () => {
    const host = enterprises();
    host.user.protect(SHEET);
    await started(async (session) => {
      await session.evaluate();
      host.user.unprotect(SHEET);
      await session.follow({ kind: 'retry', job: 'write' });
      expect(columnOf(host, SHEET, 9)).toEqual(AWARDS);
    }, host);
  });
});

describe('cancelling', () => {
  test('while the sheet is read: at once, and the workbook is as it was', async () => {
    await started(async (session, host) => {
      const before = snapshotOf(host.workbook);
      const evaluating = session.evaluate();
      session.cancel();
      expect(session.store.state().work?.isCancelling).toBe(true);
      await evaluating;
      expect(messagesOf(session)).toEqual([['info', '已取消。']]);
      expect(session.store.state()).toMatchObject({ work: null, understood: null, results: null });
      expect(snapshotOf(host.workbook)).toEqual(before);
    });
  });

  test('while results are written: what was written is taken back, the figures stay', async () => {
    await started(async (session, host) => {
      const before = snapshotOf(host.workbook);
      const evaluating = session.evaluate();
      await until(() => session.store.state().work?.progress?.stage === 'detail');
      session.cancel();
      await evaluating;
      expect(messagesOf(session)).toEqual([['info', '已取消。已写入的内容已全部撤回，工作簿与之前一样。']]);
      expect(session.store.state().results).toMatchObject({ isWritten: false });
      expect(snapshotOf(host.workbook)).toEqual(before);
    });
  });

  test('another evaluation goes through afterwards', async () => {
    await started(async (session, host) => {
      const evaluating = session.evaluate();
      session.cancel();
      await evaluating;
      await session.evaluate();
      expect(columnOf(host, SHEET, 9)).toEqual(AWARDS);
    });
  });
});

test('one job at a time: a second is refused, the first goes on', async () => {
  await started(async (session, host) => {
    const evaluating = session.evaluate();
    await session.takeBack();
    expect(messagesOf(session)).toEqual([['error', '正在进行另一项操作。请等它完成。']]);
    await evaluating;
    expect(columnOf(host, SHEET, 9)).toEqual(AWARDS);
  });
});

describe('what the analyst decides is kept in the workbook', () => {
  test('a correction: the sheet is understood anew, and the next session knows it', async () => {
    const host = enterprises();
    await started(async (session) => {
      await session.read();
      await session.correct(SHEET, 'D', null);
      expect(session.store.state().understood?.tables[0]?.columns[3]).toMatchObject({ why: 'correction' });
      await session.evaluate();
      expect(columnOf(host, SHEET, 9)).toEqual(['应享金额(元)', 60_000, 0, 0, 30_000]);
    }, host);
    await started(async (session) => {
      expect(session.store.state().corrections).toEqual({
        sheets: { [SHEET]: { columns: { D: null } } },
      });
      await session.read();
      await session.correct(SHEET, 'D', undefined);
      expect(session.store.state().corrections).toBeNull();
      expect(session.store.state().understood?.tables[0]?.columns[3]).toMatchObject({ why: 'name' });
    }, host);
  });

  test('policies and the column to group by', async () => {
    const host = enterprises();
    await started(async (session) => {
      await session.read();
      await session.chooseGroup('所属街道');
    }, host);
    await started(async (session) => {
      expect(session.store.state().choices).toMatchObject({
        policies: ['lakeside-2026'],
        groupBy: '所属街道',
      });
      await session.evaluate();
      expect(session.store.state().results?.evaluated.policies[0]?.groups).toEqual([
        { name: '东街', award: '2060000.00' },
        { name: '西街', award: '110000.00' },
      ]);
    }, host);
  });

  test('a column that is gone is no reason to fail: no groups, and it is said', async () => {
    await started(async (session) => {
      await session.chooseGroup('片区');
      await session.evaluate();
      expect(messagesOf(session)).toContainEqual(['warning', '表里没有“片区”列，这次没有分组。']);
      expect(session.store.state().results?.isWritten).toBe(true);
    });
  });
});

describe('the selected row', () => {
  test('shows the enterprise that stands there, and how a clause came about', async () => {
    await started(async (session, host) => {
      await session.evaluate();
      host.user.select(`${SHEET}!C2`);
      await settled(200);
      const { row } = session.store.state();
      expect(row).toMatchObject({
        kind: 'enterprise',
        row: { name: '甲机械', rowNumber: 2, policies: [{ award: '2060000.00' }] },
      });
      await session.derive('lakeside-2026', 'lakeside-2026/1.2');
      expect(session.store.state().row).toMatchObject({
        derivations: new Map([
          ['lakeside-2026 lakeside-2026/1.2', expect.objectContaining({ kind: 'clause' })],
        ]),
      });
      host.user.select(`${SHEET}!C1`);
      await settled(200);
      expect(session.store.state().row).toEqual({ kind: 'nobody' });
    });
  });

  test('is the analyst’s own sheet also while one of ours is looked at', async () => {
    await started(async (session, host) => {
      await session.evaluate();
      const { activeId } = session.store.state().workbook;
      host.user.select('明细 lakeside-2026!A1');
      await settled(200);
      expect(session.store.state().workbook.activeId).toBe(activeId);
    });
  });
});

test('results are out of date as soon as the sheet changes', async () => {
  await started(async (session, host) => {
    await session.evaluate();
    await settled(50);
    expect(session.store.state().results?.isStale).toBe(false);
    host.user.type(`${SHEET}!D2`, 1);
    await settled(50);
    expect(session.store.state().results?.isStale).toBe(true);
  });
});

test('a sheet without enterprises: the reason, and nothing is written', async () => {
  const host = enterprises();
  host.user.addSheet('说明');
  host.user.enter('说明!A1', [['填报说明'], ['本表由各街道填报']]);
  host.user.select('说明!A1');
  await started(async (session) => {
    await session.evaluate();
    expect(messagesOf(session)).toEqual([
      [
        'error',
        '没有找到企业统计表：需要一行表头，含企业名称或统一社会信用代码，下面是数据。“说明”：没有找到表头。',
      ],
    ]);
    session.chooseSheet({ kind: 'all' });
    await session.evaluate();
    expect(columnOf(host, SHEET, 9)).toEqual(AWARDS);
    expect(session.store.state().understood?.others.map(({ sheetName }) => sheetName)).toEqual(['说明']);
  }, host);
});

test('reviews are asked about before their sheet goes', async () => {
  const host = enterprises();
  await started(async (session) => {
    await session.evaluate();
    const detail = '明细 lakeside-2026';
    const [headers = []] = rowsOf(host.workbook.sheetNamed(detail));
    host.user.type(`${detail}!${columnLetter(headers.indexOf('审核意见') + 1)}2`, '同意');
    const takingBack = session.takeBack();
    await until(() => session.store.state().question !== null);
    expect(session.store.state().question).toEqual({ sheet: detail, lines: 1 });
    session.answer('keep');
    await takingBack;
    expect(messagesOf(session)).toEqual([
      ['success', '已撤回 8 列结果和 1 张工作表。有审核内容的工作表保留：“明细 lakeside-2026”。'],
    ]);
  }, host);
});

describe('the ribbon', () => {
  test('its buttons do what the pane does, and the pane shows how it ends', async () => {
    const host = enterprises();
    const opened: string[] = [];
    await inExcel(async () => {
      const { session } = sessionOnHost(policies, {
        showPane: async () => {
          opened.push('pane');
          await Promise.resolve();
        },
      });
      const actions = new Map<string, () => Promise<void>>();
      registerCommands(session, (name, action) => {
        actions.set(name, action);
      });
      expect([...actions.keys()]).toEqual([...RIBBON_COMMANDS]);
      await actions.get('evaluateSheet')?.();
      expect(columnOf(host, SHEET, 9)).toEqual(AWARDS);
      await actions.get('takeBack')?.();
      expect(messagesOf(session)).toEqual([['success', '已撤回 8 列结果和 2 张工作表。']]);
      await actions.get('showHelp')?.();
      expect(session.store.state().isHelpShown).toBe(true);
      expect(opened).toEqual(['pane', 'pane', 'pane']);
    }, host);
  });
});
