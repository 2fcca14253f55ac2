import { area, contains } from '../host';
import { boxIn, paneOf, type Frame } from '../grid/geometry';
import type { Cell } from '../grid/selection';
import type { Workbench } from './workbench';

interface Props {
  readonly workbench: Workbench;
  readonly frame: Frame;
  /** The cell under the pointer. */
  readonly cell: Cell;
}

/** The note of the cell under the pointer, beside it. */
export function NoteCard({ workbench, frame, cell }: Props) {
  const { sheet, workbook } = workbench;
  const note = workbook.comments.find(
    (comment) => comment.sheet === sheet && contains(comment.cell, area(cell.row, cell.column)),
  );
  const pane = paneOf(frame, cell);
  if (note === undefined || pane === null) return null;
  const box = boxIn(pane, frame, note.cell);
  const width = 260;
  const isLeft = box.x + box.width + width + 12 > frame.width;
  return (
    <div
      className="note"
      role="tooltip"
      style={{ left: isLeft ? Math.max(0, box.x - width - 8) : box.x + box.width + 8, top: box.y, width }}
    >
      {note.author === '' ? null : <strong>{note.author}</strong>}
      {note.content}
    </div>
  );
}
