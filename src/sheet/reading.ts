import type { SheetData } from '../engine';
import type { Bilingual, Decimal, IndicatorKey } from '../rules';
import type { Finding, RatioScale } from './findings';

/**
 * What understanding a sheet gives: the typed data for the engine, and an account of how every
 * column and every row was taken, for people to check and to correct.
 */

/** Either a table of enterprises, or the reason why the sheet is none (a cover, a chart, a code list …). */
export type SheetUnderstanding = SheetReading | NotATable;

export interface NotATable {
  readonly kind: 'notATable';
  readonly sheetName: string;
  readonly reason: NotATableReason;
  readonly text: Bilingual;
}
/** `empty`: no cell; `noHeader`: no row that reads as headers; `noIdentity`: headers, but no name and no credit code; `noRows`: no enterprise below the headers; `transposed`: indicators down the side, one enterprise a column. */
export type NotATableReason = 'empty' | 'noHeader' | 'noIdentity' | 'noRows' | 'transposed';

export interface SheetReading {
  readonly kind: 'table';
  readonly sheetName: string;
  readonly data: SheetData;
  /** Rows (1-based) that hold the column headers, upper levels first; a unit row among them counts. */
  readonly headerRows: readonly number[];
  /** First and last row of the body: the row below the headers, and the last enterprise's row. */
  readonly firstDataRow: number;
  readonly lastDataRow: number;
  /** The year that 本年 and 上年 on this sheet mean. */
  readonly year: number | undefined;
  /** Columns that were taken, left to right. */
  readonly columns: readonly TakenColumn[];
  /** Columns that were left over, left to right, with the reason and what they might be. */
  readonly unmapped: readonly LeftColumn[];
  /** Every row from `firstDataRow` to the last used row that is no enterprise. */
  readonly skippedRows: readonly SkippedRow[];
  readonly findings: readonly Finding[];
}

/** How a column presents itself, whether it was taken or not. */
export interface ColumnHead {
  /** Letter, as Excel shows it. */
  readonly column: string;
  /** 1-based. */
  readonly index: number;
  /** The header cell's own text as shown; empty for a column without header. */
  readonly header: string;
  /** All levels, upper first, the column's own text last; one entry where there is one level. */
  readonly headerPath: readonly string[];
  /** The unit as written; null where none is written (a plain ratio, a name, a flag). */
  readonly unit: string | null;
  readonly unitSource: UnitSource | null;
  /** Value in the base unit = cell × factor; null where the column holds no figures with a unit (names, flags, ranks). */
  readonly factor: Decimal | null;
  /** How ratio cells are written: 15 (`percent`) or 0.15 (`fraction`); null for all other columns. */
  readonly scale: RatioScale | null;
}
/** Where the unit stands. */
export interface UnitSource {
  readonly where: 'header' | 'parent' | 'unitRow' | 'title' | 'note' | 'sibling' | 'cells' | 'correction';
  /** The cell that says it, such as `J2`; null for a correction and for units inside the cells. */
  readonly cell: string | null;
}

export interface TakenColumn extends ColumnHead {
  readonly taken: true;
  readonly key: IndicatorKey | null;
  /** For a column headed `<条款标题>拟补助金额`: the clause; `key` is then null, and the other way round. */
  readonly clauseId: string | null;
  readonly why: MappingReason;
  /** 1 = certain (exact or corrected), below 0.9 = worth a look; never below 0.75. */
  readonly confidence: number;
  /** Other meanings that were considered, best first. */
  readonly alternatives: readonly Alternative[];
}

export interface LeftColumn extends ColumnHead {
  readonly taken: false;
  readonly key: null;
  readonly why: LeftReason;
  /** What the column might be, best first: for the analyst to confirm. */
  readonly alternatives: readonly Alternative[];
}

export interface Alternative {
  readonly key: IndicatorKey | null;
  readonly clauseId: string | null;
  readonly confidence: number;
}

