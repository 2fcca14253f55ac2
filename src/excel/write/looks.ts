import type { CellLook } from '../../report';

/** How a cell of ours looks: the same as in files that the command line writes (src/xlsx, named styles). */
interface Look {
  readonly numberFormat: string;
  readonly bold?: true;
  readonly size?: number;
  readonly fill?: string;
  readonly border?: 'thin' | 'top';
  readonly centred?: true;
}

const BLUE = '#DDEBF7';
const PALE_YELLOW = '#FFFBE6';
const MONEY = '#,##0.00';
const TEXT = '@';

const LOOKS: Readonly<Record<CellLook, Look>> = {
  plain: { numberFormat: 'General' },
  text: { numberFormat: TEXT },
  money: { numberFormat: MONEY },
  count: { numberFormat: '#,##0' },
  title: { numberFormat: TEXT, bold: true, size: 14 },
  header: { numberFormat: TEXT, bold: true, fill: BLUE, border: 'thin', centred: true },
  total: { numberFormat: MONEY, bold: true, border: 'top' },
  totalLabel: { numberFormat: TEXT, bold: true, border: 'top' },
  input: { numberFormat: 'General', fill: PALE_YELLOW },
  inputMoney: { numberFormat: MONEY, fill: PALE_YELLOW },
};

export function numberFormatOf(look: CellLook): string {
  return LOOKS[look].numberFormat;
}

/** Number format and looks of all cells of a range, one row high; to be given before the values. */
export function setLook(range: Excel.Range, name: CellLook, width = 1): void {
  const { numberFormat, bold, size, fill, border, centred } = LOOKS[name];
  setNumberFormat(range, numberFormat);
  const { format } = range;
  if (bold === true) format.font.bold = true;
  if (size !== undefined) format.font.size = size;
  if (fill !== undefined) format.fill.color = fill;
  if (centred === true) {
    format.horizontalAlignment = Excel.HorizontalAlignment.center;
    format.verticalAlignment = Excel.VerticalAlignment.center;
    format.wrapText = true;
  }
  if (border !== undefined) {
    const edges = border === 'top' ? ['EdgeTop' as const] : AROUND;
    for (const edge of width > 1 ? [...edges, 'InsideVertical' as const] : edges) {
      format.borders.getItem(edge).style = Excel.BorderLineStyle.continuous;
    }
  }
}

const AROUND = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;

/** One format for all cells goes over as one text, whatever the types say. */
export function setNumberFormat(range: Excel.Range, numberFormat: string): void {
  range.numberFormat = numberFormat as unknown as string[][];
}
