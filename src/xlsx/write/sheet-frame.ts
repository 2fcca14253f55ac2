/**
 * A sheet's part with something changed in it: everything around `sheetData` is passed on as it is,
 * but for the dimension, the column widths, elements to leave out and the links to our table and notes.
 * What happens inside `sheetData` is the caller's.
 */
import type { CellRange } from '../../sheet';
import { ByteWindow } from '../byte-window';
import { parseRange, rangeReference } from '../cell-reference';
import { COMPATIBILITY_URI, MAIN, RELATIONSHIPS, STRICT_RELATIONSHIPS_URI } from '../xml-names';
import { XmlReader } from '../xml-reader';
import { changedCols } from './column-widths';
import type { ColEntry } from './column-widths';
import { Copier } from './copier';
import { PartSink } from './part-sink';
import type { PackedPart } from './part-sink';
import { withAttribute } from './splices';

/** An element of the sheet that names a part of ours. */
export interface SheetLink {
  readonly element: 'legacyDrawing' | 'tableParts';
  /** Asked for the relationship when the sheet has no such element, which is then put in; null for none. */
  readonly relationship: () => string | null;
  /** Told the relationship of the element that the sheet has. */
  readonly found: (relationship: string) => void;
}

export interface FrameChange {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** URI of the namespace of `r:id`, which depends on the file being Strict. */
  readonly relationshipsUri: string;
  /** Cells that are written, for the dimension to hold; `all` if cells are replaced: it is left out. */
  readonly written: CellRange | 'all' | null;
  readonly widths: ReadonlyMap<number, number | null>;
  /** The sheet's own widths go. */
  readonly replacesWidths: boolean;
  readonly leaveOut: ReadonlySet<string>;
  readonly links: readonly SheetLink[];
  /** Called with `sheetData` just opened, and has to read to its end. */
  readonly rows: (reader: XmlReader, copier: Copier, prefix: string) => void;
}

export function rewriteSheet(change: FrameChange): PackedPart {
  return new SheetFrame(change).rewrite();
}

/** Children of a worksheet from the first of our links on, in the order of the schema. */
const TAIL = [
  'legacyDrawing',
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
];

class SheetFrame {
  private readonly reader: XmlReader;
  private readonly sink = new PartSink();
  private readonly copier: Copier;
  private readonly prefix: string;
  private readonly idAttribute: string;
  private links: SheetLink[];
  private hasCols = false;
  private inTail = false;

  constructor(private readonly change: FrameChange) {
    const window = ByteWindow.overWhole(change.path, change.bytes);
    this.sink.bytes(window.mark);
    this.copier = new Copier(window.bytes, this.sink);
    this.reader = new XmlReader(window);
    this.reader.openRoot(MAIN, 'worksheet');
    this.prefix = this.reader.prefix === '' ? '' : `${this.reader.prefix}:`;
    const known = this.reader.scope.inForce().find(([prefix, uri]) => prefix !== '' && uri === RELATIONSHIPS);
    this.idAttribute = known === undefined ? `xmlns:r="${change.relationshipsUri}" r:id` : `${known[0]}:id`;
    this.links = change.links.toSorted((a, b) => TAIL.indexOf(a.element) - TAIL.indexOf(b.element));
  }

  rewrite(): PackedPart {
    const { reader } = this;
    while (reader.nextChild()) this.child(reader.namespace === MAIN ? reader.local : '');
    if (!this.inTail) throw reader.error('missing-element');
    this.linkBefore(TAIL.length, reader.tokenStart);
    while (reader.next() !== 'end');
    this.copier.finish();
    return this.sink.finish();
  }

  private child(local: string): void {
    const { reader, copier, change } = this;
    const start = reader.tokenStart;
    if (this.inTail && local === '') {
      this.alternativeContent();
      return;
    }
    if (this.inTail) this.linkBefore(TAIL.indexOf(local), start);
    if (change.leaveOut.has(local) || (local === 'dimension' && change.written === 'all')) {
      reader.skip();
      copier.replace(start, reader.tokenEnd, '');
    } else if (local === 'dimension') {
      this.widenDimension();
    } else if (local === 'cols') {
      this.changeCols();
    } else if (local === 'sheetData') {
      if (!this.hasCols && change.widths.size > 0) copier.insert(start, this.colsXml([]));
      this.inTail = true;
      change.rows(reader, copier, this.prefix);
    } else {
      this.tellFound(local, reader.attributeIn(RELATIONSHIPS, 'id') ?? '');
      reader.skip();
    }
  }

