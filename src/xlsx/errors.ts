/** The one error this room throws. */
import { TEXTS } from './error-texts';
import type { Countable, Params, Text, WorkbookErrorCode } from './error-texts';
import type { Language } from './types';

export type { CellProblem, FileKind, TableProblem, WorkbookErrorCode, XmlProblem } from './error-texts';

export type WorkbookErrorParams<C extends WorkbookErrorCode> = Params[C];

/** A code with what belongs to it. */
type Problem = {
  readonly [C in WorkbookErrorCode]: readonly [code: C, params: Params[C]];
}[WorkbookErrorCode];

function textOf([code, params]: Problem, language: Language): string {
  // Code and params belong together, which an index by a union cannot tell.
  return (TEXTS[code][language] as Text<unknown>)(params);
}

/** `message` is the English text; `text(language)` gives either. */
export class WorkbookError extends Error {
  override readonly name = 'WorkbookError';
  readonly code: WorkbookErrorCode;
  readonly params: WorkbookErrorParams<WorkbookErrorCode>;
  private readonly problem: Problem;

  constructor(...problem: Problem) {
    super(textOf(problem, 'en'));
    this.problem = problem;
    [this.code, this.params] = problem;
  }

  text(language: Language): string {
    return textOf(this.problem, language);
  }
}

/** Refuses more of a thing than any real file has. */
export function atMost(limit: number, count: number, what: Countable, part: string): void {
  if (count > limit) throw new WorkbookError('too-many', { part, what, limit });
}
