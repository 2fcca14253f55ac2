import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Grid } from '../../src/sheet';
import { openWorkbook } from '../../src/xlsx';

/** The sample workbooks and what a correct reading of them gives (samples/README.md). */
export interface TruthColumn {
  readonly col: string;
  readonly header: string;
  readonly headerPath?: readonly string[];
  readonly key: string | null;
  readonly unit: string | null;
  readonly factor: string | null;
  readonly formula?: boolean;
}
export type TruthValue = string | boolean | null;
export interface TruthSheet {
  readonly sheet: string;
  readonly headerRows: readonly number[];
  readonly firstDataRow: number;
  readonly lastDataRow: number;
  readonly columns: readonly TruthColumn[];
  readonly rows: readonly { readonly row: number; readonly values: Readonly<Record<string, TruthValue>> }[];
  readonly skipRows: readonly number[];
  readonly issues: readonly { readonly row: number; readonly kind: string; readonly value: string }[];
}
export interface Truth {
  readonly policy: string;
  readonly sheets: readonly TruthSheet[];
}

const FOLDER = path.join(__dirname, '../../samples');

export function sampleTruth(name: string): Truth {
  return JSON.parse(readFileSync(path.join(FOLDER, `${name}.truth.json`), 'utf8')) as Truth;
}

export function sampleGrid(name: string, sheet: string): Grid {
  return openWorkbook(readFileSync(path.join(FOLDER, `${name}.xlsx`))).readGrid(sheet);
}
