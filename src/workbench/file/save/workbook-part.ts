/** The workbook's own part: tabs and names as they are now, everything else as it was. */
import {
  child,
  childrenOf,
  escapeString,
  escapeStringAttribute,
  RELATIONSHIPS_URI,
  Splices,
  type XmlElement,
} from '../../../xlsx';
import type { DefinedName, Sheet } from '../../host';
import type { OpenFile } from '../open-file';

const STATES = { Visible: null, Hidden: 'hidden', VeryHidden: 'veryHidden' } as const;

/** One tab of the file to be. */
interface Tab {
  /** null for a tab that has no cells: it stays as it is. */
  readonly sheet: Sheet | null;
  readonly element: XmlElement | undefined;
}

/** @param relationships ids of the relationships to the parts of new sheets */
export function changedWorkbookPart(
  opened: OpenFile,
  relationships: ReadonlyMap<Sheet, string>,
): Uint8Array | null {
  const { part } = opened.file;
  const { root } = part.tree;
  const splices = new Splices(part.tree);
  const list = child(root, 'sheets');
  const before = childrenOf(list, 'sheet');
  const tabs = tabsOf(opened, before);
  const p = root.prefix === '' ? '' : `${root.prefix}:`;
  let lastId = Math.max(0, ...part.sheets.map(({ sheetId }) => sheetId));
  const xml = tabs.map(({ sheet, element }) => {
    if (element !== undefined) return changedTab(splices, element, sheet);
    lastId += 1;
    return newTab(p, sheet, lastId, relationships);
  });
  if (
    list !== undefined &&
    xml.join('') !== before.map((element) => splices.source(element.start, element.end)).join('')
  )
    splices.replace(list.innerStart, list.innerEnd, xml.join(''));
  changeNames(splices, opened, tabs, p);
  moveViews(splices, root, before, tabs);
  return splices.isEmpty ? null : splices.apply();
}

/** In the model's order; tabs without cells stay behind the sheet that they stood behind. */
function tabsOf({ workbook, sheets, file }: OpenFile, elements: readonly XmlElement[]): Tab[] {
  const elementOf = (name: string): XmlElement | undefined =>
    elements[file.part.sheets.findIndex((record) => record.name === name)];
  const tabs: Tab[] = workbook.sheets.map((sheet) => {
    const record = sheets.get(sheet);
    return { sheet, element: record === undefined ? undefined : elementOf(record.name) };
  });
  file.part.sheets.forEach((record, index) => {
    if (record.kind === 'worksheet') return;
    const previous = elements[index - 1];
    const at = previous === undefined ? 0 : tabs.findIndex(({ element }) => element === previous) + 1;
    tabs.splice(at, 0, { sheet: null, element: elements[index] });
  });
  return tabs;
}

function changedTab(splices: Splices, element: XmlElement, sheet: Sheet | null): string {
  const present = splices.source(element.start, element.end);
  if (sheet === null) return present;
  const state = STATES[sheet.visibility];
  const isSame =
    element.attributes.get('name') === sheet.name &&
    (element.attributes.get('state') ?? 'visible') === (state ?? 'visible');
  if (isSame) return present;
  return present.replace(
    splices.source(element.start, element.innerStart),
    splices.tag(element, { name: sheet.name, state }),
  );
}

function newTab(
  p: string,
  sheet: Sheet | null,
  id: number,
  relationships: ReadonlyMap<Sheet, string>,
): string {
  if (sheet === null) return '';
  const state = STATES[sheet.visibility];
  return (
    `<${p}sheet name="${escapeStringAttribute(sheet.name)}" sheetId="${id}"${state === null ? '' : ` state="${state}"`}` +
    ` xmlns:r="${RELATIONSHIPS_URI}" r:id="${relationships.get(sheet) ?? ''}"/>`
  );
}

function changeNames(splices: Splices, { workbook, file }: OpenFile, tabs: readonly Tab[], p: string): void {
  const { root } = file.part.tree;
  const section = child(root, 'definedNames');
  const foreign = file.definedNames.flatMap(({ sheet }, index) => {
    const element = childrenOf(section, 'definedName')[index];
    const tab = sheet === null ? null : file.part.sheets.find(({ name }) => name === sheet);
    return tab?.kind === 'other' && element !== undefined ? [splices.source(element.start, element.end)] : [];
  });
  const xml = [...foreign, ...workbook.names.map((name) => nameXml(name, tabs, p))].join('');
  const present = section === undefined ? '' : splices.source(section.innerStart, section.innerEnd);
  if (isSameNames(file, workbook.names, tabs)) return;
  if (section === undefined) {
    const after = [
      'calcPr',
      'oleSize',
      'customWorkbookViews',
      'pivotCaches',
      'extLst',
      'fileRecoveryPr',
      'webPublishing',
    ];
    const next = root.children.find(({ local }) => after.includes(local));
    if (xml !== '')
      splices.insert(next?.start ?? root.innerEnd, `<${p}definedNames>${xml}</${p}definedNames>`);
  } else if (xml === '') splices.remove(section);
  else if (xml !== present) splices.replace(section.innerStart, section.innerEnd, xml);
}

function isSameNames(file: OpenFile['file'], names: readonly DefinedName[], tabs: readonly Tab[]): boolean {
  const isMoved = tabs.some(
    ({ element }, index) =>
      element !== undefined && childrenOf(child(file.part.tree.root, 'sheets'), 'sheet')[index] !== element,
  );
  const before = file.definedNames.map(
    ({ name, sheet, formula, hidden }) => `${sheet ?? ''}!${name}=${formula} ${hidden}`,
  );
  const now = names.map(
    ({ name, scope, formula, visible }) => `${scope?.name ?? ''}!${name}${formula} ${!visible}`,
  );
  return !isMoved && before.join('\n') === now.join('\n');
}

function nameXml(
  { name, scope, formula, visible, comment }: DefinedName,
  tabs: readonly Tab[],
  p: string,
): string {
  const local = scope === null ? '' : ` localSheetId="${tabs.findIndex(({ sheet }) => sheet === scope)}"`;
  const remark = comment === '' ? '' : ` comment="${escapeStringAttribute(comment)}"`;
  return (
    `<${p}definedName name="${escapeStringAttribute(name)}"${remark}${local}${visible ? '' : ' hidden="1"'}>` +
    `${escapeString(formula.replace(/^=/, ''))}</${p}definedName>`
  );
}

/** Views name the open tab by its place. */
function moveViews(
  splices: Splices,
  root: XmlElement,
  before: readonly XmlElement[],
  tabs: readonly Tab[],
): void {
  for (const view of childrenOf(child(root, 'bookViews'), 'workbookView')) {
    const moved: Record<string, string> = {};
    for (const name of ['activeTab', 'firstSheet']) {
      const old = view.attributes.get(name);
      if (old === undefined) continue;
      const now = Math.max(
        0,
        tabs.findIndex(({ element }) => element === before[Number(old)]),
      );
      if (String(now) !== old) moved[name] = String(now);
    }
    if (Object.keys(moved).length > 0) splices.setAttributes(view, moved);
  }
}
