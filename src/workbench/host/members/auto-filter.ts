/** Excel.AutoFilter of a sheet or table, and Excel.Filter of one column of a table. */
import type { CellRange } from '../../../sheet';
import { parseAddress } from '../book/address';
import { Filter, type Criterion } from '../book/filter';
import { requirePermission } from '../book/protection';
import type { Sheet } from '../book/sheet';
import type { Table } from '../book/table';
import { filterOf } from '../book/tables';
import type { Environment } from '../wire/environment';
import { HostObject, NullObject } from '../wire/host-object';
import { hostType } from '../wire/host-type';
import { NotCovered, OperationFailed } from '../wire/office-errors';
import { isRecord } from '../wire/request';
import { RangeObject } from './range-object';

export class AutoFilterObject extends HostObject {
  readonly type = 'AutoFilter';

  constructor(
    env: Environment,
    readonly sheet: Sheet,
    /** null for the filter of the sheet itself. */
    readonly table: Table | null,
  ) {
    super(env);
  }

  get filter(): Filter | null {
    return this.table === null ? this.sheet.filter : filterOf(this.table);
  }

  /** @throws InvalidOperation when there is none */
  get present(): Filter {
    if (this.filter === null) throw new OperationFailed('InvalidOperation');
    return this.filter;
  }

  changed(): void {
    this.env.workbook.tell({ kind: 'rowsFiltered', sheet: this.sheet });
  }
}

export class FilterObject extends HostObject {
  readonly type = 'Filter';

  constructor(
    env: Environment,
    readonly table: Table,
    readonly filter: () => Filter,
    /** From the left of the table, from 0. */
    readonly column: number,
  ) {
    super(env);
  }

  set(criterion: Criterion | null): void {
    requirePermission(this.table.sheet, 'allowAutoFilter');
    this.filter().set(this.column, criterion);
    this.env.workbook.tell({ kind: 'rowsFiltered', sheet: this.table.sheet });
  }
}

export const autoFilter = hostType('AutoFilter', AutoFilterObject, {
  get: {
    Enabled: ({ filter }) => filter !== null,
    IsDataFiltered: ({ filter }) => filter?.isFiltering ?? false,
    Criteria: ({ filter }) => (filter === null ? null : allCriteria(filter)),
  },
  call: {
    Apply: (object, args) => {
      requirePermission(object.sheet, 'allowAutoFilter');
      const area = object.table === null ? placeIn(object, args.raw(0)) : null;
      if (area !== null && object.sheet.filter === null) object.sheet.filter = new Filter(object.sheet, area);
      const column = args.optionalInteger(1);
      if (column !== null) object.present.set(column, args.has(2) ? criterionIn(args.record(2)) : null);
      object.changed();
    },
    ClearCriteria: (object) => {
      object.filter?.clear();
      object.changed();
    },
    ClearColumnCriteria: (object, args) => {
      object.filter?.set(args.integer(0), null);
      object.changed();
    },
    Reapply: (object) => {
      object.filter?.reapply();
      object.changed();
    },
    Remove: (object) => {
      if (object.table === null) object.sheet.filter = null;
      else object.table.filter = null;
      object.changed();
    },
    GetRange: (object) => new RangeObject(object.env, object.sheet, object.present.range),
    GetRangeOrNullObject: ({ env, sheet, filter }) =>
      filter === null ? new NullObject(env) : new RangeObject(env, sheet, filter.range),
  },
});

export const filter = hostType('Filter', FilterObject, {
  get: { Criteria: (object) => object.filter().criterion(object.column) ?? null },
  call: {
    Apply: (object, args) => {
      object.set(criterionIn(args.record(0)));
    },
    ApplyValuesFilter: (object, args) => {
      object.set(criterionIn({ filterOn: 'Values', values: args.list(0) }));
    },
    ApplyCustomFilter: (object, args) => {
      const [criterion1, criterion2, operator] = [args.text(0), args.optionalText(1), args.optionalText(2)];
      object.set(criterionIn({ filterOn: 'Custom', criterion1, criterion2, operator }));
    },
    Clear: (object) => {
      object.set(null);
    },
  },
});

function criterionIn(record: Readonly<Record<string, unknown>>): Criterion {
  const { filterOn, values, criterion1, criterion2, operator } = record;
  if (filterOn !== 'Values' && filterOn !== 'Custom') throw new NotCovered(`a filter on ${String(filterOn)}`);
  return {
    filterOn,
    ...(Array.isArray(values) ? { values: values.map(String) } : {}),
    ...(typeof criterion1 === 'string' ? { criterion1 } : {}),
    ...(typeof criterion2 === 'string' ? { criterion2 } : {}),
    ...(typeof operator === 'string' ? { operator } : {}),
  };
}

function allCriteria(of: Filter): (Criterion | Record<string, never>)[] {
  const { left, right } = of.range;
  return Array.from({ length: right - left + 1 }, (_, column) => of.criterion(column) ?? {});
}

function placeIn({ sheet }: AutoFilterObject, value: unknown): CellRange | null {
  if (value instanceof RangeObject) return value.area;
  if (value === undefined || value === null) return sheet.filter?.range ?? null;
  const parsed = typeof value === 'string' ? parseAddress(value) : null;
  if (parsed === null || isRecord(value)) throw new OperationFailed('InvalidArgument');
  return parsed.area;
}
