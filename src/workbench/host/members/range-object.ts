import type { CellRange } from '../../../sheet';
import { parseAddress } from '../book/address';
import { area, isOnSheet, LAST_COLUMN, LAST_ROW } from '../book/area';
import { rangeOfName } from '../book/names';
import type { Sheet, Tracked } from '../book/sheet';
import type { Environment } from '../wire/environment';
import { HostObject } from '../wire/host-object';
import { OperationFailed } from '../wire/office-errors';

/** Cells of a sheet. While the host keeps it for the add-in it follows insertions and deletions. */
export class RangeObject extends HostObject {
  readonly type = 'Range';
  private readonly tracked: Tracked;

  constructor(
    env: Environment,
    readonly sheet: Sheet,
    range: CellRange,
  ) {
    super(env);
    if (!isOnSheet(range)) throw new OperationFailed('InvalidArgument');
    this.tracked = { area: range };
  }

  /** @throws InvalidReference when the cells or the sheet are gone */
  get area(): CellRange {
    if (this.tracked.area === null) throw new OperationFailed('InvalidReference');
    return this.tracked.area;
  }

  override get isKeepable(): boolean {
    return true;
  }

  override keep(): void {
    this.sheet.tracked.add(this.tracked);
  }

  override release(): void {
    this.sheet.tracked.delete(this.tracked);
  }

  /** Other cells of the same sheet. */
  other(range: CellRange): RangeObject {
    return new RangeObject(this.env, this.sheet, range);
  }
}

/** The range that an address or a name gives on a sheet; without an address, the whole sheet. */
export function rangeAt(env: Environment, sheet: Sheet, address: string | null): RangeObject {
  if (address === null) return new RangeObject(env, sheet, area(1, 1, LAST_ROW, LAST_COLUMN));
  const parsed = parseAddress(address);
  if (parsed !== null) {
    const elsewhere = parsed.sheet !== null && env.workbook.sheetNamed(parsed.sheet) !== sheet;
    if (elsewhere) throw new OperationFailed('InvalidArgument');
    return new RangeObject(env, sheet, parsed.area);
  }
  const name = env.workbook.nameSeenFrom(sheet, address);
  const range = name === undefined ? null : rangeOfName(env.workbook, name);
  const table = sheet.tables.find((item) => item.name.toLowerCase() === address.toLowerCase());
  if (range?.sheet === sheet) return new RangeObject(env, sheet, range.area);
  if (table !== undefined) return new RangeObject(env, sheet, table.body);
  throw new OperationFailed('InvalidArgument');
}
