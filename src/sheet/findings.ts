import type { IndicatorKey } from '../rules';
import type { RatioScale } from './reading';

/**
 * Findings (审核): what an analyst should look at before trusting the figures. A closed list of
 * codes, each with its own parameters; `findingText` (findingTexts.ts) says them in both languages.
 */
export interface FindingParams {
  /** A credit code that GB 32100-2015 does not allow. */
  invalidCreditCode: { readonly value: string; readonly problem: CreditCodeProblem };
  /** The same credit code in several rows. */
  duplicateCreditCode: { readonly value: string; readonly rows: readonly number[] };
  /** Enterprises without credit code: they cannot be joined with other rows and sheets. */
  noCreditCode: { readonly header: string; readonly count: number };
  /** Cells that cannot be read as the column's kind of value; they count as missing. */
  unusableCells: {
    readonly header: string;
    readonly key: IndicatorKey;
    readonly count: number;
    readonly examples: readonly string[];
  };
  /** Error values (#DIV/0! …) in a column; they count as missing. */
  errorCells: {
    readonly header: string;
    readonly key: IndicatorKey;
    readonly count: number;
    readonly examples: readonly string[];
  };
  /** Formulas without a stored result; they count as missing. */
  uncachedFormulas: { readonly header: string; readonly key: IndicatorKey; readonly count: number };
  /** A category value in no list that looks like a known one. */
  nearCategory: {
    readonly header: string;
    readonly key: IndicatorKey;
    readonly value: string;
    readonly near: string;
    readonly count: number;
  };
  /** An industry that is several of the vocabulary's (批发和零售业); it counts as missing. */
  ambiguousIndustry: {
    readonly header: string;
    readonly value: string;
    readonly candidates: readonly string[];
    readonly count: number;
  };
  /** A cell that carries another unit than its column (`1.2亿` under 万元); its own unit was used. */
  ownUnit: {
    readonly header: string;
    readonly unit: string;
    readonly count: number;
    readonly examples: readonly string[];
  };
  /** Figures in cells merged over several enterprises: only the first has them. */
  mergedNumbers: { readonly header: string; readonly key: IndicatorKey; readonly count: number };
  negative: {
    readonly header: string;
    readonly key: IndicatorKey;
    readonly count: number;
    readonly examples: readonly string[];
  };
  implausible: {
    readonly header: string;
    readonly key: IndicatorKey;
    readonly count: number;
    readonly examples: readonly string[];
  };
  futureDate: {
    readonly header: string;
    readonly key: IndicatorKey;
    readonly year: number;
    readonly count: number;
    readonly examples: readonly string[];
  };
  /** A cell some thousand times its neighbours and its own prior: another unit, or a slip. */
  jump: {
    readonly header: string;
    readonly key: IndicatorKey;
    readonly against: string;
    readonly count: number;
    readonly examples: readonly string[];
  };
  /** Official growth and current ÷ prior differ by more than rounding. */
  growthDiffers: {
    readonly header: string;
    readonly key: IndicatorKey;
    readonly count: number;
    readonly examples: readonly string[];
  };
  /** Current and prior columns differ by a factor that only different units explain. */
  unitContradiction: {
    readonly header: string;
    readonly key: IndicatorKey;
    readonly other: string;
    readonly times: string;
  };
  /** A figure without any unit on the sheet: the base unit was taken. */
  unitAssumed: { readonly header: string; readonly key: IndicatorKey; readonly unit: string };
  /** The unit is of another kind than the indicator's; the column was not taken. */
  unitMismatch: {
    readonly header: string;
    readonly key: IndicatorKey;
    readonly unit: string;
    readonly expected: string;
  };
  /** How ratio cells are written could not be told for certain. */
  scaleUnclear: { readonly header: string; readonly key: IndicatorKey; readonly scale: RatioScale };
  /** A spelling in no list was taken for the one indicator that fits. */
  nearHeader: { readonly header: string; readonly key: IndicatorKey; readonly confidence: number };
  /** A header that might be an indicator, not taken unasked. */
  proposedHeader: { readonly header: string; readonly keys: readonly IndicatorKey[] };
  ambiguousHeader: { readonly header: string; readonly keys: readonly IndicatorKey[] };
  /** Several columns claim one indicator; `taken` is the header's cell of the one taken, or null for none. */
  repeatedColumn: { readonly header: string; readonly key: IndicatorKey; readonly taken: string | null };
  /** A yes/no column that holds places or other texts; the column was not taken. */
  notAFlag: { readonly header: string; readonly key: IndicatorKey; readonly examples: readonly string[] };
  /** The cells are not of the indicator's kind; the column was not taken. */
  contentMismatch: {
    readonly header: string;
    readonly key: IndicatorKey;
    readonly examples: readonly string[];
  };
  /** A month's, quarter's or half year's figure; the column was not taken. */
  notAnnual: { readonly header: string; readonly key: IndicatorKey };
  /** The title says that the sheet covers part of a year. */
  partialYear: { readonly title: string; readonly period: string };
  /** The sheet's year is not the policy's. */
  yearMismatch: { readonly sheetYear: number; readonly policyYear: number };
  /** Rows with figures, but without name and credit code. */
  unidentifiedRows: { readonly rows: readonly number[] };
  /** Another table begins below; its rows were not read. */
  otherTable: { readonly row: number };
  /** A correction that fits nothing on the sheet. */
  correctionUnused: {
    readonly column: string;
    readonly problem: 'noSuchColumn' | 'unknownKey' | 'unknownUnit';
  };
}

export type FindingCode = keyof FindingParams;
export type CreditCodeProblem = 'length' | 'character' | 'checkDigit' | 'number';

/** `error`: cells cannot be used; `question`: the analyst must decide; `warning`: worth a look. */
export type Severity = 'error' | 'question' | 'warning';

interface FindingOf<Code extends FindingCode> {
  readonly code: Code;
  readonly params: FindingParams[Code];
  readonly severity: Severity;
  /** The cell, or the header's cell for a finding about a column, or the first of `cells`. */
  readonly cell: string;
  /** All cells concerned, in sheet order; one entry for a finding about one cell. */
  readonly cells: readonly string[];
}
export type Finding = { readonly [Code in FindingCode]: FindingOf<Code> }[FindingCode];
