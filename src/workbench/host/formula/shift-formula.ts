import type { CellRange } from '../../../sheet';
import { shifted, type Shift } from '../book/shift';
import { rewriteReferences } from './rewrite';

/** A formula on sheet `home` after cells of `sheet` have moved. References stay references to the same cells. */
export function shiftFormula(formula: string, home: string, sheet: string, shift: Shift): string {
  const wanted = sheet.toLowerCase();
  return rewriteReferences(formula, (reference) => {
    if ((reference.sheet ?? home).toLowerCase() !== wanted) return reference;
    const after: CellRange | null = shifted(reference.area, shift);
    if (after === null) return null;
    return after === reference.area ? reference : { ...reference, area: after };
  });
}
