/** Tables (ListObjects), each in a part of its own. */
import type { GridTable } from '../sheet';
import { parseRange } from './cell-reference';
import { WorkbookError } from './errors';
import { MAIN } from './xml-names';
import { parseTree } from './xml-tree';

export function readTable(part: string, bytes: Uint8Array): GridTable {
  const { root } = parseTree(part, bytes, MAIN, 'table');
  const reference = root.attributes.get('ref') ?? '';
  const range = parseRange(reference);
  if (range === null) throw new WorkbookError('bad-reference', { part, line: 1, reference });
  return {
    name: root.attributes.get('displayName') ?? root.attributes.get('name') ?? '',
    range,
    headerRows: wholeNumber(root.attributes.get('headerRowCount'), 1),
    totalsRows: wholeNumber(root.attributes.get('totalsRowCount'), 0),
  };
}

function wholeNumber(text: string | undefined, absent: number): number {
  return text !== undefined && /^\d{1,7}$/.test(text) ? Number(text) : absent;
}
