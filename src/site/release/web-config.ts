import { ALWAYS, knownTypes } from '../answers/headers';
import type { SentFile } from './files';

/** IIS says these unasked; the second would keep Excel on the web from showing the pane. */
const UNWANTED = ['X-Powered-By', 'X-Frame-Options'];

/**
 * web.config for IIS: types, headers as our own server sends them, reading only. It holds for the folder
 * it lies in, whatever else the web server does.
 */
export function webConfig(files: readonly SentFile[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!-- IIS 8.5 or later. Lies beside taskpane.html; no module has to be installed. -->
<configuration>
  <system.webServer>
    <staticContent>
${[...knownTypes()].map(([extension, type]) => mimeMap(extension, type)).join('\n')}
      <clientCache cacheControlMode="NoControl" />
    </staticContent>
    <httpProtocol>
      <customHeaders>
${UNWANTED.map((name) => `        <remove name="${name}" />`).join('\n')}
${Object.entries({ ...ALWAYS, 'Cache-Control': 'no-cache' })
  .map(([name, value]) => customHeader(name, value))
  .join('\n')}
      </customHeaders>
    </httpProtocol>
    <defaultDocument enabled="true">
      <files>
        <clear />
        <add value="help.html" />
      </files>
    </defaultDocument>
    <urlCompression doStaticCompression="true" />
    <security>
      <requestFiltering>
        <verbs allowUnlisted="false">
          <remove verb="GET" />
          <add verb="GET" allowed="true" />
          <remove verb="HEAD" />
          <add verb="HEAD" allowed="true" />
        </verbs>
      </requestFiltering>
    </security>
  </system.webServer>
${files.map((file) => location(file)).join('')}</configuration>
`;
}

function mimeMap(extension: string, type: string): string {
  return [
    `      <remove fileExtension="${extension}" />`,
    `      <mimeMap fileExtension="${extension}" mimeType="${type}" />`,
  ].join('\n');
}

/** What a file is sent with beyond what holds for all; nothing for most. */
function location({ path, headers }: SentFile): string {
  const own = Object.entries(headers).filter(
    ([name, value]) =>
      name !== 'Content-Type' && !(name in ALWAYS) && !(name === 'Cache-Control' && value === 'no-cache'),
  );
  if (own.length === 0) return '';
  return `  <location path="${escaped(path)}">
    <system.webServer>
      <httpProtocol>
        <customHeaders>
${own.map(([name, value]) => customHeader(name, value)).join('\n')}
        </customHeaders>
      </httpProtocol>
    </system.webServer>
  </location>
`;
}

/** Removed first: what an outer configuration adds under the same name is an error otherwise. */
function customHeader(name: string, value: string): string {
  return [
    `          <remove name="${name}" />`,
    `          <add name="${name}" value="${escaped(value)}" />`,
  ].join('\n');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
