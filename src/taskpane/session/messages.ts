import { ExcelProblem, type WayOn, type WorkOutcome } from '../../excel';
import type { Bilingual } from '../../rules';
import { EvaluationProblem } from '../../worker';
import type { JobKind, Message, MessageWay } from '../state/pane-state';
import { joined } from '../texts/sentences';
import { NOTHING_CHANGED, SETTINGS_NOT_KEPT, TAKEN_BACK_AFTER, UNFINISHED_LATER } from '../texts/outcomes';

type NewMessage = Omit<Message, 'id'>;

/** Any failure of a job as a message with the ways on. */
export function failureMessage(error: unknown, job: JobKind): NewMessage {
  const { texts, ways } = told(error, job);
  const isWish = error instanceof ExcelProblem && error.code === 'cancelled';
  return { intent: isWish ? 'info' : 'error', texts, ways };
}

/** What a piece of work in Excel that did not come through ended in. */
export function outcomeMessage(
  outcome: Exclude<WorkOutcome<unknown>, { kind: 'done' }>,
  job: JobKind,
): NewMessage {
  const { problem } = outcome;
  const message = failureMessage(problem, job);
  switch (outcome.kind) {
    case 'refused':
      return { ...message, texts: joined(message.texts, NOTHING_CHANGED) };
    case 'takenBack':
      return {
        ...message,
        texts: joined(message.texts, TAKEN_BACK_AFTER[outcome.lostEarlier ? 'lost' : 'whole']),
      };
    case 'unfinished':
      return { ...message, intent: 'error', texts: joined(message.texts, UNFINISHED_LATER) };
  }
}

/** A failure beside the work proper: choices that could not be kept, a row that could not be read. */
export function sideMessage(error: unknown): NewMessage {
  return { intent: 'warning', texts: joined(told(error, 'read').texts, SETTINGS_NOT_KEPT), ways: [] };
}

function told(
  error: unknown,
  job: JobKind,
): { readonly texts: Bilingual; readonly ways: readonly MessageWay[] } {
  if (error instanceof ExcelProblem) return { texts: error.texts, ways: waysOf(error.ways, job) };
  if (error instanceof EvaluationProblem) return { texts: error.texts, ways: [{ kind: 'retry', job }] };
  const what = error instanceof Error ? error.message : String(error);
  return { texts: new ExcelProblem('internal', { what }).texts, ways: [{ kind: 'retry', job }] };
}

/** What the user has to do in Excel first ends in the same again. */
const BUTTONS: Readonly<Record<WayOn, 'retry' | 'evaluateAgain' | 'newSheet' | 'columnsOnly' | null>> = {
  retry: 'retry',
  unprotect: 'retry',
  clearFilter: 'retry',
  evaluateAgain: 'evaluateAgain',
  newSheet: 'newSheet',
  columnsOnly: 'columnsOnly',
  reopen: null,
  update: null,
};

/** Only an evaluation has other places for its results. */
function waysOf(ways: readonly WayOn[], job: JobKind): MessageWay[] {
  const writes = job === 'write';
  const kinds = new Set(ways.flatMap((way) => BUTTONS[way] ?? []));
  return [...kinds].flatMap((kind): MessageWay[] => {
    if (kind === 'retry') return [{ kind, job }];
    if (kind === 'evaluateAgain' || writes) return [{ kind }];
    return [];
  });
}
