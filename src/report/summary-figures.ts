import type { PolicyOutcome, Status, Sums } from '../engine';
import type { Decimal, Lang } from '../rules';
import type { DetailTable } from './detail';
import type { DetailCell, DetailColumnId } from './detail-columns';
import { moneyCell } from './money';
import type { SummaryCell } from './summary-cell';
import { STATUS_WORDS } from './words';

/** A figure of 汇总 that does not equal what 明细 adds up to: a defect of ours, never written silently. */
export class SummaryMismatch extends Error {
  override readonly name = 'SummaryMismatch';
}

const MONEY = [
  ['payable', 'award'],
  ['ceiling', 'ceiling'],
  ['saving', 'saving'],
] as const;

type Line = readonly DetailCell[];

/** Which lines of 明细 a figure adds up: those with `value` in the column; null for all lines. */
export interface Selection {
  readonly column: DetailColumnId;
  readonly value: string;
  /** The cell of 汇总 that holds the value: `$A5`. */
  readonly cell: string;
}

/**
 * The figures of 汇总: each a native formula over 明细 with the engine's figure as its result, checked here
 * against the lines to the fen.
 */
export class SummaryFigures {
  private readonly payable: string;
  private readonly values = new Map<DetailColumnId, ReadonlyMap<string, readonly Line[]>>();

  constructor(
    private readonly outcome: PolicyOutcome,
    private readonly detail: DetailTable,
    private readonly tableName: string,
    private readonly lang: Lang,
  ) {
    this.payable = STATUS_WORDS.payable[lang];
  }

  /** How many lines have a status. */
  count(selection: Selection | null, status: Status): SummaryCell {
    const word = STATUS_WORDS[status][this.lang];
    return {
      kind: 'count',
      formula: this.formula('count', null, selection, word),
      value: this.lines(selection, word).length,
      total: selection === null,
    };
  }

  /** Award, ceiling and saving. */
  money(selection: Selection | null, sums: Sums): SummaryCell[] {
    return MONEY.map(([status, kind]) => {
      const word = STATUS_WORDS[status][this.lang];
      return this.checked(
        this.formula('sum', 'amount', selection, word),
        this.lines(selection, word).map((row) => row[this.at('amount')]),
        sums[kind],
        selection === null,
      );
    });
  }

  /** What a pool cuts off the awards of its clause. */
  poolCut(selection: Selection, reduction: Decimal): SummaryCell {
    return this.checked(
      this.formula('sum', 'poolCut', selection, this.payable),
      this.lines(selection, this.payable).map((row) => row[this.at('poolCut')]),
      reduction,
      false,
    );
  }

  /** What is paid in a year. */
  paid(year: number, due: Decimal): SummaryCell {
    const column: DetailColumnId = `paid:${year}`;
    return this.checked(
      `SUM(${this.range(column)})`,
      this.detail.rows.map((row) => row[this.at(column)]),
      due,
      false,
    );
  }

  /** The sum of cells of 汇总 itself. */
  total(formula: string, figure: Decimal): SummaryCell {
    return { kind: 'money', formula, value: moneyCell(figure), total: true };
  }

  private lines(selection: Selection | null, status: string): readonly Line[] {
    const all =
      selection === null ? this.detail.rows : (this.byValue(selection.column).get(selection.value) ?? []);
    const at = this.at('status');
    return all.filter((row) => row[at] === status);
  }

  /** The lines of 明细 by what stands in a column. */
  private byValue(column: DetailColumnId): ReadonlyMap<string, readonly Line[]> {
    const known = this.values.get(column);
    if (known !== undefined) return known;
    const at = this.at(column);
    const values = new Map<string, Line[]>();
    for (const row of this.detail.rows) {
      const value = String(row[at] ?? '');
      const same = values.get(value);
      if (same === undefined) values.set(value, [row]);
      else same.push(row);
    }
    this.values.set(column, values);
    return values;
  }

  /** SUMIFS or COUNTIFS; where those would take another text for the same, an exact comparison. */
  private formula(
    kind: 'sum' | 'count',
    sum: DetailColumnId | null,
    selection: Selection | null,
    status: string,
  ): string {
    const states = this.range('status');
    if (selection !== null && !this.isPlain(selection)) {
      const chosen = `EXACT(${this.range(selection.column)},${selection.value === '' ? '""' : selection.cell})`;
      const summed = sum === null ? '' : `,${this.range(sum)}`;
      return `SUMPRODUCT(${chosen}*(${states}="${status}")${summed})`;
    }
    const parts = [
      ...(sum === null ? [] : [this.range(sum)]),
      ...(selection === null ? [] : [this.range(selection.column), selection.cell]),
      states,
      `"${status}"`,
    ];
    return `${kind === 'sum' ? 'SUMIFS' : 'COUNTIFS'}(${parts.join(',')})`;
  }

  /**
   * Criteria of SUMIFS are lenient: 4.1 equals 4.10, case does not count, * and ? stand for anything, and
   * a leading = < > is an operator.
   */
  private isPlain({ column, value }: Selection): boolean {
    if (value === '' || value.length > 255 || /[*?~]|^[=<>]/.test(value)) return false;
    const wanted = lenient(value);
    return [...this.byValue(column).keys()].every((other) => other === value || lenient(other) !== wanted);
  }

  private at(column: DetailColumnId): number {
    const at = this.detail.at.get(column);
    if (at === undefined)
      throw new SummaryMismatch(`${this.outcome.policy.id}: 明细 has no column ${column}`);
    return at;
  }

  /** In a structured reference `[`, `]`, `#` and `'` in a column's name are preceded by `'`. */
  private range(column: DetailColumnId): string {
    const header = this.detail.headers[this.at(column)] ?? '';
    return `${this.tableName}[${header.replaceAll(/['#[\]]/g, "'$&")}]`;
  }

  private checked(
    formula: string,
    cells: readonly (DetailCell | undefined)[],
    figure: Decimal,
    total: boolean,
  ): SummaryCell {
    const fen = cells.reduce<number>(
      (sum, cell) => sum + (typeof cell === 'number' ? Math.round(cell * 100) : 0),
      0,
    );
    if (fen !== figure.times(100).toNumber()) {
      throw new SummaryMismatch(
        `${this.outcome.policy.id}: ${formula} gives ${fen / 100}, the engine ${figure.toFixed(2)}`,
      );
    }
    return { kind: 'money', formula, value: moneyCell(figure), total };
  }
}

function lenient(text: string): string | number {
  return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text.toLowerCase();
}
