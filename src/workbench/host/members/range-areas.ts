/** Excel.RangeAreas: several ranges of one sheet at once. */
import type { CellRange } from '../../../sheet';
import { addressText } from '../book/address';
import { cellsOf, isWholeColumns, isWholeRows } from '../book/area';
import type { Sheet } from '../book/sheet';
import type { Environment } from '../wire/environment';
import { HostObject } from '../wire/host-object';
import { hostType } from '../wire/host-type';
import { OperationFailed } from '../wire/office-errors';
import { clearAreas } from './range-actions';
import { RangeFormatObject } from './range-format';
import { RangeObject } from './range-object';
import { WorksheetObject } from './worksheet-object';

export class RangeAreasObject extends HostObject {
  readonly type = 'RangeAreas';
  private readonly ranges: readonly RangeObject[];

  constructor(
    env: Environment,
    readonly sheet: Sheet,
    areas: readonly CellRange[],
  ) {
    super(env);
    this.ranges = areas.map((range) => new RangeObject(env, sheet, range));
  }

  get areas(): readonly CellRange[] {
    return this.ranges.map((range) => range.area);
  }

  override get isKeepable(): boolean {
    return true;
  }

  override keep(): void {
    for (const range of this.ranges) range.keep();
  }

  override release(): void {
    for (const range of this.ranges) range.release();
  }
}

export class RangeCollectionObject extends HostObject {
  readonly type = 'RangeCollection';

  constructor(
    env: Environment,
    readonly ranges: readonly RangeObject[],
  ) {
    super(env);
  }
}

export const rangeAreas = hostType('RangeAreas', RangeAreasObject, {
  get: {
    Address: ({ sheet, areas }) => areas.map((range) => addressText(sheet.name, range)).join(','),
    AddressLocal: ({ sheet, areas }) => areas.map((range) => addressText(sheet.name, range)).join(','),
    AreaCount: ({ areas }) => areas.length,
    CellCount: ({ areas }) => areas.reduce((count, range) => count + cellsOf(range), 0),
    IsEntireColumn: ({ areas }) => areas.every(isWholeColumns),
    IsEntireRow: ({ areas }) => areas.every(isWholeRows),
  },
  navigate: {
    Areas: ({ env, sheet, areas }) =>
      new RangeCollectionObject(
        env,
        areas.map((range) => new RangeObject(env, sheet, range)),
      ),
    Format: ({ env, sheet, areas }) => new RangeFormatObject(env, sheet, areas),
    Worksheet: ({ env, sheet }) => new WorksheetObject(env, sheet),
  },
  call: {
    Clear: ({ env, sheet, areas }, args) => {
      clearAreas({ env, sheet, areas }, args.optionalText(0) ?? 'All');
    },
  },
});

export const rangeCollection = hostType('RangeCollection', RangeCollectionObject, {
  items: ({ ranges }) => ranges,
  call: {
    GetCount: ({ ranges }) => ranges.length,
    GetItemAt: ({ ranges }, args) => {
      const range = ranges[args.integer(0)];
      if (range === undefined) throw new OperationFailed('ItemNotFound', args.location);
      return range;
    },
  },
});
