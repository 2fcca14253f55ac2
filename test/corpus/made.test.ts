import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openWorkbook } from '../../src/xlsx';
import type { Run } from '../cli/run';
import { same } from '../xlsx/workbooks';
import { awardsBeside, userSheets, writtenColumns } from './annotated';
import { asExpected, evaluate, madeFile, manifest, readResult, sum, temporaryFolder, usable } from './corpus';
import { damage } from './untouched';

const errors = Object.entries(manifest).flatMap(([name, { error }]) =>
  error === undefined ? [] : [{ name, error }],
);

test('the corpus is what its manifest says, and small', () => {
  const sizes = Object.keys(manifest).map((name) => readFileSync(madeFile(name)).length);
  expect(sizes.length).toBeGreaterThan(40);
  expect(Math.max(...sizes)).toBeLessThan(30_000);
  expect(sizes.reduce((a, b) => a + b)).toBeLessThan(1_000_000);
});

describe.each(usable)('%s', (name, sheets) => {
  const folder = temporaryFolder();
  const out = path.join(folder, `out${path.extname(name)}`);
  const json = path.join(folder, 'result.json');
  const before = readFileSync(madeFile(name));
  let run: Run;
  beforeAll(async () => {
    run = await evaluate(madeFile(name), '--json', json, '--out', out);
  });

  test('columns, rows and money are as in the manifest', () => {
    expect([run.exit, run.err]).toEqual([0, '']);
    const result = readResult(json);
    expect(asExpected(result)).toEqual(sheets);
    expect(result.totals.award).toBe(sum(sheets.flatMap(({ rows }) => Object.values(rows))));
  });

  test('the copy changes only what we add to', () => {
    const after = readFileSync(out);
    expect(damage({ before, after, written: writtenColumns(openWorkbook(after)) })).toEqual([]);
  });

  test('the copy has all cells of the user as they were, and our amounts beside the right rows', () => {
    const copy = openWorkbook(readFileSync(out));
    expect(userSheets(copy)).toEqual(userSheets(openWorkbook(before)));
    for (const { sheet, rows } of sheets) {
      expect(awardsBeside(copy, sheet, Object.keys(rows).map(Number))).toEqual(
        Object.values(rows).map(Number),
      );
    }
  });

  test('evaluating the copy in another year gives the same bytes', async () => {
    const again = path.join(folder, `again${path.extname(name)}`);
    jest.useFakeTimers({ now: new Date(2031, 1, 3, 4, 5, 6), doNotFake: ['nextTick', 'queueMicrotask'] });
    const { exit, err } = await evaluate(out, '--out', again).finally(() => jest.useRealTimers());
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(same(readFileSync(again), readFileSync(out))).toBe(true);
  });
});

test.each<{ readonly name: string; readonly error: string }>(errors)(
  '$name is refused with what it is and what to do',
  async ({ name, error }) => {
    const out = path.join(temporaryFolder(), 'out.xlsx');
    const { exit, err } = await evaluate(madeFile(name), '--out', out);
    expect({ exit, err }).toEqual({ exit: 1, err: `${madeFile(name)}${error}\n` });
    expect(existsSync(out)).toBe(false);
  },
);

test('a workbook without a table of enterprises is refused with what was looked for', async () => {
  const file = madeFile('lo-no-table.xlsx');
  const { exit, err } = await evaluate(file);
  expect(exit).toBe(1);
  expect(err.split('\n')[0]).toBe(
    `${file} 里没有找到企业统计表（要有一行表头，含企业名称或统一社会信用代码，下面是数据）。`,
  );
});
