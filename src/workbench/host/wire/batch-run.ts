/**
 * Does what a request asks for, action by action. The first action that fails ends it: what came before
 * stays done, as in Excel, which has no transactions.
 */
import { Problem } from '../book/problem';
import { Arguments } from './arguments';
import type { Environment } from './environment';
import { HostObject, NullObject } from './host-object';
import type { Lookup } from './lookup';
import { NotCovered, OperationFailed } from './office-errors';
import { answer, identity } from './query';
import type { References } from './references';
import { isRecord, type Action, type ArgumentList, type Batch, type ObjectPath } from './request';
import type { StepListener } from './steps';

export interface WireError {
  readonly Code: string;
  readonly Message: string;
  readonly Location: string;
  readonly ActionIndex: number;
  readonly HttpStatusCode: number;
}

export interface Response {
  readonly Results: { readonly ActionId: number; readonly Value: unknown }[];
  readonly TraceIds: number[];
  Error: WireError | null;
}

export interface RunContext {
  readonly env: Environment;
  readonly lookup: Lookup;
  readonly references: References;
  /** Called before each operation; what it throws, the operation throws. */
  readonly onStep: StepListener;
  /** Makes the objects that are not reached from the workbook. */
  readonly service: (name: string) => HostObject;
  readonly root: HostObject;
}

export class BatchRun {
  private readonly found = new Map<number, HostObject>();
  private location = '';

  constructor(
    private readonly context: RunContext,
    private readonly batch: Batch,
  ) {}

  /** @throws what is no failure of an operation: the host is killed, or does not cover what is asked */
  run(): Response {
    const response: Response = { Results: [], TraceIds: [], Error: null };
    for (const [index, action] of this.batch.actions.entries()) {
      try {
        this.perform(action, response);
      } catch (error) {
        const failed = this.asFailure(error);
        response.Error = {
          Code: failed.code,
          Message: failed.message,
          Location: failed.location ?? this.location,
          ActionIndex: index,
          HttpStatusCode: 400,
        };
        return response;
      }
    }
    return response;
  }

  private asFailure(error: unknown): OperationFailed {
    if (error instanceof OperationFailed) return error;
    if (error instanceof Problem) return new OperationFailed(error.code, this.location, error.text);
    throw error;
  }

  private perform(action: Action, { Results, TraceIds }: Response): void {
    switch (action.kind) {
      case 'trace':
        TraceIds.push(action.id);
        Results.push({ ActionId: action.id, Value: null });
        return;
      case 'instantiate':
        Results.push({ ActionId: action.id, Value: this.instantiate(action) });
        return;
      case 'query':
        Results.push({ ActionId: action.id, Value: this.query(action) });
        return;
      case 'method':
        Results.push({ ActionId: action.id, Value: this.call(action) });
        return;
      case 'set':
        this.set(this.target(action), action.name, action.args.values[0]);
        return;
      case 'update':
        for (const [name, value] of Object.entries(action.state)) {
          this.set(this.target(action), name.charAt(0).toUpperCase() + name.slice(1), value);
        }
    }
  }

  private instantiate(action: Action): unknown {
    const object = this.object(action.path);
    return object instanceof NullObject ? null : identity(this.context.lookup, object);
  }

  private query(action: Action): unknown {
    const object = this.object(action.path);
    this.location = object.type;
    this.context.onStep({ kind: 'load', member: object.type, properties: action.query.select });
    this.calculate();
    return answer(this.context.lookup, object, action.query);
  }

  private call(action: Action): unknown {
    const { references } = this.context;
    if (action.name === '_KeepReference') {
      references.keep(this.object(action.path));
      return null;
    }
    if (action.name === '_RemoveReference') {
      for (const id of action.args.values) if (typeof id === 'string') references.release(id);
      return null;
    }
    const value = this.invoke(this.target(action), action.name, action.args, true);
    return value instanceof HostObject || value === undefined ? null : value;
  }

  private set(target: HostObject, name: string, value: unknown): void {
    const { lookup, onStep } = this.context;
    this.location = lookup.nameOf(target, 'set', name);
    onStep({ kind: 'set', member: this.location, properties: [] });
    lookup.member(target, 'set', name)(target, value);
  }

  private invoke(target: HostObject, name: string, args: ArgumentList, isOperation: boolean): unknown {
    const { lookup, onStep } = this.context;
    this.location = lookup.nameOf(target, 'call', name);
    if (isOperation) {
      onStep({ kind: 'call', member: this.location, properties: [] });
      this.calculate();
    }
    const [, un, event] = /^_(Un)?[Rr]egister(.*)$/.exec(name) ?? [];
    if (event !== undefined) return this.subscribe(target, `_Register${event}`, un === undefined);
    const { location } = this;
    return lookup.member(target, 'call', name)(target, new Arguments(this.resolved(args), location));
  }

  /** Excel calculates after each change; here it is soon enough before somebody looks. */
  private calculate(): void {
    const { env } = this.context;
    if (!env.isCalculationSuspended) env.calculation.settle();
  }

  private subscribe(target: HostObject, register: string, isWanted: boolean): null {
    const { env, lookup } = this.context;
    const eventType = lookup.eventType(target, register);
    if (target.eventTarget === null) throw new NotCovered(`events of Excel.${target.type}`);
    if (isWanted) env.subscriptions.add(eventType, target.eventTarget);
    else env.subscriptions.remove(eventType, target.eventTarget);
    return null;
  }

  private target(action: Action): HostObject {
    const object = this.object(action.path);
    if (object instanceof NullObject) throw new OperationFailed('ItemNotFound', action.name);
    return object;
  }

  /** The object at the end of a path; found once in a request. */
  private object(id: number): HostObject {
    const known = this.found.get(id);
    if (known !== undefined) return known;
    const path = this.batch.paths.get(id);
    if (path === undefined) throw new NotCovered(`an object path that the request does not hold: ${id}`);
    const object = this.find(path);
    this.found.set(id, object);
    return object;
  }

  private find(path: ObjectPath): HostObject {
    const { lookup, references, root, service } = this.context;
    if (path.kind === 'root') return root;
    if (path.kind === 'service') return service(path.name);
    if (path.kind === 'reference') return references.get(path.name);
    if (path.kind === 'null') return new NullObject(this.context.env);
    const parent = path.parent === null ? root : this.object(path.parent);
    if (parent instanceof NullObject) return parent;
    if (path.kind === 'property') {
      this.location = lookup.nameOf(parent, 'navigate', path.name);
      return lookup.member(parent, 'navigate', path.name)(parent);
    }
    const method = path.kind === 'indexer' ? 'GetItem' : path.name;
    const value = this.invoke(parent, method, path.args, lookup.writes(parent, method));
    if (value instanceof HostObject) return value;
    throw new NotCovered(`${this.location} as an object`);
  }

  /** Puts objects in the places of the ids that stand for them. */
  private resolved({ values, references }: ArgumentList): unknown[] {
    return values.map((value, index) => this.resolvedValue(value, references[index]));
  }

  private resolvedValue(value: unknown, reference: unknown): unknown {
    if (typeof reference === 'number' && reference !== 0) return this.object(reference);
    if (Array.isArray(value)) {
      if (!Array.isArray(reference)) return value;
      const inner: readonly unknown[] = reference;
      return value.map((item: unknown, index) => this.resolvedValue(item, inner[index]));
    }
    if (!isRecord(value)) return value;
    const path = value['_ObjectPathId'];
    return typeof path === 'number' ? this.object(path) : value;
  }
}
