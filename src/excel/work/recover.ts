import { freezeFormulas } from '../hand-over/freeze';
import { problemFrom } from '../problems/office-errors';
import { ExcelProblem } from '../problems/problem';
import type { JobOptions } from '../session/job';
import { run } from '../session/run';
import { performTakeBack } from '../take-back/perform';
import type { Marker, WorkKind } from './marker';
import { cleanUp, readUnderWay } from './marker-store';
import { takeBackPersistently, tidy, Work, type WorkOutcome } from './work';

/** Work that was cut short: a crash, a closed pane, a lost connection. */
export interface Unfinished {
  readonly kind: WorkKind;
  /** ISO time. */
  readonly started: string;
  /** Whoever does it was seen within the last half minute: it may still go on, in another window or at another author's. */
  readonly isAlive: boolean;
}

export interface Finished {
  /** Evaluations are taken back, taking back and handing over are finished. */
  readonly kind: WorkKind | null;
  /** Results of an earlier evaluation could not be put back, because the rows beside them are others now. */
  readonly lostEarlier: boolean;
}

/**
 * To be asked when the add-in starts. Where all is well, what ended work left behind is cleared away.
 * @throws ExcelProblem
 */
export async function findUnfinished(job: JobOptions = {}): Promise<Unfinished | null> {
  const found = await run((context) => readUnderWay(context, Date.now()), job);
  if (found === null) {
    await run(cleanUp, job);
    return null;
  }
  const { marker, isAlive } = found;
  return { kind: marker.kind, started: marker.started, isAlive };
}

export interface FinishOptions extends JobOptions {
  /** Also work that may still go on. */
  readonly evenIfAlive?: boolean;
}

/** Takes back an evaluation that was cut short, or finishes what cannot be taken back. */
export async function finishUnfinished(options: FinishOptions = {}): Promise<WorkOutcome<Finished>> {
  let marker: Marker;
  try {
    const found = await run((context) => readUnderWay(context, Date.now()), options);
    if (found === null) return { kind: 'done', value: { kind: null, lostEarlier: false } };
    if (found.isAlive && options.evenIfAlive !== true) {
      const since = new Date(found.marker.started).toLocaleTimeString();
      return { kind: 'refused', problem: new ExcelProblem('busyElsewhere', { since }) };
    }
    ({ marker } = found);
  } catch (error) {
    return { kind: 'refused', problem: problemFrom(error) };
  }
  return finish(marker, options);
}

async function finish(marker: Marker, job: JobOptions): Promise<WorkOutcome<Finished>> {
  const { kind, request } = marker;
  const value = { kind, lostEarlier: false };
  if (kind === 'takeBack' && request !== null) {
    return Work.finish(kind, request, job, async (work) => {
      await performTakeBack(work, request);
      return value;
    });
  }
  if (kind === 'handOver') {
    return Work.finish(kind, null, job, async (work) => {
      await freezeFormulas(work);
      return value;
    });
  }
  const undone = await takeBackPersistently(marker, job);
  if (undone === null) return { kind: 'unfinished', problem: new ExcelProblem('connection') };
  await tidy(job);
  return { kind: 'done', value: { kind, ...undone } };
}
