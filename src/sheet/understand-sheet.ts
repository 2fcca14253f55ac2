import type { Column, NumberColumn, SheetData } from '../engine';
import type { Bilingual, IndicatorKey, Vocabulary } from '../rules';
import { applyCorrections, correctionFindings } from './apply-corrections';
import { borneOutKeys, checkFigures } from './check-figures';
import { checkCreditCodes } from './check-identity';
import { columnFindings } from './column-findings';
import type { RowLayout } from './classify-rows';
import { fillDown, fillDownOwner, filledDownFinding } from './fill-down';
import type { Finding } from './findings';
import { columnLetter, type Grid } from './grid';
import { type GroupColumn, groupColumns, groupsByName, identityColumn } from './group-columns';
import { leftColumn, leftFindings, type LeftInput } from './left-columns';
import type { Claim, Leftover } from './map-columns';
import { type ClaimInput, type ReadClaims, readClaims, type ReadColumn } from './read-claims';
import type { LeftReason, NotATable, NotATableReason, SheetContext, SheetUnderstanding } from './reading';
import { settleRepeats, type SettledColumns } from './repeated-columns';
import { isBlankContent } from './shown-text';
import { findTable, type SheetTable, type TableColumn, taskOf } from './sheet-table';
import { mergedNumberFindings, tableFindings } from './table-findings';
import { takenColumn } from './taken-columns';

/**
 * Understands one worksheet: finds the table, says what every column and row was taken for and why,
 * and reads the cells. Nothing is guessed silently: what is not certain is left out or is a finding.
 */
export function understandSheet(
  grid: Grid,
  vocabulary: Vocabulary,
  context: SheetContext = {},
): SheetUnderstanding {
  const table = findTable(grid, vocabulary, context);
  if (typeof table === 'string') return notATable(grid, table);
  const { dataRows } = table.rows;
  const clauseTitles = context.clauseTitles ?? [];
  const columns = applyCorrections(table.columns, context.corrections, vocabulary, clauseTitles);
  const identity = identityColumn(columns);
  const claims = columns.flatMap((column) => claimInput(grid, table, column, vocabulary, context, identity));
  const read = readClaims(claims, vocabulary, table.titles.units);
  const settled = settleRepeats(read.read);
  const left = leftInputs(columns, read, settled).filter(
    ({ header, sample }) => header.levels.length > 0 || sample.filled,
  );
  const { taken } = settled;
  const groups = groupColumns(grid, table, taken, left, identity);
  const codes = taken.find(({ claim }) => claim.key === 'creditCode');
  const borneOut = borneOutKeys(taken, vocabulary);
  const findings: Finding[] = [
    ...tableFindings(table),
    ...correctionFindings(columns, context.corrections, vocabulary, clauseTitles),
    ...left.flatMap((one) => leftFindings(one, vocabulary)),
    ...(codes === undefined
      ? []
      : checkCreditCodes(codes, dataRows, table.body.mergesIn(codes.claim.column))),
    ...taken.flatMap((column) => columnFindings(column, borneOut)),
    ...groups.flatMap(({ header, filled, own }) =>
      own && filled !== null ? [filledDownFinding(header, filled)] : [],
    ),
    ...taken.flatMap((column) => mergedNumberFindings(column, table.body, dataRows)),
    ...checkFigures(taken, dataRows, vocabulary, table.year.year),
  ];
  return {
    kind: 'table',
    sheetName: grid.sheetName,
    data: { ...sheetData(grid, table, taken, groups), asked: askedKeys(left) },
    headerRows: table.block.rows.map(({ row }) => row),
    firstDataRow: table.block.bottom + 1,
    lastDataRow: dataRows.at(-1) ?? table.block.bottom,
    year: table.year.year,
    columns: taken.map(takenColumn),
    unmapped: left.map(leftColumn),
    skippedRows: table.rows.skipped,
    findings,
  };
}

const REASONS: Readonly<Record<NotATableReason, Bilingual>> = {
  empty: { zh: '空白工作表', en: 'an empty sheet' },
  noHeader: { zh: '没有找到表头', en: 'no row reads as headers' },
  noIdentity: { zh: '没有企业名称或统一社会信用代码列', en: 'no column of names or credit codes' },
  transposed: {
    zh: '企业横排（每列一家），请转置为每行一家',
    en: 'one enterprise a column: transpose it so that each has a row',
  },
  noRows: { zh: '表头下没有企业', en: 'no enterprise below the headers' },
};

function notATable(grid: Grid, reason: NotATableReason): NotATable {
  return { kind: 'notATable', sheetName: grid.sheetName, reason, text: REASONS[reason] };
}

