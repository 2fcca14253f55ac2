/**
 * The looks of cells written into a file's stylesheet: a look that came from the file keeps its number, a
 * changed one is a copy of that with the changes, so that what the model does not hold stays.
 */
import {
  child,
  childrenOf,
  escapeAttribute,
  MAIN,
  MAIN_URI,
  parseTree,
  Splices,
  type PackageEdits,
  type XmlElement,
} from '../../../xlsx';
import type { CellStyle } from '../../host';
import type { OpenFile } from '../open-file';
import { nameOfLine, SIDES } from './lines';
import { builtInId, readCustomFormats } from './number-formats';

const STYLES_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';
const EMPTY =
  `<styleSheet xmlns="${MAIN_URI}"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>` +
  `<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
  `<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
  `<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellXfs></styleSheet>`;

/** New items of one counted list. */
interface Section {
  readonly element: XmlElement | undefined;
  readonly count: number;
  readonly added: string[];
}

export class StylesEdits {
  private readonly path: string;
  private readonly root: XmlElement;
  private readonly splices: Splices;
  private readonly sections = new Map<string, Section>();
  private readonly numbers = new Map<CellStyle, number>();
  private readonly formats: Map<number, string>;
  private readonly prefix: string;

  constructor(
    private readonly opened: OpenFile,
    edits: PackageEdits,
  ) {
    const { file } = opened;
    const path = file.partOfKind('styles');
    this.path = path ?? edits.freePath('xl/styles#.xml');
    const bytes = path === null ? new TextEncoder().encode(EMPTY) : file.parts.bytes(path, file.part.path);
    if (path === null) {
      edits.add(this.path, STYLES_TYPE, bytes);
      edits.relate(file.part.path, 'styles', this.path);
    }
    const tree = parseTree(this.path, bytes, MAIN, 'styleSheet');
    this.root = tree.root;
    this.splices = new Splices(tree);
    this.prefix = tree.root.prefix === '' ? '' : `${tree.root.prefix}:`;
    this.formats = new Map(readCustomFormats(tree.root));
  }

  /** The number by which cells name a look. */
  number(style: CellStyle): number {
    const known = this.numbers.get(style);
    if (known !== undefined) return known;
    const base = style.fileStyle === undefined ? undefined : this.opened.looks[style.fileStyle];
    const number = base === style && style.fileStyle !== undefined ? style.fileStyle : this.add(style, base);
    this.numbers.set(style, number);
    return number;
  }

  /** Writes what was added. */
  finish(edits: PackageEdits): void {
    for (const [name, { element, count, added }] of this.sections) {
      if (added.length === 0) continue;
      const p = this.prefix;
      if (element !== undefined) this.splices.appendCounted(element, added.join(''), count + added.length);
      else {
        // Only number formats may be absent; they come first.
        const xml = `<${p}${name} count="${added.length}">${added.join('')}</${p}${name}>`;
        this.splices.insert(this.root.innerStart, xml);
      }
    }
    if (!this.splices.isEmpty) edits.set(this.path, this.splices.apply());
  }

  private add(style: CellStyle, base: CellStyle | undefined): number {
    const old = base?.fileStyle === undefined ? undefined : this.items('cellXfs', 'xf')[base.fileStyle];
    const kept = (name: string, isSame: boolean): number | null =>
      isSame && old !== undefined ? Number(old.attributes.get(name) ?? 0) : null;
    const font = kept('fontId', base !== undefined && sameFont(style, base)) ?? this.addFont(style);
    const fill = kept('fillId', style.fill === base?.fill) ?? this.addFill(style);
    const isSameBorder = JSON.stringify(style.borders) === JSON.stringify(base?.borders);
    const border = kept('borderId', isSameBorder) ?? this.addBorder(style);
    const format =
      kept('numFmtId', style.numberFormat === base?.numberFormat) ?? this.formatId(style.numberFormat);
    const p = this.prefix;
    const xf =
      `<${p}xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="${old?.attributes.get('xfId') ?? 0}"` +
      ` applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1">` +
      `<${p}alignment${alignmentXml(style)}/><${p}protection locked="${flag(style.locked)}" hidden="${flag(style.formulaHidden)}"/></${p}xf>`;
    return this.append('cellXfs', 'xf', xf);
  }

