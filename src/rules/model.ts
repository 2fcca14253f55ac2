import type { Decimal } from './decimal';
import type { Bilingual, IndicatorKey, Vocabulary } from './vocabulary';
import type { Dimension } from './dimension';
import type { SourcePosition } from './diagnostics';

/**
 * The checked model of policy packs: what the loader makes of the YAML and the engine compiles.
 * Immutable. Every figure of the text stands once, in `Policy.figures`; expressions refer to it by id.
 */

/** `xishan-2020/19.2`. */
export type ClauseId = string;
/** `xishan-2020/19.2#tiers.20%.cap`. */
export type FigureId = string;
/** `xishan-2020/19.2#ranking`: a reading declared on a clause; `xishan-2020#same-project`: on the policy. */
export type ReadingId = string;

// ---------------------------------------------------------------- figures and readings

/** A number with its dimension, in base units; or a date as precise as the text writes it. */
export type FigureValue =
  | { readonly kind: 'quantity'; readonly value: Decimal; readonly dimension: Dimension }
  | { readonly kind: 'date'; readonly year: number; readonly month?: number; readonly day?: number };

export interface Figure {
  readonly id: FigureId;
  readonly clause: ClauseId;
  /** As the rule writes it: `120万元`, `0.01‰`, `500元/㎡`, `2022-11`. */
  readonly text: string;
  readonly value: FigureValue;
  /** Later values by the date from which they hold, ascending; empty for most figures. */
  readonly dated: readonly { readonly from: string; readonly text: string; readonly value: FigureValue }[];
  readonly position: SourcePosition;
}

export interface ReadingOption {
  readonly name: string;
  readonly label: Bilingual;
}

/** An ambiguity of the text that changes a result: named options, the recommended one the default. */
export interface Reading {
  readonly id: ReadingId;
  readonly issue: Bilingual;
  readonly options: readonly ReadingOption[];
  readonly recommended: string;
  readonly why: Bilingual;
  readonly position: SourcePosition;
}

// ---------------------------------------------------------------- expressions

export type Comparator = '>=' | '>' | '<=' | '<' | '=' | '!=';

/** Every expression carries where it stands, for explanations and diagnostics. */
interface At {
  readonly position: SourcePosition;
}

/** Values: numbers with a dimension, dates, categories, logical values. */
export type Expr = At &
  (
    | { readonly op: 'figure'; readonly id: FigureId }
    /** A literal zero: fits every dimension and is no figure of the text. */
    | { readonly op: 'zero' }
    | { readonly op: 'boolean'; readonly value: boolean }
    | { readonly op: 'indicator'; readonly key: IndicatorKey }
    | { readonly op: 'let'; readonly name: string }
    | { readonly op: 'add' | 'subtract' | 'multiply' | 'divide'; readonly left: Expr; readonly right: Expr }
    | { readonly op: 'min' | 'max'; readonly terms: readonly Expr[] }
    | { readonly op: 'compare'; readonly comparator: Comparator; readonly left: Expr; readonly right: Expr }
    /** True when any value of the category stands in the list. */
    | { readonly op: 'isOneOf'; readonly key: IndicatorKey; readonly values: readonly string[] }
    /** True when the number equals one of the figures. */
    | { readonly op: 'equalsOneOf'; readonly left: Expr; readonly values: readonly Expr[] }
    /** Date in a range, both ends included, at the precision of the ends. */
    | { readonly op: 'within'; readonly date: Expr; readonly range: DateRange }
    /** A date moved by a number of years, months or days. */
    | { readonly op: 'shift'; readonly date: Expr; readonly by: Expr; readonly sign: 1 | -1 }
    | { readonly op: 'and' | 'or'; readonly terms: readonly Expr[] }
    | { readonly op: 'not'; readonly term: Expr }
    /** Whether the analyst's sheet or scenario gives the input at all (never missing). */
    | { readonly op: 'given'; readonly key: IndicatorKey }
    | { readonly op: 'if'; readonly condition: Expr; readonly then: Expr; readonly otherwise: Expr }
    /** The first of two that is known: official before computed, amount already paid before level. */
    | { readonly op: 'orElse'; readonly first: Expr; readonly second: Expr }
    | GrowthExpr
    | ShareExpr
    | RankExpr
    | PassedExpr
    /** Value by category (or by count); nothing where no entry matches: comparisons with nothing are false, as an amount it is 0. */
    | { readonly op: 'table'; readonly of: Expr; readonly entries: readonly TableEntry[] }
    | { readonly op: 'reading'; readonly id: ReadingId; readonly options: Readonly<Record<string, Expr>> }
  );

