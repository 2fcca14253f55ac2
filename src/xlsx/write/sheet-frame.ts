/**
 * A sheet's part with something changed in it: everything around `sheetData` is passed on as it is,
 * but for the dimension, the column widths, elements to leave out and those to put in. What happens
 * inside `sheetData` is the caller's.
 */
import type { CellRange } from '../../sheet';
import { ByteWindow } from '../byte-window';
import { parseRange, rangeReference } from '../cell-reference';
import { MAIN } from '../xml-names';
import { XmlReader } from '../xml-reader';
import { changedCols } from './column-widths';
import type { ColEntry } from './column-widths';
import { Copier } from './copier';
import { PartSink } from './part-sink';
import type { PackedPart } from './part-sink';
import { withAttribute } from './splices';

/** Children of a worksheet from `sheetData` on, in the order of the schema. */
const TAIL = [
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'cellWatches',
  'ignoredErrors',
  'smartTags',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
] as const;

export type TailElement = (typeof TAIL)[number];

export interface FrameChange {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Cells that are written: the dimension is widened to hold them. `all`: it is left out, cells being replaced. */
  readonly written: CellRange | 'all' | null;
  /** null: every width of the sheet is replaced by these. */
  readonly widths: ReadonlyMap<number, number | null>;
  readonly replacesWidths: boolean;
  readonly leaveOut: ReadonlySet<string>;
  /** Given the prefix of the sheet's elements, with its colon; `r:` is declared on each. */
  readonly putIn: ReadonlyMap<TailElement, (prefix: string) => string>;
  /** Called with `sheetData` just opened, and has to read to its end. */
  readonly rows: (reader: XmlReader, copier: Copier, prefix: string) => void;
}

export function rewriteSheet(change: FrameChange): PackedPart {
  const window = ByteWindow.overWhole(change.path, change.bytes);
  const reader = new XmlReader(window);
  const sink = new PartSink();
  sink.bytes(window.mark);
  const copier = new Copier(window.bytes, sink);
  reader.openRoot(MAIN, 'worksheet');
  const prefix = reader.prefix === '' ? '' : `${reader.prefix}:`;
  let hasCols = false;
  let inTail = false;
  const pending = [...change.putIn].sort(([a], [b]) => TAIL.indexOf(a) - TAIL.indexOf(b));

  /** Puts in what belongs before an element of this rank. */
  function putInBefore(rank: number, position: number): void {
    for (let first = pending[0]; first !== undefined && TAIL.indexOf(first[0]) < rank; first = pending[0]) {
      copier.insert(position, first[1](prefix));
      pending.shift();
    }
  }

  while (reader.nextChild()) {
    const start = reader.tokenStart;
    const local = reader.namespace === MAIN ? reader.local : '';
    // Alternative content after the cells wraps controls and embedded objects.
    if (inTail) putInBefore(local === '' ? TAIL.indexOf('oleObjects') : (TAIL as readonly string[]).indexOf(local), start);
    if (change.leaveOut.has(local) || (local === 'dimension' && change.written === 'all')) {
      reader.skip();
      copier.replace(start, reader.tokenEnd, '');
    } else if (local === 'dimension') {
      changeDimension(reader, copier, change.written);
    } else if (local === 'cols') {
      hasCols = true;
      const entries = readCols(reader);
      if (change.widths.size > 0 || change.replacesWidths) {
        copier.replace(start, reader.tokenEnd, colsXml(change.replacesWidths ? [] : entries, change.widths, prefix));
      }
    } else if (local === 'sheetData') {
      if (!hasCols && change.widths.size > 0) copier.insert(start, colsXml([], change.widths, prefix));
      inTail = true;
      change.rows(reader, copier, prefix);
    } else {
      reader.skip();
    }
  }
  if (!inTail) throw reader.error('missing-element');
  putInBefore(TAIL.length, reader.tokenStart);
  while (reader.next() !== 'end');
  copier.finish();
  return sink.finish();
}

function changeDimension(reader: XmlReader, copier: Copier, written: CellRange | 'all' | null): void {
  const { tokenStart, tokenEnd } = reader;
  const old = parseRange(reader.attribute('ref') ?? '');
  const tag = reader.source(tokenStart, tokenEnd);
  reader.skip();
  if (written === null || written === 'all') return;
  const range =
    old === null
      ? written
      : {
          top: Math.min(old.top, written.top),
          left: Math.min(old.left, written.left),
          bottom: Math.max(old.bottom, written.bottom),
          right: Math.max(old.right, written.right),
        };
  copier.replace(tokenStart, tokenEnd, withAttribute(tag, 'ref', rangeReference(range)));
}

function readCols(reader: XmlReader): ColEntry[] {
  const entries: ColEntry[] = [];
  while (reader.nextChild()) {
    if (reader.local === 'col' && reader.namespace === MAIN) entries.push(reader.attributes().plain);
    reader.skip();
  }
  return entries;
}

/** An empty `cols` is not allowed: nothing then. */
function colsXml(entries: readonly ColEntry[], widths: ReadonlyMap<number, number | null>, prefix: string): string {
  const inner = changedCols(entries, widths, prefix);
  return inner === '' ? '' : `<${prefix}cols>${inner}</${prefix}cols>`;
}
