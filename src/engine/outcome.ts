import type {
  Bilingual,
  ClauseId,
  Decimal,
  FigureId,
  IndicatorKey,
  Policy,
  PoolSharing,
  ReadingId,
} from '../rules';

/**
 * What an evaluation gives. Money is exact and already rounded to the fen (two decimal places
 * at most); `null` says that there is no such figure, never zero.
 */

/** Statuses a clause can have for a row (design: semantics). */
export const STATUSES = [
  'payable',
  'superseded',
  'duplicate',
  'conflict',
  'vetoed',
  'notEligible',
  'ceiling',
  'saving',
  'unquantified',
  'applicable',
  'missing',
  'notMet',
  'notInForce',
] as const;
export type Status = (typeof STATUSES)[number];

/** One instalment: years after the award's year, and the money. */
export interface PayoutLine {
  readonly after: number;
  readonly amount: Decimal;
}

/** A data row of a sheet of the workbook: positions in the list of sheets and in the sheet's columns. */
export interface RowRef {
  readonly sheet: number;
  readonly row: number;
}

/** A member of a ranked group next to the cut-off. */
export interface RankNeighbour {
  readonly row: number;
  readonly rank: number;
  readonly measure: Decimal;
}

/** Why a result may still change when the sheet does not hold everything. */
export type Provisional =
  | {
      readonly why: 'computedRank';
      /** The official rank that would settle it. */
      readonly key: IndicatorKey;
      readonly rank: number;
      /** The group's category value; null for the whole sheet. */
      readonly group: string | null;
      readonly groupSize: number;
      /** The last rank that is in, where the clause compares the rank with a line. */
      readonly cutoff: number | null;
      /** The members either side of the cut-off: the last that are in and the first that are out. */
      readonly neighbours: readonly RankNeighbour[];
      /** Rows of the group that could not be ranked because their measure is not known. */
      readonly unranked: readonly number[];
    }
  /** A veto or a condition of the scope for which no sheet of the enterprise has a column. */
  | { readonly why: 'uncheckedVeto' | 'uncheckedScope'; readonly keys: readonly IndicatorKey[] }
  /** A clause that would exclude this one depends on missing inputs. */
  | { readonly why: 'openRival'; readonly clause: ClauseId; readonly at: RowRef };

/** The result of one clause for one row, before the workbook is settled and after. */
export interface ClauseOutcome {
  readonly clause: ClauseId;
  /** 0-based data row. */
  readonly row: number;
  readonly status: Status;
  /** Before the cap; null where nothing is known but a bound. */
  readonly uncapped: Decimal | null;
  readonly cap: Decimal | null;
  readonly amount: Decimal | null;
  /** uncapped > cap. */
  readonly capHit: boolean;
  /** Keys of the inputs the result needs and has not, in the order of the clause's inputs. */
  readonly missing: readonly IndicatorKey[];
  /** Empty for every status but `payable`. */
  readonly payout: readonly PayoutLine[];
  readonly supersededBy?: { readonly clause: ClauseId; readonly at: RowRef };
  readonly duplicateOf?: RowRef;
  /** All rows of the enterprise for which the clause gives different amounts, this one among them. */
  readonly conflictWith?: readonly RowRef[];
  /** Keys of the vetoes, or of the conditions of the scope, that apply. */
  readonly vetoes?: readonly IndicatorKey[];
  readonly scope?: readonly IndicatorKey[];
  readonly provisional?: readonly Provisional[];
  /** Readings whose other option would change this result. */
  readonly review?: readonly ReadingId[];
}

/** Everything one row gets under one policy. */
export interface RowOutcome {
  /** 0-based data row; `rowNumber` is the worksheet's. */
  readonly row: number;
  readonly rowNumber: number;
  readonly award: Decimal;
  readonly ceiling: Decimal;
  readonly saving: Decimal;
  /** In the policy's order; every status but `notMet`. */
  readonly clauses: readonly ClauseOutcome[];
  /** Clauses whose cap bit, among those payable. */
  readonly capHits: readonly ClauseId[];
  /** Clauses whose award needs the higher approval. */
  readonly approval: readonly ClauseId[];
}

export interface NotAssessed {
  readonly clause: ClauseId;
  /** In the order of the clause's inputs. */
  readonly missingColumns: readonly IndicatorKey[];
}

/** Why an input is worth a look although every result stands. */
export type DataFinding =
  /** The measure of a member of a ranked group is not known: it holds no rank. */
  | {
      readonly code: 'unranked';
      readonly clause: ClauseId;
      readonly row: number;
      readonly keys: readonly IndicatorKey[];
    }
  /** A blank where the scope asks for a yes. */
  | { readonly code: 'blankScope'; readonly row: number; readonly key: IndicatorKey }
  /** Official and recomputed growth lead to different results; the money with each. */
  | {
      readonly code: 'growthDiffers';
      readonly clause: ClauseId;
      readonly row: number;
      readonly key: IndicatorKey;
      readonly official: Decimal;
      readonly current: Decimal;
      readonly prior: Decimal;
      readonly amount: Decimal | null;
      readonly recomputedAmount: Decimal | null;
    };

