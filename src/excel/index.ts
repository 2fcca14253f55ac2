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
