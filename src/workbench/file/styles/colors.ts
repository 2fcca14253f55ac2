/** Colours of a file: written out, of the theme with a tint, or by number of the palette. As `#RRGGBB`. */
import { child, MAIN, type Package, parseTree, type XmlElement } from '../../../xlsx';

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';

/** In the order in which cells number them: text and background come before their dark twins. */
const THEME_ORDER = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
];

/** The theme of Office, for files without one. */
const OFFICE_THEME = [
  '#FFFFFF',
  '#000000',
  '#E7E6E6',
  '#44546A',
  '#4472C4',
  '#ED7D31',
  '#A5A5A5',
  '#FFC000',
  '#5B9BD5',
  '#70AD47',
  '#0563C1',
  '#954F72',
];

/** The palette that files number from 0; 0 to 7 are 8 to 15 once more. */
const PALETTE =
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF ' +
  '800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF ' +
  '000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 ' +
  '3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333';

const INDEXED = PALETTE.split(' ').map((hex) => `#${hex}`);

export type Theme = readonly string[];

/** @param path of the theme's part; null where the file has none */
export function readTheme(parts: Package, path: string | null): Theme {
  if (path === null || !parts.has(path)) return OFFICE_THEME;
  const { root } = parseTree(path, parts.bytes(path, 'xl/workbook.xml'), DRAWING, 'theme');
  const scheme = root.children
    .find(({ local }) => local === 'themeElements')
    ?.children.find(({ local }) => local === 'clrScheme');
  return THEME_ORDER.map((name, index) => {
    const color = scheme?.children.find(({ local }) => local === name)?.children[0];
    const hex = color?.attributes.get('lastClr') ?? color?.attributes.get('val') ?? '';
    return /^[0-9a-f]{6}$/i.test(hex) ? `#${hex.toUpperCase()}` : (OFFICE_THEME[index] ?? '#000000');
  });
}

/** null where the element says no colour, or says that it is the system's own. */
export function colorOf(element: XmlElement | undefined, theme: Theme): string | null {
  if (element === undefined) return null;
  const base = baseColor(element.attributes, theme);
  const tint = Number(element.attributes.get('tint') ?? 0);
  return base === null || tint === 0 || Number.isNaN(tint) ? base : tinted(base, tint);
}

function baseColor(attributes: ReadonlyMap<string, string>, theme: Theme): string | null {
  const rgb = attributes.get('rgb');
  if (rgb !== undefined) return /^[0-9a-f]{6,8}$/i.test(rgb) ? `#${rgb.slice(-6).toUpperCase()}` : null;
  const themed = attributes.get('theme');
  if (themed !== undefined) return theme[Number(themed)] ?? null;
  const indexed = attributes.get('indexed');
  return indexed === undefined ? null : (INDEXED[Number(indexed)] ?? null);
}

/** Lighter for a positive tint, darker for a negative one: the share of the way to white or black. */
function tinted(color: string, tint: number): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  const after = channels.map((channel) =>
    Math.round(tint < 0 ? channel * (1 + tint) : channel + (255 - channel) * tint),
  );
  return `#${after.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`.toUpperCase();
}

/** The colour of a child element such as `fgColor`. */
export function childColor(parent: XmlElement | undefined, name: string, theme: Theme): string | null {
  return parent === undefined || parent.namespace !== MAIN ? null : colorOf(child(parent, name), theme);
}
