import { evaluateBatch } from './batch';
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
      rowCount: requests.length,
      cells: first.cells.map((_, parameter) => requests.map(({ cells }) => cells[parameter]?.[0] ?? null)),
      place: (parameter, row) => placeOf(requests[row]?.sources[parameter], 0),
    },
    zeros,
  );
}

/** The results of a request of several rows. Clauses with ranks have the official rank among their inputs. */
export function evaluateColumn(
  request: Request,
  zeros: Zeros,
): readonly CellResult[] | Promise<readonly CellResult[]> {
  const { of, plan, units, extent, cells, sources } = request;
  return evaluateBatch(
    {
      of,
      plan,
      units,
      ranked: of.parameters.some(({ indicator }) => indicator.type === 'rank'),
      rowCount: extent.length,
      cells,
      place: (parameter, row) => placeOf(sources[parameter], row),
    },
    zeros,
  );
}

function placeOf(source: Source | undefined, index: number): ZeroCell | null | undefined {
  if (source === undefined || source.from === 'unknown') return undefined;
  if (source.from === 'literal') return null;
  const { address, lies } = source;
  const offset = lies === 'cell' ? 0 : index;
  return { address, row: lies === 'column' ? offset : 0, column: lies === 'row' ? offset : 0 };
}
