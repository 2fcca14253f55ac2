import type { Bilingual, Lang } from '../../rules';
import { PROBLEM_TEXTS } from './problem-texts';

/** Everything that can keep us from reading or writing, as users meet it. A closed list: each has its text. */
export type ProblemCode =
  /** The caller's own wish. */
  | 'cancelled'
  /** Somebody is typing in a cell; Excel takes nothing meanwhile. */
  | 'cellEdit'
  | 'dialogOpen'
  | 'sheetProtected'
  | 'structureProtected'
  | 'filtered'
  | 'merged'
  | 'tableInTheWay'
  | 'cellsInTheWay'
  | 'pivotInTheWay'
  | 'conflict'
  | 'sheetGone'
  /** Rows or columns moved between reading and writing: results would land in the wrong rows. */
  | 'sheetChanged'
  | 'tooLarge'
  | 'outOfMemory'
  | 'accessDenied'
  | 'connection'
  /** Another piece of work of ours is under way in this Excel, or in another author's. */
  | 'busy'
  | 'busyElsewhere'
  /** A column to the right of the sheet's last. */
  | 'noRoom'
  | 'tooOld'
  | 'stateUnreadable'
  /** Unfinished work of a newer version of the add-in. */
  | 'foreignMarker'
  /** Any other error of Excel's. */
  | 'excel'
  /** A defect of ours. */
  | 'internal';

/** What a person can do next; the pane offers these as buttons. */
export type WayOn =
  | 'retry'
  | 'evaluateAgain'
  | 'unprotect'
  | 'clearFilter'
  /** Results on a sheet of their own instead of beside the data. */
  | 'newSheet'
  /** Columns beside the data only, no sheets of ours. */
  | 'columnsOnly'
  | 'reopen'
  | 'update';

/** What the text names; each problem uses some. */
export interface ProblemDetails {
  readonly sheet?: string;
  /** Address of cells, such as `EA1:EH2001`. */
  readonly cells?: string;
  readonly table?: string;
  /** When work began elsewhere, for people. */
  readonly since?: string;
  /** Requirement set that is missing, or Excel's own code and message. */
  readonly what?: string;
}

/** A problem as an error: what is wrong, where, and what to do, in both languages. */
export class ExcelProblem extends Error {
  override readonly name = 'ExcelProblem';

  constructor(
    readonly code: ProblemCode,
    readonly details: ProblemDetails = {},
    /** Excel's own code, where Excel gave one. */
    readonly officeCode?: string,
    cause?: unknown,
  ) {
    super(PROBLEM_TEXTS[code].text(details).en, { cause });
  }

  text(lang: Lang): string {
    return this.texts[lang];
  }

  get texts(): Bilingual {
    return PROBLEM_TEXTS[this.code].text(this.details);
  }

  get ways(): readonly WayOn[] {
    return PROBLEM_TEXTS[this.code].ways;
  }

  /** The same problem, with more said about where. */
  at(details: ProblemDetails): ExcelProblem {
    return new ExcelProblem(this.code, { ...details, ...this.details }, this.officeCode, this.cause);
  }
}
