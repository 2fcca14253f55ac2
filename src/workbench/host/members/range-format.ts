/** Excel.RangeFormat and what hangs on it: fill, font, borders, protection. For one range, or several at once. */
import type { CellRange } from '../../../sheet';
import { isWholeColumns, isWholeRows } from '../book/area';
import { changeStyle } from '../book/edit';
import { requirePermission } from '../book/protection';
import type { Sheet } from '../book/sheet';
import type { CellStyle } from '../book/style';
import type { Environment } from '../wire/environment';
import { HostObject } from '../wire/host-object';
import { hostType } from '../wire/host-type';
import { OperationFailed } from '../wire/office-errors';
import { flagValue, numberValue, textValue } from '../wire/value';
import { RangeBorderCollectionObject } from './range-borders';
import { common } from './cells';

/** The width of a column that nobody has set, in points; about 8.43 characters. */
abstract class FormatPart extends HostObject {
  constructor(
    env: Environment,
    readonly sheet: Sheet,
    readonly areas: readonly CellRange[],
  ) {
    super(env);
  }

  /** What all cells have in common; null when they differ. */
  read<K extends Exclude<keyof CellStyle, 'fileStyle'>>(property: K): CellStyle[K] | null {
    const values = this.areas.map((range) =>
      common(this.sheet, range, (row, column) => this.sheet.style(row, column)[property]),
    );
    const [first = null] = values;
    return values.every((value) => value === first) ? first : null;
  }

  write(change: Partial<CellStyle>): void {
    requirePermission(this.sheet, 'allowFormatCells');
    for (const range of this.areas) changeStyle(this.env.workbook, this.sheet, range, change);
  }
}

export class RangeFormatObject extends FormatPart {
  readonly type = 'RangeFormat';
}

class RangeFillObject extends FormatPart {
  readonly type = 'RangeFill';
}

class RangeFontObject extends FormatPart {
  readonly type = 'RangeFont';
}

class FormatProtectionObject extends FormatPart {
  readonly type = 'FormatProtection';
}

export const rangeFormat = hostType('RangeFormat', RangeFormatObject, {
  get: {
    HorizontalAlignment: (format) => format.read('horizontalAlignment'),
    VerticalAlignment: (format) => format.read('verticalAlignment'),
    WrapText: (format) => format.read('wrapText'),
    IndentLevel: (format) => format.read('indentLevel'),
    ColumnWidth: (format) => sizes(format, 'columns'),
    RowHeight: (format) => sizes(format, 'rows'),
    UseStandardWidth: ({ sheet, areas }) => {
      const widths = areas.flatMap(({ left, right }) =>
        [...sheet.columnWidths.keys()].filter((column) => column >= left && column <= right),
      );
      const columns = areas.reduce((count, { left, right }) => count + right - left + 1, 0);
      return widths.length === 0 ? true : widths.length === columns ? false : null;
    },
  },
  set: {
    HorizontalAlignment: (format, value) => {
      format.write({ horizontalAlignment: textValue(value) });
    },
    VerticalAlignment: (format, value) => {
      format.write({ verticalAlignment: textValue(value) });
    },
    WrapText: (format, value) => {
      format.write({ wrapText: flagValue(value) });
    },
    IndentLevel: (format, value) => {
      format.write({ indentLevel: numberValue(value) });
    },
    ColumnWidth: (format, value) => {
      requirePermission(format.sheet, 'allowFormatColumns');
      setSizes(format, 'columns', numberValue(value));
    },
    RowHeight: (format, value) => {
      requirePermission(format.sheet, 'allowFormatRows');
      setSizes(format, 'rows', numberValue(value));
    },
    UseStandardWidth: ({ env, sheet, areas }, value) => {
      requirePermission(sheet, 'allowFormatColumns');
      // As in Excel, `false` changes nothing: a width of its own comes with `columnWidth`.
      if (!flagValue(value)) return;
      for (const range of areas) {
        for (let column = range.left; column <= range.right; column += 1) sheet.columnWidths.delete(column);
        env.workbook.tell({ kind: 'cellsFormatted', sheet, area: range });
      }
    },
  },
  navigate: {
    Fill: ({ env, sheet, areas }) => new RangeFillObject(env, sheet, areas),
    Font: ({ env, sheet, areas }) => new RangeFontObject(env, sheet, areas),
    Protection: ({ env, sheet, areas }) => new FormatProtectionObject(env, sheet, areas),
    Borders: ({ env, sheet, areas }) => new RangeBorderCollectionObject(env, sheet, areas),
  },
  call: {
    AutofitColumns: (format) => {
      requirePermission(format.sheet, 'allowFormatColumns');
      for (const range of format.areas) autofit(format, range);
    },
    AutofitRows: (format) => {
      requirePermission(format.sheet, 'allowFormatRows');
      for (const range of format.areas) {
        for (let row = range.top; row <= range.bottom; row += 1) format.sheet.rowHeights.delete(row);
      }
    },
  },
});

