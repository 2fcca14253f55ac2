/**
 * The errors that Office.js documents, with Excel's texts (from Microsoft's page on error handling).
 * `refusal` is the number with which Excel refuses a whole request before doing anything; errors without
 * one end a request at the operation that fails: what came before it is done.
 */
export interface OfficeError {
  readonly message: string;
  readonly status: number;
  readonly refusal?: number;
}

export const OFFICE_ERRORS = {
  AccessDenied: { message: 'You cannot perform the requested operation.', status: 403 },
  ActivityLimitReached: { message: 'Activity limit has been reached.', status: 429, refusal: 5102 },
  ApiNotAvailable: { message: 'The requested API is not available.', status: 400 },
  ApiNotFound: {
    message:
      'The API you are trying to use could not be found. It may be available in a newer version of the Office application.',
    status: 404,
  },
  BadPassword: { message: 'The password you supplied is incorrect.', status: 400 },
  Conflict: { message: 'Request could not be processed because of a conflict.', status: 409 },
  FilteredRangeConflict: {
    message: 'The attempted operation causes a conflict with a filtered range.',
    status: 409,
  },
  FormulaLengthExceedsLimit: {
    message: 'The bytecode of the applied formula exceeds the maximum length limit.',
    status: 400,
  },
  GeneralException: { message: 'There was an internal error while processing the request.', status: 500 },
  InactiveWorkbook: {
    message:
      'The operation failed because multiple workbooks are open and the workbook being called by this API has lost focus.',
    status: 400,
  },
  InsertDeleteConflict: {
    message: 'The insert or delete operation attempted resulted in a conflict.',
    status: 409,
  },
  InvalidArgument: {
    message: 'The argument is invalid or missing or has an incorrect format.',
    status: 400,
  },
  InvalidOperation: { message: 'The operation attempted is invalid on the object.', status: 400 },
  InvalidOperationInCellEditMode: {
    message:
      'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.',
    status: 400,
    refusal: 5004,
  },
  InvalidOrTimedOutSession: {
    message: 'The session is invalid or has timed out.',
    status: 408,
    refusal: 5012,
  },
  InvalidReference: { message: 'This reference is not valid for the current operation.', status: 400 },
  InvalidRequest: { message: 'Cannot process the request.', status: 400 },
  InvalidSelection: { message: 'The current selection is invalid for this operation.', status: 400 },
  ItemAlreadyExists: { message: 'The resource being created already exists.', status: 409 },
  ItemNotFound: { message: "The requested resource doesn't exist.", status: 404 },
  MemoryLimitReached: {
    message: 'The memory limit has been reached. Your action could not be completed.',
    status: 500,
  },
  MergedRangeConflict: {
    message:
      "Cannot complete the operation. A table can't overlap with another table, a PivotTable report, query results, merged cells, or an XML Map.",
    status: 409,
  },
  NonBlankCellOffSheet: {
    message:
      "Microsoft Excel can't insert new cells because it would push non-empty cells off the end of the worksheet.",
    status: 400,
  },
  NotImplemented: { message: "The requested feature isn't implemented.", status: 501 },
  OperationCellsExceedLimit: {
    message: 'The attempted operation affects more than the limit of 33554000 cells.',
    status: 400,
  },
  PivotTableRangeConflict: {
    message: 'The attempted operation causes a conflict with a PivotTable range.',
    status: 409,
  },
  RangeExceedsLimit: {
    message: 'The cell count in the range has exceeded the maximum supported number.',
    status: 400,
  },
  RequestAborted: { message: 'The request was aborted during run time.', status: 400 },
  RequestPayloadSizeLimitExceeded: {
    message: 'The request payload size has exceeded the limit.',
    status: 400,
    refusal: 5103,
  },
  ResponsePayloadSizeLimitExceeded: {
    message: 'The response payload size has exceeded the limit.',
    status: 400,
    refusal: 5104,
  },
  ServiceNotAvailable: { message: 'The service is unavailable.', status: 503 },
  Unauthenticated: {
    message: 'Required authentication information is either missing or invalid.',
    status: 401,
  },
  UndoNotSupported: { message: 'The operation cannot be undone.', status: 400 },
  UnsupportedFeature: {
    message: 'The operation failed because the source worksheet contains one or more unsupported features.',
    status: 400,
  },
  UnsupportedOperation: { message: 'The operation being attempted is not supported.', status: 400 },
  UnsupportedSheet: {
    message: 'This sheet type does not support this operation, since it is a Macro or Chart sheet.',
    status: 400,
  },
  WriteNotSupportedWhenModalDialogOpen: {
    message: 'The write operation is not supported when a modal dialog is open.',
    status: 400,
    refusal: 5016,
  },
} as const satisfies Record<string, OfficeError>;

export type OfficeErrorCode = keyof typeof OFFICE_ERRORS;

/** An operation of the add-in fails with an error that Excel has. */
export class OperationFailed extends Error {
  override readonly name = 'OperationFailed';

  constructor(
    readonly code: OfficeErrorCode,
    /** What failed, as `Range.values`; absent where the one who throws does not know. */
    readonly location?: string,
    text: string = OFFICE_ERRORS[code].message,
  ) {
    super(text);
  }
}

export function refusalOf(code: OfficeErrorCode): number | undefined {
  const error: OfficeError = OFFICE_ERRORS[code];
  return error.refusal;
}

/** The add-in uses something that the simulated host does not cover, or that Office.js does not have. */
export class NotCovered extends Error {
  override readonly name = 'NotCovered';
}
