/** Errors of the engine's interface: what is wrong, what there is instead. A closed list of codes. */
export type EngineErrorCode =
  | 'unknownFigure'
  | 'unknownReading'
  | 'unknownOption'
  | 'unknownParameter'
  | 'unknownClause'
  | 'badLiteral'
  | 'badDate'
  | 'badInput';

export class EngineError extends Error {
  override readonly name = 'EngineError';
  constructor(
    readonly code: EngineErrorCode,
    message: string,
    /** What exists where something unknown was named. */
    readonly known: readonly string[] = [],
  ) {
    super(message);
  }
}
