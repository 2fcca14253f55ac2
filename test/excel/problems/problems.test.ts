import { ExcelProblem, type ProblemCode } from '../../../src/excel';
import { KNOWN_OFFICE_CODES, problemFrom, remedyFor } from '../../../src/excel/problems/office-errors';
import { PROBLEM_TEXTS } from '../../../src/excel/problems/problem-texts';
import { OFFICE_ERRORS } from '../../../src/workbench/host';

function officeError(code: string): unknown {
  return Object.assign(new Error(`text of ${code}`), { code });
}

describe('what Excel says becomes what people read', () => {
  test.each<[string, ProblemCode]>([
    ['AccessDenied', 'accessDenied'],
    ['FilteredRangeConflict', 'filtered'],
    ['InsertDeleteConflict', 'conflict'],
    ['InvalidOperationInCellEditMode', 'cellEdit'],
    ['ItemNotFound', 'sheetGone'],
    ['MergedRangeConflict', 'merged'],
    ['PivotTableRangeConflict', 'pivotInTheWay'],
    ['RangeExceedsLimit', 'tooLarge'],
    ['RequestPayloadSizeLimitExceeded', 'tooLarge'],
    ['ResponsePayloadSizeLimitExceeded', 'tooLarge'],
    ['ServiceNotAvailable', 'connection'],
    ['InvalidOrTimedOutSession', 'connection'],
    ['WriteNotSupportedWhenModalDialogOpen', 'dialogOpen'],
    ['ApiNotFound', 'tooOld'],
    ['MemoryLimitReached', 'outOfMemory'],
    ['GeneralException', 'excel'],
    ['SomethingNew', 'excel'],
  ])('%s is %s', (code, problem) => {
    expect(problemFrom(officeError(code)).code).toBe(problem);
  });

  test('a sheet that is known is named, in both languages', () => {
    const problem = problemFrom(officeError('FilteredRangeConflict'), { sheet: '企业统计' });
    expect(problem.texts).toEqual({
      zh: '工作表“企业统计”正在筛选，此时写入会落到错误的行。请清除筛选后再试，或把结果写到新工作表。',
      en: 'The sheet “企业统计” is filtered, and what is written then lands in wrong rows. Clear the filter and try again, or write the results to a new sheet.',
    });
    expect(problem.ways).toEqual(['clearFilter', 'newSheet']);
  });

  test('a code that nobody knows is shown as it came', () => {
    expect(problemFrom(officeError('SomethingNew')).text('zh')).toBe(
      'Excel 报告了错误：SomethingNew – text of SomethingNew。请再试一次；仍然不行时，把结果写到新工作表。',
    );
  });

  test('a mistake of ours is told as one, with what it was', () => {
    const problem = problemFrom(new TypeError('x is undefined'));
    expect([problem.code, problem.text('en')]).toEqual([
      'internal',
      'The add-in made a mistake: x is undefined. Try again; if it stays, send us this text.',
    ]);
  });

  test('a problem stays itself; where it happened is added, not replaced', () => {
    const inner = new ExcelProblem('merged', { sheet: '甲', cells: 'B2:C3' });
    expect(problemFrom(inner, { sheet: '乙' }).details).toEqual({ sheet: '甲', cells: 'B2:C3' });
    expect(problemFrom(new ExcelProblem('merged'), { sheet: '乙' }).details).toEqual({ sheet: '乙' });
  });
});

test('what passes by itself is tried again, what is too large is made smaller, nothing else', () => {
  const by = (remedy: string): string[] =>
    KNOWN_OFFICE_CODES.filter((code) => remedyFor(problemFrom(officeError(code))) === remedy);
  expect(by('wait')).toEqual(['InvalidOperationInCellEditMode', 'WriteNotSupportedWhenModalDialogOpen']);
  expect(by('smaller')).toEqual([
    'MemoryLimitReached',
    'OperationCellsExceedLimit',
    'RangeExceedsLimit',
    'RequestPayloadSizeLimitExceeded',
    'ResponsePayloadSizeLimitExceeded',
  ]);
  expect(by('again')).toEqual([
    'ActivityLimitReached',
    'Conflict',
    'GeneralException',
    'InactiveWorkbook',
    'InvalidOrTimedOutSession',
    'RequestAborted',
    'ServiceNotAvailable',
  ]);
});

test.each(Object.keys(OFFICE_ERRORS))(
  '%s, which Microsoft documents, has texts in both languages',
  (code) => {
    const { zh, en } = problemFrom(officeError(code), { sheet: '甲' }).texts;
    expect(zh).toMatch(/。$/);
    expect(en).toMatch(/^[A-Z].*\.$/);
  },
);

test.each(Object.keys(PROBLEM_TEXTS) as ProblemCode[])(
  '%s says what is wrong without any details, too',
  (code) => {
    const { texts } = new ExcelProblem(code);
    expect(`${texts.zh}${texts.en}`).not.toMatch(/undefined|null|\[object/);
  },
);