  private addFont(style: CellStyle): number {
    const p = this.prefix;
    const { bold, italic, strikethrough, underline, fontSize, fontColor, fontName } = style;
    return this.append(
      'fonts',
      'font',
      `<${p}font>${bold ? `<${p}b/>` : ''}${italic ? `<${p}i/>` : ''}${strikethrough ? `<${p}strike/>` : ''}` +
        `${underline === 'None' ? '' : `<${p}u val="${uncapitalised(underline)}"/>`}<${p}sz val="${fontSize}"/>` +
        `<${p}color rgb="${argb(fontColor)}"/><${p}name val="${escapeAttribute(fontName)}"/></${p}font>`,
    );
  }

  private addFill({ fill }: CellStyle): number {
    const p = this.prefix;
    if (fill === null) return 0;
    return this.append(
      'fills',
      'fill',
      `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${argb(fill)}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`,
    );
  }

  private addBorder({ borders }: CellStyle): number {
    const p = this.prefix;
    const sides = SIDES.map(([side, edge]) => {
      const line = borders[edge];
      const name = line === undefined ? null : nameOfLine(line);
      return name === null || line === undefined
        ? `<${p}${side}/>`
        : `<${p}${side} style="${name}"><${p}color rgb="${argb(line.color)}"/></${p}${side}>`;
    });
    return this.append('borders', 'border', `<${p}border>${sides.join('')}<${p}diagonal/></${p}border>`);
  }

  private formatId(code: string): number {
    const builtIn = builtInId(code);
    if (builtIn !== undefined) return builtIn;
    for (const [id, known] of this.formats) if (known === code) return id;
    const id = Math.max(163, ...this.formats.keys()) + 1;
    this.formats.set(id, code);
    this.append(
      'numFmts',
      'numFmt',
      `<${this.prefix}numFmt numFmtId="${id}" formatCode="${escapeAttribute(code)}"/>`,
    );
    return id;
  }

  private items(section: string, item: string): XmlElement[] {
    return childrenOf(child(this.root, section), item);
  }

  /** @returns the number of the item, which may have been added before */
  private append(name: string, item: string, xml: string): number {
    const section = this.sections.get(name) ?? {
      element: child(this.root, name),
      count: this.items(name, item).length,
      added: [],
    };
    this.sections.set(name, section);
    const same = section.added.indexOf(xml);
    return section.count + (same >= 0 ? same : section.added.push(xml) - 1);
  }
}

function sameFont(a: CellStyle, b: CellStyle): boolean {
  return (
    a.fontName === b.fontName &&
    a.fontSize === b.fontSize &&
    a.fontColor === b.fontColor &&
    a.bold === b.bold &&
    a.italic === b.italic &&
    a.underline === b.underline &&
    a.strikethrough === b.strikethrough
  );
}

function alignmentXml({ horizontalAlignment, verticalAlignment, wrapText, indentLevel }: CellStyle): string {
  return (
    ` horizontal="${uncapitalised(horizontalAlignment)}" vertical="${uncapitalised(verticalAlignment)}"` +
    (wrapText ? ' wrapText="1"' : '') +
    (indentLevel > 0 ? ` indent="${indentLevel}"` : '')
  );
}

/** `#RRGGBB`; a colour by name, which a file cannot hold, is black. */
function argb(color: string): string {
  return /^#[0-9a-f]{6}$/i.test(color) ? `FF${color.slice(1).toUpperCase()}` : 'FF000000';
}

function flag(value: boolean): string {
  return value ? '1' : '0';
}

function uncapitalised(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
