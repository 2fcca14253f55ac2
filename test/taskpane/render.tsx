import { act, cleanup, render, screen } from '@testing-library/react';
import type { Session } from '../../src/taskpane';
import { Pane } from '../../src/taskpane/views/Pane';

/** What jsdom has not and Fluent asks for. */
class NoResizeObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

export function prepareDocument(): void {
  window.ResizeObserver = NoResizeObserver;
  window.matchMedia = (media) =>
    ({
      media,
      matches: false,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }) as unknown as MediaQueryList;
}

/** Shows the pane and lets it start. */
export async function showPane(session: Session): Promise<void> {
  await act(async () => {
    render(<Pane session={session} isHostDark={null} />);
    await session.start();
  });
}

/** Something that the user or Excel does, and what follows from it. */
export async function doing(work: () => void | Promise<void>): Promise<void> {
  await act(async () => {
    await work();
    // The fakes answer within the same task: what the views began is through in the next.
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
  });
}

export async function click(
  role: 'button' | 'tab' | 'checkbox' | 'switch',
  name: string | RegExp,
): Promise<void> {
  const [element] = screen.getAllByRole(role, { name });
  await doing(() => {
    element?.click();
  });
}

/** All that can be read or heard: texts, labels, titles. */
export function allWords(): string {
  const labels = [...document.body.querySelectorAll('*')].flatMap((element) =>
    ['aria-label', 'title', 'label', 'placeholder'].map((name) => element.getAttribute(name) ?? ''),
  );
  const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  while (nodes.nextNode() !== null) texts.push(nodes.currentNode.nodeValue ?? '');
  return [...texts, ...labels].join('\n');
}

export { cleanup, screen };
