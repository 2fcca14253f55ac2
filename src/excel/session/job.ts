import { ExcelProblem } from '../problems/problem';

/** Where a longer operation stands. `done` and `total` count what the stage works on (rows, mostly). */
export interface Progress {
  readonly stage: Stage;
  readonly sheet: string | null;
  readonly done: number;
  readonly total: number;
}
export type Stage =
  'reading' | 'checking' | 'columns' | 'detail' | 'summary' | 'results' | 'takingBack' | 'freezing';

/** What holds up an operation until the user acts. */
export type Waiting = 'cellEdit' | 'dialogOpen' | 'connection';

/** How long errors that pass by themselves are waited for, in milliseconds. */
export interface Patience {
  /** In all, for a user who is typing in a cell or has a dialog open. */
  readonly forUser: number;
  /** Pauses before an attempt that failed is made again: as many attempts as there are pauses. */
  readonly pauses: readonly number[];
}

export const PATIENCE: Patience = { forUser: 30_000, pauses: [200, 1_000, 3_000] };

/** What the caller of a longer operation may give. */
export interface JobOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Called when the operation waits for the user, and with null when it goes on. */
  readonly onWaiting?: (waiting: Waiting | null) => void;
  readonly patience?: Patience;
}

/** @throws ExcelProblem `cancelled` */
export function requireWanted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new ExcelProblem('cancelled');
}

/**
 * The result of work that changes nothing, or `cancelled` at once: what is under way runs out unheard.
 * Never for writing, which has to be taken back before anybody is told.
 */
export async function unlessCancelled<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  const ignored = new AbortController();
  const cancelled = new Promise<never>((_, reject) => {
    const cancel = (): void => {
      reject(new ExcelProblem('cancelled'));
    };
    if (signal.aborted) cancel();
    else signal.addEventListener('abort', cancel, { once: true, signal: ignored.signal });
  });
  try {
    return await Promise.race([work, cancelled]);
  } finally {
    ignored.abort();
  }
}

/** The rest of the work goes on in a task of its own, so that the page can paint and take clicks. */
export async function pause(milliseconds = 0): Promise<void> {
  await new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

/** As `pause`, but over as soon as the work is not wanted any more. @throws ExcelProblem `cancelled` */
export async function pauseUnlessCancelled(
  milliseconds: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  await unlessCancelled(pause(milliseconds), signal);
}

/** Waits for something, but only so long; it is done either way. @throws what it throws, or `cancelled` */
export async function atMost(
  milliseconds: number,
  work: Promise<unknown>,
  signal: AbortSignal | undefined,
): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  try {
    await unlessCancelled(Promise.race([work, over]), signal);
  } finally {
    clearTimeout(timer);
  }
}
