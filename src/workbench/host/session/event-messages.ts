/**
 * What Excel tells the add-in's event handlers of a change: the number of the event, to whom it is
 * addressed (the id of a sheet or table, or the workbook), and the arguments.
 */
import type { CellContent, CellRange } from '../../../sheet';
import { areaText } from '../book/address';
import { overlap } from '../book/area';
import type { Change, Origin } from '../book/change';
import type { Sheet } from '../book/sheet';
import { valueType, wireValue } from '../members/cells';

export interface EventMessage {
  readonly eventType: number;
  readonly targets: readonly string[];
  readonly args: Readonly<Record<string, unknown>>;
  /** The cells it is about: the add-in may ask for them as a range. */
  readonly cells?: { readonly sheet: Sheet; readonly area: CellRange };
}

const WORKBOOK = 'Workbook';

const EVENT = {
  cellsChanged: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selected: 14,
  deleted: 15,
  calculated: 16,
  formatted: 18,
  rowsSorted: 19,
  rowsHidden: 22,
  protected: 24,
  renamed: 25,
  shown: 26,
  moved: 27,
  tableSelected: 100,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
  commentAdded: 250,
  commentDeleted: 251,
  commentChanged: 252,
} as const;

/** The events that the host tells of; asking for another one is refused. */
export const TOLD_EVENTS: ReadonlySet<number> = new Set(Object.values(EVENT));

export function eventMessages(change: Change, origin: Origin): EventMessage[] {
  const source = origin === 'coauthor' ? 'Remote' : 'Local';
  switch (change.kind) {
    case 'cellsEdited':
    case 'cellsShifted':
      return cellsChanged(change, origin, source);
    case 'cellsFormatted':
      return ofSheet(EVENT.formatted, change.sheet, { address: areaText(change.area), source }, change.area);
    case 'rowsSorted':
      return ofSheet(EVENT.rowsSorted, change.sheet, { address: areaText(change.area), source });
    case 'rowsHidden':
      return ofSheet(EVENT.rowsHidden, change.sheet, {
        address: areaText(change.area),
        changeType: change.hidden ? 'Hidden' : 'Unhidden',
        source,
      });
    case 'calculated':
      return ofSheet(EVENT.calculated, change.sheet, { address: areaText(change.area) });
    case 'selected':
      return [
        ...ofSheet(EVENT.selected, change.sheet, { address: areaText(change.area) }),
        ...tableSelections(change.sheet, change.area),
      ];
    case 'sheetActivated':
      return ofSheet(EVENT.activated, change.sheet, {});
    case 'sheetDeactivated':
      return ofSheet(EVENT.deactivated, change.sheet, {});
    case 'sheetProtected':
      return ofSheet(EVENT.protected, change.sheet, { isProtected: change.isProtected, source });
    case 'sheetRenamed':
      return ofSheet(EVENT.renamed, change.sheet, {
        nameBefore: change.before,
        nameAfter: change.sheet.name,
        source,
      });
    case 'sheetShown':
      return ofSheet(EVENT.shown, change.sheet, {
        visibilityBefore: change.before,
        visibilityAfter: change.sheet.visibility,
        source,
      });
    default:
      return ofWorkbook(change, source);
  }
}

/** Events that only the workbook's collections have. */
function ofWorkbook(change: Change, source: string): EventMessage[] {
  switch (change.kind) {
    case 'sheetAdded':
      return [message(EVENT.added, [WORKBOOK], { worksheetId: change.sheet.id, source })];
    case 'sheetDeleted':
      return [message(EVENT.deleted, [WORKBOOK], { worksheetId: change.sheet.id, source })];
    case 'sheetMoved':
      return [
        message(EVENT.moved, [WORKBOOK], {
          worksheetId: change.sheet.id,
          positionBefore: change.before,
          source,
        }),
      ];
    case 'tableAdded':
    case 'tableDeleted': {
      const { id, sheet, name } = change.table;
      const args = { tableId: String(id), tableName: name, worksheetId: sheet.id, source };
      const eventType = change.kind === 'tableAdded' ? EVENT.tableAdded : EVENT.tableDeleted;
      return [message(eventType, [sheet.id, WORKBOOK], args)];
    }
    case 'commentAdded':
    case 'commentDeleted':
    case 'commentEdited': {
      const { id, kind, sheet } = change.comment;
      if (kind === 'note') return [];
      const args = {
        commentDetails: [{ commentId: id, replyIds: [] }],
        changeType: 'CommentEdited',
        worksheetId: sheet.id,
        source,
      };
      return [message(commentEvent(change.kind), [sheet.id, WORKBOOK], args)];
    }
    default:
      return [];
  }
}

