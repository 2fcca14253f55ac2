import { problemFrom, remedyFor } from '../problems/office-errors';
import type { ExcelProblem, ProblemDetails } from '../problems/problem';
import { atMost, type JobOptions, PATIENCE, pause, pauseUnlessCancelled, requireWanted } from './job';

export type Context = Excel.RequestContext;

/**
 * Runs a batch of operations in Excel. Errors that pass by themselves are waited for: a cell that is being
 * edited, an open dialog, a connection that comes back. The batch may therefore run several times, also
 * after it was done in part: every batch of ours gives the same result when it is repeated.
 *
 * @throws ExcelProblem
 */
export async function run<T>(
  batch: (context: Context) => Promise<T>,
  job: JobOptions = {},
  where: ProblemDetails = {},
): Promise<T> {
  const patience = job.patience ?? PATIENCE;
  const started = Date.now();
  let waited = false;
  try {
    for (let attempt = 0; ; attempt += 1) {
      requireWanted(job.signal);
      try {
        return await Excel.run(batch);
      } catch (error) {
        const problem = problemFrom(error, where);
        const left = patience.forUser - (Date.now() - started);
        const again = await waitAfter(problem, { attempt, left }, job);
        if (!again) throw problem;
        waited = true;
      }
    }
  } finally {
    if (waited) job.onWaiting?.(null);
  }
}

/** Waits as long as it makes sense before the next attempt; false when it makes none. */
async function waitAfter(
  problem: ExcelProblem,
  { attempt, left }: { readonly attempt: number; readonly left: number },
  job: JobOptions,
): Promise<boolean> {
  const remedy = remedyFor(problem);
  if (remedy === 'wait') {
    if (left <= 0) return false;
    job.onWaiting?.(problem.code === 'dialogOpen' ? 'dialogOpen' : 'cellEdit');
    await (problem.code === 'cellEdit'
      ? untilCellIsLeft(left, job)
      : pauseUnlessCancelled(Math.min(left, 500), job.signal));
    return true;
  }
  const next = (job.patience ?? PATIENCE).pauses[attempt];
  if (remedy !== 'again' || next === undefined) return false;
  if (problem.code === 'connection') job.onWaiting?.('connection');
  await pauseUnlessCancelled(next, job.signal);
  return true;
}

/**
 * Excel holds back a request with `delayForCellEdit` until the user leaves the cell. It is asked with an
 * operation that changes nothing, so that one which comes through after we gave up does no harm; an Excel
 * that does not know the option refuses it at once, and the pause is short then.
 */
async function untilCellIsLeft(milliseconds: number, { signal }: JobOptions): Promise<void> {
  const held = Excel.run({ delayForCellEdit: true }, async (context) => {
    context.workbook.load('name');
    await context.sync();
  });
  const refused = Math.min(milliseconds, 300);
  await atMost(
    milliseconds,
    held.catch(() => pause(refused)),
    signal,
  );
}
