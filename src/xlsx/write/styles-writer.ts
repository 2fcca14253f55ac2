/**
 * Our named styles in a workbook's stylesheet: found again if they are there (whoever wrote them),
 * appended if not. Numbers of the user's styles never change, because we only append.
 */
import type { StyleName } from '../types';
import { isFallbackPath, MAIN, MAIN_URI, STRICT_MAIN_URI } from '../xml-names';
import { child, parseTree } from '../xml-tree';
import type { XmlElement, XmlTree } from '../xml-tree';
import { NAMED_STYLES } from './named-styles';
import type { FontChange, StyleDefinition } from './named-styles';
import { DECLARATION } from './package-edits';
import { Splices } from './splices';
import { canonical, node, serialise } from './style-nodes';
import type { StyleNode } from './style-nodes';

/** The order of a stylesheet's children. */
const ORDER = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
];

/** What a section begins with where the file has none: cells without a style use the first of each. */
const FIRST_FONT = node('font', {}, [node('sz', { val: 11 }), node('name', { val: 'Calibri' })]);
const FIRST_FILLS = [
  node('fill', {}, [node('patternFill', { patternType: 'none' })]),
  node('fill', {}, [node('patternFill', { patternType: 'gray125' })]),
];
const NO_BORDER = node(
  'border',
  {},
  ['left', 'right', 'top', 'bottom', 'diagonal'].map((side) => node(side)),
);
const NO_FORMAT = node('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 });

export function emptyStylesheet(isStrict: boolean): string {
  return `${DECLARATION}<styleSheet xmlns="${isStrict ? STRICT_MAIN_URI : MAIN_URI}"></styleSheet>`;
}

export class StylesWriter {
  private readonly tree: XmlTree;
  private readonly fonts: Section;
  private readonly fills: Section;
  private readonly borders: Section;
  private readonly formats: Section;
  private readonly numbers = new Map<StyleName, number>();

  constructor(part: string, bytes: Uint8Array) {
    this.tree = parseTree(part, bytes, MAIN, 'styleSheet');
    this.fonts = new Section(this.tree.root, 'fonts', [FIRST_FONT]);
    this.fills = new Section(this.tree.root, 'fills', FIRST_FILLS);
    this.borders = new Section(this.tree.root, 'borders', [NO_BORDER]);
    this.formats = new Section(this.tree.root, 'cellXfs', [NO_FORMAT]);
  }

  /** The number of a style of ours, for the `s` of cells. */
  number(name: StyleName): number {
    let number = this.numbers.get(name);
    if (number === undefined) {
      number = this.place(NAMED_STYLES[name]);
      this.numbers.set(name, number);
    }
    return number;
  }

  private place({ numberFormat, font, fill, border, alignment }: StyleDefinition): number {
    const fontId =
      Object.keys(font).length === 0 ? 0 : this.fonts.place(changedFont(this.fonts.first(), font));
    const fillId = fill === null ? 0 : this.fills.place(solidFill(fill));
    const borderId = border === 'none' ? 0 : this.borders.place(lines(border));
    const isAligned = Object.keys(alignment).length > 0;
    const attributes = {
      numFmtId: numberFormat,
      fontId,
      fillId,
      borderId,
      xfId: 0,
      ...(numberFormat === 0 ? {} : { applyNumberFormat: 1 }),
      ...(fontId === 0 ? {} : { applyFont: 1 }),
      ...(fillId === 0 ? {} : { applyFill: 1 }),
      ...(borderId === 0 ? {} : { applyBorder: 1 }),
      ...(isAligned ? { applyAlignment: 1 } : {}),
    };
    return this.formats.place(node('xf', attributes, isAligned ? [node('alignment', alignment)] : []));
  }

  /** The stylesheet with what was added; null if nothing was. */
  finish(): Uint8Array | null {
    const splices = new Splices(this.tree);
    for (const section of [this.fonts, this.fills, this.borders, this.formats])
      section.write(splices, this.tree.root);
    return splices.isEmpty ? null : splices.apply();
  }
}

/** The workbook's default font with our changes, so that what we write looks like the rest. */
function changedFont(base: StyleNode | undefined, { bold, italic, size, color }: FontChange): StyleNode {
  const property = (local: string): StyleNode[] =>
    base?.children.filter((candidate) => candidate.local === local) ?? [];
  const others =
    base?.children.filter(({ local }) => !['b', 'i', 'sz', 'color', 'name'].includes(local)) ?? [];
  return node('font', {}, [
    ...(bold === undefined ? [] : [node('b')]),
    ...(italic === undefined ? [] : [node('i')]),
    ...(size === undefined ? property('sz') : [node('sz', { val: size })]),
    ...(color === undefined ? property('color') : [node('color', { rgb: color })]),
    ...property('name'),
    ...others,
  ]);
}

function solidFill(color: string): StyleNode {
  return node('fill', {}, [
    node('patternFill', { patternType: 'solid' }, [
      node('fgColor', { rgb: color }),
      node('bgColor', { indexed: 64 }),
    ]),
  ]);
}

function lines(border: 'thin' | 'top'): StyleNode {
  const line = (side: string): StyleNode =>
    border === 'thin' || side === 'top'
      ? node(side, { style: 'thin' }, [node('color', { rgb: 'FF999999' })])
      : node(side);
  return node('border', {}, [...['left', 'right', 'top', 'bottom'].map(line), node('diagonal')]);
}

/** The items of a list in the order of their numbers: of alternatives, the fallback. */
function itemsIn(children: readonly XmlElement[]): XmlElement[] {
  return children.flatMap((one) => {
    if (isFallbackPath(one)) return itemsIn(one.children);
    return one.namespace === MAIN ? [one] : [];
  });
}

/** One counted list of the stylesheet. */
class Section {
  private readonly element: XmlElement | undefined;
  private readonly items: readonly StyleNode[];
  private readonly added: StyleNode[] = [];
  /** Number of each item by its meaning; of two alike the first. */
  private readonly numbers = new Map<string, number>();

  constructor(
    root: XmlElement,
    private readonly name: string,
    defaults: readonly StyleNode[],
  ) {
    this.element = child(root, name);
    this.items = itemsIn(this.element?.children ?? []);
    this.items.forEach((item, number) => {
      const meaning = canonical(item);
      if (!this.numbers.has(meaning)) this.numbers.set(meaning, number);
    });
    if (this.items.length === 0) for (const item of defaults) this.append(item);
  }

  first(): StyleNode | undefined {
    return this.items[0] ?? this.added[0];
  }

  /** Number of an item like this one, appended if there is none. */
  place(item: StyleNode): number {
    return this.numbers.get(canonical(item)) ?? this.append(item);
  }

  private append(item: StyleNode): number {
    const number = this.items.length + this.added.length;
    this.added.push(item);
    this.numbers.set(canonical(item), number);
    return number;
  }

  write(splices: Splices, root: XmlElement): void {
    if (this.added.length === 0) return;
    const prefix = root.prefix === '' ? '' : `${root.prefix}:`;
    const content = this.added.map((item) => serialise(item, prefix)).join('');
    const count = this.items.length + this.added.length;
    if (this.element !== undefined) {
      splices.appendCounted(this.element, content, count);
      return;
    }
    const section = `<${prefix}${this.name} count="${count}">${content}</${prefix}${this.name}>`;
    const next = root.children.find(({ local }) => ORDER.indexOf(local) > ORDER.indexOf(this.name));
    if (next === undefined) splices.append(root, section);
    else splices.insert(next.start, section);
  }
}
