import type { Grid } from './grid';
import type { HeaderCellReader } from './header-cells';
import { isBlankContent, shownText } from './shown-text';

const SEARCHED_ROWS = 60;
const SEARCHED_COLUMNS = 3;
const LEAST_NAMES = 3;
const LEAST_ENTERPRISES = 2;

/** Whether a sheet has the names of indicators one below the other, and an enterprise in each column. */
export function isTransposed(grid: Grid, reader: HeaderCellReader): boolean {
  for (let column = 1; column <= Math.min(SEARCHED_COLUMNS, grid.columnCount); column++) {
    let names = 0;
    for (let row = 1; row <= Math.min(SEARCHED_ROWS, grid.rowCount); row++) {
      if (reader.kindOf(shownText(grid, row, column)) !== 'name') continue;
      let filled = 0;
      for (let other = column + 1; other <= grid.columnCount && filled < LEAST_ENTERPRISES; other++)
        if (!isBlankContent(grid.content(row, other))) filled++;
      if (filled === LEAST_ENTERPRISES) names++;
    }
    if (names >= LEAST_NAMES) return true;
  }
  return false;
}
