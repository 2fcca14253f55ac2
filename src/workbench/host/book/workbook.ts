/**
 * A workbook in memory: what the simulated Excel holds and the add-in sees through Office.js. It outlives
 * the add-in's runtime: after a crash of the add-in a new one finds the same workbook.
 */
import type { Change, ChangeListener, Origin } from './change';
import type { Comment } from './comment';
import type { DefinedName } from './name';
import { Sheet, type Protection } from './sheet';
import { PLAIN, type CellStyle } from './style';
import type { Table } from './table';

export type CalculationMode = 'Automatic' | 'AutomaticExceptTables' | 'Manual';

export interface XmlPart {
  readonly id: string;
  readonly xml: string;
}

/** What JSON can hold: settings are kept as it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export class Workbook {
  name = '工作簿1.xlsx';
  calculationMode: CalculationMode = 'Automatic';
  protection: Pick<Protection, 'password'> | null = null;
  /** The look of cells on sheets that are added. */
  plain: CellStyle = PLAIN;
  /** Serial dates count from 1904-01-01. */
  date1904 = false;
  readonly sheets: Sheet[] = [];
  readonly names: DefinedName[] = [];
  readonly comments: Comment[] = [];
  readonly settings = new Map<string, Json>();
  readonly xmlParts = new Map<string, XmlPart>();
  private active: Sheet | null = null;
  private readonly listeners = new Set<ChangeListener>();
  private origin: Origin = 'user';
  private lastId = 0;

  get activeSheet(): Sheet {
    const sheet = this.active ?? this.sheets[0];
    if (sheet === undefined) throw new Error('a workbook has at least one sheet');
    return sheet;
  }

  get tables(): readonly Table[] {
    return this.sheets.flatMap((sheet) => sheet.tables);
  }

  /** Adds an empty sheet at the end, or before the sheet at `position`. */
  addSheet(name: string, position = this.sheets.length): Sheet {
    const sheet = new Sheet(this.nextGuid(), name);
    sheet.plain = this.plain;
    this.sheets.splice(position, 0, sheet);
    this.active ??= sheet;
    this.tell({ kind: 'sheetAdded', sheet });
    return sheet;
  }

  activate(sheet: Sheet): void {
    const before = this.activeSheet;
    if (before === sheet) return;
    this.active = sheet;
    this.tell({ kind: 'sheetDeactivated', sheet: before });
    this.tell({ kind: 'sheetActivated', sheet });
  }

  /** The sheet goes with its tables, names and comments. */
  deleteSheet(sheet: Sheet): void {
    const position = this.sheets.indexOf(sheet);
    this.sheets.splice(position, 1);
    if (this.active === sheet) {
      const next = this.sheets.slice(position).concat(this.sheets.slice(0, position).toReversed());
      this.active = next.find(({ visibility }) => visibility === 'Visible') ?? null;
      if (this.active !== null) this.tell({ kind: 'sheetActivated', sheet: this.active });
    }
    remove(this.names, ({ scope }) => scope === sheet);
    remove(this.comments, (comment) => comment.sheet === sheet);
    for (const range of sheet.tracked) range.area = null;
    this.tell({ kind: 'sheetDeleted', sheet });
  }

  /** Names of sheets are compared without case. */
  sheetNamed(name: string): Sheet | undefined {
    const wanted = name.toLowerCase();
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === wanted);
  }

  tableNamed(name: string): Table | undefined {
    const wanted = name.toLowerCase();
    return this.tables.find((table) => table.name.toLowerCase() === wanted);
  }

  /** The name as seen from a sheet: its own names come first. With `scope` null only names of the workbook are looked at. */
  nameSeenFrom(scope: Sheet | null, name: string): DefinedName | undefined {
    const wanted = name.toLowerCase();
    const same = this.names.filter((item) => item.name.toLowerCase() === wanted);
    return same.find((item) => item.scope === scope) ?? same.find((item) => item.scope === null);
  }

  removeNames(condition: (name: DefinedName) => boolean): void {
    remove(this.names, condition);
    this.tell({ kind: 'namesEdited' });
  }

  removeComments(condition: (comment: Comment) => boolean): void {
    for (const comment of remove(this.comments, condition)) this.tell({ kind: 'commentDeleted', comment });
  }

  /** Unique in this workbook and never used twice. */
  nextId(): number {
    this.lastId += 1;
    return this.lastId;
  }

  nextGuid(): string {
    return `{${this.nextId().toString(16).toUpperCase().padStart(8, '0')}-0000-4000-8000-000000000000}`;
  }

  /** Until the action ends, changes are told as made by `origin`. */
  as<T>(origin: Origin, action: () => T): T {
    const before = this.origin;
    this.origin = origin;
    try {
      return action();
    } finally {
      this.origin = before;
    }
  }

  tell(change: Change): void {
    for (const listener of this.listeners) listener(change, this.origin);
  }

  /** @returns a function that ends the watching */
  watch(listener: ChangeListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

function remove<T>(list: T[], condition: (item: T) => boolean): T[] {
  const removed = list.filter(condition);
  for (const item of removed) list.splice(list.indexOf(item), 1);
  return removed;
}
