import type { ExplanationNode, Status } from '../engine';
import type { Bilingual, ClauseId, IndicatorKey } from '../rules';
import type { LeftReason, MappingReason, NotATable, RatioScale, SkipReason } from '../sheet';

/**
 * What the worker tells of its work: plain data that crosses to the page, small however large the sheet is.
 * Money is exact, as a decimal text in yuan with two places.
 */
export type Money = string;

// ---------------------------------------------------------------- what a sheet was taken for

export interface Understood {
  readonly tables: readonly TableSummary[];
  /** Sheets that hold no table of enterprises, with the reason. */
  readonly others: readonly NotATable[];
  /** Ids of the policies, chosen or not, whose period has a row of the tables. */
  readonly inForce: readonly string[];
}

export interface TableSummary {
  readonly sheetName: string;
  readonly headerRows: readonly number[];
  readonly firstDataRow: number;
  readonly lastDataRow: number;
  /** The year that 本年 means on the sheet. */
  readonly year: number | null;
  /** How many enterprises. */
  readonly rowCount: number;
  /** Left to right, taken or not. */
  readonly columns: readonly ColumnSummary[];
  /** Rows that are no enterprises, by the reason; blank rows are left out. */
  readonly skipped: readonly { readonly why: SkipReason; readonly rows: readonly number[] }[];
  /** What an analyst should look at that concerns no single column. */
  readonly questions: readonly Bilingual[];
  /** Headers by which totals can be grouped. */
  readonly groupHeaders: readonly string[];
}

export interface ColumnSummary {
  /** Letter, as Excel shows it. */
  readonly column: string;
  /** All levels, upper first; empty for a column without header. */
  readonly headerPath: readonly string[];
  /** What it was taken for; null for a column that is left out. */
  readonly meaning: Meaning | null;
  readonly unit: string | null;
  readonly scale: RatioScale | null;
  readonly why: MappingReason | LeftReason;
  /** 1 = certain; 0 for a column that is left out. */
  readonly confidence: number;
  /** What else it might be, best first. */
  readonly alternatives: readonly Meaning[];
  /** What the analyst is asked about it. */
  readonly questions: readonly Bilingual[];
}

/** An indicator, or the given amount of a clause. */
export interface Meaning {
  readonly key: IndicatorKey | null;
  readonly clauseId: ClauseId | null;
  readonly name: Bilingual;
}

// ---------------------------------------------------------------- what it comes to

export interface Evaluated {
  /** In the order in which they were asked for. */
  readonly policies: readonly PolicyFigures[];
  /** How many findings there are; they are asked for in blocks. */
  readonly findingCount: number;
}

export interface MoneyFigure {
  readonly sum: Money;
  /** Rows that have any of it. */
  readonly rows: number;
}

export interface PolicyFigures {
  readonly id: string;
  readonly title: Bilingual;
  readonly asOf: string;
  readonly rowCount: number;
  readonly award: MoneyFigure;
  readonly ceiling: MoneyFigure;
  readonly saving: MoneyFigure;
  /** null for a policy whose pools cut nothing. */
  readonly pools: { readonly reduction: Money; readonly awardAfterPools: Money } | null;
  /** Results of clauses that are not simply paid, most urgent first; none with 0. */
  readonly attention: readonly { readonly kind: AttentionKind; readonly count: number }[];
  /** Indicators that are missing most, with the number of results that depend on them. */
  readonly mostMissing: readonly { readonly name: Bilingual; readonly count: number }[];
  /** Vetoes and conditions of the scope for which no sheet has a column. */
  readonly unchecked: readonly Bilingual[];
  /** Clauses that no sheet could be assessed for, with the columns they want. */
  readonly notAssessed: readonly ClauseWanting[];
  /** Clauses with an award, those with the most money first. */
  readonly clauses: readonly ClauseSum[];
  /** By the header that was asked for, those with the most money first; the blank one is ''. */
  readonly groups: readonly { readonly name: string; readonly award: Money }[];
}

/** Why a result deserves a look; a result can count under several. */
export type AttentionKind =
  | 'capHit'
  | Extract<
      Status,
      | 'missing'
      | 'conflict'
      | 'vetoed'
      | 'notEligible'
      | 'superseded'
      | 'duplicate'
      | 'unquantified'
      | 'notInForce'
    >
  | 'computedRank'
  | 'review';

export interface ClauseName {
  readonly id: ClauseId;
  /** As in the text: `19.2`. */
  readonly number: string;
  readonly title: Bilingual;
}
export interface ClauseWanting {
  readonly clause: ClauseName;
  readonly missing: readonly Bilingual[];
}
export interface ClauseSum {
  readonly clause: ClauseName;
  /** Rows to which it pays. */
  readonly paid: number;
  readonly award: Money;
}

/** A finding about the data, with what hangs on it under each policy. */
export interface FindingSummary {
  readonly sheetName: string;
  /** The cell, or `12:12` for a row. */
  readonly cell: string;
  readonly severity: 'error' | 'question' | 'warning';
  readonly text: Bilingual;
  /** Policies under which money or open results hang on it. */
  readonly atStake: readonly { readonly policy: string; readonly money: Money; readonly open: number }[];
}

// ---------------------------------------------------------------- one enterprise

export interface RowSummary {
  readonly sheetName: string;
  readonly rowNumber: number;
  readonly name: string | null;
  readonly creditCode: string | null;
  readonly policies: readonly RowPolicy[];
}

export interface RowPolicy {
  readonly id: string;
  readonly title: Bilingual;
  readonly award: Money;
  readonly ceiling: Money;
  readonly saving: Money;
  /** In the policy's order; every status but `notMet`. */
  readonly clauses: readonly RowClause[];
  /** Clauses that were assessed and that the row does not meet. */
  readonly notMet: readonly ClauseName[];
}

export interface RowClause {
  readonly clause: ClauseName;
  readonly status: Status;
  readonly uncapped: Money | null;
  readonly cap: Money | null;
  readonly amount: Money | null;
  readonly capHit: boolean;
  readonly missing: readonly Bilingual[];
}

export type { ExplanationNode };
