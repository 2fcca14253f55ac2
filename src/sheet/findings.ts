import type { Bilingual, IndicatorKey } from '../rules';

/**
 * Findings (审核): what an analyst should look at before trusting the figures. A closed list of
 * codes, each with its own parameters; `findingText` (finding-texts.ts) says them in both languages.
 */
export interface FindingParams {
  /** A credit code that GB 32100-2015 does not allow. */
  invalidCreditCode: { readonly value: string; readonly problem: CreditCodeProblem };
  /** The same credit code in several rows. */
  duplicateCreditCode: { readonly value: string; readonly rows: readonly number[] };
  /** Enterprises without credit code: they cannot be joined with other rows and sheets. */
  noCreditCode: { readonly count: number };
  /** Cells that cannot be read as the column's kind of value; they count as missing. */
  unusableCells: CellsOfColumn & { readonly expected: ExpectedKind };
  /** Error values (#DIV/0! …); they count as missing. */
  errorCells: CellsOfColumn;
  /** Formulas without a stored result; they count as missing. */
  uncachedFormulas: CellsOfColumn;
  /** A category value in no list that looks like a known one; kept as it is. */
  nearCategory: CellsOfColumn & { readonly value: string; readonly near: string };
  /** A cell that is several values at once (批发和零售业); it counts as missing. */
  ambiguousCategory: CellsOfColumn & { readonly value: string; readonly candidates: readonly string[] };
  /** Cells with another unit than their column (`1.2亿` under 万元); their own unit was used. */
  ownUnit: CellsOfColumn & { readonly unit: string };
  /** Figures with a footnote's mark (`1234*`): read without it. */
  markedNumbers: CellsOfColumn;
  /** A group's name typed once, beside its first enterprise, was taken for the rows below it, too. */
  filledDown: HeaderSubject & { readonly count: number; readonly examples: readonly string[] };
  /** Figures in cells merged over several rows: only the first row has them. */
  mergedNumbers: CellsOfColumn;
  /** Enterprises of which it is not known whether they are registered in the district: they count as not. */
  blankScope: CellsOfColumn;
  negative: CellsOfColumn;
  implausible: CellsOfColumn;
  /** Dates after the year that the sheet is about. */
  futureDate: CellsOfColumn & { readonly year: number };
  /** Cells some hundred times, or a hundredth of, last year's. */
  jump: CellsOfColumn & { readonly other: string };
  /** Official growth and current ÷ prior differ by more than rounding. */
  growthDiffers: CellsOfColumn;
  /** Two columns differ by a factor that only different units explain. */
  unitContradiction: ColumnSubject & { readonly other: string; readonly times: number };
  /** A figure without any unit on the sheet: the base unit was taken. */
  unitAssumed: ColumnSubject & { readonly unit: string };
  /** The unit is of another kind than the indicator's; the column was not taken. */
  unitMismatch: ColumnSubject & { readonly unit: string; readonly expected: string };
  /** Two units are written for the column, and it cannot be in both; it was not taken. */
  unitConflict: ColumnSubject & { readonly units: readonly UnitInCell[] };
  /** How ratio cells are written could not be told for certain, or the cells contradict the header. */
  scaleUnclear: ColumnSubject & { readonly scale: RatioScale };
  /** A spelling in no list, or a general header, was taken for the one indicator that fits. */
  nearHeader: ColumnSubject & { readonly confidence: number };
  /** A header that might be one of these, not taken unasked. */
  proposedHeader: HeaderSubject & { readonly candidates: readonly NamedKey[] };
  ambiguousHeader: HeaderSubject & { readonly candidates: readonly NamedKey[] };
  /** Several columns claim one indicator; `taken` is the letter of the one taken, null for none. */
  repeatedColumn: ColumnSubject & { readonly taken: string | null };
  /** A yes/no column that holds places or other texts; the column was not taken. */
  notAFlag: ColumnSubject & { readonly examples: readonly string[] };
  /** The cells are not of the indicator's kind; the column was not taken. */
  contentMismatch: ColumnSubject & { readonly examples: readonly string[]; readonly expected: ExpectedKind };
  /** A month's, quarter's or half year's figure; the column was not taken. */
  notAnnual: ColumnSubject;
  /** The title says that the sheet covers part of a year. */
  partialYear: { readonly period: string };
  /** The sheet's year is not the policy's. */
  yearMismatch: { readonly sheetYear: number; readonly policyYear: number };
  /** Rows with figures, but without name and credit code. */
  unidentifiedRows: { readonly rows: readonly number[] };
  /** Rows that look like group totals without saying so. */
  doubtfulRows: { readonly rows: readonly number[] };
  /** Another table begins below; its rows were not read. */
  otherTable: { readonly row: number };
  /** Another table with the same headers stands to the right; its columns were not read. */
  tableBeside: { readonly column: string };
  /** A correction that fits nothing on the sheet. */
  correctionUnused: { readonly column: string; readonly value: string; readonly problem: CorrectionProblem };
}

