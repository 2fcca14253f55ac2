/** @jest-environment jsdom */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Editing } from '../../../src/workbench/page/editing';
import { readAddIn } from '../../../src/workbench/page/ribbon';
import {
  applyFilter,
  filterColumnAt,
  filterValues,
  insertRows,
  sortByColumn,
  toggleFilter,
} from '../../../src/workbench/page/sheet-actions';
import { settingsIn } from '../../../src/workbench/page/settings';
import { copySelection, pasteInto } from '../../../src/workbench/page/clipboard';
import { Workbench } from '../../../src/workbench/page/workbench';
import { officeMembers } from '../host/office-members';

const manifest = readFileSync(path.join(__dirname, '../../../manifest.xml'), 'utf8');
const samples = path.join(__dirname, '../../../samples');

function newWorkbench(): Workbench {
  return new Workbench(
    {
      members: officeMembers(),
      addIn: readAddIn(manifest, 'addin/'),
      functions: { zh: { functions: [] }, en: { functions: [] } },
      panePath: 'addin/taskpane.html',
      samplePath: (name) => name,
    },
    settingsIn('', { languages: ['zh'], prefersDark: false }),
    { openWindow: () => undefined, openCopy: () => undefined },
  );
}

function filled(): Workbench {
  const workbench = newWorkbench();
  workbench.act((user) => {
    user.enter('Sheet1!A1', [
      ['名称', '金额'],
      ['乙', 2],
      ['甲', 3],
      ['丙', 1],
    ]);
  });
  return workbench;
}

const column = (workbench: Workbench, number: number): unknown[] =>
  [1, 2, 3, 4].map((row) => workbench.sheet.content(row, number));

test('a file that is none leaves the workbook that is open, and says why in both languages', () => {
  const workbench = filled();
  expect(workbench.open(new Uint8Array([1, 2, 3]), '坏.xlsx')).toBe(false);
  expect(workbench.sheet.content(2, 1)).toBe('乙');
  expect(workbench.message?.kind).toBe('problem');
  expect(workbench.message?.text.zh).toMatch(/^打不开 坏\.xlsx：/);
  expect(workbench.message?.text.en).toMatch(/^Cannot open 坏\.xlsx: /);
});

test('a sample opens with live formulas on a sheet of their own, the data in front', () => {
  const workbench = newWorkbench();
  workbench.openSample(readFileSync(path.join(samples, 'xishan-2020.xlsx')), 'xishan-2020');
  expect(workbench.workbook.sheets.map(({ name }) => name)).toEqual(['企业统计', '函数示例']);
  expect(workbench.sheet.name).toBe('企业统计');
  expect(workbench.workbook.sheetNamed('函数示例')?.formula(4, 2)?.text).toBe(
    '=POLICY.SUBSIDY_RENT_RELIEF(企业统计!CE212,企业统计!CD212)',
  );
});

test('what Excel refuses is said, and nothing is changed', () => {
  const workbench = filled();
  workbench.act((user) => {
    user.protect('Sheet1');
  });
  expect(
    workbench.act((user) => {
      user.type('Sheet1!A2', 'x');
    }),
  ).toBe(false);
  expect(workbench.message?.text).toEqual({
    zh: '工作表或工作簿受保护，不能这样改。',
    en: 'The sheet or workbook is protected against this change.',
  });
  expect(workbench.sheet.content(2, 1)).toBe('乙');
});

test('sorting takes the block around the active cell, its headers left where they are', () => {
  const workbench = filled();
  workbench.select({ anchor: { row: 3, column: 2 }, focus: { row: 3, column: 2 } });
  sortByColumn(workbench, true);
  expect(column(workbench, 1)).toEqual(['名称', '丙', '乙', '甲']);
  sortByColumn(workbench, false);
  expect(column(workbench, 2)).toEqual(['金额', 3, 2, 1]);
});

test('a filter shows the values that were chosen, and goes again', () => {
  const workbench = filled();
  toggleFilter(workbench);
  const target = { range: { top: 1, left: 1, bottom: 4, right: 2 }, column: 2, table: null };
  expect(filterColumnAt(workbench, 1, 2)).toEqual(target);
  expect(filterValues(workbench, target).values).toEqual(['1', '2', '3']);
  applyFilter(workbench, target, ['3']);
  expect([2, 3, 4].map((row) => workbench.sheet.isRowHidden(row))).toEqual([true, false, true]);
  toggleFilter(workbench);
  expect(workbench.sheet.isRowHidden(2)).toBe(false);
});

test('rows are inserted above those that are selected', () => {
  const workbench = filled();
  workbench.select({ anchor: { row: 2, column: 1 }, focus: { row: 3, column: 1 } });
  insertRows(workbench);
  expect(workbench.sheet.content(4, 1)).toBe('乙');
});

test('cells are copied as text and pasted as if typed', () => {
  const workbench = filled();
  workbench.select({ anchor: { row: 1, column: 1 }, focus: { row: 2, column: 2 } });
  expect(copySelection(workbench)).toBe('名称\t金额\r\n乙\t2');
  workbench.select({ anchor: { row: 6, column: 4 }, focus: { row: 6, column: 4 } });
  pasteInto(workbench, 'x\t1,000\n2020-5-6\t=B2*2');
  expect([
    workbench.sheet.content(6, 5),
    workbench.sheet.content(7, 4),
    workbench.sheet.content(7, 5),
  ]).toEqual([1000, 43_957, 4]);
});

describe('a cell being edited', () => {
  test('Excel is in cell-edit mode until the entry is accepted', () => {
    const workbench = filled();
    const editing = new Editing(workbench);
    workbench.select({ anchor: { row: 2, column: 2 }, focus: { row: 2, column: 2 } });
    editing.begin('cell', '=');
    expect(workbench.host.isEditingCell).toBe(true);
    editing.change('=SUM(B3:B4)');
    expect(editing.accept()).toBe(true);
    expect(workbench.host.isEditingCell).toBe(false);
    expect(workbench.sheet.content(2, 2)).toBe(4);
    expect(editing.shown).toBe('=SUM(B3:B4)');
  });

  test('an entry that is refused stays to be corrected; giving up leaves the cell as it was', () => {
    const workbench = filled();
    const editing = new Editing(workbench);
    workbench.act((user) => {
      user.protect('Sheet1');
    });
    editing.begin('bar', '新');
    expect(editing.accept()).toBe(false);
    expect(editing.draft?.text).toBe('新');
    editing.cancel();
    expect(workbench.host.isEditingCell).toBe(false);
    expect(workbench.sheet.content(1, 1)).toBe('名称');
  });

  test('a text that would be read as a formula is shown with an apostrophe', () => {
    const workbench = filled();
    workbench.act((user) => {
      user.type('Sheet1!A1', "'=1+1");
    });
    expect(new Editing(workbench).shown).toBe("'=1+1");
  });
});

test('another language keeps the workbook and its formulas, and starts the add-in anew', () => {
  const workbench = filled();
  workbench.act((user) => {
    user.type('Sheet1!C1', '=SUM(B2:B4)');
  });
  const before = workbench.host;
  workbench.restart({ lang: 'en' });
  expect(workbench.host).not.toBe(before);
  expect(workbench.host.locale).toBe('en-US');
  workbench.act((user) => {
    user.type('Sheet1!B2', 10);
  });
  expect(workbench.sheet.content(1, 3)).toBe(14);
});
