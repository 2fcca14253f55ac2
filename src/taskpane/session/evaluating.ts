import type { Annotated, AnnotateOptions } from '../../excel';
import type { ReportSource } from '../../report';
import { cellAddress } from '../../sheet';
import type { MessageWay } from '../state/pane-state';
import { groupGone, writtenText } from '../texts/outcomes';
import { joined } from '../texts/sentences';
import type { Job, Jobs } from './jobs';
import { outcomeMessage } from './messages';
import type { SessionContext } from './ports';
import { evaluationProgress, lookAtWorkbook, type Read, readSheets, understand } from './reading';

/** Where results go. `columnsOnly`: beside the data, without sheets of ours. */
export type ResultsPlace = 'beside' | 'ownSheet' | 'columnsOnly';

/** How many findings are shown at first, and with each "more". */
export const FINDINGS_AT_ONCE = 50;

/** Reads the chosen sheets, evaluates them and writes the results. */
export class Evaluating {
  /** What the worker holds. */
  private lastRead: Read | null = null;
  /** Whether it holds results for it: they can be written again elsewhere. */
  private isEvaluated = false;

  constructor(
    private readonly context: SessionContext,
    private readonly jobs: Jobs,
  ) {}

  /** Only looks what the sheets are taken for; nothing is written. */
  async readOnly(): Promise<void> {
    await this.jobs.run('read', async (job) => {
      await this.readSheets(job);
      this.context.store.dispatch({ type: 'tabChosen', tab: 'columns' });
    });
  }

  /** After a correction; without sheets at hand there is nothing to understand. */
  async understandAgain(): Promise<void> {
    const { lastRead } = this;
    if (lastRead === null || this.context.store.state().understood === null) return;
    await this.jobs.run('read', async (job) => {
      this.isEvaluated = false;
      await understand(this.context, job, lastRead);
    });
  }

  async evaluate(): Promise<void> {
    await this.jobs.run('evaluate', async (job) => {
      const read = await this.readSheets(job);
      await this.evaluateRead(read, job);
      this.isEvaluated = true;
      await this.writeResults(read, 'beside', job);
    });
  }

  /** Writes the results at hand; without any, evaluates first. */
  async write(place: ResultsPlace): Promise<void> {
    const { lastRead: read, isEvaluated } = this;
    if (read === null || !isEvaluated || this.context.store.state().results === null) {
      await this.evaluate();
      return;
    }
    await this.jobs.run('write', async (job) => this.writeResults(read, place, job));
  }

  private async readSheets(job: Job): Promise<Read> {
    this.lastRead = null;
    this.isEvaluated = false;
    this.lastRead = await readSheets(this.context, job);
    return this.lastRead;
  }

  private async evaluateRead({ sheets }: Read, job: Job): Promise<void> {
    const { evaluation, store } = this.context;
    const { choices, understood } = store.state();
    const hasGroup = understood?.tables.some(({ groupHeaders }) =>
      groupHeaders.some((header) => header === choices.groupBy),
    );
    const groupBy = hasGroup === true ? choices.groupBy : null;
    const evaluated = await evaluation.evaluate(
      { policies: choices.policies, groupBy },
      evaluationProgress(job),
    );
    const findings = await evaluation.findings({ from: 0, to: FINDINGS_AT_ONCE });
    store.dispatch({ type: 'evaluated', evaluated, findings, sheets });
    if (groupBy !== choices.groupBy && choices.groupBy !== null) {
      store.dispatch({
        type: 'messageShown',
        message: { intent: 'warning', texts: groupGone(choices.groupBy), ways: [] },
      });
    }
  }

  private async writeResults({ workbook, sheets }: Read, place: ResultsPlace, job: Job): Promise<void> {
    const { evaluation, excel, generator, store } = this.context;
    const source = await evaluation.report(
      {
        ours: workbook.ours,
        sheetNames: workbook.sheets.map(({ name }) => name),
        tableNames: [...workbook.tableNames, ...workbook.names.map(({ name }) => name)],
        lang: store.state().lang,
        generator,
        results: place === 'ownSheet' ? 'ownSheet' : 'beside',
      },
      evaluationProgress(job),
    );
    job.requireWanted();
    job.leaveWorker('write');
    const options: AnnotateOptions = {
      ...job.options,
      sheetIds: new Map([...sheets].map(([id, name]) => [name, id])),
      ...(place === 'columnsOnly' ? { sheets: 'none' } : {}),
    };
    const outcome = await excel.annotate(source, options);
    await lookAtWorkbook(this.context);
    if (outcome.kind !== 'done') {
      store.dispatch({ type: 'messageShown', message: outcomeMessage(outcome, 'write') });
      return;
    }
    store.dispatch({ type: 'resultsWritten', isWritten: true });
    const { value } = outcome;
    const where = writtenText(value, place === 'ownSheet' ? 'ownSheet' : 'beside');
    store.dispatch({
      type: 'messageShown',
      message: {
        intent: value.notices.length === 0 ? 'success' : 'warning',
        texts: joined(where, ...value.notices),
        ways: firstResult(source.outline, value, place),
      },
    });
  }
}

/** Where the results begin: they may stand a hundred columns from what the user looks at. */
function firstResult(
  { placements }: ReportSource['outline'],
  { sheets }: Annotated,
  place: ResultsPlace,
): MessageWay[] {
  const [placement] = placements;
  const columns = placement?.columns ?? [];
  const [first, last] = [columns.at(0), columns.at(-1)];
  const [sheet] = sheets;
  if (place !== 'ownSheet' && placement !== undefined && first !== undefined && last !== undefined) {
    const { sheetName, headerRow } = placement;
    const [cell, till] = [cellAddress(headerRow, first.at), cellAddress(headerRow, last.at)];
    return [{ kind: 'show', sheetName, cell, till }];
  }
  return sheet === undefined ? [] : [{ kind: 'show', sheetName: sheet, cell: 'A1', till: 'A1' }];
}
