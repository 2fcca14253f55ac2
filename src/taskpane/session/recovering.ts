import { FINISHED, NOTHING_UNFINISHED } from '../texts/outcomes';
import type { Jobs } from './jobs';
import { outcomeMessage } from './messages';
import type { SessionContext } from './ports';
import { lookAtWorkbook } from './reading';

/** Looks for work that was cut short, here or in another window. */
export async function lookForUnfinished({ excel, store }: SessionContext): Promise<void> {
  store.dispatch({ type: 'unfinishedFound', unfinished: await excel.findUnfinished() });
}

/**
 * Takes back an evaluation that was cut short, or finishes what cannot be taken back. The user has decided:
 * it is done even where another window was seen working on it a moment ago.
 * @returns whether it came through
 */
export async function finish(context: SessionContext, jobs: Jobs): Promise<boolean> {
  const { excel, store } = context;
  let isDone = false;
  await jobs.run(
    'finish',
    async (job) => {
      job.leaveWorker('finish');
      const outcome = await excel.finishUnfinished({ ...job.options, evenIfAlive: true });
      if (outcome.kind !== 'done') {
        store.dispatch({ type: 'messageShown', message: outcomeMessage(outcome, 'finish') });
        return;
      }
      const { kind } = outcome.value;
      isDone = true;
      store.dispatch({ type: 'unfinishedFound', unfinished: null });
      store.dispatch({
        type: 'messageShown',
        message: { intent: 'success', texts: kind === null ? NOTHING_UNFINISHED : FINISHED[kind], ways: [] },
      });
      await lookAtWorkbook(context);
    },
    false,
  );
  return isDone;
}
