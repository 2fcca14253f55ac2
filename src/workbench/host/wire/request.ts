/**
 * The requests of Office.js as they come over the wire: JSON text in, checked shapes out. What Office.js
 * never sends is refused, because then the host has misunderstood something.
 */
import { NotCovered } from './office-errors';

export interface ArgumentList {
  readonly values: readonly unknown[];
  /** In the places of arguments that are objects: the id of their path; 0 elsewhere. Lists nest. */
  readonly references: readonly unknown[];
}

export type PathKind = 'root' | 'service' | 'method' | 'property' | 'indexer' | 'reference' | 'null';

/** How an object is found, step by step from the workbook or from a reference that the host keeps. */
export interface ObjectPath {
  readonly id: number;
  readonly kind: PathKind;
  readonly name: string;
  readonly parent: number | null;
  readonly args: ArgumentList;
  /** The add-in said `untrack()`: no reference is to be kept. */
  readonly isUntracked: boolean;
}

export type ActionKind = 'instantiate' | 'query' | 'method' | 'set' | 'trace' | 'update';

export interface Action {
  readonly id: number;
  readonly kind: ActionKind;
  readonly name: string;
  readonly path: number;
  readonly args: ArgumentList;
  readonly query: Query;
  /** Of an `update`: the properties to set, by their names on the wire or in JavaScript. */
  readonly state: Readonly<Record<string, unknown>>;
}

export interface Query {
  /** `values`, `format/fill/color`, `*`. */
  readonly select: readonly string[];
  readonly top: number | null;
  readonly skip: number;
}

export interface Batch {
  readonly keepsReferences: boolean;
  readonly actions: readonly Action[];
  readonly paths: ReadonlyMap<number, ObjectPath>;
}

const PATH_KINDS: readonly (PathKind | undefined)[] = [
  undefined,
  'root',
  'service',
  'method',
  'property',
  'indexer',
  'reference',
  'null',
];

const ACTION_KINDS: readonly (ActionKind | undefined)[] = [
  undefined,
  'instantiate',
  'query',
  'method',
  'set',
  'trace',
  undefined,
  'query',
  undefined,
  'update',
];

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function parseBatch(json: string): Batch {
  const body: unknown = JSON.parse(json);
  if (!isRecord(body) || !Array.isArray(body['Actions']) || !isRecord(body['ObjectPaths'])) {
    throw new NotCovered('a request that is no batch of actions');
  }
  const paths = Object.values(body['ObjectPaths']).map(parsePath);
  return {
    keepsReferences: body['AutoKeepReference'] === true,
    actions: body['Actions'].map(parseAction),
    paths: new Map(paths.map((path) => [path.id, path])),
  };
}

function parsePath(value: unknown): ObjectPath {
  if (!isRecord(value)) throw new NotCovered('an object path that is no object');
  const kind = PATH_KINDS[number(value['ObjectPathType'])];
  if (kind === undefined) throw new NotCovered(`object path type ${String(value['ObjectPathType'])}`);
  return {
    id: number(value['Id']),
    kind,
    name: text(value['Name']),
    parent: typeof value['ParentObjectPathId'] === 'number' ? value['ParentObjectPathId'] : null,
    args: parseArguments(value['ArgumentInfo']),
    isUntracked: value['D'] === true,
  };
}

function parseAction(value: unknown): Action {
  if (!isRecord(value)) throw new NotCovered('an action that is no object');
  const kind = ACTION_KINDS[number(value['ActionType'])];
  if (kind === undefined) throw new NotCovered(`action type ${String(value['ActionType'])}`);
  return {
    id: number(value['Id']),
    kind,
    name: text(value['Name']),
    path: number(value['ObjectPathId']),
    args: parseArguments(value['ArgumentInfo']),
    query: parseQuery(value['QueryInfo']),
    state: isRecord(value['ObjectState']) ? value['ObjectState'] : {},
  };
}

function parseArguments(value: unknown): ArgumentList {
  if (!isRecord(value)) return { values: [], references: [] };
  return { values: list(value['Arguments']), references: list(value['ReferencedObjectPathIds']) };
}

function parseQuery(value: unknown): Query {
  if (!isRecord(value)) return { select: ['*'], top: null, skip: 0 };
  const select = [...list(value['Select']), ...list(value['Expand'])].map(text);
  return {
    select: select.length === 0 ? ['*'] : select,
    top: typeof value['Top'] === 'number' ? value['Top'] : null,
    skip: typeof value['Skip'] === 'number' ? value['Skip'] : 0,
  };
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function number(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}
