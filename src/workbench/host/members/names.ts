/** Excel.NamedItemCollection and Excel.NamedItem. Hidden names are found like any other. */
import type { DefinedName } from '../book/name';
import { addName, describeName, formulaFor, nameFormula, rangeOfName } from '../book/names';
import type { Sheet } from '../book/sheet';
import type { Arguments } from '../wire/arguments';
import type { Environment } from '../wire/environment';
import { HostObject, NullObject } from '../wire/host-object';
import { hostType } from '../wire/host-type';
import { NotCovered, OperationFailed } from '../wire/office-errors';
import { flagValue, textValue } from '../wire/value';
import { RangeObject } from './range-object';
import { WorksheetObject } from './worksheet-object';

export class NamedItemCollectionObject extends HostObject {
  readonly type = 'NamedItemCollection';

  constructor(
    env: Environment,
    /** null for the names of the workbook. */
    readonly scope: Sheet | null,
  ) {
    super(env);
  }

  get names(): readonly DefinedName[] {
    return this.env.workbook.names.filter((name) => name.scope === this.scope);
  }

  /** By name or id. */
  find(key: string): DefinedName | undefined {
    const wanted = key.toLowerCase();
    return this.names.find((name) => name.id === key || name.name.toLowerCase() === wanted);
  }
}

class NamedItemObject extends HostObject {
  readonly type = 'NamedItem';

  constructor(
    env: Environment,
    private readonly known: DefinedName,
  ) {
    super(env);
  }

  get name(): DefinedName {
    if (!this.env.workbook.names.includes(this.known)) throw new OperationFailed('ItemNotFound');
    return this.known;
  }

  get range(): RangeObject | null {
    const range = rangeOfName(this.env.workbook, this.name);
    return range === null ? null : new RangeObject(this.env, range.sheet, range.area);
  }
}

export const namedItemCollection = hostType('NamedItemCollection', NamedItemCollectionObject, {
  items: ({ env, names }) => names.map((name) => new NamedItemObject(env, name)),
  call: {
    GetCount: ({ names }) => names.length,
    GetItem: (collection, args) => {
      const name = collection.find(args.text(0));
      if (name === undefined) throw new OperationFailed('ItemNotFound', args.location);
      return new NamedItemObject(collection.env, name);
    },
    GetItemOrNullObject: (collection, args) => {
      const name = collection.find(args.text(0));
      return name === undefined ? new NullObject(collection.env) : new NamedItemObject(collection.env, name);
    },
    Add: ({ env, scope }, args) => {
      const name = addName(env.workbook, scope, args.text(0), formulaIn(args));
      name.comment = args.optionalText(2) ?? '';
      return new NamedItemObject(env, name);
    },
  },
});

export const namedItem = hostType('NamedItem', NamedItemObject, {
  get: {
    _Id: ({ name }) => name.id,
    Name: ({ name }) => name.name,
    Formula: ({ name }) => name.formula,
    Visible: ({ name }) => name.visible,
    Comment: ({ name }) => name.comment,
    Scope: ({ name }) => (name.scope === null ? 'Workbook' : 'Worksheet'),
    Type: ({ env, name }) => description(env, name).type,
    Value: ({ env, name }) => description(env, name).value,
  },
  set: {
    Formula: ({ env, name }, value) => {
      name.formula = nameFormula(textValue(value));
      env.workbook.tell({ kind: 'namesEdited' });
    },
    Visible: ({ name }, value) => {
      name.visible = flagValue(value);
    },
    Comment: ({ name }, value) => {
      name.comment = textValue(value);
    },
  },
  navigate: {
    Worksheet: ({ env, name }) => {
      if (name.scope === null) throw new OperationFailed('ItemNotFound');
      return new WorksheetObject(env, name.scope);
    },
    WorksheetOrNullObject: ({ env, name }) =>
      name.scope === null ? new NullObject(env) : new WorksheetObject(env, name.scope),
  },
  call: {
    GetRange: ({ range }, args) => {
      if (range === null) throw new OperationFailed('InvalidReference', args.location);
      return range;
    },
    GetRangeOrNullObject: ({ env, range }) => range ?? new NullObject(env),
    Delete: ({ env, name }) => {
      env.workbook.removeNames((other) => other === name);
    },
  },
});

function formulaIn(args: Arguments): string {
  if (!args.isObject(1)) return args.text(1);
  const { sheet, area } = args.object(1, RangeObject);
  return formulaFor(sheet, area);
}

function description({ workbook }: Environment, name: DefinedName) {
  const found = describeName(workbook, name);
  if (found === null) throw new NotCovered(`the value of the name ${name.name}, ${name.formula}`);
  return found;
}
