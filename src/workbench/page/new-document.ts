/**
 * Tells of each document that comes into a frame while its scripts are still to be fetched, which is when Excel
 * would put its side of Office.js there. Browsers have no event for that; but the old document's `pagehide`
 * comes in the task that brings the new one, so a message posted then is the first thing after it.
 */
const EMPTY = 'about:blank';
/** A document that has not come after so many turns comes later, with a `pagehide` of its own. */
const MOST_TURNS = 10_000;

/** @param meet called with each new window; it must be of this page's origin */
export function onNewDocument(frame: HTMLIFrameElement, meet: (page: Window) => void): void {
  const page = frame.contentWindow;
  if (page === null) return;
  page.addEventListener(
    'pagehide',
    () => {
      soon((turn) => {
        const next = frame.contentWindow;
        if (next === null) return true;
        if (next.location.href === EMPTY && turn < MOST_TURNS) return false;
        onNewDocument(frame, meet);
        meet(next);
        return true;
      });
    },
    { once: true },
  );
}

/** Asks at every turn of the event loop until the answer is yes; timers would wait for milliseconds. */
function soon(ask: (turn: number) => boolean): void {
  const { port1, port2 } = new MessageChannel();
  let turn = 0;
  port1.addEventListener('message', () => {
    turn += 1;
    if (ask(turn)) port1.close();
    else port2.postMessage(null);
  });
  port1.start();
  port2.postMessage(null);
}
