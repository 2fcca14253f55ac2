/** An auto-filter: criteria by column, and the rows they hide. */
import type { CellContent, CellRange } from '../../../sheet';
import { isCellError } from '../../../sheet';
import type { Sheet } from './sheet';

/** The criteria of Excel.FilterCriteria that the host applies. */
export interface Criterion {
  readonly filterOn: string;
  readonly values?: readonly string[];
  readonly criterion1?: string;
  readonly criterion2?: string;
  readonly operator?: string;
}

/** Where a row or column is after cells moved; null when it is gone. */
type Follow = (position: number) => number | null;

export class Filter {
  /** By the column's number on the sheet. */
  private criteria = new Map<number, Criterion>();
  private hidden = new Set<number>();

  constructor(
    private readonly sheet: Sheet,
    /** Header row included. */
    public range: CellRange,
  ) {}

  get isFiltering(): boolean {
    return this.criteria.size > 0;
  }

  get hiddenRows(): ReadonlySet<number> {
    return this.hidden;
  }

  criterion(column: number): Criterion | undefined {
    return this.criteria.get(this.range.left + column);
  }

  /** `column` counts from the left of the range, from 0; `null` takes the column's criterion away. */
  set(column: number, criterion: Criterion | null): void {
    const at = this.range.left + column;
    if (criterion === null) this.criteria.delete(at);
    else this.criteria.set(at, criterion);
    this.reapply();
  }

  /** As a file has it: what is hidden there stays so until the filter is applied again. */
  restore(criteria: ReadonlyMap<number, Criterion>, hiddenRows: Iterable<number>): void {
    for (const [column, criterion] of criteria) this.criteria.set(this.range.left + column, criterion);
    this.hidden = new Set(hiddenRows);
  }

  clear(): void {
    this.criteria.clear();
    this.reapply();
  }

  hides(row: number): boolean {
    return this.hidden.has(row);
  }

  /** Excel looks at the cells when a filter is applied, not when they change. */
  reapply(): void {
    this.hidden = new Set();
    for (let row = this.range.top + 1; row <= this.range.bottom; row += 1) {
      const shown = [...this.criteria].every(([column, criterion]) =>
        passes(this.sheet.content(row, column), criterion),
      );
      if (!shown) this.hidden.add(row);
    }
  }

  /** After cells moved: the criteria go with their columns, and the rows that were hidden stay hidden where they are now. */
  follow(range: CellRange, rowAfter: Follow, columnAfter: Follow): void {
    this.range = range;
    this.hidden = new Set([...this.hidden].map(rowAfter).filter((row) => row !== null));
    this.criteria = new Map(
      [...this.criteria].flatMap(([column, criterion]) => {
        const after = columnAfter(column);
        return after === null ? [] : [[after, criterion] as const];
      }),
    );
  }
}

function passes(content: CellContent, criterion: Criterion): boolean {
  const text = content === null ? '' : isCellError(content) ? content.error : String(content);
  if (criterion.filterOn === 'Values') return criterion.values?.includes(text) ?? false;
  const first = compares(content, text, criterion.criterion1);
  if (criterion.criterion2 === undefined) return first;
  const second = compares(content, text, criterion.criterion2);
  return criterion.operator === 'Or' ? first || second : first && second;
}

/** `>=10`, `<>`, `=text`, `abc*`. */
function compares(content: CellContent, text: string, criterion = ''): boolean {
  const [, sign = '=', wanted = ''] = /^(<>|<=|>=|<|>|=)?(.*)$/s.exec(criterion) ?? [];
  const number = Number(wanted);
  if (typeof content === 'number' && wanted !== '' && !Number.isNaN(number)) {
    return compareNumbers(content, number, sign);
  }
  const matches = wildcard(wanted).test(text);
  return sign === '<>' ? !matches : sign === '=' && matches;
}

export function compareNumbers(left: number, right: number, sign: string): boolean {
  switch (sign) {
    case '<>':
      return left !== right;
    case '<=':
      return left <= right;
    case '>=':
      return left >= right;
    case '<':
      return left < right;
    case '>':
      return left > right;
    default:
      return left === right;
  }
}

/** `*` and `?` as in Excel, `~` before them for themselves; without case, the whole text. */
export function wildcard(pattern: string): RegExp {
  const source = pattern.replaceAll(/~[*?~]|[*?]|[^*?~\p{L}\p{N}\s]/gu, (part) => {
    if (part === '*') return '.*';
    if (part === '?') return '.';
    return `\\u{${(part.codePointAt(part.length - 1) ?? 0).toString(16)}}`;
  });
  return new RegExp(`^${source}$`, 'isu');
}
