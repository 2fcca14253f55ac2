import { useEffect, useRef } from 'react';
import { boxIn, paneOf, type Frame } from '../grid/geometry';
import { mergeAt } from '../grid/selection';
import { FONTS } from '../grid/sheet-view';
import type { Editing } from './editing';
import { step } from './keys';
import type { Workbench } from './workbench';
import { WORDS } from './words';

interface Props {
  readonly workbench: Workbench;
  readonly editing: Editing;
  readonly frame: Frame;
}

/** The cell being edited, over its place in the grid; it grows with what is typed. */
export function CellEditor({ workbench, editing, frame }: Props) {
  const input = useRef<HTMLTextAreaElement>(null);
  const { draft } = editing;
  const isHere = draft?.place === 'cell';
  useEffect(() => {
    if (!isHere) return;
    const element = input.current;
    element?.focus({ preventScroll: true });
    element?.setSelectionRange(element.value.length, element.value.length);
  }, [isHere]);
  if (draft === null) return null;
  const { row, column } = draft.cell;
  const pane = paneOf(frame, draft.cell);
  if (pane === null) return null;
  const cells = mergeAt(workbench.sheet, draft.cell) ?? {
    top: row,
    left: column,
    bottom: row,
    right: column,
  };
  const box = boxIn(pane, frame, cells);
  const style = workbench.sheet.style(row, column);
  const lines = draft.text.split('\n');
  const longest = Math.max(...lines.map((line) => line.replaceAll(/[^ -~]/g, '..').length));
  return (
    <textarea
      ref={input}
      className="cell-editor"
      spellCheck={false}
      aria-label={WORDS.editing[workbench.lang]}
      value={draft.text}
      style={{
        left: box.x - 1,
        top: box.y - 1,
        minWidth: box.width + 1,
        width: Math.min(600, longest * style.fontSize * 0.75 + 16),
        height: Math.max(box.height + 1, lines.length * style.fontSize * 1.75 + 4),
        fontFamily: `"${style.fontName}", ${FONTS}`,
        fontSize: `${style.fontSize}pt`,
      }}
      onFocus={() => {
        editing.change(draft.text, 'cell');
      }}
      onChange={(event) => {
        editing.change(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') editing.cancel();
        else if (event.key === 'Enter' && event.altKey) editing.change(`${draft.text}\n`);
        else if (event.key === 'Enter' || event.key === 'Tab') {
          event.preventDefault();
          const [back, on] = event.key === 'Tab' ? (['left', 'right'] as const) : (['up', 'down'] as const);
          if (editing.accept()) step({ workbench, frame }, event.shiftKey ? back : on);
        }
      }}
    />
  );
}
