/**
 * One sheet on one canvas. Whoever owns it tells it what is to be shown and where it is scrolled to; it draws at
 * the next frame, in the pixels of the screen, and answers what is under a point.
 */
import type { CellRange } from '../../sheet';
import { LAST_COLUMN, LAST_ROW, type Sheet, type Workbook } from '../host';
import { Axis } from './axis';
import { TextWidths } from './font-widths';
import { HEADER_HEIGHT, headerWidth, panesOf, type Frame } from './geometry';
import { paintPane } from './paint-cells';
import { paintFrame } from './paint-frame';
import { PALETTES } from './palette';
import { rowHeights } from './row-heights';

export const FONTS =
  '"Microsoft YaHei", "PingFang SC", "Hiragino Sans GB", "Source Han Sans SC", "Workbench Sans SC", sans-serif';

const PIXELS_PER_POINT = 4 / 3;
/** Beyond what is used one can scroll on for about a screen. */
const MORE_ROWS = 60;
const MORE_COLUMNS = 12;
/** Browsers show nothing beyond some 17 million pixels: scrolling is scaled down before. */
const LONGEST_SCROLL = 8_000_000;

export interface Shown {
  readonly workbook: Workbook;
  readonly sheet: Sheet;
  readonly theme: 'light' | 'dark';
  readonly selected: CellRange;
}

export class SheetView {
  private rows = new Axis({ standard: 19, own: new Map(), count: LAST_ROW });
  private columns = new Axis({ standard: 72, own: new Map(), count: LAST_COLUMN });
  private readonly widths = new TextWidths();
  private notes: ReadonlySet<string> = new Set();
  private shown: Shown | null = null;
  private width = 0;
  private height = 0;
  private scroll = { left: 0, top: 0 };
  private readonly scrolls = new WeakMap<Sheet, { left: number; top: number }>();
  private isMeasured = false;
  private request = 0;

  constructor(private readonly canvas: HTMLCanvasElement) {}

  /** Sizes are measured anew: cells, looks or hidden rows may have changed. */
  invalidate(): void {
    this.isMeasured = false;
    this.draw();
  }

  /** A sheet is shown where it was scrolled to when it was last seen. */
  show(shown: Shown): void {
    const { sheet } = shown;
    if (sheet !== this.shown?.sheet) {
      if (this.shown !== null) this.scrolls.set(this.shown.sheet, this.scroll);
      this.scroll = this.scrolls.get(sheet) ?? { left: 0, top: 0 };
      this.isMeasured = false;
    }
    this.shown = shown;
    this.draw();
  }

  /** In CSS pixels. */
  resize(width: number, height: number): void {
    [this.width, this.height] = [width, height];
    this.widths.forget();
    const ratio = window.devicePixelRatio;
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    this.paint();
  }

  /** Where the sheet is scrolled to, in its own pixels. */
  scrollTo(left: number, top: number): void {
    this.scroll = { left, top };
    this.draw();
  }

  get frame(): Frame {
    this.measure();
    const frozen = this.shown?.sheet.frozen ?? { rows: 0, columns: 0 };
    const { rows, columns, width, height, scroll } = this;
    return { rows, columns, width, height, left: scroll.left, top: scroll.top, frozen };
  }

  /** How large all that can be scrolled to is on the screen, headers included. */
  extent(): { width: number; height: number; scale: number } {
    const frame = this.frame;
    const used = this.shown?.sheet.usedArea(false) ?? null;
    const { selected } = this.shown ?? {};
    const far = (last: number): number => (last >= LAST_COLUMN ? 0 : last);
    const lastRow = Math.max(
      used?.bottom ?? 0,
      rowOf(selected),
      frame.rows.at(frame.rows.end(frame.frozen.rows) + frame.top + frame.height),
    );
    const lastColumn = Math.max(
      far(used?.right ?? 0),
      far(selected?.right ?? 0),
      frame.columns.at(frame.left + frame.width),
    );
    const height = this.rows.end(Math.min(LAST_ROW, lastRow + MORE_ROWS)) + HEADER_HEIGHT;
    const width = this.columns.end(Math.min(LAST_COLUMN, lastColumn + MORE_COLUMNS)) + headerWidth(frame);
    const scale = Math.max(1, height / LONGEST_SCROLL);
    return { width, height: height / scale, scale };
  }

  private measure(): void {
    if (this.isMeasured || this.shown === null) return;
    const { workbook, sheet } = this.shown;
    this.isMeasured = true;
    const rows = new Map<number, number>();
    for (const [row, points] of rowHeights(workbook, sheet)) rows.set(row, pixels(points));
    for (const row of sheet.hiddenRows) rows.set(row, 0);
    for (const filter of sheet.filters) for (const row of filter.hiddenRows) rows.set(row, 0);
    const columns = new Map<number, number>();
    for (const [column, points] of sheet.columnWidths) columns.set(column, pixels(points));
    for (const column of sheet.hiddenColumns) columns.set(column, 0);
    this.rows = new Axis({ standard: pixels(sheet.standardHeight), own: rows, count: LAST_ROW });
    this.columns = new Axis({ standard: pixels(sheet.standardWidth), own: columns, count: LAST_COLUMN });
    const noted = workbook.comments.filter((comment) => comment.sheet === sheet);
    this.notes = new Set(noted.map(({ cell }) => `${cell.top} ${cell.left}`));
  }

  private draw(): void {
    if (this.request !== 0) return;
    this.request = requestAnimationFrame(() => {
      this.request = 0;
      this.paint();
    });
  }

  private paint(): void {
    const context = this.canvas.getContext('2d');
    if (context === null || this.shown === null || this.width === 0) return;
    const { workbook, sheet, theme, selected } = this.shown;
    const ratio = window.devicePixelRatio;
    const palette = PALETTES[theme];
    const { frame } = this;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.fillStyle = palette.outside;
    context.fillRect(0, 0, this.width, this.height);
    const { date1904 } = workbook;
    for (const pane of panesOf(frame)) {
      paintPane(
        { context, frame, sheet, date1904, fallbackFonts: FONTS, notes: this.notes, widths: this.widths },
        pane,
      );
    }
    paintFrame({ context, frame, sheet, palette, selected, fonts: FONTS });
  }
}

function pixels(points: number): number {
  return Math.round(points * PIXELS_PER_POINT);
}

/** Selected whole columns do not make the sheet longer. */
function rowOf(range: CellRange | undefined): number {
  return range === undefined || range.bottom >= LAST_ROW ? 0 : range.bottom;
}
