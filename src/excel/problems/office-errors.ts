import { ExcelProblem, type ProblemCode, type ProblemDetails } from './problem';

/** What to do about an error before anybody is told. */
export type Remedy =
  /** Wait until the user is done, then the same again. */
  | 'wait'
  /** The same again after a moment. */
  | 'again'
  /** The same in smaller pieces. */
  | 'smaller'
  | 'none';

interface Meaning {
  readonly problem: ProblemCode;
  readonly remedy: Remedy;
}

function meaning(problem: ProblemCode, remedy: Remedy = 'none'): Meaning {
  return { problem, remedy };
}

/**
 * The one place that knows Excel's error codes. The list is Microsoft's page on error handling with the
 * codes of Excel.ErrorCodes; a code that is not in it is shown as it came.
 */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  AccessDenied: meaning('accessDenied'),
  ActivityLimitReached: meaning('connection', 'again'),
  ApiNotAvailable: meaning('tooOld'),
  ApiNotFound: meaning('tooOld'),
  Conflict: meaning('conflict', 'again'),
  FilteredRangeConflict: meaning('filtered'),
  GeneralException: meaning('excel', 'again'),
  HostRestartNeeded: meaning('connection'),
  InactiveWorkbook: meaning('excel', 'again'),
  InsertDeleteConflict: meaning('conflict'),
  InvalidOperationInCellEditMode: meaning('cellEdit', 'wait'),
  InvalidOrTimedOutSession: meaning('connection', 'again'),
  InvalidObjectPath: meaning('internal'),
  InvalidReference: meaning('sheetGone'),
  ItemNotFound: meaning('sheetGone'),
  MemoryLimitReached: meaning('outOfMemory', 'smaller'),
  MergedRangeConflict: meaning('merged'),
  NonBlankCellOffSheet: meaning('noRoom'),
  NotImplemented: meaning('tooOld'),
  OperationCellsExceedLimit: meaning('tooLarge', 'smaller'),
  PivotTableRangeConflict: meaning('pivotInTheWay'),
  PropertyNotLoaded: meaning('internal'),
  RangeExceedsLimit: meaning('tooLarge', 'smaller'),
  RequestAborted: meaning('connection', 'again'),
  RequestPayloadSizeLimitExceeded: meaning('tooLarge', 'smaller'),
  ResponsePayloadSizeLimitExceeded: meaning('tooLarge', 'smaller'),
  ServiceNotAvailable: meaning('connection', 'again'),
  Unauthenticated: meaning('connection'),
  UnsupportedFeature: meaning('tooOld'),
  UnsupportedOperation: meaning('tooOld'),
  ValueNotLoaded: meaning('internal'),
  WriteNotSupportedWhenModalDialogOpen: meaning('dialogOpen', 'wait'),
};

export interface OfficeErrorLike {
  readonly code: string;
  readonly message: string;
}

/** An error of Office.js; other realms (a test's page) have classes of their own, so its shape is asked. */
export function isOfficeError(error: unknown): error is OfficeErrorLike {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    typeof error.code === 'string' &&
    'message' in error &&
    typeof error.message === 'string'
  );
}

/** Any error as a problem of ours; what is neither Excel's nor a problem yet is a defect. */
export function problemFrom(error: unknown, where: ProblemDetails = {}): ExcelProblem {
  if (error instanceof ExcelProblem) return error.at(where);
  if (!isOfficeError(error)) {
    const what = error instanceof Error ? error.message : String(error);
    return new ExcelProblem('internal', { ...where, what }, undefined, error);
  }
  const known = Object.hasOwn(MEANINGS, error.code) ? MEANINGS[error.code] : undefined;
  const what =
    known?.problem === 'tooOld' ? error.code : `${error.code} – ${error.message.replace(/\.$/, '')}`;
  return new ExcelProblem(known?.problem ?? 'excel', { ...where, what }, error.code, error);
}

/** What can be done about a problem that Excel gave. */
export function remedyFor({ officeCode }: ExcelProblem): Remedy {
  if (officeCode === undefined || !Object.hasOwn(MEANINGS, officeCode)) return 'none';
  return MEANINGS[officeCode]?.remedy ?? 'none';
}

/** Every code that has a meaning here: for the tests, which give each of them. */
export const KNOWN_OFFICE_CODES: readonly string[] = Object.keys(MEANINGS);
