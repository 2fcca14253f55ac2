import { ExcelProblem, type JobOptions } from '../../excel';
import type { JobKind, WorkProgress } from '../state/pane-state';
import { failureMessage } from './messages';
import type { SessionContext } from './ports';

/** What a job is given: Excel's options, and its own end. */
export interface Job {
  readonly options: Required<Pick<JobOptions, 'signal' | 'onProgress' | 'onWaiting'>>;
  readonly onProgress: (progress: WorkProgress) => void;
  /** @throws ExcelProblem `cancelled` */
  readonly requireWanted: () => void;
  /**
   * From here on the job is Excel's alone: cancelling leaves what the worker holds, and a failure is one of
   * `kind`.
   */
  readonly leaveWorker: (kind: JobKind) => void;
}

/** Runs jobs one at a time, tells the store of them, and can cancel the one under way. */
export class Jobs {
  private controller: AbortController | null = null;
  /** What a failure is one of now. */
  private kind: JobKind = 'read';
  private usesWorker = true;

  constructor(private readonly context: SessionContext) {}

  /** Failures become messages; a second job while one is under way is refused with one, too. */
  async run(kind: JobKind, work: (job: Job) => Promise<void>, canCancel = true): Promise<void> {
    const { store } = this.context;
    if (this.controller !== null) {
      store.dispatch({ type: 'messageShown', message: failureMessage(new ExcelProblem('busy'), kind) });
      return;
    }
    const controller = new AbortController();
    this.controller = controller;
    this.kind = kind;
    this.usesWorker = true;
    store.dispatch({ type: 'workBegan', job: kind, canCancel });
    try {
      await work(this.jobWith(controller.signal));
    } catch (error) {
      store.dispatch({ type: 'messageShown', message: failureMessage(error, this.kind) });
    } finally {
      this.controller = null;
      store.dispatch({ type: 'workEnded' });
    }
  }

  /** Ends the job at once while it reads or calculates; while it writes, Excel has to take back first. */
  cancel(): void {
    const { store, evaluation } = this.context;
    if (this.controller === null || store.state().work?.canCancel !== true) return;
    store.dispatch({ type: 'workCancelled' });
    this.controller.abort();
    if (!this.usesWorker) return;
    evaluation.stop();
    store.dispatch({ type: 'forgotten' });
  }

  private jobWith(signal: AbortSignal): Job {
    const { store } = this.context;
    const onProgress = (progress: WorkProgress): void => {
      store.dispatch({ type: 'workProgressed', progress });
    };
    return {
      onProgress,
      options: {
        signal,
        onProgress,
        onWaiting: (waiting) => {
          store.dispatch({ type: 'workWaits', waiting });
        },
      },
      requireWanted: () => {
        if (signal.aborted) throw new ExcelProblem('cancelled');
      },
      leaveWorker: (kind) => {
        this.kind = kind;
        this.usesWorker = false;
      },
    };
  }
}
