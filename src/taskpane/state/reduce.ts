import type { ExplanationNode, Understood } from '../../worker';
import type { PaneEvent } from './events';
import type { PaneState, RowView } from './pane-state';

/** The state after an event. */
export function reduce(state: PaneState, event: PaneEvent): PaneState {
  return aboutWork(state, event) ?? aboutResults(state, event) ?? aboutPane(state, event);
}

function aboutWork(state: PaneState, event: PaneEvent): PaneState | undefined {
  const { work } = state;
  switch (event.type) {
    case 'workBegan':
      return {
        ...state,
        // What was said of an earlier piece of work is out of date.
        messages: [],
        work: {
          job: event.job,
          progress: null,
          waiting: null,
          isCancelling: false,
          canCancel: event.canCancel,
        },
      };
    case 'workProgressed':
      return work === null ? state : { ...state, work: { ...work, progress: event.progress } };
    case 'workWaits':
      return work === null ? state : { ...state, work: { ...work, waiting: event.waiting } };
    case 'workCancelled':
      return work === null ? state : { ...state, work: { ...work, isCancelling: true } };
    case 'workEnded':
      return { ...state, work: null, question: null };
    default:
      return undefined;
  }
}

function aboutResults(state: PaneState, event: PaneEvent): PaneState | undefined {
  const { results, row } = state;
  switch (event.type) {
    case 'understood':
      return { ...withFitting(state, event.understood), results: null, row: { kind: 'none' } };
    case 'evaluated': {
      const { evaluated, findings, sheets } = event;
      return {
        ...state,
        results: { evaluated, findings, sheets, isWritten: false, isStale: false },
        row: { kind: 'none' },
        tab: 'results',
      };
    }
    case 'findingsLoaded':
      return results === null
        ? state
        : { ...state, results: { ...results, findings: [...results.findings, ...event.findings] } };
    case 'resultsWritten':
      return results === null ? state : { ...state, results: { ...results, isWritten: event.isWritten } };
    case 'sheetChanged':
      return results?.sheets.has(event.id) === true
        ? { ...state, results: { ...results, isStale: true } }
        : state;
    case 'forgotten':
      return { ...state, understood: null, results: null, row: { kind: 'none' } };
    case 'rowShown':
      return {
        ...state,
        row:
          event.row === null
            ? { kind: 'nobody' }
            : { kind: 'enterprise', row: event.row, derivations: new Map() },
      };
    case 'derivationAsked':
      return { ...state, row: withDerivation(row, event.key, null) };
    case 'derivationShown':
      return { ...state, row: withDerivation(row, event.key, event.derivation) };
    default:
      return undefined;
  }
}

/** As long as nobody has said which policies: those that hold for rows of the sheets, if any do. */
function withFitting(state: PaneState, understood: Understood): PaneState {
  const policies =
    state.arePoliciesDecided || understood.inForce.length === 0 ? state.choices.policies : understood.inForce;
  return { ...state, understood, choices: { ...state.choices, policies } };
}

function withDerivation(row: RowView, key: string, derivation: ExplanationNode | null): RowView {
  if (row.kind !== 'enterprise') return row;
  return { ...row, derivations: new Map([...row.derivations, [key, derivation]]) };
}

function aboutPane(state: PaneState, event: PaneEvent): PaneState {
  switch (event.type) {
    case 'started':
      return { ...state, start: event.start };
    case 'langChosen':
      return { ...state, lang: event.lang };
    case 'tabChosen':
      return { ...state, tab: event.tab };
    case 'helpShown':
      return { ...state, isHelpShown: event.isHelpShown };
    case 'workbookRead':
      return { ...state, workbook: withActive(event.workbook, state.workbook.activeId) };
    case 'sheetActivated':
      return {
        ...state,
        workbook: withActive({ ...state.workbook, activeId: event.id }, state.workbook.activeId),
      };
    case 'chosen':
      return {
        ...state,
        choices: { ...state.choices, ...event.choices },
        arePoliciesDecided: state.arePoliciesDecided || event.choices.policies !== undefined,
      };
    case 'corrected':
      return { ...state, corrections: event.corrections };
    case 'messageShown': {
      const id = Math.max(0, ...state.messages.map((message) => message.id)) + 1;
      return { ...state, messages: [...state.messages, { ...event.message, id }] };
    }
    case 'messageDismissed':
      return { ...state, messages: state.messages.filter(({ id }) => id !== event.id) };
    case 'questionAsked':
      return { ...state, question: event.question };
    case 'unfinishedFound':
      return { ...state, unfinished: event.unfinished };
    case 'handOverCopyFound':
      return { ...state, isHandOverCopy: event.isHandOverCopy };
    default:
      return state;
  }
}

/** A sheet of ours is nothing to evaluate: the one looked at before stays the active one. */
function withActive(workbook: PaneState['workbook'], before: string | null): PaneState['workbook'] {
  const isThere = (id: string | null): boolean => workbook.sheets.some((sheet) => sheet.id === id);
  if (isThere(workbook.activeId)) return workbook;
  const [first] = workbook.sheets;
  return { ...workbook, activeId: isThere(before) ? before : (first?.id ?? null) };
}
