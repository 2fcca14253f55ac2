import path from 'node:path';
import { compilePolicy, evaluateSheets } from '../../src/engine';
import { auditLines } from '../../src/report';
import { loadRules } from '../../src/rules';
import type { CellContent, Grid } from '../../src/sheet';
import { understandSheet } from '../../src/sheet';
import { rulesFiles } from '../../src/cli/rules-folder';

const root = path.resolve(__dirname, '../..');
const io = { packageRoot: root, stdout: { write: () => true }, stderr: { write: () => true } };
const { vocabulary, policies } = loadRules(rulesFiles(io, path.join(root, 'rules/xishan-2020')));

function gridOf(rows: readonly (readonly CellContent[])[]): Grid {
  return {
    sheetName: '企业统计',
    rowCount: rows.length,
    columnCount: Math.max(...rows.map(({ length }) => length)),
    content: (row, column) => rows[row - 1]?.[column - 1] ?? null,
    isFormula: () => false,
    numberFormat: () => undefined,
    merges: [],
    tables: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    date1904: false,
  };
}

/** Findings of a sheet of rent relief (4.4: 20 %, at most 1,000,000 yuan) under xishan-2020. */
function audited(rows: readonly (readonly CellContent[])[]) {
  const policy = policies[0];
  if (vocabulary === undefined || policy === undefined) throw new Error('rules did not load');
  const reading = understandSheet(gridOf(rows), vocabulary, { policyYear: 2020 });
  if (reading.kind !== 'table') throw new Error(reading.text.en);
  const outcome = evaluateSheets([compilePolicy(policy)], [reading.data]).policies[0];
  if (outcome === undefined) throw new Error('no outcome');
  return auditLines(outcome, [reading]);
}

const HEADER = ['统一社会信用代码', '企业名称', '减免租金总额(元)', '运营主体类型'];

describe('findings and the money that hangs on them', () => {
  test('an invalid credit code concerns every award of its row', () => {
    const lines = audited([
      HEADER,
      ['91530112MAX6EBUH9X', '昆明样本甲商场', 300_000, '商场'],
      ['91530112MAXGAHNH8J', '昆明样本乙商场', 200_000, '商场'],
    ]);
    const line = lines.find(({ code }) => code === 'invalidCreditCode');
    expect(line).toMatchObject({ sheetName: '企业统计', cell: 'A2', open: 0, clauses: ['xishan-2020/4.4'] });
    expect(line?.money.toFixed(2)).toBe('60000.00');
  });

  test('a cell that cannot be read leaves a result open, not money', () => {
    const lines = audited([
      HEADER,
      ['91530112MAX6EBUH9U', '昆明样本甲商场', '约三十万', '商场'],
      ['91530112MAXGAHNH8J', '昆明样本乙商场', 200_000, '商场'],
    ]);
    const line = lines.find(({ code }) => code === 'unusableCells');
    expect(line).toMatchObject({ cell: 'C2', severity: 'error', open: 1, clauses: ['xishan-2020/4.4'] });
    expect(line?.money.toFixed(2)).toBe('0.00');
  });

  test('the most money stands first', () => {
    const lines = audited([
      HEADER,
      ['91530112MAX6EBUH9X', '昆明样本甲商场', 300_000, '商场'],
      ['91530112MAXGAHNH8X', '昆明样本乙商场', 9_000_000, '商场'],
    ]);
    const money = lines.map((line) => line.money.toNumber());
    expect(money).toEqual(money.toSorted((a, b) => b - a));
    expect(money[0]).toBe(1_000_000);
  });
});

test('blanks that say the same of several rows are one line', () => {
  const lines = audited([
    [...HEADER, '是否依法经营纳税统计'],
    ['91530112MAX6EBUH9U', '昆明样本甲商场', 300_000, '商场', '是'],
    ['91530112MAXGAHNH8J', '昆明样本乙商场', 200_000, '商场', null],
    ['91530112MAWF3A3L3Q', '昆明样本丙商场', 100_000, '商场', null],
  ]).filter(({ code }) => code === 'blankScope');
  expect(lines.map(({ cell, text }) => [cell, text])).toEqual([
    [
      'E3',
      {
        zh: '2 处（E3, E4）：是否依法经营纳税统计为空，按不符合适用范围处理；请补填是或否。',
        en: '2 cells (E3, E4): Lawful operation, tax, statistics is blank and counts as no, so the row is outside the scope; fill in yes or no.',
      },
    ],
  ]);
});