export interface TableEntry {
  /** A category value, or a figure the count must equal. */
  readonly match: string | Expr;
  readonly value: Expr;
}

export type DateRange =
  | { readonly kind: 'between'; readonly from: Expr; readonly to: Expr }
  /** The policy's calendar year (当年、年度). */
  | { readonly kind: 'policyYear' }
  /** From the first to the last day the policy is in force. */
  | { readonly kind: 'policyPeriod' };

/** current ÷ prior − 1, exact; the official growth first where the sheet has it. */
export interface GrowthExpr {
  readonly op: 'growth';
  readonly current: IndicatorKey;
  readonly prior: IndicatorKey;
  readonly official?: IndicatorKey;
}

/** part ÷ whole, exact; the rate first where the sheet has it. `names`: what is called missing when neither is given. */
export interface ShareExpr {
  readonly op: 'share';
  readonly part: IndicatorKey;
  readonly whole: IndicatorKey;
  readonly official?: IndicatorKey;
  readonly names: 'rate' | 'parts';
}

/** Competition rank (1, 2, 2, 4), descending, over the sheet's rows of the group; an official rank in the row wins. */
export interface RankExpr {
  readonly op: 'rank';
  readonly measure: Expr;
  readonly within?: IndicatorKey;
  readonly among?: Expr;
  readonly official: IndicatorKey;
}

/** The highest line that `value` passes and `best` (the best of earlier years) had not; nothing if none. */
export interface PassedExpr {
  readonly op: 'passed';
  readonly value: IndicatorKey;
  readonly best: IndicatorKey;
  readonly lines: readonly Expr[];
  /** Whether reaching a line counts as passing it. */
  readonly inclusive: boolean;
}

// ---------------------------------------------------------------- conditions and awards

export interface Condition {
  readonly expr: Expr;
  /** Checked only where all of these are given; otherwise taken as satisfied, and noted. */
  readonly ifGiven: readonly IndicatorKey[];
  /** The author's own words for the condition; otherwise the expression is put into words. */
  readonly label?: Bilingual;
  /** The condition counts only under these options of a reading (others: no such condition). */
  readonly underReading?: { readonly id: ReadingId; readonly options: readonly string[] };
}

/**
 * How an amount comes about. Each form is one mechanism of the language:
 * fixed, rate (base × rate, also matching), perUnit, tiers, table (through `fixed` with a table expression),
 * lookup (a table of the analyst), given (an amount of the analyst), firstGiven, difference, uplift, byReading.
 */
