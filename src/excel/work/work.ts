import { problemFrom } from '../problems/office-errors';
import { ExcelProblem, type ProblemDetails } from '../problems/problem';
import { type JobOptions, PATIENCE, pause, requireWanted } from '../session/job';
import { type Context, run } from '../session/run';
import type { Marker, PlaceName, TakeBackRequest, UndoEntry, WorkKind } from './marker';
import { cleanUp, dropMarker, putMarker } from './marker-store';
import { undoLast, type Undone } from './undo';

/** How a piece of work ended. Whatever it was: the workbook is as before, or the work is done, or both is said. */
export type WorkOutcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  /** Nothing was changed. */
  | { readonly kind: 'refused'; readonly problem: ExcelProblem }
  /** Begun and taken back: the workbook is as before. */
  | ({ readonly kind: 'takenBack'; readonly problem: ExcelProblem } & Undone)
  /** Excel let it neither go on nor be taken back; the workbook says so itself at the next start. */
  | { readonly kind: 'unfinished'; readonly problem: ExcelProblem };

let underWay = false;

/**
 * One piece of work at a time: everything that changes the workbook goes through here. Before each step the
 * workbook is told how to take it back; when a step fails or the work is cancelled, all is taken back.
 */
export class Work {
  private entries: readonly UndoEntry[] = [];
  private lastPlace = 0;
  private lastBeat = 0;
  private begun = false;
  private readonly id = randomId();
  private readonly started = new Date().toISOString();

  private constructor(
    readonly job: JobOptions,
    private readonly kind: WorkKind,
    private readonly request: TakeBackRequest | null,
  ) {}

  /** Work that is taken back when it fails or is cancelled. What `steps` throws before its first step changed nothing. */
  static async annotate<T>(job: JobOptions, steps: (work: Work) => Promise<T>): Promise<WorkOutcome<T>> {
    return alone(async (): Promise<WorkOutcome<T>> => {
      const work = new Work(job, 'annotate', null);
      try {
        const value = await steps(work);
        await work.commit();
        return { kind: 'done', value };
      } catch (error) {
        return work.takenBack(problemFrom(error));
      }
    });
  }

  /**
   * Work that is finished once it has begun: where a step fails all steps are done again, so that they have to
   * ask Excel each time what is left to do.
   */
  static async finish<T>(
    kind: Exclude<WorkKind, 'annotate'>,
    request: TakeBackRequest | null,
    job: JobOptions,
    steps: (work: Work) => Promise<T>,
  ): Promise<WorkOutcome<T>> {
    return alone(async (): Promise<WorkOutcome<T>> => {
      const work = new Work(job, kind, request);
      const pauses = (job.patience ?? PATIENCE).pauses;
      for (let attempt = 0; ; attempt += 1) {
        try {
          const value = await steps(work);
          await work.commit();
          return { kind: 'done', value };
        } catch (error) {
          const problem = problemFrom(error);
          if (!work.begun) return { kind: 'refused', problem };
          const next = pauses[attempt];
          if (next === undefined) {
            await work.restoreEvents(unwatched(job));
            return { kind: 'unfinished', problem };
          }
          await pause(next);
        }
      }
    });
  }

  /** A new hidden name for cells that are about to change. */
  newPlace(): PlaceName {
    this.lastPlace += 1;
    return String(this.lastPlace);
  }

  /**
   * Tells the workbook how to take back what `batch` does, and does it, in one request. The batch may run
   * again after it was done in part.
   */
  async step(
    entries: readonly UndoEntry[],
    batch: (context: Context) => Promise<void>,
    where: ProblemDetails = {},
  ): Promise<void> {
    this.requireWanted();
    this.entries = [...this.entries, ...entries];
    this.begun = true;
    this.lastBeat = Date.now();
    await run(
      async (context) => {
        putMarker(context, this.marker);
        context.runtime.enableEvents = false;
        await context.sync();
        await batch(context);
        await context.sync();
      },
      this.watched,
      where,
    );
  }

