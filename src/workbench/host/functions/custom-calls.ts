/**
 * Calls of the add-in's functions, from the formulas that make them to the add-in's runtime and back. All
 * calls of one calculation go out as one message. Calls that a lost runtime has not answered go to the next.
 */
import type { CellError } from '../../../sheet';
import { addressText } from '../book/address';
import { area } from '../book/area';
import type { FormulaCell } from '../book/formula-cell';
import type { Calculation, CallSite, FunctionCalls } from '../formula/calculation';
import type { Surroundings } from '../formula/evaluate';
import { cellError, type Result } from '../formula/result';
import { callArguments, type BlankBehaviour } from './call-arguments';
import { readResult } from './call-result';
import type { FunctionMetadata } from './metadata';

/** `[number, id, arguments, address, flags, addresses of arguments]`, as Office.js takes a call. */
export type CallMessage = readonly [
  number,
  string,
  readonly unknown[],
  string | null,
  number,
  readonly string[] | null,
];

/** A runtime of the add-in that is ready for calls. */
export interface FunctionRuntime {
  invoke(calls: readonly CallMessage[]): void;
  cancel(id: number): void;
}

const CANCELABLE = 1;
const TAKES_ERRORS = 4;

interface Pending {
  readonly site: CallSite;
  readonly message: CallMessage;
  readonly isCancelable: boolean;
  isSent: boolean;
}

export class CustomCalls implements FunctionCalls {
  private readonly functions: ReadonlyMap<string, FunctionMetadata>;
  private readonly pending = new Map<number, Pending>();
  private readonly byCell = new Map<FormulaCell, Set<number>>();
  private runtime: FunctionRuntime | null = null;
  private last = 0;

  constructor(
    private readonly namespace: string,
    functions: readonly FunctionMetadata[],
    public blanks: BlankBehaviour,
  ) {
    this.functions = new Map(functions.map((item) => [`${namespace}.${item.name}`.toUpperCase(), item]));
  }

  /** Calls that have no result yet. */
  get waiting(): number {
    return this.pending.size;
  }

  isCustom(name: string): boolean {
    return this.functions.size > 0 && name.startsWith(`${this.namespace.toUpperCase()}.`);
  }

  start(
    name: string,
    args: readonly (Result | undefined)[],
    around: Surroundings,
    site: CallSite,
  ): CellError | undefined {
    const metadata = this.functions.get(name);
    if (metadata === undefined) return cellError('#NAME?');
    const handed = callArguments(metadata, args, around, this.blanks);
    if ('error' in handed) return handed;
    this.last += 1;
    const { cell } = site;
    const address = addressText(cell.sheet.name, area(cell.row, cell.column));
    const message: CallMessage = [
      this.last,
      metadata.id,
      handed.values,
      metadata.wantsAddress ? address : null,
      (metadata.isCancelable ? CANCELABLE : 0) + (metadata.takesErrors ? TAKES_ERRORS : 0),
      metadata.wantsParameterAddresses ? handed.addresses : null,
    ];
    this.pending.set(this.last, { site, message, isCancelable: metadata.isCancelable, isSent: false });
    const ids = this.byCell.get(cell) ?? new Set<number>();
    this.byCell.set(cell, ids.add(this.last));
    return undefined;
  }

  cancel(cell: FormulaCell): void {
    for (const id of this.byCell.get(cell) ?? []) {
      const call = this.pending.get(id);
      this.pending.delete(id);
      if (call?.isSent === true && call.isCancelable) this.runtime?.cancel(id);
    }
    this.byCell.delete(cell);
  }

  send(): void {
    if (this.runtime === null) return;
    const unsent = [...this.pending.values()].filter(({ isSent }) => !isSent);
    for (const call of unsent) call.isSent = true;
    if (unsent.length > 0) this.runtime.invoke(unsent.map(({ message }) => message));
  }

  attach(runtime: FunctionRuntime): void {
    this.runtime = runtime;
    this.send();
  }

  detach(runtime: FunctionRuntime): void {
    if (this.runtime !== runtime) return;
    this.runtime = null;
    for (const call of this.pending.values()) call.isSent = false;
  }

  /** Results of calls that are no longer waited for are dropped. */
  receive(entries: readonly unknown[], calculation: Calculation): void {
    const arrived = entries.map(readResult).flatMap(({ id, result }) => {
      const call = this.pending.get(id);
      if (call === undefined) return [];
      this.pending.delete(id);
      this.byCell.get(call.site.cell)?.delete(id);
      return [{ call: call.site, result }];
    });
    calculation.deliver(arrived);
  }
}
