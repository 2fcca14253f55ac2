/** The formulas of one sheet: written out, shared among cells, or arrays. */
import { copiedBy, FORMULA_FROM_FILE, type Sheet } from '../../host';
import { parseRange, unescapeCodes, type XmlReader } from '../../../xlsx';
import { shownFormula } from './function-names';

interface Shared {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

export class FormulaReader {
  private readonly shared = new Map<string, Shared>();

  constructor(
    private readonly sheet: Sheet,
    private readonly reader: XmlReader,
  ) {}

  /** Of the `f` just opened; reads to its end. */
  read(row: number, column: number): void {
    const { reader } = this;
    const type = reader.attribute('t');
    const group = reader.attribute('si') ?? '';
    const range = reader.attribute('ref') ?? '';
    const text = shownFormula(unescapeCodes(reader.readText()));
    if (type === 'dataTable') this.put(row, column, FORMULA_FROM_FILE);
    else if (type === 'shared' && text === '') this.putShared(row, column, group);
    else {
      if (type === 'shared') this.shared.set(group, { text: `=${text}`, row, column });
      this.put(row, column, `=${text}`);
      if (type === 'array') this.spread(row, column, range);
    }
  }

  private putShared(row: number, column: number, group: string): void {
    const master = this.shared.get(group);
    const text =
      master === undefined
        ? FORMULA_FROM_FILE
        : copiedBy(master.text, row - master.row, column - master.column);
    this.put(row, column, text);
  }

  private put(row: number, column: number, text: string): void {
    this.sheet.setFormula(row, column, text);
  }

  /** The other cells of an array hold parts of its result. */
  private spread(row: number, column: number, range: string): void {
    const area = parseRange(range);
    const formula = this.sheet.formula(row, column);
    if (area === null || formula === undefined) return;
    const [rows, columns] = [area.bottom - area.top + 1, area.right - area.left + 1];
    if (rows * columns === 1) return;
    formula.spill = { rows, columns };
    this.sheet.spilling.add(formula);
  }
}
