/**
 * A cell that is being edited, in the grid or in the formula bar. While it is, Excel is in cell-edit mode and
 * refuses the add-in's requests or lets them wait; so does the host.
 */
import { areaText } from '../host';
import { columnLetter, isCellError } from '../../sheet';
import type { Cell } from '../grid/selection';
import type { Workbench } from './workbench';

export interface Draft {
  readonly cell: Cell;
  readonly text: string;
  /** Where the caret is: typing goes on there. */
  readonly place: 'cell' | 'bar';
}

export class Editing {
  version = 0;
  draft: Draft | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly workbench: Workbench) {}

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** What the formula bar shows of a cell that nobody edits: the formula, or what would be typed. */
  get shown(): string {
    return this.draft?.text ?? this.entryOf(this.workbench.selection.anchor);
  }

  /** @param text what the cell begins with; its present entry when absent */
  begin(place: Draft['place'], text?: string): void {
    if (this.draft !== null) {
      this.change(this.draft.text, place);
      return;
    }
    const cell = this.workbench.selection.anchor;
    this.draft = { cell, text: text ?? this.entryOf(cell), place };
    this.workbench.host.user.enterCell();
    this.tell();
  }

  change(text: string, place: Draft['place'] = this.draft?.place ?? 'cell'): void {
    if (this.draft === null) return;
    this.draft = { ...this.draft, text, place };
    this.tell();
  }

  /** @returns whether Excel took the entry; if not, the cell is still being edited */
  accept(): boolean {
    const { draft, workbench } = this;
    if (draft === null) return true;
    this.leave();
    const isSame = draft.text === this.entryOf(draft.cell);
    const { row, column } = draft.cell;
    const range = { top: row, left: column, bottom: row, right: column };
    if (!isSame) {
      const isTaken = workbench.act((user) => {
        if (draft.text === '') user.clear(workbench.address(range));
        else user.type(workbench.address(range), draft.text);
      });
      if (!isTaken) {
        this.draft = draft;
        workbench.host.user.enterCell();
      }
    }
    this.tell();
    return this.draft === null;
  }

  cancel(): void {
    this.leave();
    this.tell();
  }

  /** The name of what is selected, as the name box shows it. */
  get place(): string {
    const { sheet, workbook, selectedRange, selection } = this.workbench;
    const { anchor } = selection;
    const whole = areaText(selectedRange);
    const named = workbook.names.find(
      ({ visible, formula }) =>
        visible && formula.replaceAll('$', '').replaceAll("'", '') === `=${sheet.name}!${whole}`,
    );
    return named?.name ?? `${columnLetter(anchor.column)}${anchor.row}`;
  }

  private leave(): void {
    if (this.draft === null) return;
    this.draft = null;
    this.workbench.host.user.leaveCell();
  }

  private entryOf({ row, column }: Cell): string {
    const { sheet } = this.workbench;
    const formula = sheet.formula(row, column);
    if (formula !== undefined) return formula.text;
    const content = sheet.content(row, column);
    if (content === null) return '';
    if (isCellError(content)) return content.error;
    if (typeof content === 'boolean') return content ? 'TRUE' : 'FALSE';
    if (typeof content === 'string') {
      const isText = sheet.style(row, column).numberFormat === '@';
      return !isText && /^[=+\-@']/.test(content) ? `'${content}` : content;
    }
    return String(content);
  }

  private tell(): void {
    this.version += 1;
    for (const listener of this.listeners) listener();
  }
}