export type AwardNode = At & { readonly name: string } & (
    | { readonly form: 'fixed'; readonly amount: Expr; readonly cap?: CapSpec }
    | {
        readonly form: 'rate';
        readonly base: Expr;
        readonly rate: Expr;
        readonly cap?: CapSpec;
        readonly times?: Expr;
      }
    | {
        readonly form: 'perUnit';
        readonly base: Expr;
        readonly each: Expr;
        readonly pays: Expr;
        readonly units: UnitCounting;
        readonly cap?: CapSpec;
      }
    | { readonly form: 'tiers'; readonly tiers: readonly Tier[] }
    | {
        readonly form: 'lookup';
        readonly of: Expr;
        readonly table: IndicatorKey;
        readonly match: 'atLeast' | 'atMost';
      }
    | { readonly form: 'given'; readonly amount: IndicatorKey; readonly times?: Expr; readonly cap?: CapSpec }
    | { readonly form: 'firstGiven'; readonly nodes: readonly AwardNode[] }
    | { readonly form: 'difference'; readonly due: AwardNode; readonly less: Expr }
    | {
        readonly form: 'uplift';
        readonly of: readonly ClauseId[];
        readonly by: IndicatorKey;
        /** highest: of the bases that are given; sum: of all, each must be known. */
        readonly take: 'highest' | 'sum';
        readonly cap?: CapSpec;
      }
    | {
        readonly form: 'variant';
        readonly when: Expr;
        readonly then: AwardNode;
        readonly otherwise: AwardNode;
      }
    | {
        readonly form: 'byReading';
        readonly id: ReadingId;
        readonly options: Readonly<Record<string, AwardNode>>;
      }
  );

/** `whole`: only whole multiples count; `proRata`: fractions count in proportion. May be a reading. */
export type UnitCounting =
  | { readonly kind: 'whole' }
  | { readonly kind: 'proRata' }
  | {
      readonly kind: 'byReading';
      readonly id: ReadingId;
      readonly options: Readonly<Record<string, 'whole' | 'proRata'>>;
    };

/** A cap on the amount; `times` multiplies it (per car, per person). A cap that is an analyst's parameter not given is no cap. */
export interface CapSpec {
  readonly amount: Expr;
  readonly times?: Expr;
}

/** Tiers stand highest first; the first whose condition holds decides. */
export interface Tier {
  /** Its name within figure ids: `20%`. */
  readonly name: string;
  readonly when: Expr;
  readonly award: AwardNode;
}

export interface PayoutShare {
  /** Years after the award's year. */
  readonly after: number;
  /** Weight of the share; amounts are proportional, the last share takes the rest. */
  readonly weight: number;
}

// ---------------------------------------------------------------- clauses

export type ClauseKind = 'award' | 'ceiling' | 'unquantified' | 'contribution' | 'support';
export type RecordKind = 'budget' | 'target' | 'procedure';
export type Grain = 'enterprise' | 'project' | 'building' | 'item';

export interface ClauseInput {
  readonly key: IndicatorKey;
  readonly required: boolean;
}

/** What every entry of a policy has, rule or record. */
export interface EntryBase {
  readonly id: ClauseId;
  /** Number of the clause in the text: `19.2`, `3`, `annex-scope`. */
  readonly clause: string;
  readonly policy: string;
  readonly title: Bilingual;
  readonly summary: Bilingual;
  readonly field: string;
  readonly project?: string;
  readonly department: string;
  readonly notes: readonly Bilingual[];
  readonly figures: readonly FigureId[];
  readonly position: SourcePosition;
}

/** A computable measure. */
export interface Clause extends EntryBase {
  readonly kind: ClauseKind;
  readonly function?: string;
  readonly beneficiary?: Bilingual;
  readonly grain: Grain;
  /** In the order of the text; arguments of the custom function, required ones first. */
  readonly inputs: readonly ClauseInput[];
  readonly let: ReadonlyMap<string, Expr>;
  readonly when: readonly Condition[];
  /** Base clauses of which one must be payable on the same row (uplifts). */
  readonly requiresAny: readonly ClauseId[];
  /** Absent for supports. Of a contribution it is the saving. */
  readonly award?: AwardNode;
  readonly readings: readonly Reading[];
  /** Default: everything in the award's year. */
  readonly payout: readonly PayoutShare[];
  readonly pool?: Pool;
  /** Where the clause's own period differs from the policy's. ISO dates. */
  readonly inForce?: { readonly from?: string; readonly to?: string };
  readonly examples: readonly Example[];
}

