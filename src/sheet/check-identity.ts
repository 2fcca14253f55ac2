import { CellState, type TextColumn } from '../engine';
import { creditCodeProblem } from './credit-code';
import { type Finding, finding } from './findings';
import { cellAddress, type CellRange } from './grid';
import type { ReadColumn } from './read-claims';

/** Credit codes that are invalid, that stand in several rows, or that are not there. */
export function checkCreditCodes(
  codes: ReadColumn,
  rows: readonly number[],
  merges: readonly CellRange[],
): Finding[] {
  if (codes.column.kind !== 'text') return [];
  return [
    ...invalidCodes(codes, codes.column, rows),
    ...duplicateCodes(codes, codes.column, rows, merges),
    ...missingCodes(codes, codes.column, rows),
  ];
}

function invalidCodes(
  { claim, problems }: ReadColumn,
  { states, values }: TextColumn,
  rows: readonly number[],
): Finding[] {
  const findings: Finding[] = [];
  for (let at = 0; at < rows.length; at++) {
    const value = values[at];
    if (states[at] !== CellState.value || value === null || value === undefined) continue;
    const problem = creditCodeProblem(value);
    if (problem !== null)
      findings.push(
        finding('invalidCreditCode', [cellAddress(rows[at] ?? 0, claim.column)], { value, problem }),
      );
  }
  for (const { row, text } of problems.unusable) {
    findings.push(
      finding('invalidCreditCode', [cellAddress(row, claim.column)], { value: text, problem: 'number' }),
    );
  }
  return findings;
}

/** One finding per code; a cell merged over the rows of one enterprise is one code. */
function duplicateCodes(
  { claim }: ReadColumn,
  { states, values }: TextColumn,
  rows: readonly number[],
  merges: readonly CellRange[],
): Finding[] {
  const seen = new Map<string, number[]>();
  for (let at = 0; at < rows.length; at++) {
    const value = values[at];
    if (states[at] !== CellState.value || value === null || value === undefined) continue;
    const known = seen.get(value);
    if (known === undefined) seen.set(value, [rows[at] ?? 0]);
    else known.push(rows[at] ?? 0);
  }
  return [...seen]
    .filter(
      ([, found]) =>
        found.length > 1 &&
        !merges.some((merge) => found.every((row) => row >= merge.top && row <= merge.bottom)),
    )
    .map(([value, found]) =>
      finding(
        'duplicateCreditCode',
        found.map((row) => cellAddress(row, claim.column)),
        { value, rows: found },
      ),
    );
}

function missingCodes({ claim }: ReadColumn, { states }: TextColumn, rows: readonly number[]): Finding[] {
  const blank = rows.filter((_, at) => states[at] === CellState.blank);
  if (blank.length === 0 || blank.length === rows.length) return [];
  return [
    finding(
      'noCreditCode',
      blank.map((row) => cellAddress(row, claim.column)),
      { count: blank.length },
    ),
  ];
}
