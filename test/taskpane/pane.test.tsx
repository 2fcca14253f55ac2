/** @jest-environment jsdom */
import { ExcelProblem } from '../../src/excel';
import { lakesidePolicies } from './lakeside-policies';
import { EVALUATED, fakePane, FINDING, ROW, UNDERSTOOD } from './fake-pane';
import { allWords, cleanup, click, doing, prepareDocument, screen, showPane } from './render';

beforeAll(prepareDocument);
afterEach(cleanup);

const policies = lakesidePolicies();
const RESULTS = new Map([['id-1', 'S-1']]);

/** A pane with results, as after an evaluation. */
async function withResults(lang: 'zh' | 'en' = 'zh') {
  const pane = fakePane({ policies, lang });
  await showPane(pane.session);
  await doing(() => {
    const { dispatch } = pane.session.store;
    dispatch({ type: 'understood', understood: UNDERSTOOD });
    dispatch({ type: 'chosen', choices: { groupBy: '3-3' } });
    dispatch({ type: 'evaluated', evaluated: EVALUATED, findings: [FINDING], sheets: RESULTS });
  });
  return pane;
}

function wordsIn(list: HTMLSelectElement): (string | null)[] {
  return [...list.options].map(({ textContent }) => textContent);
}

describe('starting', () => {
  test('the pane shows that it opens, then what can be done', async () => {
    const { session } = fakePane({ policies });
    await doing(() => undefined);
    await showPane(session);
    expect(screen.queryByText('正在打开…')).toBeNull();
    expect(screen.getByRole('button', { name: '测算本表' })).toHaveProperty('disabled', false);
    expect(screen.getByRole('button', { name: '撤回结果' })).toHaveProperty('disabled', true);
  });

  test('outside of Excel it says where it belongs', async () => {
    const { session } = fakePane({ policies, excel: { whenReady: () => Promise.resolve(false) } });
    await showPane(session);
    expect(screen.getByRole('alert').textContent).toBe(
      '这个页面是 Excel 加载项的任务窗格，请在 Excel 里打开。',
    );
    expect(screen.queryByRole('button', { name: '测算本表' })).toBeNull();
  });

  test('in an Excel that is too old it says what is missing', async () => {
    const missingRequirement = (): ExcelProblem => new ExcelProblem('tooOld', { what: 'ExcelApi 1.14' });
    const { session } = fakePane({ policies, lang: 'en', excel: { missingRequirement } });
    await showPane(session);
    expect(screen.getByRole('alert').textContent).toBe(
      'This version of Excel is too old (it lacks ExcelApi 1.14). Use Excel 2021 or Microsoft 365.',
    );
  });

  test('a workbook without sheets to evaluate offers nothing to press', async () => {
    const { session } = fakePane({ policies });
    await showPane(session);
    await doing(() => {
      session.store.dispatch({
        type: 'workbookRead',
        workbook: { sheets: [], activeId: null, hasResults: false },
      });
    });
    expect(screen.getByRole('button', { name: '测算本表' })).toHaveProperty('disabled', true);
    expect(screen.getByRole('combobox', { name: '工作表' })).toHaveProperty('disabled', true);
  });
});

describe('choices', () => {
  test('without a policy nothing is evaluated, and it says so', async () => {
    const { session, calls } = fakePane({ policies });
    await showPane(session);
    await click('checkbox', /湖滨|示范|Lakeside|./);
    expect(screen.getByText('请至少选择一项政策。')).toBeTruthy();
    expect(screen.getByRole('button', { name: '测算本表' })).toHaveProperty('disabled', true);
    expect(calls).toContainEqual({
      name: 'saveState',
      given: [{ settings: { policies: [], groupBy: null }, corrections: null }],
    });
  });

  test('the other language is one click away', async () => {
    const { session } = fakePane({ policies });
    await showPane(session);
    await click('button', 'English');
    expect(screen.getByRole('button', { name: 'Evaluate this sheet' })).toBeTruthy();
    expect(document.documentElement.lang).toBe('en');
    await click('button', '中文');
    expect(document.documentElement.lang).toBe('zh-CN');
  });
});

