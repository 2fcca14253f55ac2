/**
 * Everything a workbook holds, as plain data: two snapshots are equal when a user would find no difference.
 * Ids and who is selected are left out. For tests that ask whether a sheet is as before.
 */
import type { CellContent } from '../../../sheet';
import { addressText, areaText } from './address';
import { area } from './area';
import type { Sheet } from './sheet';
import type { CellStyle } from './style';
import type { Json, Workbook } from './workbook';

export interface CellSnapshot {
  readonly content: CellContent;
  readonly formula?: string;
  readonly style?: CellStyle;
}

export interface SheetSnapshot {
  readonly name: string;
  readonly visibility: string;
  readonly isProtected: boolean;
  readonly cells: Readonly<Record<string, CellSnapshot>>;
  readonly merges: readonly string[];
  readonly tables: readonly string[];
  readonly filter: string | null;
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly columnWidths: readonly (readonly [number, number])[];
  readonly columnStyles: readonly (readonly [number, CellStyle])[];
  readonly rowStyles: readonly (readonly [number, CellStyle])[];
  readonly frozen: { readonly rows: number; readonly columns: number } | null;
}

export interface WorkbookSnapshot {
  readonly calculationMode: string;
  readonly sheets: readonly SheetSnapshot[];
  readonly names: readonly string[];
  readonly comments: readonly string[];
  readonly settings: Readonly<Record<string, Json>>;
  readonly xmlParts: readonly string[];
}

export function snapshotOf(workbook: Workbook): WorkbookSnapshot {
  return {
    calculationMode: workbook.calculationMode,
    sheets: workbook.sheets.map(snapshotOfSheet),
    names: workbook.names
      .map(
        (item) =>
          `${item.scope?.name ?? ''}!${item.name}${item.visible ? '' : ' (hidden)'}${item.formula} ${item.comment}`,
      )
      .toSorted(),
    comments: workbook.comments.map(
      ({ sheet, cell, content }) => `${addressText(sheet.name, cell)} ${content}`,
    ),
    settings: Object.fromEntries([...workbook.settings].toSorted(([a], [b]) => a.localeCompare(b))),
    xmlParts: [...workbook.xmlParts.values()].map(({ xml }) => xml).toSorted(),
  };
}

export function snapshotOfSheet(sheet: Sheet): SheetSnapshot {
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    isProtected: sheet.protection !== null,
    cells: cellsIn(sheet),
    merges: sheet.merges.map((merge) => areaText(merge)).toSorted(),
    tables: sheet.tables.map((table) => `${table.name} ${areaText(table.range)} ${table.style}`).toSorted(),
    filter: sheet.filter === null ? null : areaText(sheet.filter.range),
    hiddenRows: [...sheet.hiddenRows].toSorted((a, b) => a - b),
    hiddenColumns: [...sheet.hiddenColumns].toSorted((a, b) => a - b),
    columnWidths: byNumber(sheet.columnWidths),
    columnStyles: byNumber(sheet.columnStyles),
    rowStyles: byNumber(sheet.rowStyles),
    frozen: sheet.frozen,
  };
}

function cellsIn(sheet: Sheet): Record<string, CellSnapshot> {
  const cells: Record<string, CellSnapshot> = {};
  for (const [number, column] of [...sheet.columns].toSorted(([a], [b]) => a - b)) {
    const used = column.usedRows(false);
    for (let row = used?.first ?? 1; row <= (used?.last ?? 0); row += 1) {
      const content = column.content(row);
      const formula = column.formula(row)?.text;
      const style = column.style(row);
      if (content === null && formula === undefined && style === undefined) continue;
      cells[areaText(area(row, number))] = {
        content,
        ...(formula === undefined ? {} : { formula }),
        ...(style === undefined ? {} : { style }),
      };
    }
  }
  return cells;
}

function byNumber<T>(map: ReadonlyMap<number, T>): (readonly [number, T])[] {
  return [...map].toSorted(([a], [b]) => a - b);
}
