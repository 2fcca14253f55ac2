import { evaluateBatch, type Batch } from './batch';
import type { CellResult } from '../cells/cell';
import type { Request, Source } from './request';
import type { ZeroCell, Zeros } from './zeros';

interface Waiting {
  readonly request: Request;
  readonly resolve: (result: CellResult) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Gathers the calls for single cells that a host makes one after another, and evaluates those of one
 * function with the same overrides together. Nothing of one call reaches another: ranks, which would,
 * are not taken.
 */
export class Gatherer {
  readonly #zeros: () => Zeros;
  #waiting: Waiting[] = [];

  constructor(zeros: () => Zeros) {
    this.#zeros = zeros;
  }

  /** The result of a request of one row; it comes when the host's current turn is over. */
  ask(request: Request): Promise<CellResult> {
    return new Promise((resolve, reject) => {
      // Microtasks run when the host has handed over its calls; timers are throttled in hidden pages.
      if (this.#waiting.length === 0) queueMicrotask(() => this.#flush());
      this.#waiting.push({ request, resolve, reject });
    });
  }

  #flush(): void {
    const groups = new Map<string, Waiting[]>();
    for (const waiting of this.#waiting) {
      const group = groups.get(waiting.request.group);
      if (group === undefined) groups.set(waiting.request.group, [waiting]);
      else group.push(waiting);
    }
    this.#waiting = [];
    for (const calls of groups.values()) void settle(calls, this.#zeros());
  }
}

async function settle(calls: readonly Waiting[], zeros: Zeros): Promise<void> {
  try {
    const requests = calls.map(({ request }) => request);
    const results = await evaluateTogether(requests, zeros);
    for (const [index, { resolve }] of calls.entries()) resolve(results[index] ?? '');
  } catch (error) {
    for (const { reject } of calls) reject(error);
  }
}

function evaluateTogether(
  requests: readonly Request[],
  zeros: Zeros,
): readonly CellResult[] | Promise<readonly CellResult[]> {
  const [first] = requests;
  if (first === undefined) return [];
  return evaluateBatch(
    {
      of: first.of,
      plan: first.plan,
      units: first.units,
      ranked: false,
      mayHaveHeader: false,
      rowCount: requests.length,
      cells: first.cells.map((_, parameter) => requests.map(({ cells }) => cells[parameter]?.[0] ?? null)),
      place: (parameter, row) => placeOf(requests[row]?.sources[parameter], 0),
    },
    zeros,
  );
}

/** So many rows are evaluated at a time; the page gets its turn in between. */
const SLICE = 4_000;

/**
 * The results of a request of several rows, slice by slice where rows do not depend on one another. Clauses
 * with ranks have the official rank among their inputs.
 *
 * @param pause gives the page its turn; without it all is done in one go
 */
export function evaluateColumn(
  request: Request,
  zeros: Zeros,
  pause?: () => Promise<void>,
): readonly CellResult[] | Promise<readonly CellResult[]> {
  const ranked = request.of.parameters.some(({ indicator }) => indicator.type === 'rank');
  const { length } = request.extent;
  return ranked || length <= SLICE || pause === undefined
    ? evaluateBatch(sliceOf(request, 0, length, ranked), zeros)
    : evaluateSlices(request, zeros, pause);
}

/** Slices that ask about zeros do so while the next ones are evaluated. */
async function evaluateSlices(
  request: Request,
  zeros: Zeros,
  pause: () => Promise<void>,
): Promise<readonly CellResult[]> {
  const { length } = request.extent;
  const slices: Promise<readonly CellResult[]>[] = [];
  for (let from = 0; from < length; from += SLICE) {
    if (from > 0) await pause();
    const slice = sliceOf(request, from, Math.min(length, from + SLICE), false);
    slices.push(Promise.resolve(evaluateBatch(slice, zeros)));
  }
  return (await Promise.all(slices)).flat();
}

function sliceOf(request: Request, from: number, to: number, ranked: boolean): Batch {
  const { of, plan, units, extent, cells, sources } = request;
  return {
    of,
    plan,
    units,
    ranked,
    rowCount: to - from,
    cells: to - from === extent.length ? cells : cells.map((each) => each.slice(from, to)),
    mayHaveHeader: from === 0 && extent.lies === 'column',
    place: (parameter, row) => placeOf(sources[parameter], from + row),
  };
}

function placeOf(source: Source | undefined, index: number): ZeroCell | null | undefined {
  if (source === undefined || source.place.from === 'unknown') return undefined;
  if (source.place.from === 'literal') return null;
  const { place, lies } = source;
  return {
    address: place.address,
    row: lies === 'column' ? index : 0,
    column: lies === 'row' ? index : 0,
  };
}
