import type { GridChunk, Json, SheetFrame } from '../excel';
import type { ColumnValue, OurCell, Ours, ReportOutline } from '../report';
import type { Bilingual, ClauseId, Lang } from '../rules';
import type { Evaluated, ExplanationNode, FindingSummary, RowSummary, Understood } from './summaries';

/**
 * What page and worker say to each other. Every request carries an id, and what comes back names it: any
 * number of progress messages, then one answer or one problem.
 */

/** For each kind of request what is asked and what is answered. */
export interface Exchanges {
  /** Forgets every sheet and everything made of them. */
  begin: { ask: null; answer: null };
  /** Some rows of a sheet, in their order. The key is the page's: what a sheet is called shows at the end. */
  chunk: { ask: { readonly key: string; readonly chunk: GridChunk }; answer: null };
  /** The rest of a sheet; all its chunks have come. */
  sheet: { ask: { readonly key: string; readonly frame: SheetFrame }; answer: null };
  understand: { ask: UnderstandAsk; answer: Understood };
  evaluate: { ask: EvaluateAsk; answer: Evaluated };
  findings: { ask: Block; answer: readonly FindingSummary[] };
  report: { ask: ReportAsk; answer: ReportOutline };
  columnValues: {
    ask: Block & { readonly placement: number; readonly column: number };
    answer: readonly ColumnValue[];
  };
  sheetRows: { ask: Block & { readonly sheet: number }; answer: readonly (readonly OurCell[])[] };
  /** null for a row that is no enterprise's. */
  row: { ask: RowAsk; answer: RowSummary | null };
  derivation: {
    ask: RowAsk & { readonly policy: string; readonly clause: ClauseId };
    answer: ExplanationNode | null;
  };
}
export type Kind = keyof Exchanges;
export type Ask<K extends Kind> = Exchanges[K]['ask'];
export type Answer<K extends Kind> = Exchanges[K]['answer'];

export interface UnderstandAsk {
  /** Names of the sheets to be understood, of those that were sent. */
  readonly sheets: readonly string[];
  /** Ids of the policies it is read for. */
  readonly policies: readonly string[];
  /** As `subsidy --map` reads them; null for none. */
  readonly corrections: Json;
  /** What of ours the workbook holds: our columns are no data. */
  readonly ours: Ours;
}

export interface EvaluateAsk {
  readonly policies: readonly string[];
  /** Header of a text column; null for no groups. */
  readonly groupBy: string | null;
}

export interface ReportAsk {
  readonly ours: Ours;
  /** What the workbook has: names of all sheets; of all tables and defined names. */
  readonly sheetNames: readonly string[];
  readonly tableNames: readonly string[];
  readonly lang: Lang;
  /** Name and version of the program. */
  readonly generator: string;
  /** Columns beside the data, or on sheets of their own. */
  readonly results: 'beside' | 'ownSheet';
}

/** Positions count from 0; `to` is not included. */
export interface Block {
  readonly from: number;
  readonly to: number;
}

export interface RowAsk {
  readonly sheetName: string;
  /** Of the worksheet. */
  readonly rowNumber: number;
}

/** Where the worker stands: sheets understood, policies evaluated, reports made. */
export interface EvaluationProgress {
  readonly stage: 'understanding' | 'evaluating' | 'reporting';
  readonly done: number;
  readonly total: number;
}

export type Request = { readonly [K in Kind]: RequestOf<K> }[Kind];
export interface RequestOf<K extends Kind> {
  readonly id: number;
  readonly kind: K;
  readonly ask: Ask<K>;
}

export type Reply =
  | { readonly id: number; readonly kind: 'progress'; readonly progress: EvaluationProgress }
  | { readonly id: number; readonly kind: 'answer'; readonly answer: Answer<Kind> }
  | { readonly id: number; readonly kind: 'problem'; readonly texts: Bilingual };
