import { useEffect, useRef, useState } from 'react';
import { parseAddress } from '../host';
import type { Editing } from './editing';
import { Icon } from './icons';
import type { Workbench } from './workbench';
import { WORDS } from './words';

interface Props {
  readonly workbench: Workbench;
  readonly editing: Editing;
}

/** Name box and formula bar. */
export function FormulaBar({ workbench, editing }: Props) {
  const { lang } = workbench;
  const bar = useRef<HTMLTextAreaElement>(null);
  const isEditing = editing.draft !== null;
  return (
    <div className="formula">
      <NameBox workbench={workbench} editing={editing} />
      <button
        type="button"
        disabled={!isEditing}
        title={WORDS.cancel[lang]}
        aria-label={WORDS.cancel[lang]}
        onClick={() => {
          editing.cancel();
        }}
      >
        <Icon name="cancel" size={14} />
      </button>
      <button
        type="button"
        disabled={!isEditing}
        title={WORDS.accept[lang]}
        aria-label={WORDS.accept[lang]}
        onClick={() => {
          editing.accept();
        }}
      >
        <Icon name="accept" size={14} />
      </button>
      <span className="fx" aria-hidden="true">
        fx
      </span>
      <textarea
        ref={bar}
        className="entry"
        rows={1}
        spellCheck={false}
        aria-label={WORDS.formulaBar[lang]}
        value={editing.shown}
        onFocus={() => {
          editing.begin('bar');
        }}
        onChange={(event) => {
          editing.begin('bar');
          editing.change(event.currentTarget.value, 'bar');
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            editing.cancel();
            event.currentTarget.blur();
          }
          if (event.key === 'Enter' && !event.altKey && !event.nativeEvent.isComposing) {
            event.preventDefault();
            if (editing.accept()) event.currentTarget.blur();
          }
        }}
      />
    </div>
  );
}

function NameBox({ workbench, editing }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const { place } = editing;
  useEffect(() => {
    setTyped(null);
  }, [place]);
  return (
    <input
      className="name-box"
      aria-label={WORDS.nameBox[workbench.lang]}
      spellCheck={false}
      value={typed ?? place}
      onFocus={(event) => {
        event.currentTarget.select();
      }}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
      }}
      onBlur={() => {
        setTyped(null);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setTyped(null);
        // What is typed next goes into the cell, as in Excel.
        if (event.key === 'Enter' && typed !== null && goTo(workbench, typed))
          document.querySelector<HTMLElement>('.scroller')?.focus({ preventScroll: true });
      }}
    />
  );
}

/** An address, or a name that stands for one. */
function goTo(workbench: Workbench, text: string): boolean {
  const name = workbench.workbook.nameSeenFrom(workbench.sheet, text.trim());
  const address = parseAddress(name === undefined ? text : name.formula.replace(/^=/, ''));
  if (address === null) return false;
  const sheet = address.sheet === null ? workbench.sheet : workbench.workbook.sheetNamed(address.sheet);
  if (sheet === undefined) return false;
  if (sheet !== workbench.sheet) workbench.activate(sheet);
  const { top, left, bottom, right } = address.area;
  workbench.select({ anchor: { row: top, column: left }, focus: { row: bottom, column: right } });
  return true;
}
