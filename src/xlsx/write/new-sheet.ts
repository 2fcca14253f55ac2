/** The part of a sheet of ours: written anew, or with its cells, widths and table replaced. */
import type { NewSheet, StyleName } from '../types';
import { reference } from '../cell-reference';
import { MAIN_URI, STRICT_MAIN_URI } from '../xml-names';
import { changedCols } from './column-widths';
import { DECLARATION } from './package-edits';
import { PartSink } from './part-sink';
import type { PackedPart } from './part-sink';
import { writeRows } from './rows-writer';
import { rewriteSheet } from './sheet-frame';

export interface SheetPart {
  readonly part: PackedPart;
  /** Texts of the table's header row. */
  readonly headers: readonly (string | null)[];
}

export interface SheetContext {
  readonly isStrict: boolean;
  readonly relationshipsUri: string;
  readonly style: (name: StyleName) => number;
  /** Relationship of the sheet to its table; null without one. */
  readonly tableRelationship: string | null;
}

export function newSheetPart(sheet: NewSheet, context: SheetContext): SheetPart {
  const { isStrict, relationshipsUri, style, tableRelationship } = context;
  const sink = new PartSink();
  const main = isStrict ? STRICT_MAIN_URI : MAIN_URI;
  sink.text(`${DECLARATION}<worksheet xmlns="${main}" xmlns:r="${relationshipsUri}">`);
  sink.text(`<sheetViews><sheetView workbookViewId="0">${paneXml(sheet)}</sheetView></sheetViews>`);
  sink.text('<sheetFormatPr defaultRowHeight="15"/>');
  const cols = changedCols([], widthsOf(sheet), '');
  if (cols !== '') sink.text(`<cols>${cols}</cols>`);
  sink.text('<sheetData>');
  const headers = writeRows(sheet, '', style, (text) => sink.text(text));
  sink.text('</sheetData>');
  if (tableRelationship !== null) {
    sink.text(`<tableParts count="1"><tablePart r:id="${tableRelationship}"/></tableParts>`);
  }
  sink.text('</worksheet>');
  return { part: sink.finish(), headers };
}

/** What names cells of the old content and would be wrong over the new. */
const OVER_CELLS = new Set(['autoFilter', 'sortState', 'mergeCells', 'hyperlinks', 'tableParts']);

export function replacedSheetPart(
  path: string,
  bytes: Uint8Array,
  sheet: NewSheet,
  context: SheetContext,
): SheetPart {
  const { relationshipsUri, style, tableRelationship } = context;
  let headers: readonly (string | null)[] = [];
  const part = rewriteSheet({
    path,
    bytes,
    relationshipsUri,
    written: 'all',
    widths: widthsOf(sheet),
    replacesWidths: true,
    leaveOut: OVER_CELLS,
    links:
      tableRelationship === null
        ? []
        : [{ element: 'tableParts', relationship: () => tableRelationship, found: () => undefined }],
    rows: (reader, copier, prefix) => {
      const start = reader.tokenStart;
      reader.skip();
      copier.copyTo(start);
      copier.text(`<${prefix}sheetData>`);
      headers = writeRows(sheet, prefix, style, (text) => copier.text(text));
      copier.text(`</${prefix}sheetData>`);
      copier.skipTo(reader.tokenEnd);
    },
  });
  return { part, headers };
}

function widthsOf(sheet: NewSheet): Map<number, number> {
  const widths = new Map<number, number>();
  sheet.columns.forEach(({ width }, i) => {
    if (width !== undefined) widths.set(i + 1, width);
  });
  return widths;
}

function paneXml({ frozenRows = 0, frozenColumns = 0 }: NewSheet): string {
  if (frozenRows === 0 && frozenColumns === 0) return '';
  const pane = frozenRows === 0 ? 'topRight' : frozenColumns === 0 ? 'bottomLeft' : 'bottomRight';
  const split =
    (frozenColumns === 0 ? '' : ` xSplit="${frozenColumns}"`) +
    (frozenRows === 0 ? '' : ` ySplit="${frozenRows}"`);
  const corner = reference(frozenRows + 1, frozenColumns + 1);
  return `<pane${split} topLeftCell="${corner}" activePane="${pane}" state="frozen"/><selection pane="${pane}"/>`;
}