/**
 * Why a column was taken for its indicator.
 * - `name`, `english`, `alias`: the header is the indicator's Chinese or English name or one of its aliases;
 * - `form`: a name and a form word in one header (`工业总产值上年同期`, `2019年工业总产值`);
 * - `parent`: a form word or part of a name under a parent header (`工业总产值` / `上年同期`);
 * - `near`: a spelling in no list that fits one indicator only (also a finding, for confirmation);
 * - `context`: a general header that the rest of the sheet settles (`发证日期` beside 资质等级);
 * - `content`: the cells leave no doubt (credit codes under an unknown header);
 * - `clauseAmount`: `<条款标题>拟补助金额`;
 * - `correction`: the analyst said so.
 */
export type MappingReason =
  | 'name'
  | 'english'
  | 'alias'
  | 'form'
  | 'parent'
  | 'near'
  | 'context'
  | 'content'
  | 'clauseAmount'
  | 'correction';

/**
 * Why a column was left over.
 * - `unknown`: the header names nothing in the vocabulary; `noHeader`: it has none;
 * - `serial`: serial numbers; `note`: remarks, contacts, addresses and other things no clause asks for;
 * - `ambiguous`: two or more indicators fit (the alternatives);
 * - `proposal`: one indicator fits loosely (the alternatives), not well enough to take it unasked;
 * - `noSuchForm`: a year or growth of an indicator for which the vocabulary has no key;
 * - `notAnnual`: not a figure of the whole year (本月, 1—9月 …);
 * - `unit`: the unit is of another kind than the indicator's (人民币 for an amount in USD, 亩 for ㎡),
 *   or two units are written that contradict each other;
 * - `content`: the cells are not of the indicator's kind (places in a yes/no column …);
 * - `repeated`: another column was taken for the same indicator, or two claim it;
 * - `outside`: beside the Excel table that holds the enterprises; `correction`: the analyst left it out.
 */
export type LeftReason =
  | 'unknown'
  | 'noHeader'
  | 'serial'
  | 'note'
  | 'ambiguous'
  | 'proposal'
  | 'noSuchForm'
  | 'notAnnual'
  | 'unit'
  | 'content'
  | 'repeated'
  | 'outside'
  | 'correction';

export interface SkippedRow {
  readonly row: number;
  readonly why: SkipReason;
}
/**
 * `subtotal`: 合计, 小计, 总计; `ofWhich`: 其中：…; `section`: a group's title; `header`: headers repeated;
 * `unit`: a row of units or of column numbers; `note`: notes, signatures, sources; `blank`: nothing in it;
 * `unidentified`: figures, but no name and no credit code (also a finding); `otherTable`: another table begins.
 */
export type SkipReason =
  'subtotal' | 'ofWhich' | 'section' | 'header' | 'unit' | 'note' | 'blank' | 'unidentified' | 'otherTable';

/** What the caller knows besides the grid. */
export interface SheetContext {
  /** Clauses for which a column `<条款标题>拟补助金额` may stand. */
  readonly clauseTitles?: readonly ClauseTitle[];
  /** The year of the policy: 本年 is this year where the sheet says nothing else. */
  readonly policyYear?: number;
  /** Where several policies are evaluated together: their years; the sheet's own years decide between them. */
  readonly policyYears?: readonly number[];
  /** Corrections of this sheet, from `correctionsFor`. */
  readonly corrections?: SheetCorrections;
  /** Columns (1-based) that hold our own annotation: neither read nor reported as left over. */
  readonly ourColumns?: ReadonlySet<number>;
}
export interface ClauseTitle {
  readonly clauseId: string;
  readonly titles: readonly string[];
}

/** The analyst's corrections of one sheet. */
export interface SheetCorrections {
  /** Rows of the headers, where the sheet's own were not recognised. */
  readonly headerRows?: readonly number[];
  /** By column letter; null leaves the column out. */
  readonly columns: ReadonlyMap<string, ColumnCorrection | null>;
}
export interface ColumnCorrection {
  /** What the column is: an indicator or the given amount of a clause. Absent: only unit or scale are corrected. */
  readonly key?: IndicatorKey;
  readonly clauseId?: string;
  readonly unit?: string;
  readonly scale?: RatioScale;
  /** For a yes/no column: the texts that mean yes (`西山区` under 注册地); every other text means no. */
  readonly yes?: readonly string[];
}
