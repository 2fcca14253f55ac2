import {
  displayLanguage,
  hostTheme,
  missingRequirement,
  readSelection,
  select,
  watchChanges,
  watchSelection,
  whenReady,
} from '../../../src/excel';
import { newHost, until } from '../../workbench/host/in-office';
import type { OfficePage } from '../../workbench/host/office-page';
import { AT_ONCE, inExcel, problemOf } from '../in-excel';
import { putInFront } from '../page-in-front';
import { enterprises } from '../workbooks';

test.each([
  ['zh-CN', 'zh'],
  ['en-US', 'en'],
] as const)('Excel in %s is spoken to in %s', async (locale, lang) => {
  await inExcel(async () => {
    expect(await whenReady()).toBe(true);
    expect(displayLanguage()).toBe(lang);
    expect(missingRequirement()).toBeNull();
  }, newHost({ locale }));
});

test('an Excel that is too old is told so, and what it lacks', async () => {
  await inExcel(
    () => {
      expect(missingRequirement()?.texts).toEqual({
        zh: '这个版本的 Excel 太旧（缺少 ExcelApi 1.14）。请使用 Excel 2021 或 Microsoft 365。',
        en: 'This version of Excel is too old (it lacks ExcelApi 1.14). Use Excel 2021 or Microsoft 365.',
      });
      return Promise.resolve();
    },
    newHost({ requirementSets: { ExcelApi: '1.13', SharedRuntime: '1.1', CustomFunctionsRuntime: '1.3' } }),
  );
});

describe('colours of Excel', () => {
  const inOffice = (office: { context: object }): void => {
    putInFront({ Office: office as unknown as OfficePage['Office'] });
  };
  afterEach(() => {
    putInFront(undefined);
  });

  test.each([
    ['#FFFFFF', false],
    ['#262626', true],
  ])('%s: dark is %s', (bodyBackgroundColor, isDark) => {
    inOffice({ context: { officeTheme: { bodyBackgroundColor, bodyForegroundColor: '#808080' } } });
    expect(hostTheme()).toEqual({ background: bodyBackgroundColor, foreground: '#808080', isDark });
  });

  test('on the web there are none', () => {
    inOffice({ context: {} });
    expect(hostTheme()).toBeNull();
  });
});

test('cells are shown and read back as selected', async () => {
  await inExcel(async (host) => {
    host.user.addSheet('另一张');
    await select('企业统计', ['F4', 'C4'], AT_ONCE);
    expect(await readSelection(AT_ONCE)).toMatchObject({ sheetName: '企业统计', row: 4, column: 3 });
    const problem = await problemOf(select('没有', ['A1'], AT_ONCE));
    expect(problem.text('zh')).toBe('工作表“没有”已被删除。请选择另一张工作表，重新测算。');
  }, enterprises());
});

test('selecting and changing is told, until it is not wanted any more', async () => {
  await inExcel(async (host) => {
    const told: string[] = [];
    const unwatchSelection = await watchSelection(() => told.push('selected'));
    const unwatchChanges = await watchChanges(() => told.push('changed'));
    host.user.select('企业统计!B3');
    await until(() => told.length === 1);
    host.coauthor.type('企业统计!B3', '甲');
    await until(() => told.length === 2);
    expect(told).toEqual(['selected', 'changed']);
    await unwatchSelection();
    await unwatchChanges();
    host.user.select('企业统计!B4');
    host.coauthor.type('企业统计!B4', '乙');
    await readSelection(AT_ONCE);
    expect(told).toHaveLength(2);
  }, enterprises());
});
