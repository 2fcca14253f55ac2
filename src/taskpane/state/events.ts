import type { Json, Unfinished, Waiting } from '../../excel';
import type { Lang } from '../../rules';
import type { Evaluated, ExplanationNode, FindingSummary, RowSummary, Understood } from '../../worker';
import type {
  Choices,
  JobKind,
  Message,
  Question,
  Start,
  Tab,
  WorkbookView,
  WorkProgress,
} from './pane-state';

/** All that can happen to the pane's state. */
export type PaneEvent =
  | { readonly type: 'started'; readonly start: Start }
  | { readonly type: 'langChosen'; readonly lang: Lang }
  | { readonly type: 'tabChosen'; readonly tab: Tab }
  | { readonly type: 'helpShown'; readonly isHelpShown: boolean }
  | { readonly type: 'workbookRead'; readonly workbook: WorkbookView }
  | { readonly type: 'sheetActivated'; readonly id: string }
  | { readonly type: 'chosen'; readonly choices: Partial<Choices> }
  | { readonly type: 'corrected'; readonly corrections: Json }
  | { readonly type: 'understood'; readonly understood: Understood }
  | { readonly type: 'workBegan'; readonly job: JobKind; readonly canCancel: boolean }
  | { readonly type: 'workProgressed'; readonly progress: WorkProgress }
  | { readonly type: 'workWaits'; readonly waiting: Waiting | null }
  | { readonly type: 'workCancelled' }
  | { readonly type: 'workEnded' }
  | {
      readonly type: 'evaluated';
      readonly evaluated: Evaluated;
      readonly findings: readonly FindingSummary[];
      readonly sheets: ReadonlyMap<string, string>;
    }
  | { readonly type: 'findingsLoaded'; readonly findings: readonly FindingSummary[] }
  /** The results stand in the workbook, or do so no more. */
  | { readonly type: 'resultsWritten'; readonly isWritten: boolean }
  | { readonly type: 'sheetChanged'; readonly id: string }
  /** The worker holds nothing any more. */
  | { readonly type: 'forgotten' }
  | { readonly type: 'rowShown'; readonly row: RowSummary | null }
  | { readonly type: 'derivationAsked'; readonly key: string }
  | { readonly type: 'derivationShown'; readonly key: string; readonly derivation: ExplanationNode | null }
  | { readonly type: 'messageShown'; readonly message: Omit<Message, 'id'> }
  | { readonly type: 'messageDismissed'; readonly id: number }
  | { readonly type: 'questionAsked'; readonly question: Question | null }
  | { readonly type: 'unfinishedFound'; readonly unfinished: Unfinished | null }
  | { readonly type: 'handOverCopyFound'; readonly isHandOverCopy: boolean };
