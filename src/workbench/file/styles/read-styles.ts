/** The looks of a file's cells, by the number that cells have for them. */
import { PLAIN, sharedStyle, type BorderLine, type CellStyle } from '../../host';
import { child, childrenOf, MAIN, type OpenedWorkbook, parseTree, type XmlElement } from '../../../xlsx';
import { childColor, colorOf, readTheme, type Theme } from './colors';
import { lineNamed, SIDES } from './lines';
import { numberFormatOf, readCustomFormats } from './number-formats';

/** @returns at least one look, the first being that of cells without one */
export function readStyles({ parts, part, partOfKind }: FileParts): readonly CellStyle[] {
  const path = partOfKind('styles');
  if (path === null) return [PLAIN];
  const { root } = parseTree(path, parts.bytes(path, part.path), MAIN, 'styleSheet');
  const theme = readTheme(parts, partOfKind('theme'));
  const fonts = itemsOf(root, 'fonts', 'font').map((font) => fontOf(font, theme));
  const fills = itemsOf(root, 'fills', 'fill').map((fill) => fillOf(fill, theme));
  const borders = itemsOf(root, 'borders', 'border').map((border) => bordersOf(border, theme));
  const formats = readCustomFormats(root);
  const looks = itemsOf(root, 'cellXfs', 'xf').map((xf, number): CellStyle => {
    const index = (name: string): number => Number(xf.attributes.get(name) ?? 0);
    return sharedStyle({
      ...PLAIN,
      ...fonts[index('fontId')],
      fill: fills[index('fillId')] ?? null,
      borders: borders[index('borderId')] ?? {},
      numberFormat: numberFormatOf(index('numFmtId'), formats),
      ...alignmentOf(child(xf, 'alignment')),
      ...protectionOf(child(xf, 'protection')),
      fileStyle: number,
    });
  });
  return looks.length === 0 ? [PLAIN] : looks;
}

export interface FileParts extends Pick<OpenedWorkbook, 'parts' | 'part'> {
  readonly partOfKind: (kind: string) => string | null;
}

function itemsOf(root: XmlElement, section: string, item: string): XmlElement[] {
  return childrenOf(child(root, section), item);
}

function isOn(parent: XmlElement, name: string): boolean {
  const element = child(parent, name);
  if (element === undefined) return false;
  const value = element.attributes.get('val') ?? '1';
  return value !== '0' && value !== 'false';
}

function fontOf(font: XmlElement, theme: Theme): Partial<CellStyle> {
  const underline = child(font, 'u');
  const size = Number(child(font, 'sz')?.attributes.get('val') ?? PLAIN.fontSize);
  return {
    fontName: child(font, 'name')?.attributes.get('val') ?? PLAIN.fontName,
    fontSize: size > 0 ? size : PLAIN.fontSize,
    fontColor: childColor(font, 'color', theme) ?? PLAIN.fontColor,
    bold: isOn(font, 'b'),
    italic: isOn(font, 'i'),
    strikethrough: isOn(font, 'strike'),
    underline: underline === undefined ? 'None' : capitalised(underline.attributes.get('val') ?? 'single'),
  };
}

/** A pattern is shown as its colour; only a solid fill is one to Office.js, but it looks much alike. */
function fillOf(fill: XmlElement, theme: Theme): string | null {
  const pattern = child(fill, 'patternFill');
  const type = pattern?.attributes.get('patternType') ?? 'none';
  if (type === 'none') return null;
  const foreground = childColor(pattern, 'fgColor', theme);
  return type === 'solid' ? foreground : (childColor(pattern, 'bgColor', theme) ?? null);
}

function bordersOf(border: XmlElement, theme: Theme): Record<string, BorderLine> {
  const lines: Record<string, BorderLine> = {};
  for (const [side, edge] of SIDES) {
    const element = child(border, side);
    const line = lineNamed(element?.attributes.get('style'));
    if (element === undefined || line === undefined) continue;
    lines[edge] = { ...line, color: colorOf(child(element, 'color'), theme) ?? '#000000' };
  }
  return lines;
}

function alignmentOf(alignment: XmlElement | undefined): Partial<CellStyle> {
  const value = (name: string): string | undefined => alignment?.attributes.get(name);
  const wrap = value('wrapText');
  return {
    horizontalAlignment: capitalised(value('horizontal') ?? 'general'),
    // What a file leaves unsaid is the bottom.
    verticalAlignment: capitalised(value('vertical') ?? 'bottom'),
    wrapText: wrap === '1' || wrap === 'true',
    indentLevel: Number(value('indent') ?? 0),
  };
}

function protectionOf(protection: XmlElement | undefined): Partial<CellStyle> {
  const locked = protection?.attributes.get('locked') ?? '1';
  const hidden = protection?.attributes.get('hidden') ?? '0';
  return { locked: locked !== '0' && locked !== 'false', formulaHidden: hidden === '1' || hidden === 'true' };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
