/**
 * The `cols` of a sheet with some widths changed. An entry covers a range of columns: it is split
 * around ours, and each piece keeps what else the entry says (style, outline). A column that gets a width
 * is shown: many hide all columns right of their data, and ours would stand there unseen.
 */
import { MAX_COLUMN } from '../cell-reference';
import { escapeAttribute } from '../xml-text';

/** An entry as the file has it, by attribute. */
export type ColEntry = ReadonlyMap<string, string>;

/** @param widths by column; null for the default width. @returns the entries as XML */
export function changedCols(
  entries: readonly ColEntry[],
  widths: ReadonlyMap<number, number | null>,
  prefix: string,
): string {
  const columns = [...widths.keys()].toSorted((a, b) => a - b);
  const pieces: { min: number; max: number; entry: ColEntry }[] = [];
  const covered = new Set<number>();
  for (const entry of entries) {
    let min = Number(entry.get('min') ?? 1);
    const max = Math.min(Number(entry.get('max') ?? min), MAX_COLUMN);
    for (const column of columns) {
      if (column < min || column > max) continue;
      if (column > min) pieces.push({ min, max: column - 1, entry });
      const changed = withWidth(entry, widths.get(column) ?? null);
      if (changed !== null) pieces.push({ min: column, max: column, entry: changed });
      covered.add(column);
      min = column + 1;
    }
    if (min <= max) pieces.push({ min, max, entry });
  }
  for (const column of columns) {
    const added = covered.has(column) ? null : withWidth(new Map(), widths.get(column) ?? null);
    if (added !== null) pieces.push({ min: column, max: column, entry: added });
  }
  pieces.sort((a, b) => a.min - b.min);
  return pieces.map(({ min, max, entry }) => colXml(min, max, entry, prefix)).join('');
}

/** Excel's default, in the characters of its default font: an entry without a width is not safe to write. */
const DEFAULT_WIDTH = '9.140625';

/** null where nothing is left to say about the column. */
function withWidth(entry: ColEntry, width: number | null): ColEntry | null {
  const changed = new Map(entry);
  for (const name of ['min', 'max', 'width', 'customWidth', 'bestFit']) changed.delete(name);
  if (width !== null) {
    changed.delete('hidden');
    changed.set('width', String(width)).set('customWidth', '1');
  } else if (changed.size > 0) changed.set('width', DEFAULT_WIDTH);
  return changed.size === 0 ? null : changed;
}

function colXml(min: number, max: number, entry: ColEntry, prefix: string): string {
  const rest = Array.from(entry)
    .filter(([name]) => name !== 'min' && name !== 'max')
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('');
  return `<${prefix}col min="${min}" max="${max}"${rest}/>`;
}
