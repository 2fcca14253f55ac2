/**
 * `xl/workbook.xml` with sheets added and removed and names set: the elements that say so are put in
 * or taken out, and places that count sheets by position (names, active tab) are moved along.
 */
import { WorkbookError } from '../errors';
import type { NameEdit } from '../types';
import type { SheetRecord, WorkbookPart } from '../workbook-part';
import { RELATIONSHIPS, RELATIONSHIPS_URI, STRICT_RELATIONSHIPS_URI } from '../xml-names';
import { escapeAttribute, escapeString, escapeStringAttribute } from '../xml-text';
import { child, childrenOf } from '../xml-tree';
import type { XmlElement } from '../xml-tree';
import { checkDefinedName } from './names';
import { Splices } from './splices';

export interface AddedSheet {
  readonly name: string;
  readonly sheetId: number;
  readonly relationshipId: string;
}

export interface WorkbookChange {
  readonly added: readonly AddedSheet[];
  readonly removed: ReadonlySet<SheetRecord>;
  readonly names: readonly NameEdit[];
}

/** Where a sheet stands now: -1 if it was removed, undefined if there was none. */
type Position = (old: number) => number | undefined;

/** The part with the changes; null if there are none. */
export function changedWorkbook(workbook: WorkbookPart, change: WorkbookChange): Uint8Array | null {
  const { root } = workbook.tree;
  const splices = new Splices(workbook.tree);
  const prefix = root.prefix === '' ? '' : `${root.prefix}:`;
  const sheets = child(root, 'sheets');
  if (sheets !== undefined) {
    childrenOf(sheets, 'sheet').forEach((element, i) => {
      const record = workbook.sheets[i];
      if (record !== undefined && change.removed.has(record)) splices.remove(element);
    });
    if (change.added.length > 0)
      splices.append(sheets, change.added.map((sheet) => sheetXml(workbook, prefix, sheet)).join(''));
  }
  const kept = workbook.sheets.filter((sheet) => !change.removed.has(sheet));
  const position = (old: number): number | undefined => {
    const sheet = workbook.sheets[old];
    return sheet === undefined ? undefined : kept.indexOf(sheet);
  };
  if (change.removed.size > 0) moveViews(splices, root, position, kept);
  changeNames(
    splices,
    root,
    prefix,
    change.names,
    position,
    [...kept, ...change.added].map(({ name }) => name),
  );
  return splices.isEmpty ? null : splices.apply();
}

function sheetXml(
  workbook: WorkbookPart,
  prefix: string,
  { name, sheetId, relationshipId }: AddedSheet,
): string {
  const known = workbook.tree.prefixFor(RELATIONSHIPS);
  const uri = workbook.isStrict ? STRICT_RELATIONSHIPS_URI : RELATIONSHIPS_URI;
  const id = known === null || known === '' ? `xmlns:r="${uri}" r:id` : `${known}id`;
  return `<${prefix}sheet name="${escapeStringAttribute(name)}" sheetId="${sheetId}" ${id}="${escapeAttribute(relationshipId)}"/>`;
}

/** Views name the active and the first tab by position. */
function moveViews(
  splices: Splices,
  root: XmlElement,
  position: Position,
  kept: readonly SheetRecord[],
): void {
  const firstVisible = Math.max(
    0,
    kept.findIndex(({ visibility }) => visibility === 'visible'),
  );
  for (const view of childrenOf(child(root, 'bookViews'), 'workbookView')) {
    const moved: Record<string, string> = {};
    for (const name of ['activeTab', 'firstSheet']) {
      const old = view.attributes.get(name);
      if (old === undefined) continue;
      const now = position(Number(old));
      if (now !== undefined && String(now) !== old) moved[name] = String(now < 0 ? firstVisible : now);
    }
    if (Object.keys(moved).length > 0) splices.setAttributes(view, moved);
  }
}

/** Elements that stand after `definedNames`. */
const AFTER_NAMES = [
  'calcPr',
  'oleSize',
  'customWorkbookViews',
  'pivotCaches',
  'smartTagPr',
  'smartTagTypes',
  'webPublishing',
  'fileRecoveryPr',
  'webPublishObjects',
  'extLst',
];

function changeNames(
  splices: Splices,
  root: XmlElement,
  prefix: string,
  edits: readonly NameEdit[],
  position: Position,
  sheetNames: readonly string[],
): void {
  const wanted = new Map<string, { edit: NameEdit; local: number | null }>();
  for (const edit of edits) {
    const local =
      edit.sheet === null
        ? null
        : sheetNames.findIndex((name) => name.toLowerCase() === edit.sheet?.toLowerCase());
    if (local === -1) {
      if (edit.formula === null) continue;
      throw new WorkbookError('no-such-sheet', { sheet: edit.sheet ?? '', sheets: sheetNames });
    }
    if (edit.formula !== null) checkDefinedName(edit.name);
    wanted.set(nameKey(edit.name, local), { edit, local });
  }

  const section = child(root, 'definedNames');
  const elements = childrenOf(section, 'definedName');
  let left = elements.length;
  for (const element of elements) {
    const oldLocal = element.attributes.get('localSheetId');
    const local = oldLocal === undefined ? null : position(Number(oldLocal));
    // A sheet that there never was: not for us to mend.
    if (local === undefined) continue;
    const key = nameKey(element.attributes.get('name') ?? '', local);
    const replacement = wanted.get(key);
    wanted.delete(key);
    if (local === -1 || replacement?.edit.formula === null) {
      splices.remove(element);
      left--;
    } else if (replacement !== undefined) {
      const xml = nameXml(prefix, replacement.edit, replacement.local);
      if (xml !== splices.source(element.start, element.end))
        splices.replace(element.start, element.end, xml);
    } else if (local !== null && String(local) !== oldLocal) {
      splices.setAttributes(element, { localSheetId: String(local) });
    }
  }

  const added = Array.from(wanted.values(), ({ edit, local }) =>
    edit.formula === null ? '' : nameXml(prefix, edit, local),
  ).join('');
  if (section !== undefined) {
    // An empty list is not allowed.
    if (left === 0 && added === '') {
      if (elements.length > 0) splices.replace(section.start, section.end, '');
    } else if (added !== '') splices.append(section, added);
  } else if (added !== '') {
    const xml = `<${prefix}definedNames>${added}</${prefix}definedNames>`;
    const next = root.children.find(({ local }) => AFTER_NAMES.includes(local));
    splices.insert(next?.start ?? root.innerEnd, xml);
  }
}

function nameKey(name: string, local: number | null): string {
  return `${local ?? ''}!${name.toLowerCase()}`;
}

function nameXml(prefix: string, { name, formula, hidden = true }: NameEdit, local: number | null): string {
  const scope = local === null ? '' : ` localSheetId="${local}"`;
  return `<${prefix}definedName name="${escapeStringAttribute(name)}"${scope}${hidden ? ' hidden="1"' : ''}>${escapeString(formula ?? '')}</${prefix}definedName>`;
}
