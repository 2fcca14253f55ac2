/**
 * What may differ between a workbook and its annotated copy, checked by other means than those it is made
 * with: another unzipper, another XML parser (saxes), and no code of src/xlsx.
 */
import { SaxesParser } from 'saxes';
import { unzip } from './unzip';

export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlNode | string)[];
}

/** @throws Error where the text is not well-formed XML with namespaces. */
export function parseXml(bytes: Uint8Array): XmlNode {
  const parser = new SaxesParser({ xmlns: true, fragment: false });
  const top: XmlNode = { name: '', attributes: {}, children: [] };
  const open: XmlNode[] = [top];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    const node: XmlNode = {
      name: tag.name,
      attributes: Object.fromEntries(
        Object.entries(tag.attributes).map(([name, { value }]) => [name, value]),
      ),
      children: [],
    };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => open.pop());
  const onText = (text: string): void => {
    open.at(-1)?.children.push(text);
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.write(decoded(bytes)).close();
  const root = top.children.find((child) => typeof child !== 'string');
  if (root === undefined) throw new Error('no root element');
  return root;
}

function decoded(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}

export function elements(node: XmlNode | undefined, local?: string): XmlNode[] {
  const all = (node?.children ?? []).filter((child) => typeof child !== 'string');
  return local === undefined ? all : all.filter(({ name }) => localName(name) === local);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

// ---------------------------------------------------------------- which parts may change

interface Parts {
  readonly all: Readonly<Record<string, Uint8Array>>;
  /** Names in the archive by path, as relationships write it. */
  readonly named: ReadonlyMap<string, string>;
}

function partsOf(file: Uint8Array): Parts {
  const all = unzip(file);
  const named = new Map(Object.keys(all).map((name) => [name.replaceAll('\\', '/').toLowerCase(), name]));
  return { all, named };
}

interface Relation {
  readonly kind: string;
  readonly path: string;
}

function relations(parts: Parts, path: string): Relation[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const name = parts.named.get(`${folder}_rels/${path.slice(folder.length)}.rels`.toLowerCase());
  const bytes = name === undefined ? undefined : parts.all[name];
  if (bytes === undefined) return [];
  return elements(parseXml(bytes))
    .filter(({ attributes }) => attributes['TargetMode'] !== 'External')
    .map(({ attributes: { Type = '', Target = '' } }) => ({
      kind: Type.slice(Type.lastIndexOf('/') + 1),
      path: new URL(Target.replaceAll('\\', '/'), `file:///${folder}`).pathname.slice(1).toLowerCase(),
    }));
}

/** Paths, in lower case, of the parts that annotating these sheets may change. */
function changeable(parts: Parts, sheets: ReadonlySet<string>): Set<string> {
  const book = relations(parts, '').find(({ kind }) => kind === 'officeDocument')?.path ?? '';
  const rels = (path: string): string => path.replace(/([^/]*)$/, '_rels/$1.rels');
  const may = new Set(['[content_types].xml', book, rels(book)]);
  for (const { kind, path } of relations(parts, book)) {
    if (kind === 'styles' || kind === 'calcChain') may.add(path);
  }
  for (const path of sheets) {
    may.add(path).add(rels(path));
    // Our notes stand where the sheet's own comments do.
    for (const relation of relations(parts, path)) {
      if (relation.kind === 'comments' || relation.kind === 'vmlDrawing') may.add(relation.path);
    }
  }
  return may;
}

// ---------------------------------------------------------------- what may change in them

/** Attributes that count or bound what we add to. */
const GROWING = new Set(['count', 'uniqueCount', 'spans', 'ref of dimension']);

function differsIn(before: XmlNode, after: XmlNode): string | undefined {
  if (before.name !== after.name) return `${before.name} became ${after.name}`;
  const names = new Set([...Object.keys(before.attributes), ...Object.keys(after.attributes)]);
  for (const name of names) {
    if (GROWING.has(name) || GROWING.has(`${name} of ${localName(before.name)}`)) continue;
    if (before.attributes[name] !== after.attributes[name]) {
      return `${name} of ${before.name}: ${String(before.attributes[name])} became ${String(after.attributes[name])}`;
    }
  }
  const text = (node: XmlNode): string =>
    node.children
      .filter((child) => typeof child === 'string')
      .join('')
      .trim();
  return text(before) === text(after)
    ? undefined
    : `text of ${before.name}: ${text(before)} became ${text(after)}`;
}

/** Says what of an element is no longer there, in its order; more may have come. */
function lost(before: XmlNode, after: XmlNode): string | undefined {
  const own = differsIn(before, after);
  if (own !== undefined) return own;
  const later = elements(after);
  let at = 0;
  for (const child of elements(before)) {
    const found = later.findIndex((candidate, index) => index >= at && lost(child, candidate) === undefined);
    if (found < 0) return `${before.name} lost ${JSON.stringify(child).slice(0, 300)}`;
    at = found + 1;
  }
  return undefined;
}

/** Everything equal but the cells and widths of our columns. */
function lostInSheet(before: XmlNode, after: XmlNode, ours: ReadonlySet<number>): string | undefined {
  const own = differsIn(before, after);
  if (own !== undefined) return own;
  const separately = new Set(['sheetData', 'cols', 'dimension', 'legacyDrawing']);
  const rest = (sheet: XmlNode): XmlNode => ({
    ...sheet,
    children: elements(sheet).filter((part) => !separately.has(localName(part.name)) && !holdsNotes(part)),
  });
  if (JSON.stringify(rest(before)) !== JSON.stringify(rest(after))) {
    return lost(rest(before), rest(after)) ?? 'something else than cells was added to the sheet';
  }
  const [cells, later] = [cellsOf(before), cellsOf(after)];
  for (const [place, cell] of cells) {
    if (later.get(place) !== cell) return `${place}: ${cell} became ${String(later.get(place))}`;
  }
  for (const [place, cell] of later) {
    if (!cells.has(place) && !ours.has(Number(place.split(' ')[1] ?? 0))) return `${place} is new: ${cell}`;
  }
  const [widths, widthsLater] = [widthsOf(before), widthsOf(after)];
  const column = [...widths.keys()].find((key) => !ours.has(key) && widths.get(key) !== widthsLater.get(key));
  if (column !== undefined) return `width of column ${column}`;
  return undefined;
}

/** The drawing of notes as Strict files have it: alternative content for readers that know VML. */
function holdsNotes(part: XmlNode): boolean {
  const [choice, ...others] = elements(part);
  return (
    localName(part.name) === 'AlternateContent' &&
    others.length === 0 &&
    elements(choice).every(({ name }) => localName(name) === 'legacyDrawing')
  );
}

/** Cells and rows as they stand in the file, by row and column; a cell without a reference follows the one before. */
function cellsOf(sheet: XmlNode): Map<string, string> {
  const cells = new Map<string, string>();
  let row = 0;
  for (const line of elements(elements(sheet, 'sheetData')[0], 'row')) {
    row = line.attributes['r'] === undefined ? row + 1 : Number(line.attributes['r']);
    const { r: _row, spans: _spans, ...attributes } = line.attributes;
    if (Object.keys(attributes).length > 0) cells.set(`${row} 0`, JSON.stringify(attributes));
    let column = 0;
    for (const cell of elements(line, 'c')) {
      const { r, ...others } = cell.attributes;
      column = r === undefined ? column + 1 : columnNumber(r);
      cells.set(`${row} ${column}`, JSON.stringify([others, cell.children]));
    }
  }
  return cells;
}

function columnNumber(reference: string): number {
  return Array.from(/^[A-Z]*/i.exec(reference)?.[0].toUpperCase() ?? '').reduce(
    (number, letter) => number * 26 + letter.charCodeAt(0) - 64,
    0,
  );
}

/** Up to where columns are looked at: one `col` often reaches to the last column there is. */
const LAST_COLUMN = 300;

function widthsOf(sheet: XmlNode): Map<number, string> {
  const widths = new Map<number, string>();
  for (const { attributes } of elements(elements(sheet, 'cols')[0], 'col')) {
    const { min, max, ...others } = attributes;
    for (let column = Number(min); column <= Math.min(Number(max), LAST_COLUMN); column++) {
      widths.set(column, JSON.stringify(others));
    }
  }
  return widths;
}

// ---------------------------------------------------------------- all together

export interface Annotated {
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  /** Paths of the sheets we wrote columns to, with the numbers of those columns. */
  readonly written: ReadonlyMap<string, ReadonlySet<number>>;
}

/** What an annotated copy did to a workbook that it may not: empty where all is well. */
export function damage({ before, after, written }: Annotated): string[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  const may = changeable(old, new Set(Array.from(written.keys(), (path) => path.toLowerCase())));
  const bad: string[] = [];
  for (const [path, name] of old.named) {
    const was = old.all[name];
    const is = now.all[now.named.get(path) ?? ''];
    if (was === undefined) continue;
    if (is === undefined) bad.push(`${name} is gone`);
    else if (Buffer.compare(was, is) === 0) continue;
    else if (!may.has(path)) bad.push(`${name} changed`);
    else {
      const columns = [...written].find(([sheet]) => sheet.toLowerCase() === path)?.[1];
      const problem =
        columns === undefined
          ? lost(parseXml(was), parseXml(is))
          : lostInSheet(parseXml(was), parseXml(is), columns);
      if (problem !== undefined) bad.push(`${name}: ${problem}`);
    }
  }
  for (const [path, name] of now.named) {
    const is = now.all[name];
    if (old.named.has(path) || is === undefined) continue;
    try {
      parseXml(is);
    } catch (error) {
      bad.push(`${name}: ${String(error)}`);
    }
  }
  return bad;
}
