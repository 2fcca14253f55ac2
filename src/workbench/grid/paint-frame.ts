/** Draws what lies around and above the cells: headers, frozen lines, the selection, filter buttons. */
import { columnLetter, type CellRange } from '../../sheet';
import { overlap, spillArea, type Sheet } from '../host';
import { boxIn, headerWidth, HEADER_HEIGHT, panesOf, type Box, type Frame, type Pane } from './geometry';
import { hasFilterButton } from './paint-cells';
import { SHEET, type Palette } from './palette';

export interface FrameToPaint {
  readonly context: CanvasRenderingContext2D;
  readonly frame: Frame;
  readonly sheet: Sheet;
  readonly palette: Palette;
  readonly selected: CellRange;
  readonly fonts: string;
}

export function paintFrame(paint: FrameToPaint): void {
  const panes = panesOf(paint.frame);
  for (const pane of panes) {
    paintFilterButtons(paint, pane);
    paintSpill(paint, pane);
    paintSelection(paint, pane);
  }
  paintHeaders(paint, panes);
  paintFrozenLines(paint);
}

function clipped(context: CanvasRenderingContext2D, box: Box, work: () => void): void {
  context.save();
  context.beginPath();
  context.rect(box.x, box.y, box.width, box.height);
  context.clip();
  work();
  context.restore();
}

function paintSelection({ context, frame, selected, palette, sheet }: FrameToPaint, pane: Pane): void {
  const box = boxIn(pane, frame, selected);
  clipped(context, pane, () => {
    const isSingle = sheet.merges.some((merge) => overlap(merge, selected) !== null)
      ? false
      : selected.top === selected.bottom && selected.left === selected.right;
    if (!isSingle) {
      context.fillStyle = SHEET.selection;
      context.fillRect(box.x, box.y, box.width - 1, box.height - 1);
    }
    context.strokeStyle = palette.accent;
    context.lineWidth = 2;
    context.strokeRect(box.x - 1, box.y - 1, box.width + 1, box.height + 1);
    context.fillStyle = palette.accent;
    context.strokeStyle = '#FFFFFF';
    context.lineWidth = 1;
    context.fillRect(box.x + box.width - 4, box.y + box.height - 4, 6, 6);
  });
}

/** The area over which the selected formula spills. */
function paintSpill({ context, frame, sheet, selected }: FrameToPaint, pane: Pane): void {
  for (const formula of sheet.spilling) {
    const spread = spillArea(formula);
    if (spread === null || overlap(spread, selected) === null) continue;
    const box = boxIn(pane, frame, spread);
    clipped(context, pane, () => {
      context.strokeStyle = SHEET.spill;
      context.lineWidth = 1;
      context.strokeRect(box.x - 0.5, box.y - 0.5, box.width, box.height);
    });
  }
}

function paintFilterButtons({ context, frame, sheet }: FrameToPaint, pane: Pane): void {
  const ranges = [sheet.filter?.range, ...sheet.tables.map((table) => table.headerRow)];
  for (const range of ranges) {
    const row = range?.top ?? 0;
    if (range === undefined || range === null || row < pane.cells.top || row > pane.cells.bottom) continue;
    clipped(context, pane, () => {
      for (let column = pane.cells.left; column <= pane.cells.right; column += 1) {
        if (frame.columns.isHidden(column) || !hasFilterButton(sheet, row, column)) continue;
        paintButton(
          context,
          buttonBox(boxIn(pane, frame, { top: row, left: column, bottom: row, right: column })),
          isFiltering(sheet, row, column),
        );
      }
    });
  }
}

export function buttonBox(cell: Box): Box {
  const size = 16;
  return { x: cell.x + cell.width - size - 2, y: cell.y + cell.height - size - 2, width: size, height: size };
}

function isFiltering(sheet: Sheet, row: number, column: number): boolean {
  return sheet.filters.some(
    (filter) =>
      filter.range.top === row &&
      column >= filter.range.left &&
      column <= filter.range.right &&
      filter.criterion(column - filter.range.left) !== undefined,
  );
}

