/** A sheet's part written anew: cells and what the model holds from the model, everything else as it was. */
import {
  ByteWindow,
  DECLARATION,
  MAIN,
  MAIN_URI,
  PartSink,
  RELATIONSHIPS_URI,
  XmlReader,
} from '../../../xlsx';
import type { Sheet, Shift } from '../../host';
import { followed } from './follow-shifts';
import { writeRows, type RowsContext } from './rows-xml';
import { colsXml, dimensionXml, filterXml, mergesXml, paneXml, viewsXml } from './sheet-elements';

export interface SheetLinks {
  /** Ids of the relationships to tables. */
  readonly tables: readonly string[];
  /** Id of the relationship to the drawing of notes; null for none. */
  readonly notes: string | null;
}

export interface SheetWriting {
  readonly sheet: Sheet;
  readonly links: SheetLinks;
  readonly shifts: readonly Shift[];
  readonly context: Omit<RowsContext, 'prefix'>;
}

/** Children of a worksheet in the order of the schema. */
const ORDER =
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst'.split(
    ' ',
  );

/** Those that the model has. */
const OURS = new Set([
  'dimension',
  'cols',
  'sheetData',
  'sheetProtection',
  'autoFilter',
  'mergeCells',
  'legacyDrawing',
  'tableParts',
]);
/** Criteria that the model cannot hold. */
const FOREIGN_FILTER = /dynamicFilter|top10|colorFilter|iconFilter|dateGroupItem/;

export type Part = ReturnType<PartSink['finish']>;

interface Element {
  readonly local: string;
  readonly xml: string;
}

export function rewrittenSheet(path: string, bytes: Uint8Array, writing: SheetWriting): Part {
  const window = ByteWindow.overWhole(path, bytes);
  const reader = new XmlReader(window);
  reader.openRoot(MAIN, 'worksheet');
  const head = reader.source(0, reader.tokenEnd).replace(/\s*\/>$/, '>');
  const prefix = reader.prefix === '' ? '' : `${reader.prefix}:`;
  const elements: Element[] = [];
  while (reader.nextChild()) {
    const [start, local, isMain] = [reader.tokenStart, reader.local, reader.namespace === MAIN];
    reader.skip();
    const isCells = isMain && local === 'sheetData';
    elements.push({
      local: isMain ? local : 'oleObjects',
      xml: isCells ? '' : reader.source(start, reader.tokenEnd),
    });
  }
  const mark = new TextDecoder('utf-8', { ignoreBOM: true }).decode(window.mark);
  return written(mark + head, prefix, elements, writing);
}

export function newSheet(writing: SheetWriting): Part {
  const head = `${DECLARATION}<worksheet xmlns="${MAIN_URI}" xmlns:r="${RELATIONSHIPS_URI}">`;
  const { sheet } = writing;
  const format = `<sheetFormatPr defaultRowHeight="${sheet.standardHeight}"/>`;
  const tab =
    sheet.tabColor === ''
      ? []
      : [{ local: 'sheetPr', xml: `<sheetPr><tabColor rgb="FF${sheet.tabColor.slice(1)}"/></sheetPr>` }];
  return written(
    head,
    '',
    [...tab, { local: 'sheetViews', xml: viewsXml(sheet, '') }, { local: 'sheetFormatPr', xml: format }],
    writing,
  );
}

function written(head: string, prefix: string, elements: readonly Element[], writing: SheetWriting): Part {
  const sink = new PartSink();
  const { sheet, context, shifts } = writing;
  const kept = elements
    .filter(({ local }) => !OURS.has(local))
    .map(({ local, xml }) => ({
      local,
      xml: local === 'sheetViews' ? withPane(xml, sheet, prefix) : followed(xml, sheet.name, shifts),
    }));
  const ours = ourElements(elements, prefix, writing);
  const all = [...kept, ...ours, { local: 'sheetData', xml: '' }].toSorted(
    (a, b) => ORDER.indexOf(a.local) - ORDER.indexOf(b.local),
  );
  sink.text(head);
  for (const { local, xml } of all) {
    if (local !== 'sheetData') sink.text(xml);
    else {
      writeRows(sheet, { ...context, prefix }, (text) => {
        sink.text(text);
      });
    }
  }
  sink.text(`</${prefix}worksheet>`);
  return sink.finish();
}

function ourElements(
  before: readonly Element[],
  p: string,
  { sheet, links, context }: SheetWriting,
): Element[] {
  const old = (local: string): string => before.find((element) => element.local === local)?.xml ?? '';
  const id = (relationship: string): string => `xmlns:r="${RELATIONSHIPS_URI}" r:id="${relationship}"`;
  const tables = links.tables.map((table) => `<${p}tablePart ${id(table)}/>`).join('');
  return [
    { local: 'dimension', xml: dimensionXml(sheet, p) },
    { local: 'cols', xml: colsXml(sheet, p, context.style) },
    { local: 'sheetProtection', xml: protectionXml(sheet, old('sheetProtection'), p) },
    {
      local: 'autoFilter',
      xml:
        FOREIGN_FILTER.test(old('autoFilter')) && sheet.filter !== null
          ? old('autoFilter')
          : filterXml(sheet.filter, p),
    },
    { local: 'mergeCells', xml: mergesXml(sheet, p) },
    { local: 'legacyDrawing', xml: links.notes === null ? '' : `<${p}legacyDrawing ${id(links.notes)}/>` },
    {
      local: 'tableParts',
      xml: tables === '' ? '' : `<${p}tableParts count="${links.tables.length}">${tables}</${p}tableParts>`,
    },
  ];
}

/** A protection that the file had keeps its password. */
function protectionXml({ protection }: Sheet, old: string, p: string): string {
  if (protection === null) return '';
  if (old !== '') return old;
  const attributes = Object.entries(protection.options)
    .filter(([name, value]) => name.startsWith('allow') && value === true)
    .map(([name]) => ` ${name.charAt(5).toLowerCase()}${name.slice(6)}="0"`);
  return `<${p}sheetProtection sheet="1" objects="1" scenarios="1"${attributes.join('')}/>`;
}

/** The first view with the lines that are frozen now. */
function withPane(xml: string, { frozen }: Sheet, p: string): string {
  const present = /<(?:\w+:)?pane\b[^>]*\/>/.exec(xml)?.[0] ?? '';
  const wanted = frozen === null ? '' : paneXml(frozen, p);
  const split = (text: string): string =>
    `${/xSplit="(\d+)/.exec(text)?.[1] ?? 0} ${/ySplit="(\d+)/.exec(text)?.[1] ?? 0}`;
  if (split(present) === split(wanted)) return xml;
  if (present !== '') return xml.replace(present, wanted);
  const [view = ''] = /<(?:\w+:)?sheetView\b[^>]*>/.exec(xml) ?? [];
  return view.endsWith('/>')
    ? xml.replace(view, `${view.slice(0, -2)}>${wanted}</${p}sheetView>`)
    : xml.replace(view, view + wanted);
}
