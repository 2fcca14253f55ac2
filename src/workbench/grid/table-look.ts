/** How tables look by their style, in the colours of Office's theme. The cells' own looks come first. */
import type { CellStyle, Sheet, Table } from '../host';

export interface TableLook {
  readonly fill: string | null;
  readonly fontColor: string | null;
  readonly bold: boolean;
  /** A line above the row. */
  readonly line: string | null;
}

/** Accent colours by the last digits of the style's name (Light 9, Medium 2 …); 0 is black. */
const ACCENTS = ['#000000', '#4472C4', '#ED7D31', '#A5A5A5', '#FFC000', '#5B9BD5', '#70AD47'];
const BANDS = ['#D9D9D9', '#D9E1F2', '#FCE4D6', '#EDEDED', '#FFF2CC', '#DDEBF7', '#E2EFDA'];

const NO_LOOK: TableLook = { fill: null, fontColor: null, bold: false, line: null };

export function tableAt(sheet: Sheet, row: number, column: number): Table | undefined {
  return sheet.tables.find(
    ({ range }) => row >= range.top && row <= range.bottom && column >= range.left && column <= range.right,
  );
}

export function tableLook(table: Table, row: number): TableLook {
  const [, kind, digits] = /^TableStyle(Light|Medium|Dark)(\d+)$/.exec(table.style) ?? [];
  if (kind === undefined) return NO_LOOK;
  const accent = (Number(digits) - 1) % 7;
  const color = ACCENTS[accent] ?? '#000000';
  const isHeader = row === table.headerRow?.top;
  const isTotal = row === table.totalsRow?.top;
  // Light 8 to 14 and all others but the first light ones have a filled header.
  const isFilled = kind !== 'Light' || Number(digits) > 7;
  if (isHeader)
    return isFilled
      ? { fill: color, fontColor: '#FFFFFF', bold: true, line: color }
      : { fill: null, fontColor: null, bold: true, line: color };
  const isBand = table.showBandedRows && (row - table.body.top) % 2 === 0;
  const fill = isBand && kind !== 'Light' ? (BANDS[accent] ?? null) : null;
  return { fill, fontColor: null, bold: isTotal, line: color };
}

/** The font that is drawn: what nobody set in the cell comes from the table. */
export function withTable(style: CellStyle, look: TableLook): { fontColor: string; bold: boolean } {
  const isOwn = style.fontColor !== '#000000';
  return {
    fontColor: !isOwn && style.fill === null && look.fontColor !== null ? look.fontColor : style.fontColor,
    bold: style.bold || look.bold,
  };
}
