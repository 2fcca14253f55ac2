/**
 * Workbook files: the bytes of an .xlsx or .xlsm come in, grids of cells and the names in the file go
 * out, and, with edits, the bytes of the same file with our columns and sheets spliced in. Nothing is
 * evaluated or formatted here, no formula is calculated, and no part that needs no change is written anew.
 */
export { openWorkbook } from './workbook';
export { spliceWorkbook } from './write/splice-workbook';
export { WorkbookError } from './errors';
export type {
  CellProblem,
  FileKind,
  TableProblem,
  WorkbookErrorCode,
  WorkbookErrorParams,
  XmlProblem,
} from './errors';
export type * from './types';

// The package part by part, for the workbench: it shows looks and formulas, and saves what users change.
export { ByteWindow } from './byte-window';
export { packReference, packedColumn, parseRange, reference } from './cell-reference';
export { BUILT_IN_FORMATS } from './number-formats';
export type { Package } from './package';
export { OpenedWorkbook } from './workbook';
export type { SheetRecord } from './workbook-part';
export { MAIN, MAIN_URI, RELATIONSHIPS, RELATIONSHIPS_URI } from './xml-names';
export { XmlReader } from './xml-reader';
export { escapeAttribute, escapeString, escapeStringAttribute, unescapeCodes } from './xml-text';
export { child, childrenOf, parseTree, type XmlElement } from './xml-tree';
export { changedVml, newVml } from './write/note-shapes';
export { DECLARATION, PackageEdits } from './write/package-edits';
export { PartSink } from './write/part-sink';
export { Splices } from './write/splices';
