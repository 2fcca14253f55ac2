import type { BlankResolver, ZeroCell } from '../../functions';
import { ExcelProblem } from '../problems/problem';
import type { JobOptions } from '../session/job';
import { readBlankCells } from './blank-cells';
import { type ReferencePlace, referencePlace } from './reference';

interface Question {
  readonly cells: readonly ZeroCell[];
  readonly answer: (blank: readonly (boolean | undefined)[]) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Tells the custom functions which zeros among their arguments are blank cells. What is asked while Excel
 * answers goes into the next request, all of it together and each cell once; nothing is kept longer than
 * that, so that no answer is older than the call it is for. Excel that refuses to tell (a lost
 * connection, say) leaves the cells unknown.
 */
export function cellZeros(job: JobOptions = {}): BlankResolver {
  let waiting: Question[] = [];
  let isAsking = false;
  const askAll = async (): Promise<void> => {
    isAsking = true;
    // Whatever else the host's present turn asks comes along.
    await Promise.resolve();
    while (waiting.length > 0) {
      const questions = waiting;
      waiting = [];
      await settle(questions, job);
    }
    isAsking = false;
  };
  return {
    areBlank: (cells) =>
      new Promise((answer, fail) => {
        waiting.push({ cells, answer, fail });
        if (!isAsking) void askAll();
      }),
  };
}

async function settle(questions: readonly Question[], job: JobOptions): Promise<void> {
  try {
    const placeOf = places();
    const asked = new Map<string, Map<number, Set<number>>>();
    for (const { cells } of questions) {
      for (const cell of cells) {
        const place = placeOf(cell);
        if (place !== undefined) note(asked, place);
      }
    }
    const isBlank = await readBlankCells(asked, job);
    for (const { cells, answer } of questions) {
      answer(
        cells.map((cell) => {
          const place = placeOf(cell);
          return place === undefined ? undefined : isBlank(place.sheet, place.top, place.left);
        }),
      );
    }
  } catch (error) {
    for (const { cells, answer, fail } of questions) {
      if (error instanceof ExcelProblem) answer(cells.map(() => undefined));
      else fail(error);
    }
  }
}

/** Reads every address once: thousands of cells are in one reference. */
function places(): (cell: ZeroCell) => ReferencePlace | undefined {
  const known = new Map<string, ReferencePlace | undefined>();
  return ({ address, row, column }) => {
    if (!known.has(address)) known.set(address, referencePlace(address));
    const start = known.get(address);
    return start && { sheet: start.sheet, top: start.top + row, left: start.left + column };
  };
}

function note(asked: Map<string, Map<number, Set<number>>>, { sheet, top, left }: ReferencePlace): void {
  const columns = asked.get(sheet) ?? new Map<number, Set<number>>();
  const rows = columns.get(left) ?? new Set<number>();
  asked.set(sheet, columns.set(left, rows.add(top)));
}
