import type { BodyCells } from './body-cells';
import { type Finding, finding } from './findings';
import { cellAddress, columnLetter } from './grid';
import type { ReadColumn } from './read-claims';
import type { SheetTable } from './sheet-table';
import { cellsOfColumn } from './subjects';

/** Findings about the table as a whole: its year, and rows that could not be placed. */
export function tableFindings({ rows, titles, year, block, columns, beside }: SheetTable): Finding[] {
  const findings: Finding[] = [];
  const top = cellAddress(block.top, block.left);
  const hasYears = columns.some(({ decision }) => decision.kind === 'claim' && decision.key === 'reportYear');
  if (!hasYears)
    findings.push(...year.mismatches.map((mismatch) => finding('yearMismatch', [top], mismatch)));
  if (titles.partOfYear !== null)
    findings.push(finding('partialYear', [titles.partOfYear.cell], { period: titles.partOfYear.period }));
  const cellsOf = (list: readonly number[]): string[] => list.map((row) => cellAddress(row, block.left));
  if (rows.unidentified.length > 0)
    findings.push(finding('unidentifiedRows', cellsOf(rows.unidentified), { rows: rows.unidentified }));
  if (rows.doubtful.length > 0)
    findings.push(finding('doubtfulRows', cellsOf(rows.doubtful), { rows: rows.doubtful }));
  const other = rows.skipped.find(({ why }) => why === 'otherTable');
  if (other !== undefined) findings.push(finding('otherTable', cellsOf([other.row]), { row: other.row }));
  if (beside !== undefined)
    findings.push(
      finding('tableBeside', [cellAddress(block.bottom, beside)], { column: columnLetter(beside) }),
    );
  return findings;
}

/** A figure merged over several enterprises' rows belongs to one of them, or to all together: nobody can tell. */
export function mergedNumberFindings(
  column: ReadColumn,
  body: BodyCells,
  rows: readonly number[],
): Finding[] {
  if (column.column.kind !== 'number') return [];
  const over = body
    .mergesIn(column.claim.column)
    .filter(({ top, bottom }) => rows.filter((row) => row >= top && row <= bottom).length > 1);
  if (over.length === 0) return [];
  const cells = over.map(({ top }) => cellAddress(top, column.claim.column));
  return [finding('mergedNumbers', cells, { ...cellsOfColumn(column, []), count: over.length })];
}
