/**
 * The Excel room: every call of Office.js, and nothing else. Worksheets come in and go out as grids, names
 * and plain data; what is written can be taken back, and whatever Excel refuses becomes an ExcelProblem
 * with a text for people. Nothing is evaluated here, and nothing is shown.
 */
export { ExcelProblem, type ProblemCode, type ProblemDetails, type WayOn } from './problems/problem';
export type { JobOptions, Patience, Progress, Stage, Waiting } from './session/job';
export { gridFromChunks, type SheetFrame } from './read/chunked-grid';
export { type ChunkColumn, type GridChunk, transferables } from './read/grid-chunk';
export { readSheet, type ReadSheet, type ReadOptions, streamSheet } from './read/read-sheet';
export { readOurs } from './read/workbook-names';
export { readWorkbook, type SheetListing, type WorkbookFrame } from './read/workbook-frame';
export { annotate, type Annotated, type AnnotateOptions } from './write/annotate';
export type { WorkOutcome } from './work/work';
export { loadState, type LoadedState, saveState } from './state/workbook-state';
export { type Json, NO_STATE, type WorkbookState } from './state/state-part';
export { takeBack, type TakeBackOptions, type TakenBack, type ReviewedSheet } from './take-back/take-back';
export { isHandOverCopy, makeHandOver, openHandOverCopy } from './hand-over/hand-over';
export type { Frozen } from './hand-over/freeze';
export {
  findUnfinished,
  type Finished,
  type FinishOptions,
  finishUnfinished,
  type Unfinished,
} from './work/recover';
export { cellZeros } from './functions/cell-zeros';
export { pageTurn } from './functions/page-turn';
export {
  displayLanguage,
  type HostTheme,
  hostTheme,
  missingRequirement,
  onCommand,
  showPane,
  whenReady,
} from './host/office-host';
export {
  readSelection,
  select,
  type Selection,
  type Unwatch,
  watchChanges,
  watchSelection,
} from './host/selection';
