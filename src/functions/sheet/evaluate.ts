import { textOf } from '../catalogue/find-clause';
import { invalidValue, isFailure, type CellMatrix, type CellResult, type Failure } from '../cells/cell';
import { matrixOf } from '../cells/vectors';
import type { Surroundings } from './surroundings';
import { readTable } from './table';
import { evaluateSheets } from '../../engine';
import { ANNOTATION_COLUMNS, annotationColumns, type AnnotationColumn } from '../../report';
import type { Lang, Policy } from '../../rules';

const HEADER_WORDS = new Set(['表头', 'headers']);

/**
 * SUBSIDY_EVALUATE: the annotation of the rows, one line for each, under all policies or those named.
 * `wanted` names columns of the annotation; 表头 among them puts their headers on top.
 */
export function evaluatedCells(
  headers: unknown,
  rows: unknown,
  policyNames: unknown,
  wanted: unknown,
  { policies, lang, planOf }: Surroundings,
): CellMatrix {
  const chosen = choosePolicies(policyNames, policies);
  if (isFailure(chosen)) return [[chosen]];
  const names = namesIn(wanted);
  const ids = columnsWanted(names.filter((name) => !HEADER_WORDS.has(name)));
  if (isFailure(ids)) return [[ids]];
  const table = readTable(headers, rows, chosen);
  if (isFailure(table)) return [[table]];
  const outcome = evaluateSheets(chosen.map(planOf), [table.reading.data]);
  const columns = outcome.policies.flatMap((one) =>
    one.sheets.flatMap((sheet) => {
      const all = annotationColumns(one, sheet, lang, chosen.length > 1);
      return ids.flatMap((id) => all.find((column) => column.id === id) ?? []);
    }),
  );
  const lines = Array.from({ length: table.rowCount }, (_, row) => lineOf(columns, table.dataRow(row)));
  return names.some((name) => HEADER_WORDS.has(name))
    ? [columns.map(({ header }) => header), ...lines]
    : lines;
}

function lineOf(columns: readonly AnnotationColumn[], row: number | undefined): readonly CellResult[] {
  return columns.map(({ values }) => (row === undefined ? '' : (values[row] ?? '')));
}

/** Names in a range or in one text, apart by commas. */
function namesIn(argument: unknown): readonly string[] {
  return matrixOf(argument)
    .flat()
    .flatMap((cell) => textOf(cell).split(/[、,，;；]/u))
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function choosePolicies(argument: unknown, policies: readonly Policy[]): readonly Policy[] | Failure {
  const names = namesIn(argument);
  const known = (name: string): Policy | undefined =>
    policies.find(({ id, title }) => id === name || title.zh === name || title.en === name);
  const unknown = names.find((name) => known(name) === undefined);
  if (unknown !== undefined) {
    const ids = policies.map(({ id }) => id);
    return invalidValue(
      `没有政策“${unknown}”；有：${ids.join('、')}。`,
      `There is no policy “${unknown}”; there are ${ids.join(', ')}.`,
    );
  }
  return names.length === 0 ? policies : names.flatMap((name) => known(name) ?? []);
}

type ColumnId = (typeof ANNOTATION_COLUMNS)[number]['id'];

function columnsWanted(names: readonly string[]): readonly ColumnId[] | Failure {
  const named = (name: string): ColumnId | undefined =>
    ANNOTATION_COLUMNS.find(
      ({ id, header }) => id === name || short(header.zh) === short(name) || short(header.en) === short(name),
    )?.id;
  const unknown = names.find((name) => named(name) === undefined);
  if (unknown !== undefined) {
    const list = (lang: Lang, mark: string): string =>
      ANNOTATION_COLUMNS.map(({ header }) => header[lang]).join(mark);
    return invalidValue(
      `没有结果列“${unknown}”；有：${list('zh', '、')}、表头。`,
      `There is no column “${unknown}”; there are ${list('en', ', ')} and headers.`,
    );
  }
  return names.length === 0
    ? ANNOTATION_COLUMNS.map(({ id }) => id)
    : names.flatMap((name) => named(name) ?? []);
}

/** Without the unit: 应享金额 for 应享金额(元). */
const short = (header: string): string =>
  header
    .replace(/[(（].*$/u, '')
    .trim()
    .toLowerCase();
