/** What Excel refuses to do, by the error codes of Office.js. */
export type ProblemCode =
  | 'AccessDenied'
  | 'BadPassword'
  | 'FormulaLengthExceedsLimit'
  | 'InsertDeleteConflict'
  | 'InvalidArgument'
  | 'InvalidOperation'
  | 'InvalidReference'
  | 'ItemAlreadyExists'
  | 'ItemNotFound'
  | 'MergedRangeConflict'
  | 'NonBlankCellOffSheet'
  | 'RangeExceedsLimit';

export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly code: ProblemCode,
    /** Absent for the text that Excel has for the code. */
    readonly text?: string,
  ) {
    super(text ?? code);
  }
}
