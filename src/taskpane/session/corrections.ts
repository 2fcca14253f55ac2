import type { Json } from '../../excel';

/** What the analyst says a column is: another meaning or unit; null leaves it out. */
export type Correction = ColumnCorrection | null;
export interface ColumnCorrection {
  readonly key?: string;
  readonly clause?: string;
  readonly unit?: string;
  readonly scale?: 'percent' | 'fraction';
}

type JsonObject = { readonly [key: string]: Json };

/**
 * Corrections with one more, in the form in which `subsidy --map` reads them. What is absent of a correction
 * stays as it was; a new meaning drops an earlier unit, which was meant for the other one.
 */
export function withCorrection(
  corrections: Json,
  sheetName: string,
  column: string,
  correction: Correction,
): Json {
  const sheets = objectIn(objectIn(corrections)['sheets']);
  const sheet = objectIn(sheets[sheetName] ?? sheets['*']);
  const columns = objectIn(sheet['columns']);
  const next = correction === null ? null : merged(columns[column], correction);
  return {
    sheets: { ...sheets, [sheetName]: { ...sheet, columns: { ...columns, [column]: next } } },
  };
}

/** The column is taken as it was before anybody corrected it. */
export function withoutCorrection(corrections: Json, sheetName: string, column: string): Json {
  const sheets = objectIn(objectIn(corrections)['sheets']);
  const sheet = objectIn(sheets[sheetName]);
  const { [column]: _gone, ...columns } = objectIn(sheet['columns']);
  const { [sheetName]: _sheet, ...others } = sheets;
  const isEmpty = Object.keys(columns).length === 0 && sheet['headerRows'] === undefined;
  const left = isEmpty ? others : { ...others, [sheetName]: { ...sheet, columns } };
  return Object.keys(left).length === 0 ? null : { sheets: left };
}

/** Whether the analyst corrected the column. */
export function isCorrected(corrections: Json, sheetName: string, column: string): boolean {
  const sheet = objectIn(objectIn(objectIn(corrections)['sheets'])[sheetName]);
  return Object.hasOwn(objectIn(sheet['columns']), column);
}

function merged(before: Json | undefined, correction: ColumnCorrection): Json {
  const hasMeaning = correction.key !== undefined || correction.clause !== undefined;
  if (hasMeaning) return { ...correction };
  const earlier = typeof before === 'string' ? { key: before } : objectIn(before);
  return { ...earlier, ...correction };
}

function objectIn(json: Json | undefined): JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as JsonObject) : {};
}
