import type { CellRange } from '../../sheet';
import { cellRange, PLACE } from '../session/cells';
import type { Context } from '../session/run';

/**
 * What a header of ours says about where the figures come from. Office.js has no notes up to ExcelApi 1.15:
 * it is a comment.
 */
export interface CellNote {
  readonly comment: Excel.Comment;
  readonly cells: CellRange;
  readonly text: string;
}

export async function notesOn(context: Context, sheet: Excel.Worksheet): Promise<CellNote[]> {
  const comments = sheet.comments.load('items/content');
  await context.sync();
  const places = comments.items.map((comment) => comment.getLocation().load(PLACE));
  if (places.length > 0) await context.sync();
  return comments.items.flatMap((comment, index): CellNote[] => {
    const place = places[index];
    return place === undefined ? [] : [{ comment, cells: cellRange(place), text: comment.content }];
  });
}

export function noteAt(notes: readonly CellNote[], row: number, column: number): CellNote | undefined {
  return notes.find(({ cells }) => cells.top === row && cells.left === column);
}

/** Whether a text is one that we wrote: its second line says which rules were used, in either language. */
export function isOurNote(text: string): boolean {
  return /^[^\n]*\n(?:规则版本：|Rules: )/.test(text);
}

/** Writes, changes or (null) removes our note at a cell. A note of somebody else's stays as it is. */
export function putNote(
  sheet: Excel.Worksheet,
  notes: readonly CellNote[],
  at: { readonly row: number; readonly column: number },
  text: string | null,
): void {
  const present = noteAt(notes, at.row, at.column);
  if (present !== undefined && !isOurNote(present.text)) return;
  if (text === null) present?.comment.delete();
  else if (present === undefined) sheet.comments.add(sheet.getCell(at.row - 1, at.column - 1), text);
  else if (present.text !== text) present.comment.content = text;
}
