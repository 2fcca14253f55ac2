/** The elements of a sheet's part around its cells, from the model. Each is empty where there is nothing to say. */
import { escapeAttribute } from '../../../xlsx';
import { areaText, type CellStyle, type Criterion, type Filter, type Sheet } from '../../host';
import { digitWidth, widthOfPoints } from '../read/widths';

export function dimensionXml(sheet: Sheet, p: string): string {
  const used = sheet.usedArea(false);
  return `<${p}dimension ref="${used === null ? 'A1' : areaText(used)}"/>`;
}

export function colsXml(sheet: Sheet, p: string, style: (style: CellStyle) => number): string {
  const digit = digitWidth(sheet.plain);
  const last = Math.max(
    0,
    ...sheet.columnWidths.keys(),
    ...sheet.hiddenColumns,
    ...sheet.columnStyles.keys(),
  );
  const attributesOf = (column: number): string => {
    const width = sheet.columnWidths.get(column);
    const look = sheet.columnStyles.get(column);
    const isHidden = sheet.hiddenColumns.has(column);
    if (width === undefined && look === undefined && !isHidden) return '';
    return (
      ` width="${widthOfPoints(width ?? sheet.standardWidth, digit)}"` +
      (look === undefined ? '' : ` style="${style(look)}"`) +
      (isHidden ? ' hidden="1"' : '') +
      ' customWidth="1"'
    );
  };
  let xml = '';
  for (let column = 1; column <= last;) {
    const attributes = attributesOf(column);
    let end = column;
    while (end < last && attributesOf(end + 1) === attributes) end += 1;
    if (attributes !== '') xml += `<${p}col min="${column}" max="${end}"${attributes}/>`;
    column = end + 1;
  }
  return xml === '' ? '' : `<${p}cols>${xml}</${p}cols>`;
}

export function mergesXml({ merges }: Sheet, p: string): string {
  if (merges.length === 0) return '';
  const cells = merges.map((merge) => `<${p}mergeCell ref="${areaText(merge)}"/>`).join('');
  return `<${p}mergeCells count="${merges.length}">${cells}</${p}mergeCells>`;
}

export function viewsXml({ frozen }: Sheet, p: string): string {
  const pane = frozen === null ? '' : paneXml(frozen, p);
  return `<${p}sheetViews><${p}sheetView workbookViewId="0">${pane}</${p}sheetView></${p}sheetViews>`;
}

export function paneXml({ rows, columns }: { rows: number; columns: number }, p: string): string {
  if (rows === 0 && columns === 0) return '';
  const name = rows === 0 ? 'topRight' : columns === 0 ? 'bottomLeft' : 'bottomRight';
  const first = areaText({ top: rows + 1, left: columns + 1, bottom: rows + 1, right: columns + 1 });
  return (
    `<${p}pane${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}` +
    ` topLeftCell="${first}" activePane="${name}" state="frozen"/>`
  );
}

const OPERATORS: Readonly<Record<string, string>> = {
  '=': 'equal',
  '<>': 'notEqual',
  '>': 'greaterThan',
  '>=': 'greaterThanOrEqual',
  '<': 'lessThan',
  '<=': 'lessThanOrEqual',
};

export function filterXml(filter: Filter | null, p: string): string {
  if (filter === null) return '';
  const { range } = filter;
  let columns = '';
  for (let column = 0; column <= range.right - range.left; column += 1) {
    const criterion = filter.criterion(column);
    const inner = criterion === undefined ? '' : criterionXml(criterion, p);
    if (inner !== '') columns += `<${p}filterColumn colId="${column}">${inner}</${p}filterColumn>`;
  }
  return `<${p}autoFilter ref="${areaText(range)}">${columns}</${p}autoFilter>`;
}

/** Empty for a criterion that the host only took over from a file. */
function criterionXml({ filterOn, values, criterion1, criterion2, operator }: Criterion, p: string): string {
  if (filterOn === 'Values') {
    const texts = (values ?? []).filter((value) => value !== '');
    const blank = values?.includes('') === true ? ' blank="1"' : '';
    const filters = texts.map((value) => `<${p}filter val="${escapeAttribute(value)}"/>`).join('');
    return `<${p}filters${blank}>${filters}</${p}filters>`;
  }
  if (filterOn !== 'Custom' || criterion1 === undefined) return '';
  const both = [criterion1, ...(criterion2 === undefined ? [] : [criterion2])].map((criterion) => {
    const [, sign = '=', value = ''] = /^(<>|<=|>=|<|>|=)?(.*)$/s.exec(criterion) ?? [];
    return `<${p}customFilter operator="${OPERATORS[sign] ?? 'equal'}" val="${escapeAttribute(value)}"/>`;
  });
  return `<${p}customFilters${operator === 'And' ? ' and="1"' : ''}>${both.join('')}</${p}customFilters>`;
}
