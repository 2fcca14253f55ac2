import type { Json, SheetListing, Stage, Unfinished, Waiting } from '../../excel';
import type { Bilingual, Lang } from '../../rules';
import type {
  Evaluated,
  EvaluationProgress,
  ExplanationNode,
  FindingSummary,
  RowSummary,
  Understood,
} from '../../worker';

/** All that the pane knows. Plain, immutable data; `reduce` makes the next of it and an event. */
export interface PaneState {
  readonly lang: Lang;
  readonly start: Start;
  readonly workbook: WorkbookView;
  readonly choices: Choices;
  /** The user, or the workbook, has said which policies; until then those are taken that fit the sheet. */
  readonly arePoliciesDecided: boolean;
  /** As `subsidy --map` reads them; null for none. */
  readonly corrections: Json;
  readonly understood: Understood | null;
  /** null when nothing is under way. */
  readonly work: Work | null;
  readonly results: Results | null;
  readonly row: RowView;
  readonly messages: readonly Message[];
  readonly question: Question | null;
  /** Work that was cut short and waits for a decision. */
  readonly unfinished: Unfinished | null;
  /** This workbook was opened as the hand-over copy and waits to be made one. */
  readonly isHandOverCopy: boolean;
  readonly tab: Tab;
  readonly isHelpShown: boolean;
}

export type Start =
  | { readonly kind: 'starting' }
  | { readonly kind: 'ready' }
  /** The page runs in no Excel, or in one that is too old. */
  | { readonly kind: 'unusable'; readonly texts: Bilingual };

export interface WorkbookView {
  /** Visible sheets that are not ours. */
  readonly sheets: readonly SheetListing[];
  /** Id of the sheet the user looks at, or looked at before turning to one of ours. */
  readonly activeId: string | null;
  /** It holds columns or sheets of ours. */
  readonly hasResults: boolean;
}

export interface Choices {
  readonly sheet: SheetChoice;
  /** Ids, in the policies' own order. */
  readonly policies: readonly string[];
  /** Header of a text column; null for no groups. */
  readonly groupBy: string | null;
}
export type SheetChoice =
  { readonly kind: 'active' } | { readonly kind: 'sheet'; readonly id: string } | { readonly kind: 'all' };

export type JobKind = 'read' | 'evaluate' | 'write' | 'takeBack' | 'openHandOver' | 'makeHandOver' | 'finish';

export interface Work {
  readonly job: JobKind;
  readonly progress: WorkProgress | null;
  /** What holds it up until the user acts. */
  readonly waiting: Waiting | null;
  readonly isCancelling: boolean;
  /** Work that changes the workbook for good is finished once it has begun. */
  readonly canCancel: boolean;
}

export interface WorkProgress {
  readonly stage: Stage | EvaluationProgress['stage'];
  readonly sheet: string | null;
  readonly done: number;
  readonly total: number;
}

export interface Results {
  readonly evaluated: Evaluated;
  /** Those loaded so far, the most important first. */
  readonly findings: readonly FindingSummary[];
  /** Whether they stand in the workbook. */
  readonly isWritten: boolean;
  /** A sheet changed after it was read. */
  readonly isStale: boolean;
  /** Names of the sheets that were evaluated, by their ids. */
  readonly sheets: ReadonlyMap<string, string>;
}

/** What the pane shows of the selected row. */
export type RowView =
  | { readonly kind: 'none' }
  /** A row that is no enterprise's, or a sheet that was not evaluated. */
  | { readonly kind: 'nobody' }
  | {
      readonly kind: 'enterprise';
      readonly row: RowSummary;
      /** By `policy clause`; null while it is being made. */
      readonly derivations: ReadonlyMap<string, ExplanationNode | null>;
    };

export interface Message {
  readonly id: number;
  readonly intent: 'error' | 'warning' | 'success' | 'info';
  readonly texts: Bilingual;
  readonly ways: readonly MessageWay[];
}

/** What a message offers to do: a button each. */
export type MessageWay =
  | { readonly kind: 'retry'; readonly job: JobKind }
  | { readonly kind: 'evaluateAgain' }
  | { readonly kind: 'newSheet' }
  | { readonly kind: 'columnsOnly' }
  /** Goes to `cell`, with as much as there is room for of what reaches to `till`. */
  | { readonly kind: 'show'; readonly sheetName: string; readonly cell: string; readonly till: string };

/** Users filled in something on a sheet that is about to go. */
export interface Question {
  readonly sheet: string;
  readonly lines: number;
}
export type QuestionAnswer = 'remove' | 'keep' | 'cancel';

export type Tab = 'columns' | 'results' | 'findings' | 'row';

export function initialState(lang: Lang, policies: readonly string[]): PaneState {
  return {
    lang,
    start: { kind: 'starting' },
    workbook: { sheets: [], activeId: null, hasResults: false },
    choices: { sheet: { kind: 'active' }, policies, groupBy: null },
    arePoliciesDecided: false,
    corrections: null,
    understood: null,
    work: null,
    results: null,
    row: { kind: 'none' },
    messages: [],
    question: null,
    unfinished: null,
    isHandOverCopy: false,
    tab: 'columns',
    isHelpShown: false,
  };
}

/** The sheets that an evaluation would read now. */
export function chosenSheets({
  workbook,
  choices,
}: Pick<PaneState, 'workbook' | 'choices'>): readonly SheetListing[] {
  const { sheet } = choices;
  if (sheet.kind === 'all') return workbook.sheets;
  const id = sheet.kind === 'sheet' ? sheet.id : workbook.activeId;
  return workbook.sheets.filter((listed) => listed.id === id);
}

/** The key of a derivation. */
export function derivationKey(policy: string, clause: string): string {
  return `${policy} ${clause}`;
}
