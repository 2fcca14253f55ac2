import type { SheetListing, WorkbookFrame } from '../../excel';
import { EvaluationProblem, type EvaluationProgress, type Understood } from '../../worker';
import { chosenSheets, type WorkbookView } from '../state/pane-state';
import { joined, sentenceList } from '../texts/sentences';
import { NO_POLICY, NO_SHEET, NO_TABLE } from '../texts/outcomes';
import type { Job } from './jobs';
import type { SessionContext } from './ports';

/** What was read, and from where. */
export interface Read {
  readonly workbook: WorkbookFrame;
  /** Sheets of the evaluation: name by id. */
  readonly sheets: ReadonlyMap<string, string>;
}

/** Looks at the workbook's sheets and tells the store. @throws ExcelProblem */
export async function lookAtWorkbook({ excel, store }: SessionContext): Promise<WorkbookFrame> {
  const workbook = await excel.readWorkbook();
  store.dispatch({ type: 'workbookRead', workbook: workbookView(workbook) });
  return workbook;
}

function workbookView({ sheets, ours }: WorkbookFrame): WorkbookView {
  return {
    sheets: sheets.filter(isEvaluable),
    activeId: sheets.find(({ isActive }) => isActive)?.id ?? null,
    hasResults: ours.columns.length > 0 || ours.sheets.length > 0,
  };
}

function isEvaluable({ isVisible, isOurs }: SheetListing): boolean {
  return isVisible && !isOurs;
}

/**
 * Sends the chosen sheets to the worker and has them understood. An earlier 明细 goes with them: what users
 * filled in there is carried over.
 * @throws ExcelProblem, EvaluationProblem
 */
export async function readSheets(context: SessionContext, job: Job): Promise<Read> {
  const { evaluation, store } = context;
  if (store.state().choices.policies.length === 0) throw new EvaluationProblem(NO_POLICY);
  const workbook = await lookAtWorkbook(context);
  const wanted = chosenSheets(store.state());
  if (wanted.length === 0) throw new EvaluationProblem(NO_SHEET);
  await evaluation.begin();
  const sheets = new Map<string, string>();
  for (const { name } of wanted) {
    const frame = await sendSheet(context, name, job);
    sheets.set(frame.sheetId, frame.sheetName);
  }
  const details = workbook.ours.sheets.filter(({ kind }) => kind === 'detail');
  for (const { sheetName } of details) await sendSheet(context, sheetName, job);
  const read = { workbook, sheets };
  const understood = await understand(context, job, read);
  if (understood.tables.length === 0) throw noTable(understood);
  return read;
}

async function sendSheet({ excel, evaluation }: SessionContext, name: string, job: Job) {
  const frame = await excel.streamSheet(
    name,
    (chunk) => {
      evaluation.chunk(name, chunk);
    },
    job.options,
  );
  job.requireWanted();
  await evaluation.sheet(name, frame);
  return frame;
}

/** What the worker takes the sheets for that it was sent; corrections made since count. */
export async function understand(
  context: SessionContext,
  job: Job,
  { workbook, sheets }: Read,
): Promise<Understood> {
  const { evaluation, store } = context;
  const { arePoliciesDecided, choices, corrections } = store.state();
  // Undecided, the sheet's own years say which it is for: none must be left out before it is read.
  const chosen = arePoliciesDecided ? choices.policies : context.policies.map(({ id }) => id);
  const understood = await evaluation.understand(
    { sheets: [...sheets.values()], policies: chosen, corrections, ours: workbook.ours },
    evaluationProgress(job),
  );
  store.dispatch({ type: 'understood', understood });
  return understood;
}

/** Progress of the worker in the words of a job. */
export function evaluationProgress(job: Job): (progress: EvaluationProgress) => void {
  return (progress) => {
    job.onProgress({ ...progress, sheet: null });
  };
}

function noTable({ others }: Understood): EvaluationProblem {
  const reasons = others.map(({ sheetName, text }) => ({
    zh: `“${sheetName}”：${text.zh}`,
    en: `“${sheetName}”: ${text.en}`,
  }));
  return new EvaluationProblem(joined(NO_TABLE, sentenceList(reasons)));
}
