/** The members of a type of Office.js that the host covers, by their names on the wire. */
import type { Arguments } from './arguments';
import { HostObject } from './host-object';

export interface Members<T extends HostObject> {
  /** Scalar properties: JSON out. */
  readonly get?: Readonly<Record<string, (target: T) => unknown>>;
  /** JSON in, unchecked. */
  readonly set?: Readonly<Record<string, (target: T, value: unknown) => void>>;
  /** Properties that are objects. */
  readonly navigate?: Readonly<Record<string, (target: T) => HostObject>>;
  /** Methods: an object, JSON, or nothing. */
  readonly call?: Readonly<Record<string, (target: T, args: Arguments) => unknown>>;
  /** Of a collection. */
  readonly items?: (target: T) => readonly HostObject[];
}

type Getter = (target: HostObject) => unknown;
type Setter = (target: HostObject, value: unknown) => void;
type Navigator = (target: HostObject) => HostObject;
type Method = (target: HostObject, args: Arguments) => unknown;

/** The same members for whoever does not know the class: each checks its target. */
export interface HostType {
  readonly name: string;
  readonly get: ReadonlyMap<string, Getter>;
  readonly set: ReadonlyMap<string, Setter>;
  readonly navigate: ReadonlyMap<string, Navigator>;
  readonly call: ReadonlyMap<string, Method>;
  readonly items: ((target: HostObject) => readonly HostObject[]) | null;
}

export function hostType<T extends HostObject>(
  name: string,
  kind: abstract new (...args: never[]) => T,
  members: Members<T>,
): HostType {
  const checked = (target: HostObject): T => {
    if (target instanceof kind) return target;
    throw new TypeError(`${target.type} is no ${name}`);
  };
  const { items } = members;
  return {
    name,
    get: mapped(
      members.get,
      (get): Getter =>
        (target) =>
          get(checked(target)),
    ),
    set: mapped(members.set, (set): Setter => (target, value) => {
      set(checked(target), value);
    }),
    navigate: mapped(
      members.navigate,
      (navigate): Navigator =>
        (target) =>
          navigate(checked(target)),
    ),
    call: mapped(
      members.call,
      (call): Method =>
        (target, args) =>
          call(checked(target), args),
    ),
    items: items === undefined ? null : (target) => items(checked(target)),
  };
}

function mapped<A, B>(
  record: Readonly<Record<string, A>> = {},
  wrap: (member: A) => B,
): ReadonlyMap<string, B> {
  return new Map(Object.entries(record).map(([name, member]) => [name, wrap(member)]));
}
