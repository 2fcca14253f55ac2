/** The border lines of one cell. */
import type { BorderLine, CellStyle } from '../host';
import type { Box } from './geometry';

const DASHES: Readonly<Record<string, readonly number[]>> = {
  Dash: [4, 2],
  Dot: [1, 2],
  DashDot: [5, 2, 1, 2],
  DashDotDot: [5, 2, 1, 2, 1, 2],
  SlantDashDot: [6, 2, 2, 2],
};

const WIDTHS: Readonly<Record<string, number>> = { Hairline: 1, Thin: 1, Medium: 2, Thick: 3 };

export function paintBorders(context: CanvasRenderingContext2D, { borders }: CellStyle, box: Box): void {
  for (const [edge, line] of Object.entries(borders)) {
    if (line.style === 'None') continue;
    const [left, top] = [Math.round(box.x) - 1, Math.round(box.y) - 1];
    const [right, bottom] = [left + Math.round(box.width), top + Math.round(box.height)];
    if (edge === 'EdgeTop') stroke(context, line, [left, top, right, top]);
    else if (edge === 'EdgeBottom') stroke(context, line, [left, bottom, right, bottom]);
    else if (edge === 'EdgeLeft') stroke(context, line, [left, top, left, bottom]);
    else if (edge === 'EdgeRight') stroke(context, line, [right, top, right, bottom]);
  }
}

function stroke(
  context: CanvasRenderingContext2D,
  { style, weight, color }: BorderLine,
  [x1, y1, x2, y2]: readonly [number, number, number, number],
): void {
  const isAcross = y1 === y2;
  context.strokeStyle = color;
  context.lineWidth = style === 'Double' ? 1 : (WIDTHS[weight] ?? 1);
  context.setLineDash([...(DASHES[style] ?? [])]);
  for (const shift of style === 'Double' ? [-1, 1] : [0]) {
    const [dx, dy] = isAcross ? [0, shift + 0.5] : [shift + 0.5, 0];
    context.beginPath();
    context.moveTo(x1 + dx, y1 + dy);
    context.lineTo(x2 + dx + (isAcross ? 1 : 0), y2 + dy + (isAcross ? 0 : 1));
    context.stroke();
  }
  context.setLineDash([]);
}
