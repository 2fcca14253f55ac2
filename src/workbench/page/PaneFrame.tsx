import { useEffect, useRef } from 'react';
import { Icon } from './icons';
import type { Workbench } from './workbench';
import { WORDS } from './words';

/**
 * The add-in's task pane as it is built for Excel, in a frame. The frame's window is connected before the page
 * is loaded into it: a window that shows nothing yet stays the same window when a page of the same origin
 * comes (HTML standard, creating a new document), so office.js finds what was put there.
 *
 * The frame is there also when the pane is closed, as with a shared runtime: functions go on being calculated.
 */
export function PaneFrame({ workbench }: { readonly workbench: Workbench }) {
  const { lang, isPaneOpen, host } = workbench;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const parent = place.current;
    if (parent === null) return undefined;
    const frame = document.createElement('iframe');
    parent.append(frame);
    const page = frame.contentWindow;
    if (page === null) return undefined;
    const session = workbench.connect(page);
    frame.addEventListener('load', () => {
      if (!session.isReached) workbench.say({ kind: 'problem', text: WORDS.paneLost });
    });
    frame.src = workbench.site.panePath;
    return () => {
      session.kill();
      frame.remove();
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
