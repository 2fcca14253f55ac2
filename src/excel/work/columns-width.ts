import type { ColumnWidth } from './marker';

/** Gives a column its width back. */
export function setWidth(range: Excel.Range, width: ColumnWidth): void {
  const { format } = range.getEntireColumn();
  if (width === 'standard') format.useStandardWidth = true;
  else format.columnWidth = width;
}

/** Widths as people know them, in characters, to Office.js's points: 7 pixels each and 5 beside them. */
export function pointsOf(characters: number): number {
  return (characters * 7 + 5) * 0.75;
}