describe('while something is done', () => {
  test('how far it is, and a way to cancel', async () => {
    const { session } = fakePane({ policies });
    await showPane(session);
    await doing(() => {
      const { dispatch } = session.store;
      dispatch({ type: 'workBegan', job: 'evaluate', canCancel: true });
      dispatch({
        type: 'workProgressed',
        progress: { stage: 'reading', sheet: 'S-1', done: 1024, total: 100_001 },
      });
    });
    expect(screen.getByText('读取数据“S-1”：1,024 / 100,001')).toBeTruthy();
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('1024');
    expect(screen.getByRole('button', { name: '取消' })).toHaveProperty('disabled', false);
    await doing(() => {
      session.store.dispatch({ type: 'workWaits', waiting: 'cellEdit' });
    });
    expect(screen.getByText('有单元格正在编辑：请按 Enter 或 Esc。')).toBeTruthy();
    await doing(() => {
      session.store.dispatch({ type: 'workCancelled' });
    });
    expect(screen.getByText('正在撤回已写入的内容…')).toBeTruthy();
  });

  test('what cannot be taken back cannot be cancelled', async () => {
    const { session } = fakePane({ policies });
    await showPane(session);
    await doing(() => {
      session.store.dispatch({ type: 'workBegan', job: 'makeHandOver', canCancel: false });
    });
    expect(screen.queryByRole('button', { name: '取消' })).toBeNull();
  });
});

describe('what a sheet was taken for', () => {
  test('each column with its indicator and the question about it', async () => {
    const { session } = fakePane({ policies });
    await showPane(session);
    await click('button', '查看识别');
    expect(screen.getByText('4 户，表头第 1 行，识别 1 列，未用 1 列')).toBeTruthy();
    expect(screen.getByRole('combobox', { name: 'A 列的指标' })).toHaveProperty('value', 'grossOutput');
    expect(screen.getByRole('combobox', { name: 'A 列的单位' })).toHaveProperty('value', '千元');
    expect(screen.getByText('近似写法，请确认（80 %）')).toBeTruthy();
    expect(screen.getByText('是不是总产值？')).toBeTruthy();
    await click('switch', '只看要确认的');
    expect(screen.queryByRole('combobox', { name: 'B 列的指标' })).toBeNull();
  });

  test('who reaches for the indicator of a column finds the whole vocabulary there', async () => {
    const { session } = fakePane({ policies });
    await showPane(session);
    await click('button', '查看识别');
    const list = screen.getByRole<HTMLSelectElement>('combobox', { name: 'A 列的指标' });
    expect(wordsIn(list)).toEqual(['不用此列', '工业总产值', '营业收入']);
    await doing(() => {
      list.focus();
    });
    const all = session.indicators('zh').map(({ name }) => name);
    expect(wordsIn(list)).toEqual(['不用此列', '营业收入', ...all]);
    expect(list.value).toBe('grossOutput');
  });

  test('a correction is kept in the workbook', async () => {
    const { session, calls } = fakePane({ policies });
    await showPane(session);
    await click('button', '查看识别');
    await doing(() => session.correct('S-1', 'A', { key: 'revenue' }));
    await doing(() => session.correct('S-1', 'A', { unit: '万元' }));
    const corrections = { sheets: { 'S-1': { columns: { A: { key: 'revenue', unit: '万元' } } } } };
    expect(calls.findLast(({ name }) => name === 'saveState')?.given).toEqual([
      { settings: { policies: ['lakeside-2026'], groupBy: null }, corrections },
    ]);
    expect(calls.findLast(({ name }) => name === 'understand')?.given[0]).toMatchObject({ corrections });
  });
});

