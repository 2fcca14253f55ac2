import type * as ExcelRoom from '../../excel';
import type { Lang, Policy } from '../../rules';
import type { EvaluationWorker } from '../../worker';
import type { Store } from '../state/store';

/** What the session needs of Excel: plain functions, so that tests can give their own. */
export type ExcelPort = Pick<
  typeof ExcelRoom,
  | 'annotate'
  | 'findUnfinished'
  | 'finishUnfinished'
  | 'isHandOverCopy'
  | 'loadState'
  | 'makeHandOver'
  | 'missingRequirement'
  | 'openHandOverCopy'
  | 'readSelection'
  | 'readWorkbook'
  | 'saveState'
  | 'select'
  | 'showPane'
  | 'streamSheet'
  | 'takeBack'
  | 'watchChanges'
  | 'watchSelection'
  | 'whenReady'
>;

/** What it needs of the worker. */
export type EvaluationPort = Pick<EvaluationWorker, keyof EvaluationWorker>;

export interface Ports {
  readonly excel: ExcelPort;
  readonly evaluation: EvaluationPort;
  /** The policies that can be chosen; the worker has the same. */
  readonly policies: readonly Policy[];
  /** Name and version of the program, for what is written. */
  readonly generator: string;
  /** Remembers the language that the user chose, for all workbooks. */
  readonly keepLang: (lang: Lang) => void;
}

/** What the parts of the session share. */
export interface SessionContext extends Ports {
  readonly store: Store;
}
