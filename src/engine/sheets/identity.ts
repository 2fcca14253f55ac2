import { CellState, type SheetData } from '../columns';

/**
 * Who a row belongs to: the credit code, upper case, without spaces. A row without one stands
 * alone; names do not join rows.
 */
export function enterpriseIn(sheet: SheetData, sheetIndex: number): (row: number) => string {
  const column = sheet.columns.byKey.get('creditCode');
  const identities = sheet.rowNumbers.map((_, row) => {
    const code =
      column?.kind === 'text' && column.states[row] === CellState.value ? column.values[row] : undefined;
    const identity = code?.replaceAll(/\s/gu, '').toUpperCase() ?? '';
    return identity === '' ? `row ${sheetIndex}:${row}` : identity;
  });
  return (row) => identities[row] ?? `row ${sheetIndex}:${row}`;
}
