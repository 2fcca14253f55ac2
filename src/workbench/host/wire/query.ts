/** Answers `load`: picks the properties asked for, of an object, the objects below it, or the items of a collection. */
import { HostObject, NullObject } from './host-object';
import type { HostType } from './host-type';
import type { Lookup } from './lookup';
import type { Query } from './request';

export type Answer = Record<string, unknown> | null;

export function answer(lookup: Lookup, object: HostObject, query: Query): Answer {
  if (object instanceof NullObject) return null;
  const type = lookup.type(object);
  const paths = query.select.map((path) => path.replaceAll('.', '/').replace(/^items\/?/, '') || '*');
  if (type.items === null) return one(lookup, object, paths);
  const own = paths.filter((path) => type.get.has(wireName(path)));
  const result = own.length === 0 ? {} : (one(lookup, object, own) ?? {});
  const wanted = paths.filter((path) => !own.includes(path));
  if (wanted.length === 0) return result;
  const last = query.top === null ? undefined : query.skip + query.top;
  const items = type.items(object).slice(query.skip, last);
  result['_Items'] = items.map((item, index) => ({
    ...one(lookup, item, wanted),
    ...(hasId(lookup.type(item)) ? {} : { _Index: query.skip + index }),
  }));
  return result;
}

/** By what Office.js finds the object again: its id, or the reference the host keeps. */
export function identity(lookup: Lookup, object: HostObject): Record<string, unknown> {
  const { get } = lookup.type(object);
  const id = get.has('Id') ? 'Id' : '_Id';
  return {
    ...(get.has(id) ? { [id]: get.get(id)?.(object) } : {}),
    ...(object.referenceId === null ? {} : { _ReferenceId: object.referenceId }),
  };
}

function one(lookup: Lookup, object: HostObject, paths: readonly string[]): Answer {
  const type = lookup.type(object);
  const result = identity(lookup, object);
  const below = new Map<string, string[]>();
  for (const path of paths) {
    const [head = '', ...rest] = path.split('/');
    if (head === '*') for (const [name, get] of type.get) result[name] = get(object);
    else if (type.navigate.has(wireName(head))) {
      const name = wireName(head);
      const deeper = rest.join('/');
      below.set(name, [...(below.get(name) ?? []), deeper === '' ? '*' : deeper]);
    } else {
      const name = wireName(head);
      result[name] = lookup.member(object, lookup.partOf(object, name), name)(object);
    }
  }
  for (const [name, deeper] of below) {
    const next = lookup.member(object, 'navigate', name)(object);
    result[name] = answer(lookup, next, { select: deeper, top: null, skip: 0 });
  }
  return result;
}

function hasId({ get }: HostType): boolean {
  return get.has('Id') || get.has('_Id');
}

/** `load` names properties as in JavaScript; on the wire they begin with a capital letter. */
function wireName(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
