import { nameSafe } from '../../report';
import { NOT_IN_EXCEL } from '../texts/outcomes';
import { choicesIn } from './keeping';
import { failureMessage } from './messages';
import type { SessionContext } from './ports';
import { lookAtWorkbook } from './reading';
import { lookForUnfinished } from './recovering';

/** What the pane does when it opens: learns what the workbook is, what was decided, what was left unfinished. */
export async function start(context: SessionContext, onSelection: () => void): Promise<void> {
  const { evaluation, excel, store } = context;
  const isExcel = await excel.whenReady();
  const missing = isExcel ? excel.missingRequirement() : null;
  if (!isExcel || missing !== null) {
    const texts = missing?.texts ?? NOT_IN_EXCEL;
    store.dispatch({ type: 'started', start: { kind: 'unusable', texts } });
    return;
  }
  await trying(context, learn);
  // The pane can be used now; what was left unfinished is looked for by every writing itself, too.
  store.dispatch({ type: 'started', start: { kind: 'ready' } });
  evaluation.start();
  await trying(context, lookForLeftovers);
  try {
    await excel.watchSelection(onSelection);
    await excel.watchChanges((id) => {
      if (store.state().work === null) store.dispatch({ type: 'sheetChanged', id });
    });
  } catch {
    // Without events the pane shows no selected row and does not notice changes; writing checks for them itself.
  }
}

async function trying(
  context: SessionContext,
  work: (context: SessionContext) => Promise<void>,
): Promise<void> {
  try {
    await work(context);
  } catch (error) {
    context.store.dispatch({ type: 'messageShown', message: failureMessage(error, 'read') });
  }
}

/** The workbook's sheets, and what was decided for it. */
async function learn(context: SessionContext): Promise<void> {
  const { excel, policies, store } = context;
  const [{ ours }, { state, problem }] = await Promise.all([lookAtWorkbook(context), excel.loadState()]);
  const known = policies.map(({ id }) => id);
  // What was evaluated before, by the command line perhaps, is what will be evaluated again.
  const evaluated = new Set([...ours.columns, ...ours.sheets].map(({ policy }) => policy));
  const before = known.filter((id) => evaluated.has(nameSafe(id)));
  if (before.length > 0) store.dispatch({ type: 'chosen', choices: { policies: before } });
  store.dispatch({ type: 'chosen', choices: choicesIn(state.settings, known) });
  store.dispatch({ type: 'corrected', corrections: state.corrections });
  if (problem !== null) {
    store.dispatch({ type: 'messageShown', message: { intent: 'warning', texts: problem.texts, ways: [] } });
  }
}

/** A copy that waits to be made one to hand over; work that was cut short. */
async function lookForLeftovers(context: SessionContext): Promise<void> {
  const isHandOverCopy = await context.excel.isHandOverCopy();
  context.store.dispatch({ type: 'handOverCopyFound', isHandOverCopy });
  await lookForUnfinished(context);
}