export const rangeFill = hostType('RangeFill', RangeFillObject, {
  get: { Color: (fill) => fill.read('fill') ?? (isMixed(fill) ? null : '#FFFFFF') },
  set: {
    Color: (fill, value) => {
      fill.write({ fill: color(value) });
    },
  },
  call: {
    Clear: (fill) => {
      fill.write({ fill: null });
    },
  },
});

export const rangeFont = hostType('RangeFont', RangeFontObject, {
  get: {
    Name: (font) => font.read('fontName'),
    Size: (font) => font.read('fontSize'),
    Color: (font) => font.read('fontColor'),
    Bold: (font) => font.read('bold'),
    Italic: (font) => font.read('italic'),
    Underline: (font) => font.read('underline'),
    Strikethrough: (font) => font.read('strikethrough'),
  },
  set: {
    Name: (font, value) => {
      font.write({ fontName: textValue(value) });
    },
    Size: (font, value) => {
      font.write({ fontSize: numberValue(value) });
    },
    Color: (font, value) => {
      font.write({ fontColor: color(value) ?? '#000000' });
    },
    Bold: (font, value) => {
      font.write({ bold: flagValue(value) });
    },
    Italic: (font, value) => {
      font.write({ italic: flagValue(value) });
    },
    Underline: (font, value) => {
      font.write({ underline: textValue(value) });
    },
    Strikethrough: (font, value) => {
      font.write({ strikethrough: flagValue(value) });
    },
  },
});

export const formatProtection = hostType('FormatProtection', FormatProtectionObject, {
  get: {
    Locked: (protection) => protection.read('locked'),
    FormulaHidden: (protection) => protection.read('formulaHidden'),
  },
  set: {
    Locked: (protection, value) => {
      protection.write({ locked: flagValue(value) });
    },
    FormulaHidden: (protection, value) => {
      protection.write({ formulaHidden: flagValue(value) });
    },
  },
});

function isMixed(fill: FormatPart): boolean {
  return fill.areas.some((range) => {
    const first = fill.sheet.style(range.top, range.left).fill;
    return common(fill.sheet, range, (row, column) => fill.sheet.style(row, column).fill === first) !== true;
  });
}

/** In points; null when they differ. */
function sizes({ sheet, areas }: FormatPart, axis: 'rows' | 'columns'): number | null {
  const [map, standard] =
    axis === 'columns' ? [sheet.columnWidths, sheet.standardWidth] : [sheet.rowHeights, sheet.standardHeight];
  let found: number | null = null;
  for (const range of areas) {
    const [first, last] = span(range, axis);
    for (let line = first; line <= last; line += 1) {
      const size = map.get(line) ?? standard;
      if (found !== null && found !== size) return null;
      found = size;
    }
  }
  return found;
}

function setSizes({ env, sheet, areas }: FormatPart, axis: 'rows' | 'columns', size: number): void {
  if (size < 0 || size > 1790) throw new OperationFailed('InvalidArgument');
  for (const range of areas) {
    if (axis === 'columns' ? isWholeRows(range) : isWholeColumns(range))
      throw new OperationFailed('InvalidArgument');
    const [first, last] = span(range, axis);
    for (let line = first; line <= last; line += 1) {
      (axis === 'columns' ? sheet.columnWidths : sheet.rowHeights).set(line, size);
    }
    env.workbook.tell({ kind: 'cellsFormatted', sheet, area: range });
  }
}

function span(range: CellRange, axis: 'rows' | 'columns'): readonly [number, number] {
  return axis === 'columns' ? [range.left, range.right] : [range.top, range.bottom];
}

/** About as wide as the longest text; a Chinese character takes two places. */
function autofit({ env, sheet }: FormatPart, range: CellRange): void {
  const used = sheet.usedArea(true);
  const bottom = Math.min(range.bottom, used?.bottom ?? 0);
  for (let column = range.left; column <= Math.min(range.right, used?.right ?? 0); column += 1) {
    let places = 0;
    for (let row = range.top; row <= bottom; row += 1) {
      const content = sheet.content(row, column);
      const shown = content === null || typeof content === 'object' ? '' : String(content);
      places = Math.max(places, shown.replaceAll(/[^ -~]/g, '..').length);
    }
    if (places > 0) sheet.columnWidths.set(column, Math.min(60, places + 2) * 5.25);
  }
  env.workbook.tell({ kind: 'cellsFormatted', sheet, area: range });
}

/** `#RRGGBB`, a name, or empty for none. */
function color(value: unknown): string | null {
  const given = textValue(value);
  if (given === '') return null;
  if (/^#?[0-9a-f]{6}$/i.test(given)) return `#${given.replace('#', '').toUpperCase()}`;
  if (/^[a-z]+$/i.test(given)) return given.toLowerCase();
  throw new OperationFailed('InvalidArgument');
}