/** One sheet under one policy. */
export interface SheetOutcome {
  readonly sheetName: string;
  /** Position in the list of sheets that was handed in. */
  readonly sheet: number;
  /**
   * Clauses for which the sheet has the columns, in the policy's order. Supports without a condition
   * hold for everyone and say nothing of a row: they stand with the policy, not here.
   */
  readonly assessed: readonly ClauseId[];
  readonly notAssessed: readonly NotAssessed[];
  /** Every row, also those with nothing. */
  readonly rows: readonly RowOutcome[];
  /** The same outcomes by clause, rows ascending; an assessed clause that nobody meets has an empty list. */
  readonly clauses: ReadonlyMap<ClauseId, readonly ClauseOutcome[]>;
  readonly findings: readonly DataFinding[];
}

/** Sums over rows; the four kinds of money are never mixed. */
export interface Sums {
  readonly award: Decimal;
  readonly ceiling: Decimal;
  readonly saving: Decimal;
}

export interface ClauseSums extends Sums {
  /** Number of outcomes by status. */
  readonly counts: Readonly<Partial<Record<Status, number>>>;
  /** What the clause's pool leaves of `award`; equal to it without a pool. */
  readonly awardAfterPool: Decimal;
}

/** What a shared pool does to the awards of its clause. */
export interface PoolOutcome {
  readonly clause: ClauseId;
  readonly figure: FigureId;
  /** `ignore` has no outcome. */
  readonly sharing: Exclude<PoolSharing, 'ignore'>;
  readonly size: Decimal;
  readonly claimed: Decimal;
  readonly reduction: Decimal;
  /**
   * After the cut, exact to the fen; adds up to the pool where it is cut. Empty where the pool is cut and
   * goes to those who applied first: no sheet has the date.
   */
  readonly shares: readonly { readonly at: RowRef; readonly claimed: Decimal; readonly amount: Decimal }[];
}

export interface Totals extends Sums {
  readonly poolReduction: Decimal;
  readonly awardAfterPools: Decimal;
  readonly byClause: ReadonlyMap<ClauseId, ClauseSums>;
  readonly byDepartment: ReadonlyMap<string, Sums>;
  readonly byField: ReadonlyMap<string, Sums>;
  /** Calendar year → payable money due in it. */
  readonly byPayoutYear: ReadonlyMap<number, Decimal>;
  /** For the header that was asked for; blank cells stand under the empty string. Empty without a header. */
  readonly byGroup: ReadonlyMap<string, Sums>;
}

export interface PolicyOutcome {
  readonly policy: Policy;
  /** `--as-of`, otherwise the policy's own year (rows with a 年度 go by that). */
  readonly asOf: string;
  /** Vetoes and conditions of the scope for which no sheet has a column. */
  readonly unchecked: readonly IndicatorKey[];
  readonly sheets: readonly SheetOutcome[];
  readonly pools: readonly PoolOutcome[];
  readonly totals: Totals;
}

export interface WorkbookOutcome {
  readonly policies: readonly PolicyOutcome[];
}

/** The result of a single case; money as decimal strings with two places (format of cases.jsonl). */
export interface CaseOutcome {
  readonly status: Status;
  readonly uncapped: string | null;
  readonly cap: string | null;
  readonly amount: string | null;
  readonly capHit: boolean;
  readonly missing: readonly IndicatorKey[];
  readonly payout: readonly (readonly [number, string])[];
}

/** A step of the derivation of one result, for the pane and for export. */
export interface ExplanationNode {
  readonly kind:
    | 'clause'
    | 'condition'
    | 'input'
    | 'let'
    | 'award'
    | 'base'
    | 'rate'
    | 'tier'
    | 'cap'
    | 'rank'
    | 'reading'
    | 'parameter'
    | 'stacking'
    | 'veto'
    | 'scope'
    | 'pool'
    | 'approval'
    | 'payout'
    | 'note';
  readonly text: Bilingual;
  readonly clause: ClauseId;
  readonly figures: readonly FigureId[];
  /** Of a condition or tier: whether it holds; absent where that is no question. */
  readonly holds?: 'yes' | 'no' | 'unknown';
  /** The value of the step, in words (`1,200,000.00元`, `12.5%`, `是`). */
  readonly value?: Bilingual;
  /** Worksheet row and key of an input, so that the pane can lead to the cell. */
  readonly input?: { readonly key: IndicatorKey; readonly sheetName: string; readonly rowNumber: number };
  readonly children: readonly ExplanationNode[];
}
