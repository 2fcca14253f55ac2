/**
 * One runtime of the add-in connected to Excel. Requests come in, answers and messages go out; what belongs
 * to the runtime alone (kept references, event registrations, whether events are on) goes with it.
 */
import type { Change, Origin } from '../book/change';
import type { CallMessage, FunctionRuntime } from '../functions/custom-calls';
import { HOST_TYPES, service, WorkbookObject } from '../members';
import type { SimulatedHost } from '../simulated-host';
import { BatchRun } from '../wire/batch-run';
import type { Environment } from '../wire/environment';
import { bytesOf } from '../wire/limits';
import { Lookup } from '../wire/lookup';
import { NotCovered, OFFICE_ERRORS, refusalOf, type OfficeErrorCode } from '../wire/office-errors';
import { References } from '../wire/references';
import { parseBatch, type Batch } from '../wire/request';
import {
  EVENT,
  install,
  MAY_WAIT,
  MESSAGE,
  messagePayload,
  METHOD,
  safeArray,
  type Callback,
  type EventHandler,
  type External,
  type OfficePage,
  type RichApiMessage,
} from './external';
import { Killed, type Fault } from './faults';
import { later } from './later';
import { officeContext } from './office-context';
import { WindowRequests } from './window-requests';
import { Subscriptions, type AddressedMessage } from './subscriptions';

const LISTENED_TO: readonly number[] = Object.values(EVENT);
const WAITS_FOR_LISTENERS: readonly number[] = [EVENT.richApiMessage, EVENT.commandInvoked];
/** Office.js turns these numbers into errors of its own. */
const NOT_SUPPORTED = 5001;
const IN_CELL_EDIT = 5004;

export class Session implements FunctionRuntime {
  /** The ribbon buttons whose functions have said that they are done. */
  readonly completedCommands: string[] = [];
  private readonly references = new References();
  private readonly subscriptions = new Subscriptions();
  private readonly handlers = new Map<number, EventHandler>();
  private readonly env: Environment;
  private readonly lookup: Lookup;
  private readonly unwatch: () => void;
  /** Requests that wait for the user to leave a cell. */
  private readonly held: (() => void)[] = [];
  /** Messages and commands that came before Office.js listened to them. */
  private readonly unheard = new Map<number, unknown[]>();
  private outbox: AddressedMessage[] = [];
  private readonly windowRequests: WindowRequests;
  private alive = true;
  private reached = false;

  constructor(
    private readonly host: SimulatedHost,
    private readonly instance: string,
  ) {
    const { workbook, calculation, limits, sets, calls, window } = host;
    this.env = {
      workbook,
      calculation,
      limits,
      sets,
      window,
      subscriptions: this.subscriptions,
      functions: {
        ready: () => {
          calls.attach(this);
        },
        receive: (results) => {
          calls.receive(results, calculation);
        },
      },
      enableEvents: true,
      isCalculationSuspended: false,
    };
    this.windowRequests = new WindowRequests(window);
    this.lookup = new Lookup(HOST_TYPES, host.members, sets);
    this.unwatch = workbook.watch((change, origin) => {
      this.notice(change, origin);
    });
  }

  /** Whether office.js has found the page connected. */
  get isReached(): boolean {
    return this.reached;
  }

  get isAlive(): boolean {
    return this.alive;
  }

  /** Puts the Excel side of Office.js into a page; before office.js is loaded there. */
  install(page: OfficePage): void {
    install(page, this.external());
  }

  /** The runtime gets no answer and no message any more. What it did stays done. */
  kill(): void {
    this.alive = false;
    this.unwatch();
    this.references.releaseAll();
    this.host.calls.detach(this);
  }

  /** The user leaves the cell: requests that waited are done now. */
  endCellEdit(): void {
    for (const request of this.held.splice(0)) later(request);
  }

  invoke(calls: readonly CallMessage[]): void {
    this.send(calls.map((content) => ({ ...MESSAGE.functionCall, content })));
  }

  cancel(id: number): void {
    this.send([{ ...MESSAGE.functionCancel, content: { invocationId: id } }]);
  }

  /** Runs what the add-in associated with an action (`Office.actions.associate`). */
  runAction(name: string, args: object = {}): void {
    this.send([{ ...MESSAGE.action, content: [name, JSON.stringify(args)] }]);
  }

  /** Presses a ribbon button whose action is `ExecuteFunction`. */
  pressButton(functionName: string, buttonId = functionName): void {
    const event = JSON.stringify({ source: { id: buttonId } });
    this.fire(EVENT.commandInvoked, safeArray([buttonId, functionName, event]));
  }

  private external(): External {
    const { locale, sets, workbook, theme, latency } = this.host;
    const context = officeContext({ locale, sets, workbook, theme, instance: this.instance });
    return {
      GetHostInfo: () => `Excel$Win32$16.01$${locale}$telemetry$$disableLogging$3`,
      GetContext: () => {
        this.reached = true;
        return context;
      },
      GetLoggingAllowed: () => false,
      Execute: (id, params, callback) => {
        later(() => {
          this.execute(id, params, callback);
        }, latency);
      },
      RegisterEvent: (id, _target, handler, callback) => {
        if (!LISTENED_TO.includes(id)) this.host.report(new NotCovered(`event handler ${id}`));
        this.handlers.set(id, handler);
        later(() => {
          callback(0);
          for (const payload of this.unheard.get(id) ?? []) this.fire(id, payload);
          this.unheard.delete(id);
        });
      },
      UnregisterEvent: (id, _target, callback) => {
        this.handlers.delete(id);
        later(() => callback(0));
      },
    };
  }

