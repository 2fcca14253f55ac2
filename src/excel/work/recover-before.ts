import { ExcelProblem } from '../problems/problem';
import type { JobOptions } from '../session/job';
import { run } from '../session/run';
import { readUnderWay } from './marker-store';
import { problemFrom } from '../problems/office-errors';
import { takeBackPersistently, type WorkOutcome } from './work';

/**
 * Before new work begins: work that somebody does at this moment is waited for by the user, work that was cut
 * short is taken back first.
 * @returns why the new work cannot begin; null when it can
 */
export async function recoverBefore(job: JobOptions): Promise<WorkOutcome<never> | null> {
  try {
    const found = await run((context) => readUnderWay(context, Date.now()), job);
    if (found === null) return null;
    if (found.isAlive) {
      const since = new Date(found.marker.started).toLocaleTimeString();
      return { kind: 'refused', problem: new ExcelProblem('busyElsewhere', { since }) };
    }
    if (found.marker.kind !== 'annotate') return null;
    const undone = await takeBackPersistently(found.marker, job);
    return undone === null ? { kind: 'unfinished', problem: new ExcelProblem('connection') } : null;
  } catch (error) {
    return { kind: 'refused', problem: problemFrom(error) };
  }
}
