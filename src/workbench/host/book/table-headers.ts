import { isCellError } from '../../../sheet';
import type { Table } from './table';

/** Makes the header cells of a table texts that are all different and not empty, as Excel does. */
export function nameHeaders(table: Table): void {
  const { sheet, range } = table;
  if (!table.hasHeaders) return;
  const taken = new Set<string>();
  for (let column = range.left; column <= range.right; column += 1) {
    const content = sheet.content(range.top, column);
    const text = isCellError(content) ? content.error : String(content ?? '');
    const name = free(text === '' ? `列${column - range.left + 1}` : text, taken);
    taken.add(name.toLowerCase());
    if (name !== content) sheet.setContent(range.top, column, name);
  }
}

function free(name: string, taken: ReadonlySet<string>): string {
  let candidate = name;
  for (let number = 2; taken.has(candidate.toLowerCase()); number += 1) candidate = `${name}${number}`;
  return candidate;
}