  /** After the cells it wraps controls, embedded objects and, in Strict files, the drawing of the notes. */
  private alternativeContent(): void {
    const { reader } = this;
    const start = reader.tokenStart;
    const outside = reader.depth - 1;
    let rank = TAIL.indexOf('oleObjects');
    const inside: { readonly local: string; readonly id: string }[] = [];
    for (let token = reader.next(); reader.depth > outside; token = reader.next()) {
      if (token !== 'open' || reader.namespace !== MAIN || !TAIL.includes(reader.local)) continue;
      rank = Math.min(rank, TAIL.indexOf(reader.local));
      inside.push({ local: reader.local, id: reader.attributeIn(RELATIONSHIPS, 'id') ?? '' });
    }
    this.linkBefore(rank, start);
    for (const { local, id } of inside) this.tellFound(local, id);
  }

  /** Puts in the links that belong before an element of this rank. */
  private linkBefore(rank: number, position: number): void {
    const p = this.prefix;
    for (const { element, relationship } of this.links.filter((link) => TAIL.indexOf(link.element) < rank)) {
      const linked = relationship();
      if (linked === null) continue;
      const id = `${this.idAttribute}="${linked}"`;
      const xml =
        element === 'legacyDrawing'
          ? this.notesXml(`<${p}legacyDrawing ${id}/>`)
          : `<${p}tableParts count="1"><${p}tablePart ${id}/></${p}tableParts>`;
      this.copier.insert(position, xml);
    }
    this.links = this.links.filter((link) => TAIL.indexOf(link.element) >= rank);
  }

  /** Strict files know VML only as an alternative; Excel writes it so and looks for it there. */
  private notesXml(link: string): string {
    if (this.change.relationshipsUri !== STRICT_RELATIONSHIPS_URI) return link;
    const alternative = `<mc:Choice xmlns:v="urn:schemas-microsoft-com:vml" Requires="v">${link}</mc:Choice>`;
    return `<mc:AlternateContent xmlns:mc="${COMPATIBILITY_URI}">${alternative}</mc:AlternateContent>`;
  }

  private tellFound(local: string, id: string): void {
    const link = this.links.find(({ element }) => element === local);
    if (link === undefined) return;
    this.links = this.links.filter((other) => other !== link);
    link.found(id);
  }

  private widenDimension(): void {
    const { reader, copier, change } = this;
    const { tokenStart, tokenEnd } = reader;
    const old = parseRange(reader.attribute('ref') ?? '');
    const tag = reader.source(tokenStart, tokenEnd);
    reader.skip();
    if (change.written === null || change.written === 'all') return;
    const range = old === null ? change.written : union(old, change.written);
    copier.replace(tokenStart, tokenEnd, withAttribute(tag, 'ref', rangeReference(range)));
  }

  private changeCols(): void {
    const { reader, copier, change } = this;
    const start = reader.tokenStart;
    const entries: ColEntry[] = [];
    this.hasCols = true;
    while (reader.nextChild()) {
      if (reader.local === 'col' && reader.namespace === MAIN) entries.push(reader.attributes().plain);
      reader.skip();
    }
    if (change.widths.size === 0 && !change.replacesWidths) return;
    copier.replace(start, reader.tokenEnd, this.colsXml(change.replacesWidths ? [] : entries));
  }

  /** An empty `cols` is not allowed: nothing then. */
  private colsXml(entries: readonly ColEntry[]): string {
    const inner = changedCols(entries, this.change.widths, this.prefix);
    return inner === '' ? '' : `<${this.prefix}cols>${inner}</${this.prefix}cols>`;
  }
}

function union(a: CellRange, b: CellRange): CellRange {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}