  /** As `step`, for what the steps before have provided for: large amounts of cells, chunk by chunk. */
  async write(batch: (context: Context) => Promise<void>, where: ProblemDetails = {}): Promise<void> {
    this.requireWanted();
    const isDue = Date.now() - this.lastBeat > 5_000;
    await run(
      async (context) => {
        if (isDue) putMarker(context, this.marker);
        context.application.suspendApiCalculationUntilNextSync();
        await batch(context);
        await context.sync();
      },
      this.watched,
      where,
    );
    if (isDue) this.lastBeat = Date.now();
    await pause();
  }

  private get marker(): Marker {
    const { id, kind, started, entries, request } = this;
    return { version: 1, id, kind, started, undo: entries, request };
  }

  /** Work that is only ever finished is not cancelled once it has begun. */
  private get watched(): JobOptions {
    return this.kind === 'annotate' || !this.begun ? this.job : unwatched(this.job);
  }

  private requireWanted(): void {
    requireWanted(this.watched.signal);
  }

  /** With its marker the work is over; what is left of it (names, copies) harms nobody. */
  private async commit(): Promise<void> {
    if (!this.begun) return;
    this.requireWanted();
    await run(dropMarker, this.watched);
    await this.tidy();
  }

  private async tidy(): Promise<void> {
    await tidy(unwatched(this.job));
  }

  private async takenBack(problem: ExcelProblem): Promise<WorkOutcome<never>> {
    if (!this.begun) return { kind: 'refused', problem };
    const job = unwatched(this.job);
    const undone = await takeBackPersistently(this.marker, job);
    if (undone === null) {
      await this.restoreEvents(job);
      return { kind: 'unfinished', problem };
    }
    await this.tidy();
    return { kind: 'takenBack', problem, ...undone };
  }

  private async restoreEvents(job: JobOptions): Promise<void> {
    try {
      await run(async (context) => {
        context.runtime.enableEvents = true;
        await context.sync();
      }, job);
    } catch {
      // Without Excel there are no events either.
    }
  }
}

async function alone<T>(work: () => Promise<WorkOutcome<T>>): Promise<WorkOutcome<T>> {
  if (underWay) return { kind: 'refused', problem: new ExcelProblem('busy') };
  underWay = true;
  try {
    return await work();
  } finally {
    underWay = false;
  }
}

/** Taking back is not cancelled half-way. */
function unwatched({ patience, onWaiting }: JobOptions): JobOptions {
  return {
    ...(patience === undefined ? {} : { patience }),
    ...(onWaiting === undefined ? {} : { onWaiting }),
  };
}

/**
 * Takes back as a marker says, and drops the marker. An error that passes is outlasted, whichever it is.
 * @returns null when Excel refuses to the end; the marker is still there then
 */
export async function takeBackPersistently(marker: Marker, job: JobOptions): Promise<Undone | null> {
  const pauses = job.patience?.pauses ?? PATIENCE.pauses;
  let left = marker;
  let lostEarlier = false;
  for (let attempt = 0; attempt <= pauses.length; attempt += 1) {
    try {
      await run(async (context) => {
        putMarker(context, left);
        context.runtime.enableEvents = false;
        await context.sync();
      }, job);
      while (left.undo.length > 0) {
        const undone = await undoLast(left, job);
        lostEarlier ||= undone.lostEarlier;
        ({ left } = undone);
      }
      await run(dropMarker, job);
      return { lostEarlier };
    } catch {
      await pause(pauses[attempt] ?? 0);
    }
  }
  return null;
}

/** Clears away what work leaves behind; where Excel refuses to the end, it is done at the next start. */
export async function tidy(job: JobOptions): Promise<void> {
  for (const next of [...(job.patience ?? PATIENCE).pauses, null]) {
    try {
      await run(cleanUp, job);
      return;
    } catch {
      if (next !== null) await pause(next);
    }
  }
}

function randomId(): string {
  return Math.random().toString(36).slice(2);
}
