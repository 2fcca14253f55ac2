/** What add-ins stored in the workbook: settings of ours, and custom XML parts. */
import type { Json, Workbook } from '../../host';
import { type OpenedWorkbook, parseTree, type XmlElement } from '../../../xlsx';
import { CUSTOM_XML, EXTENSION } from '../addin-parts';

/** Paths of custom XML parts by the id that the workbook knows them under. */
export type CustomXmlPaths = ReadonlyMap<string, string>;

/** @param addInId the id in the manifest: an add-in sees its own settings only */
export function readSettings({ parts }: OpenedWorkbook, addInId: string, workbook: Workbook): string | null {
  for (const path of extensionPaths(parts)) {
    const { root } = parseTree(path, parts.bytes(path, ''), EXTENSION.namespace, 'webextension');
    const reference = root.children.find(({ local }) => local === 'reference');
    if (reference?.attributes.get('id')?.toLowerCase() !== addInId.toLowerCase()) continue;
    for (const [name, value] of propertiesOf(root)) workbook.settings.set(name, value);
    return path;
  }
  return null;
}

function extensionPaths(parts: OpenedWorkbook['parts']): string[] {
  const panes = parts.relationships('').find(({ kind }) => kind === EXTENSION.panes)?.path ?? null;
  if (panes === null || !parts.has(panes)) return [];
  return parts
    .relationships(panes)
    .flatMap(({ kind, path }) =>
      kind === EXTENSION.extension && path !== null && parts.has(path) ? [path] : [],
    );
}

function propertiesOf(root: XmlElement): [string, Json][] {
  const properties = root.children.find(({ local }) => local === 'properties')?.children ?? [];
  return properties.flatMap(({ attributes }): [string, Json][] => {
    const [name, value] = [attributes.get('name'), attributes.get('value')];
    if (name === undefined || value === undefined) return [];
    try {
      return [[name, JSON.parse(value) as Json]];
    } catch {
      return [[name, value]];
    }
  });
}

export function readCustomXml({ parts, part }: OpenedWorkbook, workbook: Workbook): CustomXmlPaths {
  const paths = new Map<string, string>();
  for (const { kind, path } of parts.relationships(part.path)) {
    if (kind !== CUSTOM_XML.item || path === null || !parts.has(path)) continue;
    const id = itemId(parts, path) ?? workbook.nextGuid();
    workbook.xmlParts.set(id, { id, xml: new TextDecoder().decode(parts.bytes(path, part.path)) });
    paths.set(id, path);
  }
  return paths;
}

function itemId(parts: OpenedWorkbook['parts'], path: string): string | null {
  const properties =
    parts.relationships(path).find(({ kind }) => kind === CUSTOM_XML.properties)?.path ?? null;
  if (properties === null || !parts.has(properties)) return null;
  const { root } = parseTree(
    properties,
    parts.bytes(properties, path),
    CUSTOM_XML.namespace,
    'datastoreItem',
  );
  return root.attributeIn(CUSTOM_XML.namespace, 'itemID') ?? null;
}
