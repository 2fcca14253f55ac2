import { everyFault, type Fault, type OfficeErrorCode, type Step } from '../../../src/workbench/host';

/** A kill, and one error for each way in which we answer one: give up, try again, try in smaller pieces. */
const OF_OPERATIONS: readonly (OfficeErrorCode | 'kill')[] = [
  'kill',
  'AccessDenied',
  'kill',
  'GeneralException',
  'kill',
  'RangeExceedsLimit',
];
const OF_REQUESTS: readonly OfficeErrorCode[] = [
  'InvalidOperationInCellEditMode',
  'RequestPayloadSizeLimitExceeded',
  'ActivityLimitReached',
];

/** Every so many requests one is refused. */
const REQUESTS = 12;

/**
 * What is tried in each run of the tests: every operation that is not `known` yet, where it first occurs, with
 * a kill or an error; every twelfth request with a refusal. Faults take turns.
 * @param from the operation after which it begins
 * @param known operations that were tried; those of this slice are added
 */
export function sliceOf(steps: readonly Step[], from: number, known: Set<string>): Fault[] {
  const ofOperations = steps.flatMap(({ kind, member, properties }, index): Fault[] => {
    const operation = `${kind} ${member} ${properties.join(',')}`;
    if (index < from || known.has(operation)) return [];
    known.add(operation);
    return [{ at: { step: index + 1 }, error: inTurn(OF_OPERATIONS, known.size) }];
  });
  const ofRequests = requestsFrom(steps, from)
    .filter((batch) => batch % REQUESTS === 0)
    .map((batch): Fault => ({ at: { batch }, error: inTurn(OF_REQUESTS, batch / REQUESTS) }));
  return [...ofOperations, ...ofRequests];
}

/** Every error and a kill at every operation and request, from an operation on. */
export function allOf(steps: readonly Step[], from: number): Fault[] {
  const requests = new Set(requestsFrom(steps, from));
  return everyFault(steps).filter(
    ({ at }) => ('step' in at && at.step > from) || ('batch' in at && requests.has(at.batch)),
  );
}

/** Requests of which all operations come later than `from`, counted from 1. */
function requestsFrom(steps: readonly Step[], from: number): number[] {
  const first = steps[0]?.batch ?? 1;
  const begun = from === 0 ? 0 : (steps[from - 1]?.batch ?? 0);
  const batches = new Set(steps.slice(from).map(({ batch }) => batch));
  return [...batches].filter((batch) => batch > begun).map((batch) => batch - first + 1);
}

function inTurn<T>(list: readonly T[], turn: number): T {
  const chosen = list[turn % list.length];
  if (chosen === undefined) throw new Error('there is nothing to take turns with');
  return chosen;
}
