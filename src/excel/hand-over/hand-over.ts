import { problemFrom } from '../problems/office-errors';
import { ExcelProblem } from '../problems/problem';
import type { JobOptions } from '../session/job';
import { run } from '../session/run';
import { recoverBefore } from '../work/recover-before';
import { putSetting, readSetting, removeSettings, SETTINGS } from '../work/workbook-settings';
import { Work, type WorkOutcome } from '../work/work';
import { documentBase64, type FileSource } from './document-file';
import { freezeFormulas, type Frozen, sheetsWithFormulas } from './freeze';

/**
 * Opens a copy of the workbook in a new window, to be made the hand-over copy there (`isHandOverCopy`,
 * `makeHandOver`). This workbook stays as it is. Where Excel opens no copy, the user saves one and opens it.
 * @throws ExcelProblem
 */
export async function openHandOverCopy(
  job: JobOptions = {},
  source: FileSource = Office.context.document,
): Promise<void> {
  await run(async (context) => {
    putSetting(context, SETTINGS.handOver, 'pending');
    await context.sync();
  }, job);
  try {
    const base64 = await documentBase64(source);
    await Excel.createWorkbook(base64);
  } catch (error) {
    throw problemFrom(error);
  } finally {
    await run((context) => removeSettings(context, [SETTINGS.handOver]), job);
  }
}

/** Whether this workbook was opened as the hand-over copy and waits to be made one. */
export async function isHandOverCopy(job: JobOptions = {}): Promise<boolean> {
  return run(async (context) => (await readSetting(context, SETTINGS.handOver)) === 'pending', job);
}

/**
 * Makes this workbook one to hand on: formulas of ours become values, names, settings and parts of ours go,
 * results and notes stay. It cannot be taken back: it is for a copy. Once begun it is finished.
 */
export async function makeHandOver(job: JobOptions = {}): Promise<WorkOutcome<Frozen>> {
  const recovered = await recoverBefore(job);
  if (recovered !== null) return recovered;
  try {
    await sheetsWithFormulas(job);
  } catch (error) {
    return { kind: 'refused', problem: error instanceof ExcelProblem ? error : problemFrom(error) };
  }
  let cells = 0;
  return Work.finish('handOver', null, job, async (work) => {
    const frozen = await freezeFormulas(work);
    // Done again after a failure, what was frozen already is not found again.
    cells += frozen.cells;
    return { cells };
  });
}
