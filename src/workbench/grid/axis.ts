/**
 * Where the rows, or the columns, of a sheet lie: sizes in pixels come in, positions go out. Lines are
 * counted from 1; beyond the last one that is measured all have the standard size.
 */
export interface Sizes {
  readonly standard: number;
  /** Sizes that differ from the standard; 0 for a hidden line. */
  readonly own: ReadonlyMap<number, number>;
  /** How many lines the sheet has. */
  readonly count: number;
}

export class Axis {
  /** `ends[n]` is where line n ends; `ends[0]` is 0. */
  private readonly ends: Float64Array;
  private readonly measured: number;

  constructor(private readonly sizes: Sizes) {
    let last = 0;
    for (const line of sizes.own.keys()) if (line > last) last = line;
    this.measured = last;
    this.ends = new Float64Array(last + 1);
    let end = 0;
    for (let line = 1; line <= last; line += 1) {
      end += sizes.own.get(line) ?? sizes.standard;
      this.ends[line] = end;
    }
  }

  get count(): number {
    return this.sizes.count;
  }

  size(line: number): number {
    return this.sizes.own.get(line) ?? this.sizes.standard;
  }

  isHidden(line: number): boolean {
    return this.size(line) === 0;
  }

  /** Where a line begins. */
  start(line: number): number {
    return this.end(line - 1);
  }

  end(line: number): number {
    const known = this.ends[line];
    if (known !== undefined) return known;
    return (this.ends[this.measured] ?? 0) + (line - this.measured) * this.sizes.standard;
  }

  /** The line at a position: never a hidden one, never beyond the last. */
  at(position: number): number {
    const measuredEnd = this.ends[this.measured] ?? 0;
    if (position >= measuredEnd) {
      const beyond = Math.floor((position - measuredEnd) / this.sizes.standard);
      return Math.min(this.count, this.measured + 1 + beyond);
    }
    let [low, high] = [1, this.measured];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.ends[middle] ?? 0) > position) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** The next line in a direction that is shown; the line itself where there is none. */
  step(line: number, direction: 1 | -1): number {
    for (let next = line + direction; next >= 1 && next <= this.count; next += direction) {
      if (!this.isHidden(next)) return next;
    }
    return line;
  }
}