/** A sum of money that all awards of the clause together cannot exceed. */
export interface Pool {
  readonly amount: FigureId;
  /** Its options are ways of sharing; without one, `proportional`. */
  readonly reading?: ReadingId;
}

/**
 * What happens to claims beyond a pool: all are cut in proportion; those who applied first get all, so that
 * the sum of the cut is known but not whom it meets; or the pool is left out of account.
 */
export const POOL_SHARINGS = ['proportional', 'first-come', 'ignore'] as const;
export type PoolSharing = (typeof POOL_SHARINGS)[number];

export interface Example {
  /** Indicator → value as written: a literal, a category, a date, 是/否, or null for blank. */
  readonly inputs: Readonly<Record<IndicatorKey, ExampleValue>>;
  readonly parameters: Readonly<Record<IndicatorKey, ExampleValue | readonly (readonly [string, string])[]>>;
  readonly readings: Readonly<Record<string, string>>;
  readonly expected: {
    readonly status: string;
    readonly uncapped?: string | null;
    readonly cap?: string | null;
    readonly amount?: string | null;
    readonly missing: readonly IndicatorKey[];
    readonly payout?: readonly (readonly [number, string])[];
  };
  readonly why: string;
  readonly position: SourcePosition;
}
/** Canonical text of a value (decimal in base units, category, ISO date), a flag, or null for a blank. */
export type ExampleValue = string | boolean | null;

/** Budgets, targets and procedures: listed and shown with the policy, never evaluated. */
export interface PolicyRecord extends EntryBase {
  readonly kind: RecordKind;
  readonly budget?: { readonly amount: FigureId; readonly bound: 'exactly' | 'atLeast' };
}

// ---------------------------------------------------------------- policies

export interface ProvisionKey {
  readonly key: IndicatorKey;
  readonly label: Bilingual;
}

export interface ExclusiveGroup {
  readonly name: string;
  readonly clauses: readonly ClauseId[];
  /** `highest`: the highest amount stays; `listed`: the earlier in the list stays. */
  readonly order: 'highest' | 'listed';
  readonly why: Bilingual;
}

/**
 * Same project in different fields: only the highest stays and all are marked for review,
 * unless the policy's reading says otherwise. Clauses of one `party` do not compete with each other here.
 */
export interface ReviewGroup {
  readonly name: string;
  readonly parties: readonly (readonly ClauseId[])[];
  readonly reading: ReadingId;
  /** Under which option of the reading only the highest stays. */
  readonly highestUnder: string;
  readonly why: Bilingual;
}

export interface ApprovalRoute {
  readonly threshold: FigureId;
  readonly upTo: Bilingual;
  readonly above: Bilingual;
}

export interface Policy {
  readonly id: string;
  readonly title: Bilingual;
  readonly document: Bilingual;
  readonly issuer: Bilingual;
  readonly level: 'district' | 'city' | 'province' | 'national';
  readonly issued: string;
  readonly inForce: { readonly from: string; readonly to: string };
  readonly year: number;
  /** Conditions every beneficiary must meet. */
  readonly scope: readonly ProvisionKey[];
  readonly vetoes: readonly ProvisionKey[];
  readonly readings: readonly Reading[];
  readonly exclusive: readonly ExclusiveGroup[];
  readonly review: readonly ReviewGroup[];
  readonly approval?: ApprovalRoute;
  readonly steps: readonly {
    readonly name: Bilingual;
    readonly by: Bilingual;
    readonly workingDays?: number;
  }[];
  readonly clauses: ReadonlyMap<ClauseId, Clause>;
  readonly records: ReadonlyMap<ClauseId, PolicyRecord>;
  readonly figures: ReadonlyMap<FigureId, Figure>;
  readonly vocabulary: Vocabulary;
  readonly notes: readonly Bilingual[];
  /** SHA-256-like hash over the pack's files and the vocabulary; changes with any of them. */
  readonly hash: string;
}
