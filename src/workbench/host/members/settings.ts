/** Excel.SettingCollection and Excel.Setting: values that the add-in keeps in the workbook. */
import type { Json } from '../book/workbook';
import type { Environment } from '../wire/environment';
import { HostObject, NullObject } from '../wire/host-object';
import { hostType } from '../wire/host-type';
import { OperationFailed } from '../wire/office-errors';
import { isRecord } from '../wire/request';

export class SettingCollectionObject extends HostObject {
  readonly type = 'SettingCollection';
}

class SettingObject extends HostObject {
  readonly type = 'Setting';

  constructor(
    env: Environment,
    readonly key: string,
  ) {
    super(env);
  }

  get value(): Json {
    const value = this.env.workbook.settings.get(this.key);
    if (value === undefined) throw new OperationFailed('ItemNotFound');
    return value;
  }
}

export const settingCollection = hostType('SettingCollection', SettingCollectionObject, {
  items: ({ env }) => [...env.workbook.settings.keys()].map((key) => new SettingObject(env, key)),
  call: {
    GetCount: ({ env }) => env.workbook.settings.size,
    GetItem: ({ env }, args) => {
      if (!env.workbook.settings.has(args.text(0))) throw new OperationFailed('ItemNotFound', args.location);
      return new SettingObject(env, args.text(0));
    },
    GetItemOrNullObject: ({ env }, args) =>
      env.workbook.settings.has(args.text(0)) ? new SettingObject(env, args.text(0)) : new NullObject(env),
    Add: ({ env }, args) => {
      put(env, args.text(0), jsonIn(args.raw(1)));
      return new SettingObject(env, args.text(0));
    },
  },
});

export const setting = hostType('Setting', SettingObject, {
  get: { _Id: ({ key }) => key, Key: ({ key }) => key, Value: ({ value }) => value },
  set: {
    Value: ({ env, key }, value) => {
      put(env, key, jsonIn(value));
    },
  },
  call: {
    Delete: ({ env, key }) => {
      if (!env.workbook.settings.delete(key)) throw new OperationFailed('ItemNotFound');
      env.workbook.tell({ kind: 'settingsSaved' });
    },
  },
});

function put({ workbook }: Environment, key: string, value: Json): void {
  workbook.settings.set(key, value);
  workbook.tell({ kind: 'settingsSaved' });
}

/** What came as JSON is JSON; the walk tells it to the compiler, and refuses objects of Office.js. */
export function jsonIn(value: unknown): Json {
  if (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
  ) {
    return value;
  }
  if (Array.isArray(value)) return value.map(jsonIn);
  if (isRecord(value) && !(value instanceof HostObject)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, jsonIn(item)]));
  }
  throw new OperationFailed('InvalidArgument');
}
