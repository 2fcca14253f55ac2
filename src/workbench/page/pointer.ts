/** Selecting and sizing columns with the mouse. */
import { LAST_COLUMN, LAST_ROW } from '../host';
import type { Frame, Target } from '../grid/geometry';
import type { Workbench } from './workbench';

interface Press {
  readonly clientX: number;
  readonly shiftKey: boolean;
  readonly buttons: number;
  /** null when the pointer need not be followed. */
  readonly pointerId: number | null;
  readonly currentTarget: HTMLElement;
}

type Drag =
  | { readonly kind: 'cell' | 'row' | 'column' }
  | { readonly kind: 'edge'; readonly column: number; readonly from: number; readonly width: number };

const POINTS_PER_PIXEL = 0.75;

export class PointerWork {
  private drag: Drag | null = null;

  down(event: Press, target: Target, workbench: Workbench, frame: Frame): void {
    const { row, column } = target;
    const { selection } = workbench;
    const anchor = event.shiftKey ? selection.anchor : { row, column };
    if (event.pointerId !== null) event.currentTarget.setPointerCapture(event.pointerId);
    switch (target.kind) {
      case 'corner':
        workbench.select({ anchor: { row: 1, column: 1 }, focus: { row: LAST_ROW, column: LAST_COLUMN } });
        return;
      case 'edge':
        this.drag = { kind: 'edge', column, from: event.clientX, width: frame.columns.size(column) };
        return;
      case 'row':
        workbench.select({ anchor: { row: anchor.row, column: 1 }, focus: { row, column: LAST_COLUMN } });
        break;
      case 'column':
        workbench.select({ anchor: { row: 1, column: anchor.column }, focus: { row: LAST_ROW, column } });
        break;
      case 'cell':
        workbench.select({ anchor, focus: { row, column } });
    }
    this.drag = { kind: target.kind };
  }

  move(event: Press, target: Target, workbench: Workbench): void {
    const { drag } = this;
    event.currentTarget.style.cursor = target.kind === 'edge' ? 'col-resize' : '';
    if (drag === null || event.buttons !== 1) return;
    if (drag.kind === 'edge') {
      const width = Math.max(0, drag.width + event.clientX - drag.from) * POINTS_PER_PIXEL;
      const range = { top: 1, bottom: LAST_ROW, left: drag.column, right: drag.column };
      workbench.act((user) => {
        user.setColumnWidth(workbench.address(range), width);
      });
      return;
    }
    const { anchor, focus } = workbench.selection;
    const row = drag.kind === 'column' ? LAST_ROW : target.row;
    const column = drag.kind === 'row' ? LAST_COLUMN : target.column;
    if (row !== focus.row || column !== focus.column) workbench.select({ anchor, focus: { row, column } });
  }

  up(): void {
    this.drag = null;
  }
}
