import type { RowIdentity } from './detail-columns';
import type { SheetReading } from '../sheet';

/** Name and credit code of every data row, as the sheets have them. */
export function identities(readings: readonly SheetReading[]): (sheet: number, row: number) => RowIdentity {
  const columns = readings.map(({ data }) => ({
    name: textColumn(data, 'enterpriseName'),
    creditCode: textColumn(data, 'creditCode'),
  }));
  return (sheet, row) => ({
    name: columns[sheet]?.name?.[row] ?? null,
    creditCode: columns[sheet]?.creditCode?.[row] ?? null,
    groups: [],
  });
}

function textColumn(data: SheetReading['data'], key: string): readonly (string | null)[] | undefined {
  const column = data.columns.byKey.get(key);
  return column?.kind === 'text' ? column.values : undefined;
}
