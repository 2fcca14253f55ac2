/** Rows grow with wrapped texts and large letters, unless somebody gave them a height. In points. */
import type { Sheet, Workbook } from '../host';
import { shownText, wrapped } from './cell-text';

/** Below this row heights stay as they are: nobody waits for the measure of a million rows. */
const MEASURED_ROWS = 20_000;
const LINE_SPACING = 1.3;
/** Points between the text and both edges of its cell. */
const MARGIN = 3.75;

/** Heights of rows that differ from the sheet's standard. */
export function rowHeights(workbook: Workbook, sheet: Sheet): Map<number, number> {
  const heights = new Map<number, number>();
  const merged = new Set(
    sheet.merges.flatMap((merge) =>
      Array.from(
        { length: Math.min(MEASURED_ROWS, merge.bottom - merge.top + 1) },
        (_, index) => `${merge.top + index} ${merge.left}`,
      ),
    ),
  );
  const hasRowStyles = sheet.rowStyles.size > 0;
  for (const [number, column] of sheet.columns) {
    const used = column.usedRows(true);
    const width = (sheet.columnWidths.get(number) ?? sheet.standardWidth) - MARGIN;
    const last = Math.min(used?.last ?? 0, MEASURED_ROWS);
    const common = sheet.columnStyles.get(number) ?? sheet.plain;
    for (let row = used?.first ?? 1; row <= last; row += 1) {
      const style = column.style(row) ?? (hasRowStyles ? sheet.lineStyle(row, number) : common);
      const line = style.fontSize * LINE_SPACING;
      if (!style.wrapText && line <= sheet.standardHeight) continue;
      const content = column.content(row);
      if (content === null) continue;
      // A merged cell does not make its row grow, in Excel as here.
      const lines =
        style.wrapText && !merged.has(`${row} ${number}`)
          ? wrapped(shownText(content, style.numberFormat, workbook.date1904), width, (text) =>
              estimatedWidth(text, style.fontSize),
            ).length
          : 1;
      const height = Math.min(409, lines * line + (lines > 1 ? 2 : 0));
      if (height > (heights.get(row) ?? sheet.standardHeight)) heights.set(row, height);
    }
  }
  for (const [row, height] of sheet.rowHeights) heights.set(row, height);
  return heights;
}

/** A Chinese character is as wide as it is high, a Latin letter or digit a little over half. */
function estimatedWidth(text: string, fontSize: number): number {
  let width = 0;
  for (let at = 0; at < text.length; at += 1) width += text.charCodeAt(at) > 0xff ? 1 : 0.56;
  return width * fontSize;
}
