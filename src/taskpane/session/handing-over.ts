import { HAND_OVER_OPENED, handedOverText } from '../texts/outcomes';
import type { Jobs } from './jobs';
import { outcomeMessage } from './messages';
import type { SessionContext } from './ports';

/** Opens a copy of the workbook to hand on; what is there becomes it where it was opened as one. */
export async function openHandOver({ excel, store }: SessionContext, jobs: Jobs): Promise<void> {
  await jobs.run(
    'openHandOver',
    async (job) => {
      job.leaveWorker('openHandOver');
      await excel.openHandOverCopy(job.options);
      store.dispatch({
        type: 'messageShown',
        message: { intent: 'info', texts: HAND_OVER_OPENED, ways: [] },
      });
    },
    false,
  );
}

/** Makes this workbook the copy to hand on. It cannot be taken back. */
export async function makeHandOver({ excel, store }: SessionContext, jobs: Jobs): Promise<void> {
  await jobs.run(
    'makeHandOver',
    async (job) => {
      job.leaveWorker('makeHandOver');
      const outcome = await excel.makeHandOver(job.options);
      if (outcome.kind !== 'done') {
        store.dispatch({ type: 'messageShown', message: outcomeMessage(outcome, 'makeHandOver') });
        return;
      }
      store.dispatch({ type: 'handOverCopyFound', isHandOverCopy: false });
      store.dispatch({
        type: 'messageShown',
        message: { intent: 'success', texts: handedOverText(outcome.value.cells), ways: [] },
      });
    },
    false,
  );
}
