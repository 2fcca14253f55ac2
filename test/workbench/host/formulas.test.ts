import { Workbook } from '../../../src/workbench/host';
import { copiedBy, withSheetRenamed, withTableRenamed } from '../../../src/workbench/host/formula/rewrite';
import { tokensOf } from '../../../src/workbench/host/formula/tokens';
import { newHost } from './new-host';

/** The result of a formula in E1 of a sheet with numbers in A1:C3 and a table. */
function resultOf(formula: string): unknown {
  const host = newHost();
  host.user.enter('Sheet1!A1', [
    [1, 2, '甲'],
    [3, 4, '乙'],
    [5, null, true],
  ]);
  host.user.type('Sheet1!E1', formula);
  return host.workbook.activeSheet.content(1, 5);
}

describe('what the host calculates', () => {
  test.each([
    ['=A1', 1],
    ['=$A$1+B1*2', 5],
    ['=(A1+B1)*2', 6],
    ['=2^3^2', 64],
    ['=-2^2', 4],
    ['=10%', 0.1],
    ['=A1&C1&"!"', '1甲!'],
    ['=A1<B1', true],
    ['=C1="甲"', true],
    ['=B3=0', true],
    ['=1/B3', { error: '#DIV/0!' }],
    ['=C1+1', { error: '#VALUE!' }],
    ['=#N/A', { error: '#N/A' }],
    ['=TRUE', true],
    ['="a ""b"""', 'a "b"'],
    ['=B3', 0],
    ['=SUM(A1:B3)', 15],
    ['=SUM(A:A,100)', 109],
    ['=SUM(0.1,0.2)', 0.3],
    ['=COUNTIFS(A1:A3,">=3")', 2],
    ['=SUMIFS(A1:A3,C1:C3,"乙")', 3],
    ['=SUMIFS(A1:A3,B1:B3,"<>")', 4],
    ['=没有这个名字', { error: '#NAME?' }],
    ['=Sheet1!A2', 3],
    ["='Sheet1'!A2+1", 4],
  ])('%s', (formula, expected) => {
    expect(resultOf(formula)).toEqual(expected);
  });

  test.each(['=VLOOKUP(A1,A:B,2)', '={1,2}', '=A1:B2 B2:C3', '=[Book2]Sheet1!A1'])('not %s', (formula) => {
    expect(resultOf(formula)).toBeNull();
  });
});

test('a result from the file stays where the host cannot calculate, also when the formula is put back', () => {
  const host = newHost();
  const sheet = host.workbook.activeSheet;
  sheet.setFormula(1, 1, '=VLOOKUP(1,B:C,2)');
  sheet.setContent(1, 1, 42);
  host.workbook.tell({ kind: 'cellsEdited', sheet, area: { top: 1, left: 1, bottom: 1, right: 1 } });
  host.calculation.settle();
  host.user.type('Sheet1!B1', '=A1+1');
  expect(sheet.content(1, 2)).toBe(43);
  host.user.type('Sheet1!A1', 7);
  expect(sheet.content(1, 2)).toBe(8);
  host.user.type('Sheet1!A1', '=VLOOKUP(1,B:C,2)');
  expect([sheet.content(1, 1), sheet.content(1, 2)]).toEqual([42, 43]);
});

test('a chain of formulas is calculated in the order of its links', () => {
  const host = newHost();
  const rows = 500;
  host.user.enter('Sheet1!A1', [[1]]);
  host.user.enter(
    'Sheet1!A2',
    Array.from({ length: rows }, (_, row) => [`=A${row + 1}+1`]),
  );
  host.user.type('Sheet1!A1', 10);
  expect(host.workbook.activeSheet.content(rows + 1, 1)).toBe(rows + 10);
});

test('formulas that go round in a circle end', () => {
  const host = newHost();
  host.user.enter('Sheet1!A1', [['=B1+1', '=A1+1']]);
  expect(typeof host.workbook.activeSheet.content(1, 1)).toBe('number');
});

test('names and tables stand for their cells', () => {
  const host = newHost();
  host.user.enter('Sheet1!A1', [
    ['金额', '状态'],
    [10, '是'],
    [20, '否'],
    [30, '是'],
  ]);
  const { workbook } = host;
  const sheet = workbook.activeSheet;
  host.user.addSheet('汇总');
  workbook.activate(sheet);
  const table = addTableTo(workbook);
  host.user.enter('汇总!A1', [
    [
      `=SUMIFS(${table}[金额],${table}[状态],"是")`,
      `=COUNTIFS(${table}[状态],"是")`,
      `=SUM(${table}[[#All],[金额]])`,
    ],
  ]);
  const totals = workbook.sheetNamed('汇总');
  expect([1, 2, 3].map((column) => totals?.content(1, column))).toEqual([40, 2, 60]);
  host.user.type('Sheet1!A2', 15);
  expect(totals?.content(1, 1)).toBe(45);
});

