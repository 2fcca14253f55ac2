import { area, LAST_COLUMN, LAST_ROW } from '../book/area';
import type { Sheet } from '../book/sheet';
import type { Environment } from '../wire/environment';
import { HostObject, NullObject } from '../wire/host-object';
import { hostType } from '../wire/host-type';
import { rangeAt, RangeObject } from './range-object';

/** Excel.WorksheetFreezePanes: what stays in view while the rest scrolls. */
export class FreezePanesObject extends HostObject {
  readonly type = 'WorksheetFreezePanes';

  constructor(
    env: Environment,
    readonly sheet: Sheet,
  ) {
    super(env);
  }
}

export const freezePanes = hostType('WorksheetFreezePanes', FreezePanesObject, {
  call: {
    FreezeAt: ({ env, sheet }, args) => {
      const { bottom, right } = args.isObject(0)
        ? args.object(0, RangeObject).area
        : rangeAt(env, sheet, args.text(0)).area;
      sheet.frozen = { rows: bottom === LAST_ROW ? 0 : bottom, columns: right === LAST_COLUMN ? 0 : right };
    },
    FreezeRows: ({ sheet }, args) => {
      sheet.frozen = { rows: args.optionalInteger(0) ?? 1, columns: 0 };
    },
    FreezeColumns: ({ sheet }, args) => {
      sheet.frozen = { rows: 0, columns: args.optionalInteger(0) ?? 1 };
    },
    Unfreeze: ({ sheet }) => {
      sheet.frozen = null;
    },
    GetLocationOrNullObject: ({ env, sheet }) => {
      if (sheet.frozen === null) return new NullObject(env);
      const { rows, columns } = sheet.frozen;
      return new RangeObject(env, sheet, area(1, 1, rows || LAST_ROW, columns || LAST_COLUMN));
    },
  },
});
