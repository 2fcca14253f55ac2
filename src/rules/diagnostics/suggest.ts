/** Finds what an author may have meant: the candidate nearest to a name that does not exist. */
export function suggest(written: string, candidates: Iterable<string>): string | undefined {
  const wanted = written.toLowerCase();
  let best: string | undefined;
  let bestDistance = allowance(wanted) + 1;
  for (const candidate of candidates) {
    const distance = near(wanted, candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** One slip in a short name, one more for every four characters; none in a single digit. */
const allowance = (name: string): number => (/^\d$/u.test(name) ? 0 : 1 + Math.floor(name.length / 4));

/** Containing the name, as 批发 in 批发业, is as good as one slip. */
function near(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  const contained =
    shorter >= 2 && (a.includes(b) || b.includes(a)) && Math.abs(a.length - b.length) <= shorter;
  return contained ? Math.min(1, editDistance(a, b)) : editDistance(a, b);
}

/** Insertions, deletions, replacements and swaps of neighbours that lead from one name to the other. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const replaced = at(last, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const swapped =
        a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
          ? at(beforeLast, column - 2) + 1
          : Infinity;
      current.push(Math.min(replaced, swapped, at(last, column) + 1, at(current, column - 1) + 1));
    }
    [beforeLast, last] = [last, current];
  }
  return at(last, b.length);
}

const at = (row: readonly number[], column: number): number => row[column] ?? Infinity;
