/** What the cells' view does besides drawing: sizes, scrolling, the mouse. */
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { MouseEvent, PointerEvent, RefObject } from 'react';
import { boxIn, HEADER_HEIGHT, headerWidth, paneOf, scrolledTo, type Target } from '../grid/geometry';
import { buttonBox } from '../grid/paint-frame';
import { mergeAt } from '../grid/selection';
import type { SheetView } from '../grid/sheet-view';
import type { Sheet } from '../host';
import type { Editing } from './editing';
import { PointerWork } from './pointer';
import { filterColumnAt, type FilterColumn } from './sheet-actions';
import type { Workbench } from './workbench';

/** What is open over the cells, at a point of the window. */
export type Popup =
  | { readonly kind: 'cells'; readonly x: number; readonly y: number }
  | { readonly kind: 'filter'; readonly x: number; readonly y: number; readonly column: FilterColumn }
  | null;

function press({ clientX, shiftKey, buttons }: MouseEvent<HTMLDivElement>) {
  return { clientX, shiftKey, buttons, pointerId: null };
}

/** The canvas is as large as what the scroller shows without its bars. */
export function useSizes(
  view: SheetView | null,
  canvas: RefObject<HTMLCanvasElement | null>,
  scroller: RefObject<HTMLDivElement | null>,
): void {
  useEffect(() => {
    const element = scroller.current;
    if (view === null || element === null) return undefined;
    const fit = (): void => {
      const { clientWidth, clientHeight } = element;
      if (canvas.current !== null) {
        canvas.current.style.width = `${clientWidth}px`;
        canvas.current.style.height = `${clientHeight}px`;
      }
      view.resize(clientWidth, clientHeight);
    };
    fit();
    const observer = new ResizeObserver(fit);
    observer.observe(element);
    // Texts are drawn with whatever font is there; when the page's own comes, once more.
    document.fonts.addEventListener('loadingdone', fit);
    return () => {
      observer.disconnect();
      document.fonts.removeEventListener('loadingdone', fit);
    };
  }, [view, canvas, scroller]);
}

/** Each sheet is where it was left; when `shown` changes, the page already has room for as much. */
export function useScrolledAsBefore(
  view: SheetView | null,
  scroller: RefObject<HTMLDivElement | null>,
  shown: Sheet | null,
): void {
  useLayoutEffect(() => {
    const element = scroller.current;
    if (view === null || element === null) return;
    element.scrollLeft = view.frame.left;
    element.scrollTop = view.frame.top / view.extent().scale;
  }, [view, scroller, shown]);
}

/** The corner of the selection that moves stays in view. */
export function useScrolledIntoView(
  view: SheetView | null,
  scroller: RefObject<HTMLDivElement | null>,
  workbench: Workbench,
): void {
  const { sheet } = workbench;
  const { focus } = workbench.selection;
  useEffect(() => {
    const element = scroller.current;
    if (view === null || element === null) return;
    const { frame } = view;
    const { scale } = view.extent();
    const left = scrolledTo(frame.columns, frame.frozen.columns, focus.column, {
      scrolled: frame.left,
      length: frame.width - headerWidth(frame),
    });
    const top = scrolledTo(frame.rows, frame.frozen.rows, focus.row, {
      scrolled: frame.top,
      length: frame.height - HEADER_HEIGHT,
    });
    if (left !== frame.left) element.scrollLeft = left;
    if (top !== frame.top) element.scrollTop = top / scale;
  }, [view, scroller, sheet, focus.row, focus.column]);
}

interface PointerUse {
  readonly workbench: Workbench;
  readonly editing: Editing;
  readonly view: SheetView;
  readonly open: (popup: Popup) => void;
}

/** What the mouse does; a press on a filter button opens its list instead. */
export function usePointer({ workbench, editing, view, open }: PointerUse) {
  const work = useRef(new PointerWork());
  return {
    down: (event: PointerEvent<HTMLDivElement>, target: Target): void => {
      if (event.button !== 0 || !editing.accept()) return;
      const box = event.currentTarget.getBoundingClientRect();
      const column = filterColumnAt(workbench, target.row, target.column);
      const pane = paneOf(view.frame, target);
      if (target.kind === 'cell' && column !== null && pane !== null) {
        const { row } = target;
        const cell = boxIn(pane, view.frame, {
          top: row,
          left: target.column,
          bottom: row,
          right: target.column,
        });
        const button = buttonBox(cell);
        const [x, y] = [event.clientX - box.left, event.clientY - box.top];
        if (x >= button.x && x <= button.x + button.width && y >= button.y && y <= button.y + button.height) {
          open({ kind: 'filter', x: box.left + cell.x, y: box.top + cell.y + cell.height, column });
          return;
        }
      }
      const whole = mergeAt(workbench.sheet, target);
      const snapped =
        whole === undefined || target.kind !== 'cell'
          ? target
          : { ...target, row: whole.top, column: whole.left };
      work.current.down(event, snapped, workbench, view.frame);
    },
    move: (event: PointerEvent<HTMLDivElement>, target: Target): void => {
      work.current.move(event, target, workbench);
    },
    up: (): void => {
      work.current.up();
    },
    /** A click with another button, which drags nothing. */
    select: (event: MouseEvent<HTMLDivElement>, target: Target): void => {
      if (!editing.accept()) return;
      work.current.down(
        { ...press(event), currentTarget: event.currentTarget },
        target,
        workbench,
        view.frame,
      );
      work.current.up();
    },
  };
}
