/** Excel.WorksheetCollection, Excel.Worksheet and its protection. */
import { parseAddress } from '../book/address';
import { area } from '../book/area';
import { protect, unprotect } from '../book/protection';
import type { Sheet } from '../book/sheet';
import { addSheet, copySheet, deleteSheet, moveSheet, renameSheet, showSheet } from '../book/sheets';
import type { Arguments } from '../wire/arguments';
import type { Environment } from '../wire/environment';
import { HostObject, NullObject } from '../wire/host-object';
import { hostType } from '../wire/host-type';
import { OperationFailed } from '../wire/office-errors';
import { nameValue, numberValue, textValue } from '../wire/value';
import { AutoFilterObject } from './auto-filter';
import { CommentCollectionObject } from './comments';
import { FreezePanesObject } from './freeze-panes';
import { NamedItemCollectionObject } from './names';
import { RangeAreasObject } from './range-areas';
import { usedIn } from './range-navigation';
import { rangeAt, RangeObject } from './range-object';
import { TableCollectionObject } from './table-objects';
import { WorksheetObject } from './worksheet-object';

const VISIBILITIES = ['Visible', 'Hidden', 'VeryHidden'] as const;

export class WorksheetCollectionObject extends HostObject {
  readonly type = 'WorksheetCollection';

  override get eventTarget(): string {
    return 'Workbook';
  }
}

class WorksheetProtectionObject extends HostObject {
  readonly type = 'WorksheetProtection';

  constructor(
    env: Environment,
    readonly sheet: Sheet,
  ) {
    super(env);
  }
}

export const worksheetCollection = hostType('WorksheetCollection', WorksheetCollectionObject, {
  items: ({ env }) => env.workbook.sheets.map((sheet) => new WorksheetObject(env, sheet)),
  call: {
    GetActiveWorksheet: ({ env }) => new WorksheetObject(env, env.workbook.activeSheet),
    GetItem: ({ env }, args) => {
      const sheet = sheetWith(env, args.key(0));
      if (sheet === undefined) throw new OperationFailed('ItemNotFound', args.location);
      return new WorksheetObject(env, sheet);
    },
    GetItemOrNullObject: ({ env }, args) => orNull(env, sheetWith(env, args.key(0))),
    GetCount: ({ env }, args) => among(env, args).length,
    GetFirst: ({ env }, args) => orNull(env, among(env, args)[0]),
    GetLast: ({ env }, args) => orNull(env, among(env, args).at(-1)),
    Add: ({ env }, args) => new WorksheetObject(env, addSheet(env.workbook, args.optionalText(0))),
  },
});

