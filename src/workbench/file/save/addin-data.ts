/** What the add-in stored in the workbook, written to where Excel keeps it. */
import { DECLARATION, escapeAttribute, type PackageEdits } from '../../../xlsx';
import { CUSTOM_XML, EXTENSION } from '../addin-parts';
import type { OpenFile } from '../open-file';

/** @param addInId the id in the add-in's manifest */
export function writeSettings(opened: OpenFile, edits: PackageEdits, addInId: string): void {
  const { workbook, settingsPath } = opened;
  if (settingsPath === null && workbook.settings.size === 0) return;
  const properties = [...workbook.settings].map(
    ([name, value]) =>
      `<we:property name="${escapeAttribute(name)}" value="${escapeAttribute(JSON.stringify(value))}"/>`,
  );
  const xml =
    `${DECLARATION}<we:webextension xmlns:we="${EXTENSION.namespace}" id="{${addInId.toUpperCase()}}">` +
    `<we:reference id="${escapeAttribute(addInId)}" version="1.0.0.0" store="developer" storeType="Registry"/><we:alternateReferences/>` +
    `<we:properties>${properties.join('')}</we:properties><we:bindings/></we:webextension>`;
  if (settingsPath !== null) {
    edits.set(settingsPath, xml);
    return;
  }
  const path = edits.freePath('xl/webextensions/webextension#.xml');
  edits.add(path, EXTENSION.extensionType, xml);
  const panes = edits.freePath('xl/webextensions/taskpanes#.xml');
  // The part comes first: only a part that is there can have relationships.
  edits.add(panes, EXTENSION.panesType, '');
  const id = edits.relate(panes, EXTENSION.extension, path);
  edits.set(
    panes,
    `${DECLARATION}<wetp:taskpanes xmlns:wetp="${EXTENSION.panesNamespace}"><wetp:taskpane dockstate="right" visibility="0" width="350" row="0">` +
      `<wetp:webextensionref xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="${id}"/></wetp:taskpane></wetp:taskpanes>`,
  );
  edits.relate('', EXTENSION.panes, panes);
}

export function writeCustomXml({ workbook, customXml, file }: OpenFile, edits: PackageEdits): void {
  const source = file.part.path;
  for (const [id, path] of customXml) {
    const part = workbook.xmlParts.get(id);
    if (part !== undefined) {
      edits.set(path, part.xml);
      continue;
    }
    const relationship = edits.relationships(source).find((item) => item.path === path);
    if (relationship !== undefined) edits.unrelate(source, relationship.id);
    for (const { path: properties } of edits.relationships(path))
      if (properties !== null) edits.remove(properties);
    edits.remove(path);
  }
  for (const { id, xml } of workbook.xmlParts.values()) {
    if (customXml.has(id)) continue;
    const path = edits.freePath('customXml/item#.xml');
    edits.set(path, xml);
    edits.addExtension('xml', 'application/xml');
    edits.relate(source, CUSTOM_XML.item, path);
    const properties = edits.freePath('customXml/itemProps#.xml');
    edits.add(
      properties,
      CUSTOM_XML.propertiesType,
      `${DECLARATION}<ds:datastoreItem ds:itemID="${escapeAttribute(id)}" xmlns:ds="${CUSTOM_XML.namespace}"><ds:schemaRefs/></ds:datastoreItem>`,
    );
    edits.relate(path, CUSTOM_XML.properties, properties);
  }
}
