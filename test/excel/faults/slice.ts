import { everyFault, type Fault, type OfficeErrorCode, type Step } from '../../../src/workbench/host';

/** One error for each way in which we answer an error: give up, try again, try in smaller pieces. */
const OF_OPERATIONS: readonly OfficeErrorCode[] = ['AccessDenied', 'GeneralException', 'RangeExceedsLimit'];
const OF_REQUESTS: readonly OfficeErrorCode[] = [
  'InvalidOperationInCellEditMode',
  'RequestPayloadSizeLimitExceeded',
  'ActivityLimitReached',
];

/**
 * What is tried in each run of the tests: every operation where it first occurs, with a kill and one error;
 * every request with one refusal or a kill after it. Errors take turns.
 */
export function sliceOf(steps: readonly Step[], from = 0): Fault[] {
  const seen = new Set<string>();
  const ofOperations = steps.flatMap(({ kind, member, properties }, index): Fault[] => {
    const operation = `${kind} ${member} ${properties.join(',')}`;
    if (index < from || seen.has(operation)) return [];
    seen.add(operation);
    const at = { step: index + 1 };
    return [
      { at, error: 'kill' },
      { at, error: inTurn(OF_OPERATIONS, seen.size) },
    ];
  });
  const ofRequests = requestsFrom(steps, from).map((batch): Fault => {
    const isKill = batch % (OF_REQUESTS.length + 1) === 0;
    return isKill
      ? { at: { batch }, error: 'kill', when: 'after' }
      : { at: { batch }, error: inTurn(OF_REQUESTS, batch) };
  });
  return [...ofOperations, ...ofRequests];
}

/** Every error and a kill at every operation and request, from an operation on. */
export function allOf(steps: readonly Step[], from = 0): Fault[] {
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
  const [first] = list;
  const chosen = list[turn % list.length] ?? first;
  if (chosen === undefined) throw new Error('there is nothing to take turns with');
  return chosen;
}
