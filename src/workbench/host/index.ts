/**
 * The simulated host: stands in for Excel where there is none. The unmodified office.js runs in a page, in
 * Node (jsdom) or in a browser, and its requests are answered here from a workbook model of ours, with
 * Excel's limits and errors. It fails loudly on anything it does not cover, and on demand.
 */
export { SimulatedHost, type HostOptions } from './simulated-host';
export { Session } from './session/session';
export type { ExcelWindow } from './session/excel-window';
export type { OfficePage } from './session/external';
export { everyFault, OPERATION_ERRORS, REQUEST_ERRORS, type Fault, type FaultPoint } from './session/faults';
export { User } from './user';
export { addGrid, FORMULA_FROM_FILE, gridOf, type GridWithFormulas } from './book/grid-view';
export { snapshotOf, snapshotOfSheet, type SheetSnapshot, type WorkbookSnapshot } from './book/snapshot';
export type { Change, ChangeListener, Origin } from './book/change';
export { Problem, type ProblemCode } from './book/problem';
export { area, boundsOf, cellsOf, contains, LAST_COLUMN, LAST_ROW, overlap } from './book/area';
export { addressText, areaText, parseAddress } from './book/address';
export type { Comment } from './book/comment';
export type { Column } from './book/column';
export { Filter, type Criterion } from './book/filter';
export type { FormulaCell } from './book/formula-cell';
export { DefinedName } from './book/name';
export { Sheet } from './book/sheet';
export { shifted, type Shift } from './book/shift';
export { PLAIN, sharedStyle, styled, type BorderLine, type CellStyle } from './book/style';
export { Table } from './book/table';
export { Workbook, type Json } from './book/workbook';
export { changeStyle } from './book/edit';
export { copiedBy } from './formula/rewrite';
export { shiftFormula } from './formula/shift-formula';
export { spillArea } from './formula/spill';
export { textOf } from './book/number-text';
export { OFFICE_ERRORS, type OfficeErrorCode } from './wire/office-errors';
export { LIMITS, type Limits } from './wire/limits';
export { REQUIREMENT_SETS, type RequirementSets } from './wire/requirement-sets';
export type { OfficeMembers } from './wire/office-members';
export type { Step, StepKind } from './wire/steps';
export { HOST_TYPES } from './members';
export type { HostType } from './wire/host-type';
