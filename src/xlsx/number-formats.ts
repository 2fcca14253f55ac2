/**
 * Number formats of cells: the built-in ids, which files do not spell out (27 to 58 are those of a
 * Chinese Excel), and the workbook's own codes.
 */
import type { ByteWindow } from './byte-window';
import { atMost } from './errors';
import { isFallbackPath, MAIN } from './xml-names';
import { XmlReader } from './xml-reader';
import { unescapeCodes } from './xml-text';

/** ECMA-376 part 1, 18.8.30; absent ids and 0 are General. */
export const BUILT_IN_FORMATS: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '"¥"#,##0;"¥"\\-#,##0',
  6: '"¥"#,##0;[Red]"¥"\\-#,##0',
  7: '"¥"#,##0.00;"¥"\\-#,##0.00',
  8: '"¥"#,##0.00;[Red]"¥"\\-#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"',
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0;\\-#,##0',
  38: '#,##0;[Red]\\-#,##0',
  39: '#,##0.00;\\-#,##0.00',
  40: '#,##0.00;[Red]\\-#,##0.00',
  41: '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ',
  42: '_ "¥"* #,##0_ ;_ "¥"* \\-#,##0_ ;_ "¥"* "-"_ ;_ @_ ',
  43: '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  44: '_ "¥"* #,##0.00_ ;_ "¥"* \\-#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ ',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: '上午/下午h"时"mm"分"',
  56: '上午/下午h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

const MAX_FORMATS = 65_000;
/** Excel writes at most 65,490 styles. */
const MAX_STYLES = 1_000_000;

/** Codes by number, 0 being General; a cell's style leads to one of them. */
export interface NumberFormats {
  readonly codes: readonly (string | undefined)[];
  /** Index into `codes` by style number (`s` of a cell). */
  readonly ofStyle: readonly number[];
}

export const NO_FORMATS: NumberFormats = { codes: [undefined], ofStyle: [] };

export function readNumberFormats(window: ByteWindow): NumberFormats {
  const reader = new XmlReader(window);
  reader.openRoot(MAIN, 'styleSheet');
  const custom = new Map<number, string>();
  const styleFormatIds: number[] = [];
  while (reader.nextChild()) {
    if (reader.namespace !== MAIN) reader.skip();
    else if (reader.local === 'numFmts') {
      eachChild(reader, 'numFmt', () => {
        custom.set(reader.wholeAttribute('numFmtId'), unescapeCodes(reader.attribute('formatCode') ?? ''));
        atMost(MAX_STYLES, custom.size, 'formats', window.part);
      });
    } else if (reader.local === 'cellXfs') {
      eachChild(reader, 'xf', () => {
        const count = styleFormatIds.push(reader.wholeAttribute('numFmtId'));
        atMost(MAX_STYLES, count, 'formats', window.part);
      });
    } else reader.skip();
  }
  while (reader.next() !== 'end');

  const codes: (string | undefined)[] = [undefined];
  const indexOfCode = new Map<string | undefined, number>([[undefined, 0]]);
  const ofStyle = styleFormatIds.map((id) => {
    const code = formatCode(id, custom);
    let index = indexOfCode.get(code);
    if (index === undefined) {
      index = codes.length;
      atMost(MAX_FORMATS, index, 'formats', window.part);
      codes.push(code);
      indexOfCode.set(code, index);
    }
    return index;
  });
  return { codes, ofStyle };
}

function formatCode(id: number, custom: ReadonlyMap<number, string>): string | undefined {
  const code = custom.get(id) ?? BUILT_IN_FORMATS[id];
  return code === undefined || code === '' || code.toLowerCase() === 'general' ? undefined : code;
}

function eachChild(reader: XmlReader, local: string, visit: () => void): void {
  while (reader.nextChild()) {
    if (isFallbackPath(reader)) eachChild(reader, local, visit);
    else {
      if (reader.local === local && reader.namespace === MAIN) visit();
      reader.skip();
    }
  }
}
