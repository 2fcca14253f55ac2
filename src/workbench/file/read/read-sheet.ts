/**
 * What a sheet's part says besides values: looks, formulas, sizes, frozen panes, the filter, protection.
 * The values come from the grid that src/xlsx reads.
 */
import { LAST_COLUMN, type CellStyle, type Sheet } from '../../host';
import { type ByteWindow, MAIN, packReference, packedColumn, XmlReader } from '../../../xlsx';
import { readFilter } from './filters';
import { FormulaReader } from './formulas';
import { digitWidth, pointsOfWidth } from './widths';

export function readSheetPart(window: ByteWindow, sheet: Sheet, looks: readonly CellStyle[]): void {
  const reader = new XmlReader(window);
  reader.openRoot(MAIN, 'worksheet');
  const cells = new CellsReader(reader, sheet, looks);
  while (reader.nextChild()) {
    switch (reader.namespace === MAIN ? reader.local : '') {
      case 'sheetPr':
        readTab(reader, sheet);
        break;
      case 'sheetViews':
        readViews(reader, sheet);
        break;
      case 'sheetFormatPr':
        readStandardSizes(reader, sheet);
        break;
      case 'cols':
        readColumns(reader, sheet, looks);
        break;
      case 'sheetData':
        cells.readAll();
        break;
      case 'sheetProtection':
        readProtection(reader, sheet);
        break;
      case 'autoFilter':
        sheet.filter = readFilter(reader, sheet);
        break;
      default:
        reader.skip();
    }
  }
  while (reader.next() !== 'end');
}

function readTab(reader: XmlReader, sheet: Sheet): void {
  while (reader.nextChild()) {
    const rgb = reader.local === 'tabColor' ? reader.attribute('rgb') : undefined;
    if (rgb !== undefined) sheet.tabColor = `#${rgb.slice(-6).toUpperCase()}`;
    reader.skip();
  }
}

function readViews(reader: XmlReader, sheet: Sheet): void {
  while (reader.nextChild()) {
    while (reader.nextChild()) {
      if (reader.local === 'pane' && reader.attribute('state')?.startsWith('frozen') === true) {
        const split = (name: string): number => Math.max(0, Math.trunc(Number(reader.attribute(name) ?? 0)));
        sheet.frozen = { rows: split('ySplit'), columns: split('xSplit') };
      }
      reader.skip();
    }
  }
}

function readStandardSizes(reader: XmlReader, sheet: Sheet): void {
  const height = Number(reader.attribute('defaultRowHeight'));
  const width = Number(reader.attribute('defaultColWidth'));
  const digit = digitWidth(sheet.plain);
  if (height > 0) sheet.standardHeight = height;
  if (width > 0) sheet.standardWidth = pointsOfWidth(width, digit);
  // Eight characters and their margins, in a multiple of eight pixels.
  else sheet.standardWidth = (Math.ceil((8 * digit + 5) / 8) * 8 * 3) / 4;
  reader.skip();
}

function readColumns(reader: XmlReader, sheet: Sheet, looks: readonly CellStyle[]): void {
  const digit = digitWidth(sheet.plain);
  while (reader.nextChild()) {
    const [min, max] = [reader.wholeAttribute('min'), reader.wholeAttribute('max')];
    const width = Number(reader.attribute('width'));
    const look = looks[Math.max(0, reader.wholeAttribute('style'))];
    const isHidden = reader.flag('hidden');
    for (let column = min; column >= 1 && column <= Math.min(max, LAST_COLUMN); column += 1) {
      if (width > 0) sheet.columnWidths.set(column, pointsOfWidth(width, digit));
      if (isHidden) sheet.hiddenColumns.add(column);
      if (look !== undefined && look !== sheet.plain) sheet.columnStyles.set(column, look);
    }
    reader.skip();
  }
}

function readProtection(reader: XmlReader, sheet: Sheet): void {
  if (reader.flag('sheet')) {
    const may = (name: string): boolean => reader.attribute(name) === '0';
    sheet.protection = {
      // A password of a file is a digest that cannot be compared: protection stays on.
      password: reader.attribute('hashValue') ?? reader.attribute('password') ?? null,
      options: {
        allowAutoFilter: may('autoFilter'),
        allowDeleteColumns: may('deleteColumns'),
        allowDeleteRows: may('deleteRows'),
        allowFormatCells: may('formatCells'),
        allowFormatColumns: may('formatColumns'),
        allowFormatRows: may('formatRows'),
        allowInsertColumns: may('insertColumns'),
        allowInsertRows: may('insertRows'),
        allowSort: may('sort'),
      },
    };
  }
  reader.skip();
}

class CellsReader {
  private readonly formulas: FormulaReader;

  constructor(
    private readonly reader: XmlReader,
    private readonly sheet: Sheet,
    private readonly looks: readonly CellStyle[],
  ) {
    this.formulas = new FormulaReader(sheet, reader);
  }

  readAll(): void {
    const { reader } = this;
    let row = 0;
    while (reader.nextChild()) {
      const given = reader.wholeAttribute('r');
      row = given > 0 ? given : row + 1;
      if (reader.local === 'row') this.readRow(row);
      else reader.skip();
    }
  }

  private readRow(row: number): void {
    const { reader, sheet } = this;
    const height = Number(reader.attribute('ht'));
    if (height > 0) sheet.rowHeights.set(row, height);
    const look = reader.flag('customFormat') ? this.look() : undefined;
    if (look !== undefined) sheet.rowStyles.set(row, look);
    let column = 0;
    while (reader.nextChild()) {
      column = this.columnAfter(column);
      if (reader.local === 'c') this.readCell(row, column);
      else reader.skip();
    }
  }

  private readCell(row: number, column: number): void {
    const { reader, sheet } = this;
    const look = this.look();
    if (look !== undefined && look !== sheet.lineStyle(row, column)) sheet.setStyle(row, column, look);
    while (reader.nextChild()) {
      if (reader.local === 'f' && reader.namespace === MAIN) this.formulas.read(row, column);
      else reader.skip();
    }
  }

  /** Told by the cell's reference; without one it is the next. */
  private columnAfter(column: number): number {
    const { reader } = this;
    const end = reader.attributeSpan('r');
    const packed = end < 0 ? -1 : packReference(reader.window.bytes, reader.attributeStart, end);
    return packed < 0 ? column + 1 : packedColumn(packed);
  }

  private look(): CellStyle | undefined {
    return this.looks[Math.max(0, this.reader.wholeAttribute('s'))];
  }
}
