/**
 * Makes operations of the add-in fail where a test says so, with any error that Office.js documents, or
 * kills the host there: it does nothing more and never answers again.
 */
import { OperationFailed, OFFICE_ERRORS, refusalOf, type OfficeErrorCode } from '../wire/office-errors';
import type { Step, StepKind } from '../wire/steps';

/** Counted from when the fault is set: the next request or operation is number 1. */
export type FaultPoint = { readonly batch: number } | { readonly step: number } | MemberPoint;

export interface MemberPoint {
  /** `Range.values`, `WorksheetCollection.add`; for loads a property asked for, or the type alone. */
  readonly member: string;
  readonly kind?: StepKind;
  /** 1 when absent. */
  readonly nth?: number;
}

export interface Fault {
  readonly at: FaultPoint;
  readonly error: OfficeErrorCode | 'kill';
  /** Of a request: whether it is refused before anything is done, or fails when all is done. */
  readonly when?: 'before' | 'after';
}

/** The host is gone in the middle of something. */
export class Killed extends Error {}

interface Armed {
  readonly fault: Fault;
  left: number;
}

export class Faults {
  private readonly armed: Armed[] = [];

  /** Each fault strikes once. */
  add(fault: Fault): void {
    const { at, error } = fault;
    if (!('batch' in at) && error !== 'kill' && refusalOf(error) !== undefined) {
      throw new Error(`${error} refuses whole requests: say at which request it does`);
    }
    const left = 'batch' in at ? at.batch : 'step' in at ? at.step : (at.nth ?? 1);
    this.armed.push({ fault, left });
  }

  clear(): void {
    this.armed.length = 0;
  }

  /** Whether all faults have struck. */
  get isSpent(): boolean {
    return this.armed.length === 0;
  }

  /** A request begins: what strikes it, if anything does. */
  forBatch(): Fault | undefined {
    return this.strike(({ fault }) => 'batch' in fault.at);
  }

  /** @throws what the operation fails with */
  beforeStep(step: Step): void {
    const fault = this.strike(({ fault: { at } }) => 'step' in at || ('member' in at && matches(at, step)));
    if (fault === undefined) return;
    if (fault.error === 'kill') throw new Killed();
    throw new OperationFailed(fault.error, step.member, OFFICE_ERRORS[fault.error].message);
  }

  private strike(counts: (armed: Armed) => boolean): Fault | undefined {
    const due: Armed[] = [];
    for (const armed of this.armed.filter(counts)) {
      armed.left -= 1;
      if (armed.left === 0) due.push(armed);
    }
    for (const armed of due) this.armed.splice(this.armed.indexOf(armed), 1);
    return due[0]?.fault;
  }
}

function matches({ member, kind }: MemberPoint, step: Step): boolean {
  if (kind !== undefined && kind !== step.kind) return false;
  return (
    step.member === member || step.properties.some((property) => `${step.member}.${property}` === member)
  );
}

/** Errors that any operation may end with: those that do not refuse a whole request. */
export const OPERATION_ERRORS: readonly OfficeErrorCode[] = codes().filter(
  (code) => refusalOf(code) === undefined,
);

/** Errors with which Excel refuses a whole request. */
export const REQUEST_ERRORS: readonly OfficeErrorCode[] = codes().filter(
  (code) => refusalOf(code) !== undefined,
);

function codes(): OfficeErrorCode[] {
  return Object.keys(OFFICE_ERRORS).filter((code): code is OfficeErrorCode => code in OFFICE_ERRORS);
}

/**
 * Every fault that could strike a course of operations: a kill at each operation and after each request,
 * each error of operations at each operation, each refusal at each request. For tests that repeat one job
 * with each of them.
 */
export function everyFault(steps: readonly Step[], errors: readonly OfficeErrorCode[] = codes()): Fault[] {
  const first = steps[0]?.batch ?? 1;
  const batches = [...new Set(steps.map(({ batch }) => batch - first + 1))];
  const ofOperations = errors.filter((code) => refusalOf(code) === undefined);
  const ofRequests = errors.filter((code) => refusalOf(code) !== undefined);
  return [
    ...steps.flatMap((_, index): Fault[] =>
      [...ofOperations, 'kill' as const].map((error) => ({ at: { step: index + 1 }, error })),
    ),
    ...batches.flatMap((batch): Fault[] => [
      ...ofRequests.map((error) => ({ at: { batch }, error }) as const),
      { at: { batch }, error: 'ResponsePayloadSizeLimitExceeded', when: 'after' },
      { at: { batch }, error: 'kill', when: 'after' },
    ]),
  ];
}
