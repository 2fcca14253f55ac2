import { nameKey } from './fold';
import type { ColumnHeader } from './header-paths';

const LEAST_COLUMNS = 2;

/**
 * The column in which a second table begins beside the first: all headers come again, in the same
 * order, with nothing but blank columns in between. Undefined where there is one table.
 */
export function tableBeside(headers: readonly ColumnHeader[]): number | undefined {
  const filled = headers
    .filter(({ levels }) => levels.length > 0)
    .map(({ column, levels }) => ({ column, key: levels.map(nameKey).join('\n') }));
  for (let width = LEAST_COLUMNS; width * 2 <= filled.length; width++) {
    if (filled.length % width === 0 && filled.every(({ key }, at) => key === filled[at % width]?.key))
      return filled[width]?.column;
  }
  return undefined;
}
