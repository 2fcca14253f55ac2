/** Excel.Workbook, from where all paths start. */
import { area } from '../book/area';
import { requirePassword } from '../book/protection';
import { HostObject, NullObject } from '../wire/host-object';
import { hostType } from '../wire/host-type';
import { OperationFailed } from '../wire/office-errors';
import { ApplicationObject, RuntimeObject } from './application';
import { CommentCollectionObject } from './comments';
import { NamedItemCollectionObject } from './names';
import { RangeObject } from './range-object';
import { SettingCollectionObject } from './settings';
import { TableCollectionObject } from './table-objects';
import { WorksheetCollectionObject } from './worksheets';
import { CustomXmlPartCollectionObject } from './xml-parts';

export class WorkbookObject extends HostObject {
  readonly type = 'Workbook';

  override get eventTarget(): string {
    return 'Workbook';
  }
}

class WorkbookProtectionObject extends HostObject {
  readonly type = 'WorkbookProtection';
}

export const workbook = hostType('Workbook', WorkbookObject, {
  get: {
    Name: ({ env }) => env.workbook.name,
    ReadOnly: () => false,
    AutoSave: () => false,
    IsDirty: () => true,
    PreviouslySaved: () => true,
  },
  navigate: {
    Application: ({ env }) => new ApplicationObject(env),
    Worksheets: ({ env }) => new WorksheetCollectionObject(env),
    Tables: ({ env }) => new TableCollectionObject(env, null),
    Names: ({ env }) => new NamedItemCollectionObject(env, null),
    Comments: ({ env }) => new CommentCollectionObject(env, null),
    CustomXmlParts: ({ env }) => new CustomXmlPartCollectionObject(env),
    Settings: ({ env }) => new SettingCollectionObject(env),
    Protection: ({ env }) => new WorkbookProtectionObject(env),
    _Runtime: ({ env }) => new RuntimeObject(env),
  },
  call: {
    GetActiveCell: ({ env }) => {
      const { activeSheet } = env.workbook;
      const { top, left } = activeSheet.selection;
      return new RangeObject(env, activeSheet, area(top, left));
    },
    GetSelectedRange: ({ env }) => {
      const { activeSheet } = env.workbook;
      return new RangeObject(env, activeSheet, activeSheet.selection);
    },
    GetIsActiveCollabSession: () => false,
    _GetRangeForEventByReferenceId: ({ env }, args) => {
      const range = env.subscriptions.rangeOf(args.text(0));
      if (range?.area === undefined || range.area === null) throw new OperationFailed('InvalidReference');
      return new RangeObject(env, range.sheet, range.area);
    },
    _GetRangeOrNullObjectForEventByReferenceId: ({ env }, args) => {
      const range = env.subscriptions.rangeOf(args.text(0));
      if (range?.area === undefined || range.area === null) return new NullObject(env);
      return new RangeObject(env, range.sheet, range.area);
    },
    _GetReferenceCount: () => 0,
    _RemoveAllReferences: () => undefined,
  },
});

export const workbookProtection = hostType('WorkbookProtection', WorkbookProtectionObject, {
  get: { Protected: ({ env }) => env.workbook.protection !== null },
  call: {
    Protect: ({ env }, args) => {
      if (env.workbook.protection !== null) throw new OperationFailed('AccessDenied');
      env.workbook.protection = { password: args.optionalText(0) };
    },
    Unprotect: ({ env }, args) => {
      if (env.workbook.protection === null) return;
      requirePassword(env.workbook.protection, args.optionalText(0));
      env.workbook.protection = null;
    },
  },
});
