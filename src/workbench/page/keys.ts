/** What keys do in the grid, as in Excel. */
import { HEADER_HEIGHT, type Frame } from '../grid/geometry';
import { at, moved, regionAround, type Cell, type Direction } from '../grid/selection';
import type { Editing } from './editing';
import { clearCells } from './sheet-actions';
import type { Workbench } from './workbench';

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

interface Place {
  readonly workbench: Workbench;
  readonly editing: Editing;
  readonly frame: Frame;
}

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** @returns whether the key was one of ours */
export function keyPressed(event: Key, place: Place): boolean {
  const { workbench, editing } = place;
  const isFar = event.ctrlKey || event.metaKey;
  const direction = ARROWS[event.key];
  if (direction !== undefined) {
    go(
      workbench,
      moved(workbench.sheet, place.frame, workbench.selection.focus, direction, isFar),
      event.shiftKey,
    );
    return true;
  }
  if (isFar) return controlPressed(event, place);
  switch (event.key) {
    case 'Enter':
      step(place, event.shiftKey ? 'up' : 'down');
      return true;
    case 'Tab':
      step(place, event.shiftKey ? 'left' : 'right');
      return true;
    case 'Home':
      go(workbench, { ...workbench.selection.focus, column: 1 }, event.shiftKey);
      return true;
    case 'PageDown':
    case 'PageUp':
      turnPage(place, event.key === 'PageDown' ? 1 : -1, event.shiftKey);
      return true;
    case 'Delete':
      clearCells(workbench);
      return true;
    case 'Backspace':
      editing.begin('cell', '');
      return true;
    case 'F2':
      editing.begin('cell');
      return true;
    default:
      if (event.key.length !== 1 || event.altKey) return false;
      editing.begin('cell', event.key);
      return true;
  }
}

function controlPressed(event: Key, { workbench }: Place): boolean {
  const used = workbench.sheet.usedArea(true);
  switch (event.key) {
    case 'Home':
      go(workbench, { row: 1, column: 1 }, event.shiftKey);
      return true;
    case 'End':
      go(workbench, { row: used?.bottom ?? 1, column: used?.right ?? 1 }, event.shiftKey);
      return true;
    case 'a':
    case 'A': {
      const region = regionAround(workbench.sheet, workbench.selection.anchor);
      workbench.select({
        anchor: { row: region.top, column: region.left },
        focus: { row: region.bottom, column: region.right },
      });
      return true;
    }
    default:
      return false;
  }
}

export function step({ workbench, frame }: Omit<Place, 'editing'>, direction: Direction): void {
  go(workbench, moved(workbench.sheet, frame, workbench.selection.anchor, direction, false), false);
}

function turnPage({ workbench, frame }: Place, by: 1 | -1, isExtending: boolean): void {
  const { focus } = workbench.selection;
  const room = frame.height - HEADER_HEIGHT - frame.rows.end(frame.frozen.rows);
  const row = frame.rows.at(Math.max(0, frame.rows.start(focus.row) + by * room));
  go(workbench, { ...focus, row }, isExtending);
}

function go(workbench: Workbench, cell: Cell, isExtending: boolean): void {
  workbench.select(
    isExtending ? { anchor: workbench.selection.anchor, focus: cell } : at(cell.row, cell.column),
  );
}
