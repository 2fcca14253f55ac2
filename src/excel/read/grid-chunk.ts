import { cellBytes } from './chunk-size';

/** What a cell holds; for a text `numbers` holds its place in `texts`. */
export const CellKind = { blank: 0, number: 1, text: 2, no: 3, yes: 4, error: 5 } as const;

/**
 * Some rows of a sheet as typed columns: what Excel's answer becomes at once, and what goes to a worker
 * without being copied cell by cell.
 */
export interface GridChunk {
  /** First worksheet row, 1-based. */
  readonly top: number;
  readonly rowCount: number;
  /** From the sheet's first used column on; null where all cells of the column are blank. */
  readonly columns: readonly (ChunkColumn | null)[];
  /** Worksheet rows of the chunk that are hidden, by hand or by a filter. */
  readonly hiddenRows: readonly number[];
}

export interface ChunkColumn {
  readonly kinds: Uint8Array;
  readonly numbers: Float64Array;
  /** Different texts, errors among them. */
  readonly texts: readonly string[];
  /** 1 where the cell is a formula; null where none is. */
  readonly formulas: Uint8Array | null;
  readonly formats: readonly string[];
  /** Place in `formats`; null where the first holds for all. */
  readonly formatAt: Uint16Array | null;
}

/** Cells as Office.js gives them, row by row. */
export interface RawCells {
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly numberFormat: readonly (readonly unknown[])[];
}

/** Excel gives errors as texts; a text typed like one becomes an error in Excel, too. */
const ERRORS: ReadonlySet<string> = new Set([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#GETTING_DATA',
  '#SPILL!',
  '#CALC!',
  '#CONNECT!',
  '#BLOCKED!',
  '#UNKNOWN!',
  '#FIELD!',
  '#BUSY!',
  '#EXTERNAL!',
  '#PYTHON!',
]);

export interface TypedChunk {
  readonly chunk: GridChunk;
  /** About what it had on its way. */
  readonly bytes: number;
  readonly isBlank: boolean;
}

export function typedChunk(raw: RawCells, top: number, hiddenRows: readonly number[]): TypedChunk {
  const width = raw.values[0]?.length ?? 0;
  const columns: (ChunkColumn | null)[] = [];
  let bytes = 0;
  let isBlank = true;
  for (let column = 0; column < width; column += 1) {
    const builder = new ColumnBuilder(raw.values.length);
    raw.values.forEach((line, row) => {
      const value = line[column];
      const formula = raw.formulas[row]?.[column];
      const format = raw.numberFormat[row]?.[column];
      bytes += cellBytes(value) + cellBytes(formula) + cellBytes(format);
      builder.add(row, value, isFormula(formula, value), typeof format === 'string' ? format : 'General');
    });
    columns.push(builder.finish());
    isBlank &&= builder.isBlank;
  }
  return { chunk: { top, rowCount: raw.values.length, columns, hiddenRows }, bytes, isBlank };
}

/** A text that only looks like a formula stands in both lists as it is. */
function isFormula(formula: unknown, value: unknown): boolean {
  return typeof formula === 'string' && formula.startsWith('=') && formula !== value;
}

class ColumnBuilder {
  private readonly kinds: Uint8Array;
  private readonly numbers: Float64Array;
  private readonly texts = new Map<string, number>();
  private readonly formats = new Map<string, number>();
  private formulas: Uint8Array | null = null;
  private formatAt: Uint16Array | null = null;
  isBlank = true;

  constructor(private readonly rowCount: number) {
    this.kinds = new Uint8Array(rowCount);
    this.numbers = new Float64Array(rowCount);
  }

  add(row: number, value: unknown, isAFormula: boolean, format: string): void {
    this.addFormat(row, format);
    if (isAFormula) (this.formulas ??= new Uint8Array(this.rowCount))[row] = 1;
    this.kinds[row] = this.addContent(row, value, isAFormula);
    if (this.kinds[row] !== CellKind.blank || isAFormula) this.isBlank = false;
  }

  private addContent(row: number, value: unknown, isAFormula: boolean): number {
    if (typeof value === 'number') {
      this.numbers[row] = value;
      return CellKind.number;
    }
    if (typeof value === 'boolean') return value ? CellKind.yes : CellKind.no;
    // A formula may give an empty text; a cell that shows one and is no formula is blank.
    if (typeof value !== 'string' || (value === '' && !isAFormula)) return CellKind.blank;
    const known = this.texts.get(value);
    this.numbers[row] = known ?? this.texts.size;
    if (known === undefined) this.texts.set(value, this.texts.size);
    return ERRORS.has(value) ? CellKind.error : CellKind.text;
  }

  private addFormat(row: number, format: string): void {
    let at = this.formats.get(format);
    if (at === undefined) {
      at = this.formats.size;
      this.formats.set(format, at);
    }
    if (at > 0) (this.formatAt ??= new Uint16Array(this.rowCount))[row] = at;
  }

  finish(): ChunkColumn | null {
    const isPlain = this.formats.size <= 1 && (this.formats.size === 0 || this.formats.has('General'));
    if (this.isBlank && isPlain) return null;
    return {
      kinds: this.kinds,
      numbers: this.numbers,
      texts: [...this.texts.keys()],
      formulas: this.formulas,
      formats: [...this.formats.keys()],
      formatAt: this.formatAt,
    };
  }
}

/** The memory of a chunk, to hand over to a worker instead of copying it. */
export function transferables({ columns }: GridChunk): ArrayBuffer[] {
  const arrays = columns.flatMap((column) =>
    column === null ? [] : [column.kinds, column.numbers, column.formulas, column.formatAt],
  );
  return arrays.flatMap((array) => (array === null ? [] : [array.buffer as ArrayBuffer]));
}
