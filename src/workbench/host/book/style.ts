/** How a cell looks. Styles are immutable and shared: equal looks are the same object. */

export interface BorderLine {
  readonly style: string;
  readonly weight: string;
  readonly color: string;
}

export interface CellStyle {
  readonly numberFormat: string;
  /** `#RRGGBB`; null for no fill. */
  readonly fill: string | null;
  readonly fontColor: string;
  readonly fontName: string;
  readonly fontSize: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: string;
  readonly strikethrough: boolean;
  readonly wrapText: boolean;
  readonly horizontalAlignment: string;
  readonly verticalAlignment: string;
  readonly indentLevel: number;
  /** Cells of a protected sheet that are locked cannot be changed. */
  readonly locked: boolean;
  readonly formulaHidden: boolean;
  /** By the names of Excel.BorderIndex; edges without a line are absent. */
  readonly borders: Readonly<Record<string, BorderLine>>;
  /** The number of the look it came from, in a file that holds more of it than stands here; absent for none. */
  readonly fileStyle?: number;
}

const shared = new Map<string, CellStyle>();

export const PLAIN: CellStyle = sharedStyle({
  numberFormat: 'General',
  fill: null,
  fontColor: '#000000',
  fontName: '宋体',
  fontSize: 11,
  bold: false,
  italic: false,
  underline: 'None',
  strikethrough: false,
  wrapText: false,
  horizontalAlignment: 'General',
  verticalAlignment: 'Center',
  indentLevel: 0,
  locked: true,
  formulaHidden: false,
  borders: {},
});

/** Results of changes by what is changed: thousands of cells get the same change. */
const changed = new Map<CellStyle, Map<string, CellStyle>>();

export function styled(style: CellStyle, change: Partial<CellStyle>): CellStyle {
  const known = changed.get(style) ?? new Map<string, CellStyle>();
  changed.set(style, known);
  const key = JSON.stringify(change);
  const result = known.get(key) ?? sharedStyle({ ...style, ...change });
  known.set(key, result);
  return result;
}

export function sharedStyle(style: CellStyle): CellStyle {
  const key = JSON.stringify(style);
  const known = shared.get(key);
  if (known !== undefined) return known;
  shared.set(key, style);
  return style;
}