function commentEvent(kind: 'commentAdded' | 'commentDeleted' | 'commentEdited'): number {
  if (kind === 'commentAdded') return EVENT.commentAdded;
  return kind === 'commentDeleted' ? EVENT.commentDeleted : EVENT.commentChanged;
}

function message(eventType: number, targets: readonly string[], args: EventMessage['args']): EventMessage {
  return { eventType, targets, args };
}

/** To those who listen to the sheet and to those who listen to all sheets. */
function ofSheet(
  eventType: number,
  sheet: Sheet,
  args: EventMessage['args'],
  cells?: CellRange,
): EventMessage[] {
  return [
    {
      eventType,
      targets: [sheet.id, WORKBOOK],
      args: { ...args, worksheetId: sheet.id },
      ...(cells === undefined ? {} : { cells: { sheet, area: cells } }),
    },
  ];
}

type CellsChange = Change & { kind: 'cellsEdited' | 'cellsShifted' };

function cellsChanged(change: CellsChange, origin: Origin, source: string): EventMessage[] {
  const { sheet, area: range } = change;
  const args = {
    address: areaText(range),
    source,
    triggerSource: origin === 'addin' ? 'ThisLocalAddin' : 'Unknown',
    ...changeType(change),
    ...details(change),
  };
  const tables = sheet.tables
    .filter((table) => overlap(table.range, range) !== null)
    .map((table) => ({
      ...message(EVENT.tableChanged, [String(table.id), sheet.id, WORKBOOK], {
        ...args,
        tableId: String(table.id),
        worksheetId: sheet.id,
      }),
      cells: { sheet, area: range },
    }));
  return [...ofSheet(EVENT.cellsChanged, sheet, args, range), ...tables];
}

function changeType(change: CellsChange): { changeType: string; shiftDirection: string } {
  if (change.kind === 'cellsEdited') return { changeType: 'RangeEdited', shiftDirection: 'None' };
  const { kind, axis, from, to } = change.shift;
  const what = kind === 'insert' ? 'Inserted' : 'Deleted';
  const isWhole = from === 1 && to === (axis === 'rows' ? 16_384 : 1_048_576);
  const direction =
    axis === 'rows' ? (kind === 'insert' ? 'Down' : 'Up') : kind === 'insert' ? 'Right' : 'Left';
  return {
    changeType: isWhole ? `${axis === 'rows' ? 'Row' : 'Column'}${what}` : `Cell${what}`,
    shiftDirection: isWhole ? 'None' : `ShiftCell${direction}`,
  };
}

/** Of a single cell Excel tells what was there and what is there now. */
function details(change: CellsChange): Record<string, unknown> {
  if (change.kind !== 'cellsEdited' || change.before === undefined || change.after === undefined) return {};
  const value = (content: CellContent): unknown => wireValue(content);
  return {
    valueBefore: value(change.before),
    valueAfter: value(change.after),
    valueTypeBefore: valueType(change.before),
    valueTypeAfter: valueType(change.after),
  };
}

function tableSelections(sheet: Sheet, range: CellRange): EventMessage[] {
  return sheet.tables.map((table) => {
    const inside = overlap(table.range, range);
    return message(EVENT.tableSelected, [String(table.id)], {
      address: inside === null ? '' : areaText(inside),
      worksheetId: sheet.id,
      tableId: String(table.id),
    });
  });
}