describe('results', () => {
  test('the kinds of money apart, with the rows that have them', async () => {
    await withResults();
    expect(screen.getByRole('article', { name: '湖滨区措施' }).textContent).toContain(
      '应享金额2,170,000.00 元3 户资金池折减10.00 元折减后应享2,169,990.00 元上限金额500,000.00 元1 户减负金额500.00 元1 户',
    );
    expect(screen.getByText('这些结果没有写入工作簿。')).toBeTruthy();
    await click('button', '未核查的事项（表中没有列） (1)');
    expect(screen.getByText('是否失信')).toBeTruthy();
    await click('button', '未评估的条款 (1)');
    expect(screen.getByText('缺列 装机容量')).toBeTruthy();
  });

  test('are called out of date when the sheet changed', async () => {
    const { session } = await withResults();
    await doing(() => {
      session.store.dispatch({ type: 'sheetChanged', id: 'id-2' });
    });
    expect(screen.queryByText('测算后工作表有改动，结果可能已过时。')).toBeNull();
    await doing(() => {
      session.store.dispatch({ type: 'sheetChanged', id: 'id-1' });
    });
    expect(screen.getByText('测算后工作表有改动，结果可能已过时。')).toBeTruthy();
  });

  test('a finding leads to its cell; more of them are loaded when asked for', async () => {
    const { calls } = await withResults();
    await click('tab', /审核/);
    await click('button', 'S-1!D5');
    expect(calls).toContainEqual({ name: 'select', given: ['S-1', ['D5']] });
    expect(screen.getByText('p：牵涉 80,000.00 元，1 项结果待定')).toBeTruthy();
    await click('button', '显示更多 (1 / 60)');
    expect(calls).toContainEqual({ name: 'findings', given: [{ from: 1, to: 51 }] });
  });

  test('the selected row: clauses with status, cap and derivation', async () => {
    const { session } = await withResults();
    await click('tab', '本行');
    expect(screen.getByText('测算后选中一行企业，这里显示它的条款、金额和推导。')).toBeTruthy();
    await doing(() => {
      session.store.dispatch({ type: 'rowShown', row: ROW });
    });
    expect(screen.getByRole('heading', { name: 'N-2' })).toBeTruthy();
    expect(screen.getByText('封顶前 2,400,000.00 元 · 上限 2,000,000.00 元')).toBeTruthy();
    await click('button', '推导');
    expect(screen.getByText('设备购置费大于零')).toBeTruthy();
    expect(screen.getByRole('img', { name: '满足' })).toBeTruthy();
    expect(screen.queryByText('2 绿色通道')).toBeNull();
    await click('button', '适用的非资金措施 (1)');
    expect(screen.getByText('2 绿色通道')).toBeTruthy();
    await doing(() => {
      session.store.dispatch({ type: 'rowShown', row: null });
    });
    expect(screen.getByText('选中的行不是参与测算的企业。')).toBeTruthy();
  });
});

describe('what waits for the user', () => {
  test('is shown, however far down the pane has been read', async () => {
    const { session } = await withResults();
    document.documentElement.scrollTop = 900;
    await doing(() => {
      session.store.dispatch({ type: 'chosen', choices: { groupBy: null } });
    });
    expect(document.documentElement.scrollTop).toBe(900);
    await doing(() => {
      const texts = { zh: '已撤回。', en: 'Taken back.' };
      session.store.dispatch({ type: 'messageShown', message: { intent: 'success', texts, ways: [] } });
    });
    expect(document.documentElement.scrollTop).toBe(0);
  });

  test('a problem offers its ways on', async () => {
    const refused = { kind: 'refused', problem: new ExcelProblem('merged', { sheet: 'S-1' }) } as const;
    const { session, calls } = fakePane({
      policies,
      excel: { annotate: () => Promise.resolve(refused) },
      evaluation: { report: () => Promise.resolve({ outline: {} } as never) },
    });
    await showPane(session);
    await click('button', '测算本表');
    expect(
      screen.getByText(
        '工作表“S-1”中要写入的位置有合并单元格。请取消合并后再试，或把结果写到新工作表。工作簿没有改动。',
      ),
    ).toBeTruthy();
    await click('button', '结果写到新工作表');
    expect(calls.filter(({ name }) => name === 'report').map(({ given }) => given[0])).toMatchObject([
      { results: 'beside' },
      { results: 'ownSheet' },
    ]);
    await click('button', '知道了');
    expect(screen.queryByRole('button', { name: '结果写到新工作表' })).toBeNull();
  });

  test('a defect of ours is said without a stack, and can be tried again', async () => {
    const { session } = fakePane({ policies });
    await showPane(session);
    await click('button', '测算本表');
    expect(
      screen.getByText('插件内部出错：no report。请再试一次；仍然不行时，请把这段文字发给我们。'),
    ).toBeTruthy();
    expect(screen.getByRole('button', { name: '再试一次' })).toBeTruthy();
  });

  test('an evaluation that was cut short: taken back, or taken back and made again', async () => {
    const unfinished = { kind: 'annotate', started: '2026-01-02T03:04:05.000Z', isAlive: false } as const;
    const { session, calls } = fakePane({
      policies,
      excel: { findUnfinished: () => Promise.resolve(unfinished) },
    });
    await showPane(session);
    expect(screen.getByText(/^上次写入结果没有做完/)).toBeTruthy();
    await click('button', '撤回并重新测算');
    expect(calls.map(({ name }) => name)).toEqual(expect.arrayContaining(['finishUnfinished', 'evaluate']));
    expect(screen.queryByText(/^上次写入结果没有做完/)).toBeNull();
  });

  test('work that another window may still be doing: look again, or take it back anyway', async () => {
    const unfinished = { kind: 'annotate', started: '2026-01-02T03:04:05.000Z', isAlive: true } as const;
    const { session, calls } = fakePane({
      policies,
      excel: { findUnfinished: () => Promise.resolve(unfinished) },
    });
    await showPane(session);
    await click('button', '再看一次');
    expect(calls.filter(({ name }) => name === 'findUnfinished')).toHaveLength(2);
    await click('button', '仍要撤回');
    expect(calls.findLast(({ name }) => name === 'finishUnfinished')?.given[0]).toMatchObject({
      evenIfAlive: true,
    });
  });

  test('a hand-over copy is made where it was opened', async () => {
    const { session } = fakePane({ policies, excel: { isHandOverCopy: () => Promise.resolve(true) } });
    await showPane(session);
    await click('button', '制作移交副本');
    expect(
      screen.getByText('移交副本已做好：3 个公式单元格已转为数值，内部标记已清除。请保存后移交。'),
    ).toBeTruthy();
    expect(screen.queryByRole('button', { name: '制作移交副本' })).toBeNull();
  });
});

function chineseIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/\p{Script=Han}+/gu)].map(([found]) => found));
}

describe('both languages are complete', () => {
  /** Shows everything there is, one view after the other, and gives all that can be read. */
  async function everything(lang: 'zh' | 'en'): Promise<string> {
    const { session } = await withResults(lang);
    const { dispatch } = session.store;
    const seen: string[] = [];
    const look = async (change: () => void | Promise<void>): Promise<void> => {
      await doing(change);
      for (const button of screen.queryAllByRole('button', { expanded: false })) {
        await doing(() => {
          button.click();
        });
      }
      seen.push(allWords());
    };
    await look(() => {
      session.showHelp(true);
      dispatch({ type: 'rowShown', row: ROW });
    });
    for (const tab of ['columns', 'results', 'findings', 'row'] as const)
      await look(() => {
        session.chooseTab(tab);
      });
    await look(() => {
      dispatch({ type: 'questionAsked', question: { sheet: 'S-1', lines: 2 } });
      dispatch({ type: 'handOverCopyFound', isHandOverCopy: true });
      dispatch({ type: 'sheetChanged', id: 'id-1' });
    });
    for (const isAlive of [true, false])
      await look(() => {
        const unfinished = { kind: 'annotate', started: '2026-01-02T03:04:05.000Z', isAlive } as const;
        dispatch({ type: 'unfinishedFound', unfinished });
      });
    await look(() => {
      dispatch({ type: 'workBegan', job: 'evaluate', canCancel: true });
    });
    return seen.join('\n');
  }

  test('English has no Chinese but the name of the other language', async () => {
    const words = await everything('en');
    const indicators = policies.flatMap(({ vocabulary }) => [...vocabulary.indicators.values()]);
    // Units stand in their list as sheets write them, and some indicators bear a Chinese word in brackets.
    const meant = chineseIn(
      ['元 千元 万元 百万元 亿元', ...indicators.map(({ names }) => names.en)].join(' '),
    );
    expect([...chineseIn(words)].filter((word) => !meant.has(word))).toEqual(['中文']);
  });

  test('Chinese has no English but names', async () => {
    const words = await everything('zh');
    const english = [...words.matchAll(/[A-Za-z]{3,}/g)].map(([found]) => found);
    expect([...new Set(english)].toSorted()).toEqual(['English']);
  });
});