export interface HeaderSubject {
  readonly header: string;
}
export interface NamedKey {
  readonly key: IndicatorKey;
  readonly name: Bilingual;
}
/** A column that was taken, or claims to be taken, for an indicator. */
export interface ColumnSubject extends HeaderSubject, NamedKey {}
/** A unit as written, and the cell that says it. */
export interface UnitInCell {
  readonly unit: string;
  readonly cell: string;
}
/** Cells of such a column: how many, and what stands in the first few. */
export interface CellsOfColumn extends ColumnSubject {
  readonly count: number;
  readonly examples: readonly string[];
}

/** How ratio cells are written: 15 (`percent`) or 0.15 (`fraction`). */
export type RatioScale = 'percent' | 'fraction';
export type CreditCodeProblem = 'length' | 'character' | 'checkDigit' | 'number';
export type CorrectionProblem = 'noSuchColumn' | 'unknownKey' | 'unknownUnit';
/** What a cell should have been. */
export type ExpectedKind = 'number' | 'flag' | 'date' | 'category' | 'text' | 'creditCode' | 'name';

export type FindingCode = keyof FindingParams;

/** `error`: cells cannot be used; `question`: the analyst must decide; `warning`: worth a look. */
export type Severity = 'error' | 'question' | 'warning';

export interface FindingOf<Code extends FindingCode> {
  readonly code: Code;
  readonly params: FindingParams[Code];
  readonly severity: Severity;
  /** The cell, or the header's cell for a finding about a column, or the first of `cells`. */
  readonly cell: string;
  /** All cells concerned, in sheet order; one entry for a finding about one cell. */
  readonly cells: readonly string[];
}
export type Finding = { readonly [Code in FindingCode]: FindingOf<Code> }[FindingCode];

const SEVERITIES: Readonly<Record<FindingCode, Severity>> = {
  invalidCreditCode: 'error',
  duplicateCreditCode: 'warning',
  noCreditCode: 'warning',
  unusableCells: 'error',
  errorCells: 'error',
  uncachedFormulas: 'error',
  nearCategory: 'question',
  ambiguousCategory: 'error',
  ownUnit: 'warning',
  markedNumbers: 'warning',
  filledDown: 'question',
  mergedNumbers: 'question',
  blankScope: 'question',
  negative: 'warning',
  implausible: 'warning',
  futureDate: 'warning',
  jump: 'warning',
  growthDiffers: 'warning',
  unitContradiction: 'question',
  unitAssumed: 'question',
  unitMismatch: 'question',
  unitConflict: 'question',
  scaleUnclear: 'question',
  nearHeader: 'question',
  proposedHeader: 'question',
  ambiguousHeader: 'question',
  repeatedColumn: 'question',
  notAFlag: 'question',
  contentMismatch: 'question',
  notAnnual: 'question',
  partialYear: 'question',
  yearMismatch: 'question',
  unidentifiedRows: 'question',
  doubtfulRows: 'question',
  otherTable: 'question',
  tableBeside: 'question',
  correctionUnused: 'question',
};

/** A finding with the severity of its code. */
export function finding<Code extends FindingCode>(
  code: Code,
  cells: readonly string[],
  params: FindingParams[Code],
): FindingOf<Code> {
  return { code, params, severity: SEVERITIES[code], cell: cells[0] ?? '', cells };
}
