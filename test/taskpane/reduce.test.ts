import { chosenSheets, initialState, type PaneState } from '../../src/taskpane/state/pane-state';
import { reduce } from '../../src/taskpane/state/reduce';
import { createStore } from '../../src/taskpane/state/store';
import { EVALUATED, FINDING, ROW, SHEET, UNDERSTOOD } from './fake-pane';

const START = initialState('zh', ['p']);
const SHEETS = [SHEET, { ...SHEET, id: 'id-2', name: 'S-2' }];

function after(state: PaneState, ...events: Parameters<typeof reduce>[1][]): PaneState {
  return events.reduce(reduce, state);
}

const evaluated = {
  type: 'evaluated',
  evaluated: EVALUATED,
  findings: [FINDING],
  sheets: new Map([['id-1', 'S-1']]),
} as const;

describe('the sheet that is evaluated', () => {
  const read = after(START, {
    type: 'workbookRead',
    workbook: { sheets: SHEETS, activeId: 'id-2', hasResults: false },
  });

  test('is the one the user looks at', () => {
    expect(chosenSheets(read).map(({ name }) => name)).toEqual(['S-2']);
    expect(chosenSheets(after(read, { type: 'sheetActivated', id: 'id-1' })).map(({ name }) => name)).toEqual(
      ['S-1'],
    );
  });

  test('stays while the user looks at a sheet of ours', () => {
    const looking = after(read, { type: 'sheetActivated', id: 'ours' });
    expect(chosenSheets(looking).map(({ name }) => name)).toEqual(['S-2']);
  });

  test('is the first one when the one looked at before is gone', () => {
    const gone = after(read, {
      type: 'workbookRead',
      workbook: { sheets: SHEETS.slice(0, 1), activeId: 'ours', hasResults: true },
    });
    expect(chosenSheets(gone).map(({ name }) => name)).toEqual(['S-1']);
  });

  test('can be chosen, or be all of them', () => {
    const one = after(read, { type: 'chosen', choices: { sheet: { kind: 'sheet', id: 'id-1' } } });
    expect(chosenSheets(one).map(({ name }) => name)).toEqual(['S-1']);
    const all = after(read, { type: 'chosen', choices: { sheet: { kind: 'all' } } });
    expect(chosenSheets(all).map(({ name }) => name)).toEqual(['S-1', 'S-2']);
  });
});

describe('the policies', () => {
  const BOTH = initialState('zh', ['p-2020', 'p-2024']);
  const of2024 = { type: 'understood', understood: { ...UNDERSTOOD, inForce: ['p-2024'] } } as const;

  test('are those whose period has rows of the sheet', () => {
    expect(after(BOTH, of2024).choices.policies).toEqual(['p-2024']);
    const next = { ...of2024, understood: { ...UNDERSTOOD, inForce: ['p-2020'] } };
    expect(after(BOTH, of2024, next).choices.policies).toEqual(['p-2020']);
  });

  test('stay as they are where none holds', () => {
    const none = { ...of2024, understood: { ...UNDERSTOOD, inForce: [] } };
    expect(after(BOTH, none).choices.policies).toEqual(['p-2020', 'p-2024']);
  });

  test('stay as the user chose them', () => {
    const chosen = after(BOTH, { type: 'chosen', choices: { policies: ['p-2020'] } });
    expect(after(chosen, of2024).choices.policies).toEqual(['p-2020']);
  });
});

describe('results', () => {
  test('go when the sheets are understood anew, and the row with them', () => {
    const shown = after(START, evaluated, { type: 'rowShown', row: ROW });
    expect(shown.row.kind).toBe('enterprise');
    expect(after(shown, { type: 'understood', understood: UNDERSTOOD })).toMatchObject({
      results: null,
      row: { kind: 'none' },
    });
  });

  test('a derivation that arrives for another row is not shown', () => {
    const nobody = after(START, evaluated, { type: 'rowShown', row: null });
    expect(after(nobody, { type: 'derivationShown', key: 'p c', derivation: null }).row).toEqual({
      kind: 'nobody',
    });
  });

  test('more findings come after those that are there', () => {
    const more = after(START, evaluated, { type: 'findingsLoaded', findings: [{ ...FINDING, cell: 'E6' }] });
    expect(more.results?.findings.map(({ cell }) => cell)).toEqual(['D5', 'E6']);
  });
});

test('what was said of earlier work goes when new work begins', () => {
  const texts = { zh: '好', en: 'good' };
  const said = after(START, {
    type: 'messageShown',
    message: { intent: 'info', texts, ways: [] },
  });
  expect(said.messages).toMatchObject([{ id: 1, texts }]);
  expect(after(said, { type: 'workBegan', job: 'read', canCancel: true }).messages).toEqual([]);
  expect(after(said, { type: 'messageDismissed', id: 1 }).messages).toEqual([]);
});

test('progress that comes after the work ended changes nothing', () => {
  const progress = { stage: 'reading', sheet: null, done: 1, total: 2 } as const;
  expect(after(START, { type: 'workProgressed', progress })).toBe(START);
});

test('the store tells those who watch, until they go', () => {
  const store = createStore(START);
  const seen: string[] = [];
  const unsubscribe = store.subscribe(() => {
    seen.push(store.state().lang);
  });
  store.dispatch({ type: 'langChosen', lang: 'en' });
  store.dispatch({ type: 'sheetChanged', id: 'unknown' });
  unsubscribe();
  store.dispatch({ type: 'langChosen', lang: 'zh' });
  expect(seen).toEqual(['en']);
});
