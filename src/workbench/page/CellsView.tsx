import { useEffect, useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { shownText } from '../grid/cell-text';
import { targetAt, type Target } from '../grid/geometry';
import { SheetView } from '../grid/sheet-view';
import { area, areaText, contains, type Sheet } from '../host';
import { CellEditor } from './CellEditor';
import { CellMenu } from './CellMenu';
import { usePointer, useScrolledAsBefore, useScrolledIntoView, useSizes, type Popup } from './cells-hooks';
import { copySelection, pasteInto } from './clipboard';
import type { Editing } from './editing';
import { FilterMenu } from './FilterMenu';
import { keyPressed } from './keys';
import { NoteCard } from './NoteCard';
import type { Workbench } from './workbench';
import { WORDS } from './words';

interface Props {
  readonly workbench: Workbench;
  readonly editing: Editing;
}

/** The cells: a canvas, over it what scrolls it and takes mouse and keys, over that the cell being edited. */
export function CellsView({ workbench, editing }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<SheetView | null>(null);
  const [popup, setPopup] = useState<Popup>(null);
  const [hovered, setHovered] = useState<Target | null>(null);
  const { sheet, selectedRange: selected, workbook, theme, cellsVersion } = workbench;
  const [shown, setShown] = useState<Sheet | null>(null);
  const close = (): void => {
    setPopup(null);
  };

  useLayoutEffect(() => {
    if (canvas.current !== null) setView(new SheetView(canvas.current));
  }, []);
  useLayoutEffect(() => {
    view?.show({ workbook, sheet, theme, selected });
    if (view !== null) setShown(sheet);
  });
  useLayoutEffect(() => {
    view?.invalidate();
  }, [view, cellsVersion]);
  useSizes(view, canvas, scroller);
  useScrolledAsBefore(view, scroller, shown);
  useScrolledIntoView(view, scroller, workbench);
  useEffect(() => {
    if (editing.draft === null) scroller.current?.focus({ preventScroll: true });
  }, [editing.draft, sheet]);
  return (
    <div className="cells">
      <canvas ref={canvas} aria-hidden="true" />
      {view === null ? (
        <div ref={scroller} className="scroller" />
      ) : (
        <Surface
          workbench={workbench}
          editing={editing}
          view={view}
          scroller={scroller}
          open={setPopup}
          hover={setHovered}
        >
          <ActiveCell workbench={workbench} />
        </Surface>
      )}
      {view === null ? null : <CellEditor workbench={workbench} editing={editing} frame={view.frame} />}
      {view === null || hovered === null ? null : (
        <NoteCard workbench={workbench} frame={view.frame} cell={hovered} />
      )}
      {popup?.kind === 'cells' ? <CellMenu workbench={workbench} at={popup} close={close} /> : null}
      {popup?.kind === 'filter' ? (
        <FilterMenu workbench={workbench} at={popup} column={popup.column} close={close} />
      ) : null}
    </div>
  );
}

interface SurfaceProps extends Props {
  readonly view: SheetView;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly open: (popup: Popup) => void;
  readonly hover: (target: Target | null) => void;
  readonly children: ReactNode;
}

/** Scrolls, and takes what mouse and keyboard do. */
function Surface({ workbench, editing, view, scroller, open, hover, children }: SurfaceProps) {
  const { sheet, lang, selectedRange } = workbench;
  const [, moved] = useState(0);
  const pointer = usePointer({ workbench, editing, view, open });
  const extent = view.extent();
  const targetOf = (event: { clientX: number; clientY: number; currentTarget: Element }): Target => {
    const box = event.currentTarget.getBoundingClientRect();
    return targetAt(view.frame, event.clientX - box.left, event.clientY - box.top);
  };
  return (
    <div
      ref={scroller}
      className="scroller"
      role="grid"
      tabIndex={0}
      aria-label={`${WORDS.grid[lang]}: ${sheet.name}`}
      aria-activedescendant="active-cell"
      aria-rowcount={-1}
      aria-colcount={-1}
      onScroll={({ currentTarget: { scrollLeft, scrollTop } }) => {
        view.scrollTo(scrollLeft, scrollTop * view.extent().scale);
        moved((count) => count + 1);
      }}
      onPointerDown={(event) => {
        pointer.down(event, targetOf(event));
      }}
      onPointerMove={(event) => {
        const target = targetOf(event);
        pointer.move(event, target);
        hover(target.kind === 'cell' && event.buttons === 0 ? target : null);
      }}
      onPointerUp={pointer.up}
      onPointerLeave={() => {
        hover(null);
      }}
      onDoubleClick={(event) => {
        if (targetOf(event).kind === 'cell') editing.begin('cell');
      }}
      onContextMenu={(event) => {
        event.preventDefault();
        const target = targetOf(event);
        if (!contains(selectedRange, area(target.row, target.column))) pointer.select(event, target);
        open({ kind: 'cells', x: event.clientX, y: event.clientY });
      }}
      onKeyDown={(event) => {
        if (keyPressed(event, { workbench, editing, frame: view.frame })) event.preventDefault();
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
      {children}
    </div>
  );
}

/** The active cell for those who hear the page: a canvas has no cells. */
function ActiveCell({ workbench }: { readonly workbench: Workbench }) {
  const { sheet, workbook, selection } = workbench;
  const { row, column } = selection.anchor;
  const text = shownText(
    sheet.content(row, column),
    sheet.style(row, column).numberFormat,
    workbook.date1904,
  );
  return (
    <div role="row" className="unseen" aria-rowindex={row}>
      <div id="active-cell" role="gridcell" aria-selected="true" aria-colindex={column}>
        {`${areaText(area(row, column))} ${text}`}
      </div>
    </div>
  );
}
