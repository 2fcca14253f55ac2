import type { CellRange } from '../../sheet';

/** A function of ours in a formula, also as Excel shows it without the add-in; not in a text in quotes. */
export function callsOurFunctions(formula: unknown): boolean {
  if (typeof formula !== 'string' || !formula.startsWith('=')) return false;
  const code = formula.replaceAll(/"(?:[^"]|"")*"/g, '""');
  return /(?<![\w.])(?:_xldudf_POLICY_|POLICY\.)[A-Z]/i.test(code);
}

/** Cells one below the other whose formulas call functions of ours. `top` and `left` are those of the list. */
export function runsOfOurs(
  formulas: readonly (readonly unknown[])[],
  top: number,
  left: number,
): CellRange[] {
  const runs: CellRange[] = [];
  const width = formulas[0]?.length ?? 0;
  for (let column = 0; column < width; column += 1) {
    let first: number | null = null;
    for (let row = 0; row <= formulas.length; row += 1) {
      const isOurs = row < formulas.length && callsOurFunctions(formulas[row]?.[column]);
      if (isOurs) first ??= row;
      else if (first !== null) {
        runs.push({ top: top + first, bottom: top + row - 1, left: left + column, right: left + column });
        first = null;
      }
    }
  }
  return runs;
}