function claimInput(
  grid: Grid,
  table: SheetTable,
  column: TableColumn,
  vocabulary: Vocabulary,
  context: SheetContext,
  identity: number,
): ClaimInput[] {
  const { decision, header, path, input } = column;
  if (decision.kind === 'leftover') return [];
  const indicator = decision.key === null ? undefined : vocabulary.indicators.get(decision.key);
  const type = indicator?.type ?? (decision.key === null ? 'money' : 'text');
  // Names and categories merged over several rows hold for each; a figure does not.
  const spread = type === 'text' || type === 'category' || type === 'date' || type === 'boolean';
  const task = taskOf(grid, table.body, header.column, table.rows.dataRows, spread);
  const correction = context.corrections?.columns.get(columnLetter(header.column)) ?? undefined;
  const filled =
    type === 'category' && indicator?.blank === 'missing' && header.column < identity
      ? fillDown(task)
      : OWNERS.has(decision.key ?? '')
        ? fillDownOwner(task, (row) => isOneMore(table.layout, row))
        : null;
  return [
    { claim: decision, header, path, sample: input.sample, task: filled?.task ?? task, filled, correction },
  ];
}

/** Columns that say whose a row is. */
const OWNERS: ReadonlySet<string> = new Set(['enterpriseName', 'creditCode']);

/** Whether a row that nobody is named in has a project or building, and no number as if it began somebody else's. */
function isOneMore({ name, code, serial, things, merged }: RowLayout, row: number): boolean {
  const isBlank = (column: number | undefined): boolean =>
    column === undefined || isBlankContent(merged(row, column));
  return isBlank(name) && isBlank(code) && isBlank(serial) && things.some((column) => !isBlank(column));
}

/** Everything that was not taken: by its header, by its unit, or for another column. */
function leftInputs(
  columns: readonly TableColumn[],
  { mismatched }: ReadClaims,
  { repeated }: SettledColumns,
): LeftInput[] {
  const byHeader = columns.flatMap(({ decision, header, path, input }): LeftInput[] =>
    decision.kind === 'leftover' ? [{ header, path, sample: input.sample, leftover: decision }] : [],
  );
  const byUnit = mismatched.map(({ header, path, sample, claim, unit }): LeftInput => ({
    header,
    path,
    sample,
    leftover: leftClaim(claim, 'unit'),
    ...(unit.kind === 'conflict' ? { conflict: unit.units } : { mismatch: unit.unit }),
  }));
  const byOther = repeated.map(({ column: { header, path, sample, claim }, taken }): LeftInput => {
    const instead = taken === null ? null : columnLetter(taken.claim.column);
    return { header, path, sample, leftover: leftClaim(claim, 'repeated'), instead };
  });
  return [...byHeader, ...byUnit, ...byOther].toSorted((a, b) => a.header.column - b.header.column);
}

function leftClaim({ column, key, clauseId, confidence }: Claim, why: LeftReason): Leftover {
  return {
    kind: 'leftover',
    column,
    why,
    alternatives: [{ key, clauseId, confidence }],
    named: key ?? clauseId,
  };
}

/** What each column that is asked about may hold: of proposals the likeliest, of names with two meanings both. */
function askedKeys(left: readonly LeftInput[]): ReadonlySet<IndicatorKey> {
  return new Set(
    left.flatMap(({ leftover: { why, alternatives } }) => {
      if (!ASKED.has(why)) return [];
      const meant = why === 'proposal' ? alternatives.slice(0, 1) : alternatives;
      return meant.flatMap(({ key }) => key ?? []);
    }),
  );
}

/** Reasons with a question; a column that comes twice is there once. */
const ASKED: ReadonlySet<LeftReason> = new Set(['proposal', 'ambiguous', 'unit']);

function sheetData(
  grid: Grid,
  table: SheetTable,
  taken: readonly ReadColumn[],
  groups: readonly GroupColumn[],
): SheetData {
  const byKey = new Map<IndicatorKey, Column>();
  const givenAmounts = new Map<string, NumberColumn>();
  for (const { claim, column } of taken) {
    if (claim.key !== null) byKey.set(claim.key, column);
    else if (claim.clauseId !== null && column.kind === 'number') givenAmounts.set(claim.clauseId, column);
  }
  return {
    sheetName: grid.sheetName,
    columns: { rowCount: table.rows.dataRows.length, byKey },
    rowNumbers: table.rows.dataRows,
    givenAmounts,
    groups: groupsByName(groups),
  };
}