  private execute(id: number, params: readonly unknown[], callback: Callback): void {
    if (!this.alive) return;
    if (id === METHOD.commandCompleted) {
      this.completedCommands.push(String(params[0]));
      callback(safeArray([0]));
      return;
    }
    const shown = this.windowRequests.answer(id, params);
    if (shown !== undefined) {
      callback(shown);
      return;
    }
    const request = id === METHOD.executeBatch ? params[0] : undefined;
    // What Office.js calls a request: its text in the fifth place, its flags in the seventh.
    const parts: readonly unknown[] = Array.isArray(request) ? request : [];
    const [, , , , body, , flags] = parts;
    if (typeof body !== 'string') {
      this.host.report(new NotCovered(`the call ${id} of Office.js`));
      callback(NOT_SUPPORTED);
      return;
    }
    this.answer(body, typeof flags === 'number' && (flags & MAY_WAIT) !== 0, callback);
  }

  private answer(body: string, mayWait: boolean, callback: Callback): void {
    if (!this.alive) return;
    if (this.host.isEditingCell) {
      if (!mayWait) callback(IN_CELL_EDIT);
      else {
        this.held.push(() => {
          this.answer(body, mayWait, callback);
        });
      }
      return;
    }
    const response = this.host.measure(() => this.process(body));
    if (response === null) this.host.kill();
    else callback(typeof response === 'number' ? response : safeArray([0, 200, [], response]));
    this.flush();
  }

  /** The response as text, the number of a refusal, or null when the host dies here. */
  private process(body: string): string | number | null {
    const { limits, traffic } = this.host;
    const size = bytesOf(body);
    traffic.request(size);
    if (limits.payloadBytes !== null && size > limits.payloadBytes) {
      return refusal('RequestPayloadSizeLimitExceeded');
    }
    try {
      const batch = parseBatch(body);
      const fault = this.host.begin(batch);
      if (fault !== undefined && fault.when !== 'after') return faulty(fault);
      const result = this.run(batch);
      if (fault !== undefined) return faulty(fault);
      const response = JSON.stringify(result);
      const responseSize = bytesOf(response);
      traffic.response(responseSize);
      const isTooLarge = limits.payloadBytes !== null && responseSize > limits.payloadBytes;
      return isTooLarge ? refusal('ResponsePayloadSizeLimitExceeded') : response;
    } catch (error) {
      return error instanceof Killed ? null : this.uncovered(error);
    }
  }

  private run(batch: Batch): unknown {
    const { env, lookup, references } = this;
    return env.workbook.as('addin', () => {
      try {
        const root = new WorkbookObject(env);
        return new BatchRun(
          {
            env,
            lookup,
            references,
            root,
            onStep: (step) => {
              this.host.step(step);
            },
            service: (name) => service(env, name),
          },
          batch,
        ).run();
      } finally {
        env.isCalculationSuspended = false;
        env.calculation.settle();
      }
    });
  }

  /** Loud, whoever listens: the add-in gets an error, and the host remembers. */
  private uncovered(error: unknown): string {
    const problem = error instanceof Error ? error : new Error('unknown');
    this.host.report(problem);
    const what = problem instanceof NotCovered ? 'does not cover' : 'failed:';
    return failure('NotImplemented', `The simulated host ${what} ${problem.message}.`);
  }

  private notice(change: Change, origin: Origin): void {
    if (change.kind === 'selected') this.fire(EVENT.documentSelectionChanged, safeArray([]));
    if (change.kind === 'settingsSaved' && origin === 'coauthor')
      this.fire(EVENT.settingsChanged, safeArray([]));
    if (!this.env.enableEvents) return;
    const messages = this.subscriptions.messagesFor(change, origin);
    if (messages.length === 0) return;
    this.outbox.push(...messages);
    later(() => {
      this.flush();
    });
  }

  private flush(): void {
    const messages = this.outbox.map(({ eventType, target, args }) => ({
      ...MESSAGE.event,
      type: eventType,
      target,
      content: args,
    }));
    this.outbox = [];
    if (messages.length > 0) this.send(messages);
  }

  private send(messages: readonly RichApiMessage[]): void {
    this.fire(EVENT.richApiMessage, messagePayload(messages));
  }

  private fire(id: number, payload: unknown): void {
    later(() => {
      if (!this.alive) return;
      const handler = this.handlers.get(id);
      if (handler !== undefined) handler(id, payload);
      else if (WAITS_FOR_LISTENERS.includes(id))
        this.unheard.set(id, [...(this.unheard.get(id) ?? []), payload]);
    });
  }
}

function faulty({ error }: Fault): string | number | null {
  if (error === 'kill') return null;
  return refusalOf(error) ?? failure(error, OFFICE_ERRORS[error].message);
}

function refusal(code: OfficeErrorCode): number {
  return refusalOf(code) ?? NOT_SUPPORTED;
}

/** A response that says that nothing was done. */
function failure(code: OfficeErrorCode, message: string): string {
  const { status } = OFFICE_ERRORS[code];
  const error = { Code: code, Message: message, Location: '', ActionIndex: -1, HttpStatusCode: status };
  return JSON.stringify({ Results: [], TraceIds: [], Error: error });
}
