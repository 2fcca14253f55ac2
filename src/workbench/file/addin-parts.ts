/**
 * Where a file keeps what an add-in stores in a workbook: its settings in a web extension, its custom XML
 * in parts of their own. As Excel writes them, so that Excel finds them again.
 */
export const EXTENSION = {
  panes: 'http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes',
  extension: 'http://schemas.microsoft.com/office/2011/relationships/webextension',
  panesType: 'application/vnd.ms-office.webextensiontaskpanes+xml',
  extensionType: 'application/vnd.ms-office.webextension+xml',
  namespace: 'http://schemas.microsoft.com/office/webextensions/webextension/2010/11',
  panesNamespace: 'http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11',
} as const;

export const CUSTOM_XML = {
  item: 'customXml',
  properties: 'customXmlProps',
  propertiesType: 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
  namespace: 'http://schemas.openxmlformats.org/officeDocument/2006/customXml',
} as const;
