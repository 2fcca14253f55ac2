/** Cells as text with tabs and line ends, as Excel puts them on the clipboard. */
import { shownText } from '../grid/cell-text';
import type { Workbench } from './workbench';

/** Larger selections are cut off at what is used. */
export function copySelection({ sheet, workbook, selectedRange }: Workbench): string {
  const used = sheet.usedArea(true);
  const bottom = Math.min(selectedRange.bottom, Math.max(selectedRange.top, used?.bottom ?? 0));
  const right = Math.min(selectedRange.right, Math.max(selectedRange.left, used?.right ?? 0));
  const lines: string[] = [];
  for (let row = selectedRange.top; row <= bottom; row += 1) {
    if (sheet.isRowHidden(row)) continue;
    const cells: string[] = [];
    for (let column = selectedRange.left; column <= right; column += 1) {
      const { numberFormat } = sheet.style(row, column);
      cells.push(quoted(shownText(sheet.content(row, column), numberFormat, workbook.date1904)));
    }
    lines.push(cells.join('\t'));
  }
  return lines.join('\r\n');
}

export function pasteInto(workbench: Workbench, text: string): void {
  const rows = cellsIn(text);
  if (rows.length === 0) return;
  const { top, left } = workbench.selectedRange;
  const isDone = workbench.act((user) => {
    user.enter(workbench.address({ top, left, bottom: top, right: left }), rows);
  });
  const width = Math.max(...rows.map((row) => row.length));
  if (isDone)
    workbench.select({
      anchor: { row: top, column: left },
      focus: { row: top + rows.length - 1, column: left + width - 1 },
    });
}

function quoted(text: string): string {
  return /[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Cells between tabs; one in quotes may hold tabs and line ends. */
export function cellsIn(text: string): string[][] {
  const rows: string[][] = [[]];
  const pattern = /("(?:[^"]|"")*"|[^\t\r\n]*)(\t|\r?\n|$)/g;
  for (const [, cell = '', end] of text.replace(/\r?\n$/, '').matchAll(pattern)) {
    const row = rows.at(-1) ?? [];
    row.push(cell.startsWith('"') && cell.length > 1 ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === undefined || end === '') break;
    if (end !== '\t') rows.push([]);
  }
  return text === '' ? [] : rows;
}
