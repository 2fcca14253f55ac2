import type { Bilingual } from '../../src/rules';
import * as outcomes from '../../src/taskpane/texts/outcomes';
import * as pane from '../../src/taskpane/texts/pane';
import * as results from '../../src/taskpane/texts/results';

/** Every text of a module, by where it stands. */
function textsIn(value: unknown, at: string): (readonly [string, Bilingual])[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('zh' in value && 'en' in value) return [[at, value as Bilingual]];
  return Object.entries(value).flatMap(([name, part]) => textsIn(part, `${at}.${name}`));
}

const all = [...textsIn(outcomes, 'outcomes'), ...textsIn(pane, 'pane'), ...textsIn(results, 'results')];

test('there are texts', () => {
  expect(all.length).toBeGreaterThan(100);
});

test.each(all.filter(([at]) => at !== 'pane.PANE.otherLanguage'))(
  '%s is said in both languages',
  (_, text) => {
    expect(text.zh).toMatch(/\p{Script=Han}/u);
    expect(text.en).toMatch(/^[^\p{Script=Han}]*[a-z][^\p{Script=Han}]*$/u);
  },
);

describe('texts with figures', () => {
  test('counts are written as each language does', () => {
    expect(outcomes.takenBackText({ columns: 1, sheets: ['A'], kept: [], keptSheets: [] })).toEqual({
      zh: '已撤回 1 列结果和 1 张工作表。',
      en: 'Taken back: 1 column and 1 sheet.',
    });
    expect(
      outcomes.takenBackText({
        columns: 8,
        sheets: ['A', 'B'],
        kept: [{ sheet: 'S', cell: 'J1', header: 'H' }],
        keptSheets: ['D'],
      }),
    ).toEqual({
      zh: '已撤回 8 列结果和 2 张工作表。有人改过的列原样保留：“S!J1 H”。有审核内容的工作表保留：“D”。',
      en: 'Taken back: 8 columns and 2 sheets. Columns that somebody edited stay: “S!J1 H”. Sheets with reviews stay: “D”.',
    });
  });

  test('nothing to take back is said as that', () => {
    expect(outcomes.takenBackText({ columns: 0, sheets: [], kept: [], keptSheets: [] })).toEqual({
      zh: '这个工作簿里没有可撤回的结果。',
      en: 'This workbook has no results to take back.',
    });
  });

  test('where the results stand', () => {
    expect(outcomes.writtenText({ sheets: ['D'], notices: [] }, 'beside').en).toBe(
      'The results stand beside the data and on the sheet “D”.',
    );
    expect(outcomes.writtenText({ sheets: ['R', 'D'], notices: [] }, 'ownSheet').en).toBe(
      'The results stand on the sheets “R”, “D”.',
    );
    expect(outcomes.writtenText({ sheets: [], notices: [] }, 'beside').zh).toBe('结果已写在数据右侧。');
  });

  test('many skipped rows are not all named', () => {
    expect(results.skippedText([6])).toEqual({ zh: '第 6 行', en: 'row 6' });
    expect(results.skippedText([6, 7, 8, 9, 10, 11, 12])).toEqual({
      zh: '第 6、7、8、9、10 行等 7 行',
      en: 'rows 6, 7, 8, 9, 10 and 2 more',
    });
  });

  test('progress without counts has none', () => {
    expect(pane.progressText({ stage: 'evaluating', sheet: null, done: 0, total: 1 })).toEqual({
      zh: '测算政策',
      en: 'Evaluating policies',
    });
  });
});
