import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent, PointerEvent, RefObject } from 'react';
import { shownText } from '../grid/cell-text';
import {
  boxIn,
  HEADER_HEIGHT,
  headerWidth,
  paneOf,
  scrolledTo,
  targetAt,
  type Target,
} from '../grid/geometry';
import { buttonBox } from '../grid/paint-frame';
import { mergeAt } from '../grid/selection';
import { SheetView } from '../grid/sheet-view';
import { area, areaText, contains } from '../host';
import { CellEditor } from './CellEditor';
import { CellMenu } from './CellMenu';
import { copySelection, pasteInto } from './clipboard';
import type { Editing } from './editing';
import { FilterMenu } from './FilterMenu';
import { keyPressed } from './keys';
import { NoteCard } from './NoteCard';
import { PointerWork } from './pointer';
import { filterColumnAt, type FilterColumn } from './sheet-actions';
import type { Workbench } from './workbench';
import { WORDS } from './words';

interface Props {
  readonly workbench: Workbench;
  readonly editing: Editing;
}

type Popup =
  | { readonly kind: 'cells'; readonly x: number; readonly y: number; readonly target: Target }
  | { readonly kind: 'filter'; readonly x: number; readonly y: number; readonly column: FilterColumn }
  | null;

/** The cells: a canvas, over it what scrolls it and takes mouse and keys, over that the cell being edited. */
export function CellsView({ workbench, editing }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<SheetView | null>(null);
  const [popup, setPopup] = useState<Popup>(null);
  const [hovered, setHovered] = useState<Target | null>(null);
  const [, scrolled] = useState(0);
  const { sheet, selectedRange: selected, workbook, theme, lang, cellsVersion } = workbench;

  useLayoutEffect(() => {
    if (canvas.current !== null) setView(new SheetView(canvas.current));
  }, []);
  useLayoutEffect(() => {
    view?.show({ workbook, sheet, theme, selected });
  });
  useLayoutEffect(() => {
    view?.invalidate();
  }, [view, cellsVersion]);
  useSizes(view, canvas, scroller);
  useScrolledIntoView(view, scroller, workbench);
  useEffect(() => {
    if (editing.draft === null) scroller.current?.focus({ preventScroll: true });
  }, [editing.draft, sheet]);

  const extent = view?.extent() ?? { width: 0, height: 0, scale: 1 };
  const targetOf = (event: { clientX: number; clientY: number }): Target | null => {
    const box = canvas.current?.getBoundingClientRect();
    if (view === null || box === undefined) return null;
    return targetAt(view.frame, event.clientX - box.left, event.clientY - box.top);
  };
  const pointer = usePointer(workbench, editing, view, setPopup, canvas);
  const { anchor } = workbench.selection;
  return (
    <div className="cells">
      <canvas ref={canvas} aria-hidden="true" />
      <div
        ref={scroller}
        className="scroller"
        role="grid"
        tabIndex={0}
        aria-label={`${WORDS.grid[lang]}: ${sheet.name}`}
        aria-activedescendant="active-cell"
        aria-rowcount={-1}
        aria-colcount={-1}
        onScroll={(event) => {
          const { scrollLeft, scrollTop } = event.currentTarget;
          view?.scrollTo(scrollLeft, scrollTop * view.extent().scale);
          scrolled((count) => count + 1);
        }}
        onPointerDown={(event: PointerEvent<HTMLDivElement>) => {
          const target = targetOf(event);
          if (target !== null) pointer.down(event, target);
        }}
        onPointerMove={(event) => {
          const target = targetOf(event);
          if (target === null) return;
          pointer.move(event, target);
          setHovered(target.kind === 'cell' && event.buttons === 0 ? target : null);
        }}
        onPointerUp={() => {
          pointer.up();
        }}
        onPointerLeave={() => {
          setHovered(null);
        }}
        onDoubleClick={(event) => {
          if (targetOf(event)?.kind === 'cell') editing.begin('cell');
        }}
        onContextMenu={(event) => {
          event.preventDefault();
          const target = targetOf(event);
          if (target === null) return;
          if (!contains(selected, area(target.row, target.column)) && target.kind !== 'corner')
            pointer.select(event, target);
          setPopup({ kind: 'cells', x: event.clientX, y: event.clientY, target });
        }}
        onKeyDown={(event: KeyboardEvent<HTMLDivElement>) => {
          if (view !== null && keyPressed(event, { workbench, editing, frame: view.frame }))
            event.preventDefault();
        }}
        onCopy={(event) => {
          event.preventDefault();
          event.clipboardData.setData('text/plain', copySelection(workbench));
        }}
        onPaste={(event) => {
          event.preventDefault();
          pasteInto(workbench, event.clipboardData.getData('text/plain'));
        }}
      >
        <div className="extent" style={{ width: extent.width, height: extent.height }} />
        <div role="row" className="unseen" aria-rowindex={anchor.row}>
          <div id="active-cell" role="gridcell" aria-selected="true" aria-colindex={anchor.column}>
            {`${areaText({ top: anchor.row, left: anchor.column, bottom: anchor.row, right: anchor.column })} ${shownText(
              sheet.content(anchor.row, anchor.column),
              sheet.style(anchor.row, anchor.column).numberFormat,
              workbook.date1904,
            )}`}
          </div>
        </div>
      </div>
      {view === null ? null : <CellEditor workbench={workbench} editing={editing} frame={view.frame} />}
      {view === null || hovered === null ? null : (
        <NoteCard workbench={workbench} frame={view.frame} cell={hovered} />
      )}
      {popup?.kind === 'cells' ? (
        <CellMenu
          workbench={workbench}
          at={popup}
          close={() => {
            setPopup(null);
          }}
        />
      ) : null}
      {popup?.kind === 'filter' ? (
        <FilterMenu
          workbench={workbench}
          at={popup}
          column={popup.column}
          close={() => {
            setPopup(null);
          }}
        />
      ) : null}
    </div>
  );
}

function press({ clientX, shiftKey, buttons }: MouseEvent<HTMLDivElement>) {
  return { clientX, shiftKey, buttons, pointerId: null };
}

/** The canvas is as large as what the scroller shows without its bars. */
function useSizes(
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

/** The corner of the selection that moves stays in view. */
function useScrolledIntoView(
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

/** What the mouse does; a press on a filter button opens its list instead. */
function usePointer(
  workbench: Workbench,
  editing: Editing,
  view: SheetView | null,
  open: (popup: Popup) => void,
  canvas: RefObject<HTMLCanvasElement | null>,
) {
  const work = useRef(new PointerWork());
  return {
    down: (event: PointerEvent<HTMLDivElement>, target: Target): void => {
      if (view === null || event.button !== 0 || !editing.accept()) return;
      const box = canvas.current?.getBoundingClientRect();
      const column = filterColumnAt(workbench, target.row, target.column);
      const pane = paneOf(view.frame, target);
      if (target.kind === 'cell' && column !== null && pane !== null && box !== undefined) {
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
      if (view !== null) work.current.move(event, target, workbench);
    },
    up: (): void => {
      work.current.up();
    },
    /** A click with another button, which drags nothing. */
    select: (event: MouseEvent<HTMLDivElement>, target: Target): void => {
      if (view === null || !editing.accept()) return;
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
