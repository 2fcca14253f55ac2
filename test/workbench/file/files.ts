/** Workbooks opened in the simulated Excel and saved again. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type OpenFile, openFile } from '../../../src/workbench/file/open-file';
import { saveFile } from '../../../src/workbench/file/save/save-file';
import { SimulatedHost } from '../../../src/workbench/host';
import { unzipped } from '../../xlsx/zip';
import { officeMembers } from '../host/office-members';

export const ADD_IN = { id: '0b8c8a0e-5f4d-4c37-9f0a-111111111111', namespace: 'POLICY' };

export interface Opened extends OpenFile {
  readonly host: SimulatedHost;
}

export function opened(bytes: Uint8Array): Opened {
  const file = openFile(bytes, 'test.xlsx', ADD_IN.id);
  return { ...file, host: new SimulatedHost({ members: officeMembers(), workbook: file.workbook }) };
}

export function saved(file: OpenFile): Uint8Array {
  return saveFile(file, ADD_IN);
}

export function sample(name: string): Uint8Array {
  return readFileSync(path.join(__dirname, `../../../samples/${name}.xlsx`));
}

/** The paths of the parts that differ between two files, those of one file only included. */
export function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const [old, now] = [unzipped(before), unzipped(after)];
  const paths = new Set([...Object.keys(old), ...Object.keys(now)]);
  return [...paths]
    .filter((part) => Buffer.compare(Buffer.from(old[part] ?? []), Buffer.from(now[part] ?? [])) !== 0)
    .toSorted();
}

export function partText(bytes: Uint8Array, part: string): string {
  return new TextDecoder().decode(unzipped(bytes)[part]);
}
