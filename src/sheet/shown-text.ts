import { type CellContent, type Grid, isCellError } from './grid';

/** A header's or title's cell as people see it; an empty text for a blank cell. */
export function shownText(grid: Grid, row: number, column: number): string {
  const content = grid.content(row, column);
  if (typeof content === 'number' && (grid.numberFormat(row, column) ?? '').includes('年'))
    return `${content}年`;
  return textOf(content);
}

export function textOf(content: CellContent): string {
  if (content === null) return '';
  if (isCellError(content)) return content.error;
  return typeof content === 'string' ? content : String(content);
}

const BLANK = /^[\s\u200b-\u200d\u2060\ufeff]*$/;

export function isBlankContent(content: CellContent): boolean {
  return (
    content === null ||
    (typeof content === 'string' && (content === '' || (content.length < 30 && BLANK.test(content))))
  );
}
