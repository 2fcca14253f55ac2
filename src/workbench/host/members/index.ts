/**
 * The types of Office.js that the host covers, each with its members: JSON and objects go in and out, the
 * workbook changes. What is not in these tables does not exist for the add-in.
 */
import type { HostType } from '../wire/host-type';
import { application, createdWorkbook, runtime } from './application';
import { autoFilter, filter } from './auto-filter';
import { comment, commentCollection } from './comments';
import { freezePanes } from './freeze-panes';
import { namedItem, namedItemCollection } from './names';
import { range } from './range';
import { rangeAreas, rangeCollection } from './range-areas';
import { rangeBorder, rangeBorderCollection } from './range-borders';
import { formatProtection, rangeFill, rangeFont, rangeFormat } from './range-format';
import { rangeSort } from './range-sort';
import { rangeView, rangeViewCollection } from './range-view';
import {
  addinInternalService,
  appRuntimeService,
  customFunctions,
  customFunctionsContainer,
} from './services';
import { setting, settingCollection } from './settings';
import { tableColumn, tableColumnCollection, tableRow, tableRowCollection } from './table-lines';
import { table, tableCollection, tableScopedCollection, tableSort } from './tables';
import { workbook, workbookProtection } from './workbook';
import { worksheet, worksheetCollection, worksheetProtection } from './worksheets';
import { customXmlPart, customXmlPartCollection, customXmlPartScopedCollection } from './xml-parts';

const ALL: readonly HostType[] = [
  addinInternalService,
  application,
  appRuntimeService,
  autoFilter,
  comment,
  commentCollection,
  createdWorkbook,
  customFunctions,
  customFunctionsContainer,
  customXmlPart,
  customXmlPartCollection,
  customXmlPartScopedCollection,
  filter,
  formatProtection,
  freezePanes,
  namedItem,
  namedItemCollection,
  range,
  rangeAreas,
  rangeBorder,
  rangeBorderCollection,
  rangeCollection,
  rangeFill,
  rangeFont,
  rangeFormat,
  rangeSort,
  rangeView,
  rangeViewCollection,
  runtime,
  setting,
  settingCollection,
  table,
  tableCollection,
  tableColumn,
  tableColumnCollection,
  tableRow,
  tableRowCollection,
  tableScopedCollection,
  tableSort,
  workbook,
  workbookProtection,
  worksheet,
  worksheetCollection,
  worksheetProtection,
];

/** By their names in Office.js. */
export const HOST_TYPES: ReadonlyMap<string, HostType> = new Map(ALL.map((type) => [type.name, type]));

export { service } from './services';
export { WorkbookObject } from './workbook';