function paintButton(
  context: CanvasRenderingContext2D,
  { x, y, width, height }: Box,
  filtering: boolean,
): void {
  context.fillStyle = SHEET.button;
  context.fillRect(x, y, width, height);
  context.strokeStyle = SHEET.buttonLine;
  context.lineWidth = 1;
  context.strokeRect(Math.round(x) + 0.5, Math.round(y) + 0.5, width - 1, height - 1);
  context.fillStyle = SHEET.buttonMark;
  const [centre, middle] = [x + width / 2, y + height / 2];
  context.beginPath();
  if (filtering) {
    context.moveTo(centre - 5, middle - 4);
    context.lineTo(centre + 5, middle - 4);
    context.lineTo(centre + 1, middle + 1);
    context.lineTo(centre + 1, middle + 5);
    context.lineTo(centre - 1, middle + 4);
    context.lineTo(centre - 1, middle + 1);
  } else {
    context.moveTo(centre - 4, middle - 2);
    context.lineTo(centre + 4, middle - 2);
    context.lineTo(centre, middle + 3);
  }
  context.fill();
}

function paintHeaders(paint: FrameToPaint, panes: readonly Pane[]): void {
  const { context, frame, palette, selected, fonts } = paint;
  const side = headerWidth(frame);
  context.font = `12px ${fonts}`;
  context.textBaseline = 'middle';
  context.textAlign = 'center';
  for (const pane of panes.filter(({ y }) => y === HEADER_HEIGHT)) {
    clipped(context, { x: pane.x, y: 0, width: pane.width, height: HEADER_HEIGHT }, () => {
      for (let column = pane.cells.left; column <= pane.cells.right; column += 1) {
        if (frame.columns.isHidden(column)) continue;
        const x = Math.round(pane.x + frame.columns.start(column) - pane.sheetX);
        const width = frame.columns.size(column);
        const isSelected = column >= selected.left && column <= selected.right;
        paintHeader(
          context,
          palette,
          { x, y: 0, width, height: HEADER_HEIGHT },
          isSelected,
          columnLetter(column),
        );
      }
    });
  }
  for (const pane of panes.filter(({ x }) => x === side)) {
    clipped(context, { x: 0, y: pane.y, width: side, height: pane.height }, () => {
      for (let row = pane.cells.top; row <= pane.cells.bottom; row += 1) {
        if (frame.rows.isHidden(row)) continue;
        const y = Math.round(pane.y + frame.rows.start(row) - pane.sheetY);
        const height = frame.rows.size(row);
        const isSelected = row >= selected.top && row <= selected.bottom;
        paintHeader(context, palette, { x: 0, y, width: side, height }, isSelected, String(row));
      }
    });
  }
  paintHeader(context, palette, { x: 0, y: 0, width: side, height: HEADER_HEIGHT }, false, '');
}

function paintHeader(
  context: CanvasRenderingContext2D,
  palette: Palette,
  { x, y, width, height }: Box,
  isSelected: boolean,
  text: string,
): void {
  context.fillStyle = isSelected ? palette.headerSelected : palette.header;
  context.fillRect(x, y, width, height);
  context.fillStyle = palette.headerLine;
  context.fillRect(x + width - 1, y, 1, height);
  context.fillRect(x, y + height - 1, width, 1);
  context.fillStyle = isSelected ? palette.headerSelectedText : palette.headerText;
  context.fillText(text, x + width / 2, y + height / 2 + 0.5);
}

function paintFrozenLines({ context, frame }: FrameToPaint): void {
  context.fillStyle = SHEET.frozenLine;
  const { rows, columns } = frame.frozen;
  const x = headerWidth(frame) + frame.columns.end(columns) - 1;
  const y = HEADER_HEIGHT + frame.rows.end(rows) - 1;
  if (columns > 0) context.fillRect(x, 0, 1, frame.height);
  if (rows > 0) context.fillRect(0, y, frame.width, 1);
}
