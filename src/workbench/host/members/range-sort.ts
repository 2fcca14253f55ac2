/** Excel.RangeSort, and how Office.js describes the keys of a sort. */
import type { CellRange } from '../../../sheet';
import { requirePermission } from '../book/protection';
import type { Sheet } from '../book/sheet';
import { sortRows } from '../book/sort';
import type { SortKey } from '../book/table';
import type { Environment } from '../wire/environment';
import { HostObject } from '../wire/host-object';
import { hostType } from '../wire/host-type';
import { NotCovered, OperationFailed } from '../wire/office-errors';
import { isRecord } from '../wire/request';

export class RangeSortObject extends HostObject {
  readonly type = 'RangeSort';

  constructor(
    env: Environment,
    readonly sheet: Sheet,
    readonly area: CellRange,
  ) {
    super(env);
  }
}

export const rangeSort = hostType('RangeSort', RangeSortObject, {
  call: {
    Apply: ({ env, sheet, area }, args) => {
      requirePermission(sheet, 'allowSort');
      if (args.optionalText(3) === 'Columns') throw new NotCovered('sorting columns by rows');
      sortRows(env.workbook, sheet, area, {
        keys: sortKeys(args.list(0)),
        matchCase: args.optionalBoolean(1, false),
        hasHeaders: args.optionalBoolean(2, false),
      });
    },
  },
});

/** `[{ key: 0, ascending: true }]`, the most important first. */
export function sortKeys(fields: readonly unknown[]): SortKey[] {
  return fields.map((field) => {
    if (!isRecord(field) || typeof field['key'] !== 'number') throw new OperationFailed('InvalidArgument');
    const sortsOn = field['sortOn'];
    if (sortsOn !== undefined && sortsOn !== null && sortsOn !== 'Value') {
      throw new NotCovered(`sorting on ${JSON.stringify(sortsOn)}`);
    }
    return { column: field['key'], ascending: field['ascending'] !== false };
  });
}
