/** `xl/workbook.xml`, or whatever part the package calls its workbook: sheets, names, settings. */
import { atMost, WorkbookError } from './errors';
import type { Package, Relationship } from './package';
import type { Calculation, DefinedName, SheetInfo, SheetVisibility } from './types';
import { MAIN, RELATIONSHIPS, STRICT_MAIN_URI } from './xml-names';
import type { XmlElement, XmlTree } from './xml-tree';
import { child, childrenOf, parseTree } from './xml-tree';
import { unescapeCodes } from './xml-text';

export interface SheetRecord extends SheetInfo {
  readonly sheetId: number;
  readonly relationshipId: string;
}

export interface WorkbookPart {
  readonly path: string;
  readonly tree: XmlTree;
  readonly relationships: readonly Relationship[];
  readonly sheets: readonly SheetRecord[];
  readonly definedNames: readonly DefinedName[];
  readonly date1904: boolean;
  readonly isStrict: boolean;
  readonly isMacroEnabled: boolean;
  readonly calculation: Calculation;
}

const BINARY = 'application/vnd.ms-excel.sheet.binary.macroEnabled.main';
const MAX_SHEETS = 10_000;

export function readWorkbookPart(parts: Package): WorkbookPart {
  const { path, type } = findWorkbook(parts);
  const bytes = parts.bytes(path, '_rels/.rels');
  const tree = parseTree(path, bytes, MAIN, 'workbook');
  const relationships = parts.relationships(path);
  const elements = childrenOf(child(tree.root, 'sheets'), 'sheet');
  atMost(MAX_SHEETS, elements.length, 'sheets', path);
  const byId = new Map(relationships.map((relationship) => [relationship.id, relationship]));
  const sheets = elements.map((element) => sheetRecord(parts, path, element, byId));
  if (!sheets.some((sheet) => sheet.kind === 'worksheet')) throw new WorkbookError('no-sheets', {});
  refuseTwins(sheets);
  return {
    path,
    tree,
    relationships,
    sheets,
    definedNames: childrenOf(child(tree.root, 'definedNames'), 'definedName').map((name) =>
      definedName(name, sheets),
    ),
    date1904: isTrue(child(tree.root, 'workbookPr')?.attributes.get('date1904')),
    isMacroEnabled: /\.macroenabled\./i.test(type),
    isStrict: [...tree.root.attributes.values()].includes(STRICT_MAIN_URI),
    calculation: calculation(child(tree.root, 'calcPr')),
  };
}

function findWorkbook(parts: Package): { readonly path: string; readonly type: string } {
  if (!parts.has('[Content_Types].xml')) {
    const isOpenDocument = parts.has('mimetype') && parts.has('META-INF/manifest.xml');
    if (!isOpenDocument && parts.has('_rels/.rels'))
      throw new WorkbookError('missing-part', { part: '[Content_Types].xml', neededBy: 'zip' });
    throw new WorkbookError('not-a-workbook', { found: isOpenDocument ? 'ods' : 'zip' });
  }
  if (!parts.has('_rels/.rels'))
    throw new WorkbookError('missing-part', { part: '_rels/.rels', neededBy: 'zip' });
  const path = parts.relationships('').find((relationship) => relationship.kind === 'officeDocument')?.path;
  if (path === undefined || path === null) throw new WorkbookError('not-a-workbook', { found: 'zip' });
  const type = parts.contentTypes()(path);
  if (type === BINARY || path.toLowerCase().endsWith('.bin'))
    throw new WorkbookError('not-a-workbook', { found: 'xlsb' });
  if (/wordprocessingml|presentationml|\.visio|ms-word|ms-powerpoint/.test(type))
    throw new WorkbookError('not-a-workbook', { found: 'office' });
  if (!parts.has(path)) throw new WorkbookError('missing-part', { part: path, neededBy: '_rels/.rels' });
  return { path, type };
}

const VISIBILITIES: readonly SheetVisibility[] = ['visible', 'hidden', 'veryHidden'];

function sheetRecord(
  parts: Package,
  workbook: string,
  sheet: XmlElement,
  relationships: ReadonlyMap<string, Relationship>,
): SheetRecord {
  const relationshipId = sheet.attributeIn(RELATIONSHIPS, 'id') ?? '';
  const name = unescapeCodes(sheet.attributes.get('name') ?? '');
  const record = {
    name,
    visibility: VISIBILITIES.find((state) => state === sheet.attributes.get('state')) ?? 'visible',
    sheetId: sheetId(sheet.attributes.get('sheetId')),
    relationshipId,
  } as const;
  if (relationshipId === '') return { ...record, kind: 'other', path: '' };
  const target = relationships.get(relationshipId);
  if (target === undefined || target.path === null)
    throw new WorkbookError('missing-part', { part: name, neededBy: workbook });
  if (!parts.has(target.path))
    throw new WorkbookError('missing-part', { part: target.path, neededBy: workbook });
  return { ...record, kind: target.kind === 'worksheet' ? 'worksheet' : 'other', path: target.path };
}

/** What is written to the one would be lost or doubled in the other. */
function refuseTwins(sheets: readonly SheetRecord[]): void {
  const names = new Set<string>();
  const paths = new Set<string>();
  for (const { name, path } of sheets) {
    if (names.has(name.toLowerCase()) || paths.has(path))
      throw new WorkbookError('duplicate-sheet', { sheet: name });
    names.add(name.toLowerCase());
    if (path !== '') paths.add(path);
  }
}

/** 0, which no sheet may have, for one that is no number: a new sheet's is counted from the others. */
function sheetId(text: string | undefined): number {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

function definedName(element: XmlElement, sheets: readonly SheetRecord[]): DefinedName {
  const local = element.attributes.get('localSheetId');
  return {
    name: unescapeCodes(element.attributes.get('name') ?? ''),
    sheet: local === undefined ? null : (sheets[Number(local)]?.name ?? null),
    hidden: isTrue(element.attributes.get('hidden')),
    formula: unescapeCodes(element.text),
    comment: unescapeCodes(element.attributes.get('comment') ?? ''),
  };
}

function calculation(element: XmlElement | undefined): Calculation {
  const mode = element?.attributes.get('calcMode');
  return {
    mode: mode === 'manual' || mode === 'autoNoTable' ? mode : 'auto',
    fullCalcOnLoad: isTrue(element?.attributes.get('fullCalcOnLoad')),
  };
}

function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true' || text === 'on';
}
