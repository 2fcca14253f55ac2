/** Small workbooks for tests, from the XML of the parts that matter to a test. */
import { strFromU8 } from 'fflate';
import { openWorkbook } from '../../src/xlsx';
import type { Workbook, WorkbookErrorCode } from '../../src/xlsx';
import { WorkbookError } from '../../src/xlsx';
import type { Grid } from '../../src/sheet';
import { unzipped, zip } from './zip';
import type { ZipPart } from './zip';

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const STRICT_MAIN = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
export const STRICT_OFFICE = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export interface Parts {
  /** Content by path; `null` leaves a part out that would be there. */
  readonly [path: string]: string | Uint8Array | null;
}

export function relationships(
  ...list: readonly (readonly [id: string, kind: string, target: string])[]
): string {
  const items = list.map(
    ([id, kind, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Relationships xmlns="${RELATIONSHIPS}">${items.join('')}</Relationships>`;
}

export function contentTypes(overrides: Readonly<Record<string, string>> = {}): string {
  const all = {
    '/xl/workbook.xml': `${TYPE}.sheet.main+xml`,
    '/xl/worksheets/sheet1.xml': `${TYPE}.worksheet+xml`,
    '/xl/styles.xml': `${TYPE}.styles+xml`,
    ...overrides,
  };
  const items = Object.entries(all).map(
    ([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${items.join('')}</Types>`
  );
}

export const STYLES =
  `<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>';

export function sheetXml(
  sheetData: string,
  around: { readonly before?: string; readonly after?: string } = {},
): string {
  return `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${around.before ?? ''}<sheetData>${sheetData}</sheetData>${around.after ?? ''}</worksheet>`;
}

export function workbookXml(
  inside = '<sheets><sheet name="数据" sheetId="1" r:id="rId1"/></sheets>',
): string {
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${inside}</workbook>`;
}

/** A workbook with one sheet 数据, some of its parts replaced, added or left out. */
export function partsOf(changes: Parts = {}): ZipPart[] {
  const all: Parts = {
    '[Content_Types].xml': contentTypes(),
    '_rels/.rels': relationships(['rId1', 'officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': workbookXml(),
    'xl/_rels/workbook.xml.rels': relationships(
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'styles', 'styles.xml'],
    ),
    'xl/worksheets/sheet1.xml': sheetXml(''),
    'xl/styles.xml': STYLES,
    ...changes,
  };
  return Object.entries(all).flatMap(([name, content]) => (content === null ? [] : [{ name, content }]));
}

/** The parts of that workbook with one entry of the archive changed. */
export function partsWith(name: string, change: Partial<ZipPart>, changes: Parts = {}): ZipPart[] {
  return partsOf(changes).map((part) => (part.name === name ? { ...part, ...change } : part));
}

export function workbookFile(changes: Parts = {}): Uint8Array {
  return zip(partsOf(changes));
}

export function open(changes: Parts = {}): Workbook {
  return openWorkbook(workbookFile(changes));
}

/** The grid of a sheet with these rows. */
export function gridOf(sheetData: string, changes: Parts = {}): Grid {
  return open({ 'xl/worksheets/sheet1.xml': sheetXml(sheetData), ...changes }).readGrid('数据');
}

/** With a shared strings part of these items (`<si>…</si>`). */
export function withStrings(items: string): Parts {
  return {
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${items}</sst>`,
    'xl/_rels/workbook.xml.rels': relationships(
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'styles', 'styles.xml'],
      ['rId3', 'sharedStrings', 'sharedStrings.xml'],
    ),
  };
}

/** The text of a part, read by another unzipper. */
export function partText(file: Uint8Array, path: string): string {
  const part = unzipped(file)[path];
  if (part === undefined)
    throw new Error(`no part ${path}; there are ${Object.keys(unzipped(file)).join(', ')}`);
  return strFromU8(part);
}

/** The value, or the word for the WorkbookError that stood in its way; any other error is thrown on. */
export function outcome<T>(action: () => T): T | 'WorkbookError' {
  try {
    return action();
  } catch (error) {
    if (error instanceof WorkbookError) return 'WorkbookError';
    throw error;
  }
}

export function utf16(text: string, order: 'little' | 'big'): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), order === 'little');
  return bytes;
}

/** Whether two files are the same, byte for byte (the matchers of jest take seconds to tell). */
export function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

export interface Failure {
  readonly code: WorkbookErrorCode;
  readonly en: string;
  readonly zh: string;
}

/** What went wrong, in both languages. */
export function failure(action: () => unknown): Failure {
  try {
    action();
  } catch (error) {
    if (error instanceof WorkbookError)
      return { code: error.code, en: error.text('en'), zh: error.text('zh') };
    throw error;
  }
  throw new Error('nothing went wrong');
}
