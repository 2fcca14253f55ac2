import { type Json, loadState, NO_STATE, saveState } from '../../../src/excel';
import { STATE_NAMESPACE } from '../../../src/excel/state/state-part';
import { AT_ONCE, inExcel, problemOf } from '../in-excel';

const corrections = { sheets: { 企业统计: { columns: { H: 'grossOutput' } } } };
/** More than a setting should hold. */
const scenario: Json = {
  figures: Object.fromEntries(
    Array.from({ length: 2_000 }, (_, index) => [`xishan-2020/4.4#f${index}`, '150万元']),
  ),
};

test('a workbook in which nothing is kept has the defaults', async () => {
  await inExcel(async () => {
    expect(await loadState(AT_ONCE)).toEqual({ state: NO_STATE, problem: null });
  });
});

test('small things stand in the settings, and nothing else is made for them', async () => {
  await inExcel(async (host) => {
    const settings = { policies: ['xishan-2020'], groupBy: '所属街道', lang: 'zh' };
    await saveState({ settings }, AT_ONCE);
    expect(await loadState(AT_ONCE)).toEqual({ state: { ...NO_STATE, settings }, problem: null });
    expect([...host.workbook.settings.keys()]).toEqual(['subsidy.state']);
    expect(host.workbook.xmlParts.size).toBe(0);
  });
});

test('corrections and scenario stand in one XML part, however often they are saved', async () => {
  await inExcel(async (host) => {
    await saveState({ corrections }, AT_ONCE);
    await saveState({ scenario }, AT_ONCE);
    await saveState({ settings: { groupBy: '行业' } }, AT_ONCE);
    expect(await loadState(AT_ONCE)).toEqual({
      state: { settings: { groupBy: '行业' }, corrections, scenario },
      problem: null,
    });
    const parts = [...host.workbook.xmlParts.values()].map(({ xml }) => xml);
    expect(parts).toEqual([expect.stringContaining(STATE_NAMESPACE)]);
    expect(JSON.stringify(host.workbook.settings.get('subsidy.state')).length).toBeLessThan(200);
  });
});

test('where nothing large is left, the part goes', async () => {
  await inExcel(async (host) => {
    await saveState({ corrections, scenario }, AT_ONCE);
    await saveState({ corrections: null, scenario: null }, AT_ONCE);
    expect(host.workbook.xmlParts.size).toBe(0);
    expect((await loadState(AT_ONCE)).state).toEqual(NO_STATE);
  });
});

test('parts of others stay', async () => {
  await inExcel(async (host, page) => {
    await page.Excel.run(async (context) => {
      context.workbook.customXmlParts.add('<other xmlns="urn:somebody">1</other>');
      await context.sync();
    });
    await saveState({ corrections }, AT_ONCE);
    await saveState({ corrections: null }, AT_ONCE);
    expect([...host.workbook.xmlParts.values()].map(({ xml }) => xml)).toEqual([
      '<other xmlns="urn:somebody">1</other>',
    ]);
  });
});

describe('what cannot be read is said, and defaults are used', () => {
  test('settings of another version', async () => {
    await inExcel(async (host) => {
      host.workbook.settings.set('subsidy.state', '{"version":9}');
      const { state, problem } = await loadState(AT_ONCE);
      expect(state).toEqual(NO_STATE);
      expect(problem?.texts).toEqual({
        zh: '工作簿里保存的设置无法读取（subsidy.state），已改用默认设置；保存新设置时会替换它。',
        en: 'The settings kept in the workbook cannot be read (subsidy.state); defaults are used. Saving settings replaces them.',
      });
    });
  });

  test('a part that somebody removed: the settings stay', async () => {
    await inExcel(async (host) => {
      await saveState({ settings: { groupBy: '行业' }, corrections }, AT_ONCE);
      host.workbook.xmlParts.clear();
      const { state, problem } = await loadState(AT_ONCE);
      expect(state).toEqual({ ...NO_STATE, settings: { groupBy: '行业' } });
      expect(problem?.details).toEqual({ what: 'customXml' });
    });
  });
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'cut short at operation %i, the state is the one before or the new one',
  async (step) => {
    await inExcel(async (host) => {
      await saveState({ corrections }, AT_ONCE);
      host.faults.add({ at: { step }, error: 'AccessDenied' });
      const problem = await problemOf(saveState({ scenario }, AT_ONCE));
      expect(problem.code).toBe('accessDenied');
      const { state, problem: unreadable } = await loadState(AT_ONCE);
      expect(unreadable).toBeNull();
      expect([
        { ...NO_STATE, corrections },
        { ...NO_STATE, corrections, scenario },
      ]).toContainEqual(state);
      await saveState({ scenario: null }, AT_ONCE);
      expect(host.workbook.xmlParts.size).toBe(1);
    });
  },
);