function addTableTo(workbook: Workbook): string {
  const { addTable } = jest.requireActual<typeof import('../../../src/workbench/host/book/tables')>(
    '../../../src/workbench/host/book/tables',
  );
  return addTable(workbook, workbook.activeSheet, { top: 1, left: 1, bottom: 4, right: 2 }, true).name;
}

describe('references in formulas', () => {
  test('joined tokens are the formula', () => {
    const formula = `=IF('我的 表'!$A$1:B2>=0.5,Tab[[#This Row],[金额 ']x]],LOG10(A1)&"x, ""y""")+#REF!+{1,2}`;
    expect(
      `=${tokensOf(formula)
        .map(({ text }) => text)
        .join('')}`,
    ).toBe(formula);
  });

  test.each([
    ['=A1+$A1+A$1+$A$1', '=C3+$A3+C$1+$A$1'],
    ['=SUM(B:B)+SUM(2:2)', '=SUM(D:D)+SUM(4:4)'],
    ['=Sheet1!A1&"A1"', '=Sheet1!C3&"A1"'],
    ['=LOG10(A1)', '=LOG10(C3)'],
  ])('%s copied two down and two to the right', (formula, expected) => {
    expect(copiedBy(formula, 2, 2)).toBe(expected);
  });

  test('copied off the sheet they refer to nothing', () => {
    expect(copiedBy('=A1', -1, 0)).toBe('=#REF!');
  });

  test('follow the names of sheets and tables', () => {
    expect(withSheetRenamed("=旧!A1+'旧'!B2+旧的!A1+SUM(旧!A:A)", '旧', '新 表')).toBe(
      "='新 表'!A1+'新 表'!B2+旧的!A1+SUM('新 表'!A:A)",
    );
    expect(withTableRenamed('=SUM(表1[金额])+表10[x]', '表1', '明细')).toBe('=SUM(明细[金额])+表10[x]');
  });
});

describe('arrays', () => {
  test('spill over the cells they need; a formula can take the whole of them', () => {
    const host = newHost();
    host.user.enter('Sheet1!A1', [[1], [2], [3]]);
    host.user.enter('Sheet1!C1', [['=A1:A3*10', null, '=SUM(C1#)', '=@A1:A3']]);
    const sheet = host.workbook.activeSheet;
    expect([1, 2, 3].map((row) => sheet.content(row, 3))).toEqual([10, 20, 30]);
    expect([sheet.content(1, 5), sheet.content(1, 6)]).toEqual([60, 1]);
    host.user.type('Sheet1!A3', 5);
    expect([sheet.content(3, 3), sheet.content(1, 5)]).toEqual([50, 80]);
  });

  test('of unequal size are filled up with #N/A', () => {
    const host = newHost();
    host.user.enter('Sheet1!A1', [[1], [2], [3]]);
    host.user.type('Sheet1!C1', '=A1:A3+A1:A2');
    const sheet = host.workbook.activeSheet;
    expect([1, 2, 3].map((row) => sheet.content(row, 3))).toEqual([2, 4, { error: '#N/A' }]);
  });

  test('give way when rows come in, and spill again', () => {
    const host = newHost();
    host.user.enter('Sheet1!A1', [[1], [2], [3]]);
    host.user.type('Sheet1!C1', '=A1:A3*10');
    host.user.insert('Sheet1!2:2');
    const sheet = host.workbook.activeSheet;
    expect(sheet.formula(1, 3)?.text).toBe('=A1:A4*10');
    expect([1, 2, 3, 4].map((row) => sheet.content(row, 3))).toEqual([10, 0, 20, 30]);
  });

  test('are gone with their formula', () => {
    const host = newHost();
    host.user.enter('Sheet1!A1', [[1], [2]]);
    host.user.type('Sheet1!C1', '=A1:A2*10');
    host.user.type('Sheet1!C1', 'x');
    expect(host.workbook.activeSheet.content(2, 3)).toBeNull();
  });
});

test('a formula that waits for a sheet is calculated when the sheet comes', () => {
  const host = newHost();
  host.user.type('Sheet1!A1', '=后来!B2+1');
  expect(host.workbook.activeSheet.content(1, 1)).toBeNull();
  host.user.addSheet('后来');
  host.user.type('后来!B2', 4);
  expect(host.workbook.sheetNamed('Sheet1')?.content(1, 1)).toBe(5);
});

test('a formula of a file that is nothing but a reference follows its cell', () => {
  const workbook = new Workbook();
  const sheet = workbook.addSheet('Sheet1');
  sheet.setContent(1, 1, 1);
  sheet.setFormula(1, 2, '=A1');
  sheet.setContent(1, 2, 1);
  const host = newHost({ workbook });
  host.user.type('Sheet1!A1', 5);
  expect(sheet.content(1, 2)).toBe(5);
});
