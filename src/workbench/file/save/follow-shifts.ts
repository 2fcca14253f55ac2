/**
 * What the model does not hold (conditional formats, validations, hyperlinks …) names its cells in the sheet's
 * part. After rows or columns were inserted or deleted it has to name the same cells in their new places.
 */
import { areaText, shiftFormula, shifted, type Shift } from '../../host';
import { escapeString, parseRange, unescapeCodes } from '../../../xlsx';

const FORMULAS = /(<(?:\w+:)?(?:formula|formula1|formula2)>)([^<]*)(<\/)/g;

/** @param xml of an element of the sheet with this name */
export function followed(xml: string, sheet: string, shifts: readonly Shift[]): string {
  if (shifts.length === 0) return xml;
  return xml
    .replaceAll(
      / (sqref|ref)="([^"]*)"/g,
      (_, name: string, ranges: string) => ` ${name}="${movedRanges(ranges, shifts)}"`,
    )
    .replaceAll(FORMULAS, (_, open: string, formula: string, close: string) => {
      const text = shifts.reduce(
        (before, shift) => shiftFormula(before, sheet, sheet, shift),
        `=${unescapeCodes(unescaped(formula))}`,
      );
      return open + escapeString(text.slice(1)) + close;
    });
}

/** Ranges that are gone leave the list; the last one stays as a cell, for a list must not be empty. */
function movedRanges(text: string, shifts: readonly Shift[]): string {
  const after = text.split(/\s+/).flatMap((range) => {
    let area = parseRange(range);
    for (const shift of shifts) area = area === null ? null : shifted(area, shift);
    return area === null ? [] : [areaText(area)];
  });
  return after.length === 0 ? 'A1' : after.join(' ');
}

function unescaped(text: string): string {
  const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replaceAll(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => entities[name] ?? '');
}
