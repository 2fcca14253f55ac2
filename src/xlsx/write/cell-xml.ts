/** One cell, one row, one sheet element as XML text. */
import { reference } from '../cell-reference';
import { WorkbookError } from '../errors';
import type { CellProblem } from '../errors';
import type { CellValue } from '../types';
import { escapeString, needsPreserve } from '../xml-text';

/** Excel's limit for the text of a cell. */
export const MAX_TEXT = 32_767;

export class CellXml {
  constructor(
    private readonly sheet: string,
    /** With its colon, or empty. */
    private readonly prefix: string,
  ) {}

  /** Text is an inline string whatever it begins with; the empty text and null are an empty cell with a style. */
  cell(row: number, column: number, style: number, value: CellValue, formula: string | null): string {
    const p = this.prefix;
    const start = `<${p}c r="${reference(row, column)}"${style === 0 ? '' : ` s="${style}"`}`;
    const f = formula === null ? '' : `<${p}f>${escapeString(formula)}</${p}f>`;
    if (typeof value === 'number') {
      if (!Number.isFinite(value)) throw this.error(row, column, 'not-finite');
      return `${start}>${f}<${p}v>${value}</${p}v></${p}c>`;
    }
    if (typeof value === 'boolean') return `${start} t="b">${f}<${p}v>${value ? 1 : 0}</${p}v></${p}c>`;
    if (value !== null && value.length > MAX_TEXT) throw this.error(row, column, 'too-long');
    if (formula !== null)
      return value === null
        ? `${start}>${f}</${p}c>`
        : `${start} t="str">${f}<${p}v>${escapeString(value)}</${p}v></${p}c>`;
    if (value === null || value === '') return `${start}/>`;
    const preserve = needsPreserve(value) ? ' xml:space="preserve"' : '';
    return `${start} t="inlineStr"><${p}is><${p}t${preserve}>${escapeString(value)}</${p}t></${p}is></${p}c>`;
  }

  error(row: number, column: number, problem: CellProblem): WorkbookError {
    return new WorkbookError('bad-cell', { sheet: this.sheet, cell: reference(row, column), problem });
  }
}
