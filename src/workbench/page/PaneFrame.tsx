import { useEffect, useRef } from 'react';
import { Icon } from './icons';
import { onNewDocument } from './new-document';
import type { Workbench } from './workbench';
import { WORDS } from './words';

/** Office.js that came before it was connected finds no Excel: the page is loaded once more, at most so often. */
const MOST_ATTEMPTS = 5;

/**
 * The add-in's task pane as it is built for Excel, in a frame. It is there also when the pane is closed, as with
 * a shared runtime: functions go on being calculated.
 */
export function PaneFrame({ workbench }: { readonly workbench: Workbench }) {
  const { lang, isPaneOpen, host } = workbench;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const parent = place.current;
    if (parent === null) return undefined;
    const frame = document.createElement('iframe');
    parent.append(frame);
    let attempts = 0;
    onNewDocument(frame, (page) => {
      workbench.connect(page);
    });
    frame.addEventListener('load', () => {
      if (workbench.session?.isReached !== false || frame.contentWindow?.location.href === 'about:blank')
        return;
      attempts += 1;
      if (attempts < MOST_ATTEMPTS) frame.contentWindow?.location.reload();
      else workbench.say({ kind: 'problem', text: WORDS.paneLost });
    });
    frame.src = workbench.site.panePath;
    return () => {
      frame.remove();
      workbench.disconnect();
    };
  }, [workbench, host]);
  useEffect(() => {
    const frame = place.current?.querySelector('iframe');
    if (frame !== null && frame !== undefined) frame.title = WORDS.pane[lang];
  });
  return (
    <aside className="pane" hidden={!isPaneOpen} aria-label={WORDS.pane[lang]}>
      <div className="pane-title">
        <span>{workbench.site.addIn.group[lang]}</span>
        <button
          type="button"
          title={WORDS.closePane[lang]}
          aria-label={WORDS.closePane[lang]}
          onClick={() => {
            workbench.showPane(false);
          }}
        >
          <Icon name="cancel" size={14} />
        </button>
      </div>
      <div className="pane-frame" ref={place} />
    </aside>
  );
}
