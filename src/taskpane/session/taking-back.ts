import type { ReviewedSheet } from '../../excel';
import type { QuestionAnswer } from '../state/pane-state';
import { takenBackText } from '../texts/outcomes';
import type { Jobs } from './jobs';
import { outcomeMessage } from './messages';
import type { SessionContext } from './ports';
import { lookAtWorkbook } from './reading';

/** Takes back what was written into the workbook; asks before sheets go in which users filled in something. */
export class TakingBack {
  private answering: ((answer: QuestionAnswer) => void) | null = null;

  constructor(
    private readonly context: SessionContext,
    private readonly jobs: Jobs,
  ) {}

  async takeBack(): Promise<void> {
    const { excel, store } = this.context;
    await this.jobs.run('takeBack', async (job) => {
      job.leaveWorker('takeBack');
      const outcome = await excel.takeBack({
        ...job.options,
        // Corrections are the analyst's own work: they outlive the results.
        keepState: store.state().corrections !== null,
        onReviews: (sheet) => this.ask(sheet, job.options.signal),
      });
      await lookAtWorkbook(this.context);
      if (outcome.kind !== 'done') {
        store.dispatch({ type: 'messageShown', message: outcomeMessage(outcome, 'takeBack') });
        return;
      }
      store.dispatch({ type: 'resultsWritten', isWritten: false });
      store.dispatch({
        type: 'messageShown',
        message: { intent: 'success', texts: takenBackText(outcome.value), ways: [] },
      });
    });
  }

  answer(answer: QuestionAnswer): void {
    this.answering?.(answer);
  }

  private async ask({ name, lines }: ReviewedSheet, signal: AbortSignal): Promise<QuestionAnswer> {
    const { store } = this.context;
    const answered = new Promise<QuestionAnswer>((resolve) => {
      this.answering = resolve;
      signal.addEventListener(
        'abort',
        () => {
          resolve('cancel');
        },
        { once: true },
      );
    });
    store.dispatch({ type: 'questionAsked', question: { sheet: name, lines } });
    const answer = await answered;
    this.answering = null;
    store.dispatch({ type: 'questionAsked', question: null });
    return answer;
  }
}