export const worksheet = hostType('Worksheet', WorksheetObject, {
  get: {
    Id: ({ sheet }) => sheet.id,
    Name: ({ sheet }) => sheet.name,
    Position: ({ env, sheet }) => env.workbook.sheets.indexOf(sheet),
    Visibility: ({ sheet }) => sheet.visibility,
    TabColor: ({ sheet }) => sheet.tabColor,
  },
  set: {
    Name: ({ env, sheet }, value) => {
      renameSheet(env.workbook, sheet, textValue(value));
    },
    Position: ({ env, sheet }, value) => {
      moveSheet(env.workbook, sheet, numberValue(value));
    },
    Visibility: ({ env, sheet }, value) => {
      showSheet(env.workbook, sheet, nameValue(value, VISIBILITIES));
    },
    TabColor: ({ sheet }, value) => {
      sheet.tabColor = textValue(value);
    },
  },
  navigate: {
    Tables: ({ env, sheet }) => new TableCollectionObject(env, sheet),
    Names: ({ env, sheet }) => new NamedItemCollectionObject(env, sheet),
    Comments: ({ env, sheet }) => new CommentCollectionObject(env, sheet),
    Protection: ({ env, sheet }) => new WorksheetProtectionObject(env, sheet),
    AutoFilter: ({ env, sheet }) => new AutoFilterObject(env, sheet, null),
    FreezePanes: ({ env, sheet }) => new FreezePanesObject(env, sheet),
  },
  call: {
    GetRange: ({ env, sheet }, args) => rangeAt(env, sheet, args.optionalText(0)),
    GetRanges: ({ env, sheet }, args) => {
      const addresses = (args.optionalText(0) ?? '').split(/[,;]/).filter((address) => address.trim() !== '');
      const areas = addresses.map((address) => parseAddress(address)?.area);
      const known = areas.filter((found) => found !== undefined);
      if (known.length === 0 || known.length < areas.length) throw args.invalid();
      return new RangeAreasObject(env, sheet, known);
    },
    GetRangeByIndexes: ({ env, sheet }, args) => {
      const [top, left] = [args.integer(0) + 1, args.integer(1) + 1];
      return new RangeObject(
        env,
        sheet,
        area(top, left, top + args.integer(2) - 1, left + args.integer(3) - 1),
      );
    },
    GetCell: ({ env, sheet }, args) =>
      new RangeObject(env, sheet, area(args.integer(0) + 1, args.integer(1) + 1)),
    GetUsedRange: ({ env, sheet }, args) => {
      const used = usedIn(sheet, rangeAt(env, sheet, null).area, args.optionalBoolean(0, false));
      return new RangeObject(env, sheet, used ?? area(1, 1));
    },
    GetUsedRangeOrNullObject: ({ env, sheet }, args) => {
      const used = usedIn(sheet, rangeAt(env, sheet, null).area, args.optionalBoolean(0, false));
      return used === null ? new NullObject(env) : new RangeObject(env, sheet, used);
    },
    GetNext: ({ env, sheet }, args) => present(env, neighbour(env, sheet, 1, args), args),
    GetNextOrNullObject: ({ env, sheet }, args) => orNull(env, neighbour(env, sheet, 1, args)),
    GetPrevious: ({ env, sheet }, args) => present(env, neighbour(env, sheet, -1, args), args),
    GetPreviousOrNullObject: ({ env, sheet }, args) => orNull(env, neighbour(env, sheet, -1, args)),
    Activate: ({ env, sheet }) => {
      if (sheet.visibility !== 'Visible') throw new OperationFailed('InvalidOperation');
      env.workbook.activate(sheet);
    },
    Calculate: ({ env }, args) => {
      env.calculation.calculate(args.optionalBoolean(0, false));
    },
    Copy: ({ env, sheet }, args) =>
      new WorksheetObject(env, copySheet(env.workbook, sheet, copyPosition(env, sheet, args))),
    Delete: ({ env, sheet }) => {
      deleteSheet(env.workbook, sheet);
    },
  },
});

export const worksheetProtection = hostType('WorksheetProtection', WorksheetProtectionObject, {
  get: {
    Protected: ({ sheet }) => sheet.protection !== null,
    Options: ({ sheet }) => sheet.protection?.options ?? {},
  },
  call: {
    Protect: ({ env, sheet }, args) => {
      protect(env.workbook, sheet, {
        options: args.has(0) ? flags(args.record(0)) : {},
        password: args.optionalText(1),
      });
    },
    Unprotect: ({ env, sheet }, args) => {
      unprotect(env.workbook, sheet, args.optionalText(0));
    },
  },
});

function flags(record: Readonly<Record<string, unknown>>): Record<string, boolean | string> {
  const options: Record<string, boolean | string> = {};
  for (const [name, value] of Object.entries(record)) {
    if (typeof value === 'boolean' || typeof value === 'string') options[name] = value;
  }
  return options;
}

/** By name or id. */
export function sheetWith({ workbook }: Environment, key: string): Sheet | undefined {
  return workbook.sheets.find(({ id }) => id === key) ?? workbook.sheetNamed(key);
}

function orNull(env: Environment, sheet: Sheet | undefined): WorksheetObject | NullObject {
  return sheet === undefined ? new NullObject(env) : new WorksheetObject(env, sheet);
}

function present(env: Environment, sheet: Sheet | undefined, args: Arguments): WorksheetObject {
  if (sheet === undefined) throw new OperationFailed('ItemNotFound', args.location);
  return new WorksheetObject(env, sheet);
}

/** All sheets, or with the argument `true` those that are shown. */
function among({ workbook }: Environment, args: Arguments): Sheet[] {
  const visibleOnly = args.optionalBoolean(0, false);
  return workbook.sheets.filter((sheet) => !visibleOnly || sheet.visibility === 'Visible');
}

function neighbour(env: Environment, sheet: Sheet, step: 1 | -1, args: Arguments): Sheet | undefined {
  const sheets = among(env, args);
  return sheets[sheets.indexOf(sheet) + step];
}

function copyPosition(env: Environment, sheet: Sheet, args: Arguments): number {
  const { sheets } = env.workbook;
  const relative = args.isObject(1) ? args.object(1, WorksheetObject).sheet : sheet;
  switch (args.optionalText(0) ?? 'None') {
    case 'Beginning':
      return 0;
    case 'Before':
      return sheets.indexOf(relative);
    case 'After':
      return sheets.indexOf(relative) + 1;
    default:
      return sheets.length;
  }
}
