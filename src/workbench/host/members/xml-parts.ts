/** Excel.CustomXmlPartCollection, its choice by namespace, and Excel.CustomXmlPart. */
import type { XmlPart } from '../book/workbook';
import type { Arguments } from '../wire/arguments';
import type { Environment } from '../wire/environment';
import { HostObject, NullObject } from '../wire/host-object';
import { hostType, type Members } from '../wire/host-type';
import { OperationFailed } from '../wire/office-errors';

export class CustomXmlPartCollectionObject extends HostObject {
  readonly type = 'CustomXmlPartCollection';

  get parts(): readonly XmlPart[] {
    return [...this.env.workbook.xmlParts.values()];
  }
}

class CustomXmlPartScopedCollectionObject extends HostObject {
  readonly type = 'CustomXmlPartScopedCollection';

  constructor(
    env: Environment,
    readonly namespace: string,
  ) {
    super(env);
  }

  get parts(): readonly XmlPart[] {
    const all = [...this.env.workbook.xmlParts.values()];
    return all.filter(({ xml }) => namespaceOf(xml) === this.namespace);
  }
}

class CustomXmlPartObject extends HostObject {
  readonly type = 'CustomXmlPart';

  constructor(
    env: Environment,
    readonly id: string,
  ) {
    super(env);
  }

  get part(): XmlPart {
    const part = this.env.workbook.xmlParts.get(this.id);
    if (part === undefined) throw new OperationFailed('ItemNotFound');
    return part;
  }
}

const LOOKING_UP: Members<CustomXmlPartCollectionObject | CustomXmlPartScopedCollectionObject>['call'] = {
  GetCount: ({ parts }) => parts.length,
  GetItem: ({ env, parts }, args) =>
    object(
      env,
      parts.find(({ id }) => id === args.text(0)),
      args,
    ),
  GetItemOrNullObject: ({ env, parts }, args) => {
    const part = parts.find(({ id }) => id === args.text(0));
    return part === undefined ? new NullObject(env) : new CustomXmlPartObject(env, part.id);
  },
};

export const customXmlPartCollection = hostType('CustomXmlPartCollection', CustomXmlPartCollectionObject, {
  items: ({ env, parts }) => parts.map(({ id }) => new CustomXmlPartObject(env, id)),
  call: {
    ...LOOKING_UP,
    Add: ({ env }, args) => {
      const part = { id: env.workbook.nextGuid(), xml: checked(args) };
      env.workbook.xmlParts.set(part.id, part);
      return new CustomXmlPartObject(env, part.id);
    },
    GetByNamespace: ({ env }, args) => new CustomXmlPartScopedCollectionObject(env, args.text(0)),
  },
});

export const customXmlPartScopedCollection = hostType(
  'CustomXmlPartScopedCollection',
  CustomXmlPartScopedCollectionObject,
  {
    items: ({ env, parts }) => parts.map(({ id }) => new CustomXmlPartObject(env, id)),
    call: {
      ...LOOKING_UP,
      GetOnlyItem: ({ env, parts }, args) => {
        if (parts.length > 1) throw new OperationFailed('InvalidOperation', args.location);
        return object(env, parts[0], args);
      },
      GetOnlyItemOrNullObject: ({ env, parts }) => {
        const [part] = parts;
        return part === undefined || parts.length > 1
          ? new NullObject(env)
          : new CustomXmlPartObject(env, part.id);
      },
    },
  },
);

export const customXmlPart = hostType('CustomXmlPart', CustomXmlPartObject, {
  get: { Id: ({ id }) => id, NamespaceUri: ({ part }) => namespaceOf(part.xml) },
  call: {
    GetXml: ({ part }) => part.xml,
    SetXml: ({ env, part }, args) => {
      env.workbook.xmlParts.set(part.id, { id: part.id, xml: checked(args) });
    },
    Delete: ({ env, part }) => {
      env.workbook.xmlParts.delete(part.id);
    },
  },
});

function object(env: Environment, part: XmlPart | undefined, args: Arguments): CustomXmlPartObject {
  if (part === undefined) throw new OperationFailed('ItemNotFound', args.location);
  return new CustomXmlPartObject(env, part.id);
}

/** Excel takes only well-formed XML; here the root element is looked at, which shows what is no XML at all. */
function checked(args: Arguments): string {
  const xml = args.text(0);
  const [, name] = ROOT.exec(xml) ?? [];
  const closes = name !== undefined && (xml.trimEnd().endsWith(`</${name}>`) || /\/>\s*$/.test(xml));
  if (!closes) throw args.invalid();
  return xml;
}

const ROOT = /^(?:\s*<\?[^>]*\?>|\s*<!--[\s\S]*?-->)*\s*<([\w:.-]+)([^>]*)>/;

function namespaceOf(xml: string): string {
  const [, name = '', attributes = ''] = ROOT.exec(xml) ?? [];
  const prefix = name.includes(':') ? `:${name.split(':')[0] ?? ''}` : '';
  const [, uri = ''] = new RegExp(`xmlns${prefix}=["']([^"']*)["']`).exec(attributes) ?? [];
  return uri;
}
