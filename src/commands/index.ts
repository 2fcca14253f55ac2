import type { onCommand } from '../excel';
import type { Session } from '../taskpane';

/**
 * The ribbon: each button of the manifest that runs a function does what the pane does, and the pane shows
 * how it ends. Buttons are registered when the page starts, before Excel asks for them.
 */

/** Function names of manifest.xml. */
export const RIBBON_COMMANDS = ['evaluateSheet', 'takeBack', 'handOverCopy', 'showHelp'] as const;

export function registerCommands(session: Session, register: typeof onCommand): void {
  const actions: Readonly<Record<(typeof RIBBON_COMMANDS)[number], () => Promise<void>>> = {
    evaluateSheet: () => session.evaluate(),
    takeBack: () => session.takeBack(),
    handOverCopy: () => session.openHandOver(),
    showHelp: async () => {
      session.showHelp(true);
      await Promise.resolve();
    },
  };
  for (const name of RIBBON_COMMANDS) {
    register(name, async () => {
      // The pane opens first: what follows is seen there, questions are asked there.
      await session.showPane();
      await session.start();
      await actions[name]();
    });
  }
}
