import type { CellContent } from '../sheet';
import { isCellError } from '../sheet';

// Once for all characters: in some runtimes each look at a global costs more than the multiplication.
const { imul } = Math;

/**
 * Tells whether the rows of a sheet are where they were: a hash of what identifies them (names, credit
 * codes), column by column and in their order, unlike `columnDigest`.
 */
export class RowsDigest {
  private a = 0x811c9dc5;
  private b = 0x01000193;
  private count = 0;

  beginColumn(): void {
    this.mix('\u0001');
  }

  /** A content of a grid, or a value as Office.js gives it: a blank is null or an empty text. */
  add(value: CellContent): void {
    this.count += 1;
    this.mix(value === null ? '' : isCellError(value) ? value.error : String(value));
  }

  get text(): string {
    return `${this.count}-${hex(this.a)}${hex(this.b)}`;
  }

  private mix(text: string): void {
    let { a, b } = this;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      a = imul(a ^ code, 0x01000193);
      b = imul(b ^ (code + 0x9e37), 0x85ebca6b);
    }
    // A zero ends every value.
    this.a = imul(a, 0x01000193) >>> 0;
    this.b = imul(b ^ 0x9e37, 0x85ebca6b) >>> 0;
  }
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}
