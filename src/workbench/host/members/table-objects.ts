/** The objects around a table. They know the table, not its place: that is looked up when they are used. */
import type { Sheet } from '../book/sheet';
import type { Table } from '../book/table';
import type { Environment } from '../wire/environment';
import { HostObject } from '../wire/host-object';
import { OperationFailed } from '../wire/office-errors';

export class TableCollectionObject extends HostObject {
  readonly type = 'TableCollection';

  constructor(
    env: Environment,
    /** null for the tables of the whole workbook. */
    readonly sheet: Sheet | null,
  ) {
    super(env);
  }

  get tables(): readonly Table[] {
    return this.sheet?.tables ?? this.env.workbook.tables;
  }

  override get eventTarget(): string {
    return this.sheet?.id ?? 'Workbook';
  }
}

export class TableScopedCollectionObject extends HostObject {
  readonly type = 'TableScopedCollection';

  constructor(
    env: Environment,
    readonly tables: readonly Table[],
  ) {
    super(env);
  }
}

abstract class OfTable extends HostObject {
  constructor(
    env: Environment,
    private readonly known: Table,
  ) {
    super(env);
  }

  /** @throws ItemNotFound when the table is gone */
  get table(): Table {
    if (!this.known.sheet.tables.includes(this.known)) throw new OperationFailed('ItemNotFound');
    return this.known;
  }
}

export class TableObject extends OfTable {
  readonly type = 'Table';

  override get eventTarget(): string {
    return String(this.table.id);
  }
}

export class TableColumnCollectionObject extends OfTable {
  readonly type = 'TableColumnCollection';
}

export class TableRowCollectionObject extends OfTable {
  readonly type = 'TableRowCollection';
}

export class TableSortObject extends OfTable {
  readonly type = 'TableSort';
}

export class TableRowObject extends OfTable {
  readonly type = 'TableRow';

  constructor(
    env: Environment,
    table: Table,
    /** From 0. */
    readonly index: number,
  ) {
    super(env, table);
  }
}

export class TableColumnObject extends OfTable {
  readonly type = 'TableColumn';

  constructor(
    env: Environment,
    table: Table,
    readonly id: number,
  ) {
    super(env, table);
  }

  /** From 0. */
  get index(): number {
    const index = this.table.columnIds.indexOf(this.id);
    if (index < 0) throw new OperationFailed('ItemNotFound');
    return index;
  }
}
