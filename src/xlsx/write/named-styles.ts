/** How our own cells look: each named style in terms of what a stylesheet has. */
import type { StyleName } from '../types';

export interface StyleDefinition {
  /** Built-in number format ids only, so that no workbook gets formats of ours. */
  readonly numberFormat: 0 | 3 | 4 | 10 | 49;
  /** What is changed in the workbook's default font. */
  readonly font: FontChange;
  /** ARGB of a solid fill. */
  readonly fill: string | null;
  readonly border: 'none' | 'thin' | 'top';
  readonly alignment: Readonly<Record<string, string>>;
}

export interface FontChange {
  readonly bold?: true;
  readonly italic?: true;
  readonly size?: number;
  /** ARGB. */
  readonly color?: string;
}

const GENERAL = 0;
const COUNT = 3;
const MONEY = 4;
const PERCENT = 10;
const TEXT = 49;

const BLUE = 'FFDDEBF7';
const AMBER = 'FFFFE699';
const PALE_YELLOW = 'FFFFFBE6';
const GREY = 'FF7F7F7F';

const PLAIN: StyleDefinition = { numberFormat: GENERAL, font: {}, fill: null, border: 'none', alignment: {} };
const WRAPPED = { vertical: 'top', wrapText: '1' };

export const NAMED_STYLES: Readonly<Record<StyleName, StyleDefinition>> = {
  plain: PLAIN,
  text: { ...PLAIN, numberFormat: TEXT },
  wrapped: { ...PLAIN, numberFormat: TEXT, alignment: WRAPPED },
  money: { ...PLAIN, numberFormat: MONEY },
  count: { ...PLAIN, numberFormat: COUNT },
  percent: { ...PLAIN, numberFormat: PERCENT },
  title: { ...PLAIN, numberFormat: TEXT, font: { bold: true, size: 14 } },
  header: {
    ...PLAIN,
    numberFormat: TEXT,
    font: { bold: true },
    fill: BLUE,
    border: 'thin',
    alignment: { horizontal: 'center', vertical: 'center', wrapText: '1' },
  },
  note: { ...PLAIN, numberFormat: TEXT, font: { italic: true, color: GREY }, alignment: WRAPPED },
  total: { ...PLAIN, numberFormat: MONEY, font: { bold: true }, border: 'top' },
  totalLabel: { ...PLAIN, numberFormat: TEXT, font: { bold: true }, border: 'top' },
  warning: { ...PLAIN, numberFormat: TEXT, fill: AMBER, alignment: WRAPPED },
  input: { ...PLAIN, fill: PALE_YELLOW },
  inputMoney: { ...PLAIN, numberFormat: MONEY, fill: PALE_YELLOW },
};
