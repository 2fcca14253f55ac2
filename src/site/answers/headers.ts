import path from 'node:path';

/** Types of the files that the builds write. A file of another kind is not meant to be served. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.xml', 'application/xml; charset=utf-8'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.md', 'text/markdown; charset=utf-8'],
  ['.png', 'image/png'],
  ['.svg', 'image/svg+xml; charset=utf-8'],
  ['.woff', 'font/woff'],
  ['.woff2', 'font/woff2'],
  ['.wasm', 'application/wasm'],
  ['.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
]);

/** Kinds that are packed already. */
const PACKED = new Set(['.png', '.woff', '.woff2', '.xlsx']);

/** For pages that bring no policy of their own: text, its looks and pictures. */
const PLAIN_PAGE = [
  `default-src 'none'`,
  `style-src 'self' 'unsafe-inline'`,
  `img-src 'self' data:`,
  `base-uri 'none'`,
  `form-action 'none'`,
].join('; ');

/** With every answer. No X-Frame-Options: Excel on the web shows the pane in a frame. */
export const ALWAYS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

/** For a year: the name of such a file changes with its content. */
const FOR_EVER = 'public, max-age=31536000, immutable';
/** Kept, but asked about every time. */
const ASK_AGAIN = 'no-cache';

/**
 * What a file of the site is sent with: type, caching, and the rules that a browser holds for it. The same for our
 * own server and for the configurations of IIS and nginx in a release.
 *
 * @param file path or name of the file
 * @param text its text; asked for only where it matters (pages)
 */
export function headersFor(file: string, text: () => string): Readonly<Record<string, string>> {
  const name = path.basename(file);
  const type = TYPES.get(extensionOf(file)) ?? 'application/octet-stream';
  return {
    'Content-Type': type,
    'Cache-Control': isHashed(name) ? FOR_EVER : ASK_AGAIN,
    ...ALWAYS,
    ...(extensionOf(file) === '.html' ? { 'Content-Security-Policy': policyOf(text()) } : {}),
    ...(isFunctionsMetadata(name) ? { 'Access-Control-Allow-Origin': '*' } : {}),
  };
}

export function extensionOf(file: string): string {
  return path.extname(file).toLowerCase();
}

/** Every kind of file with its type, for servers that must be told. */
export function knownTypes(): ReadonlyMap<string, string> {
  return TYPES;
}

export function isPacked(file: string): boolean {
  return PACKED.has(extensionOf(file));
}

/** The builds put twelve digits of the content's hash before the ending. */
export function isHashed(name: string): boolean {
  return /\.[0-9a-f]{12}\./u.test(name);
}

/** Excel on the web fetches these from its own origin. */
export function isFunctionsMetadata(name: string): boolean {
  return /^functions\.[\w-]+\.json$/u.test(name);
}

/** The Content-Security-Policy that stands in a page, minified or not: the header says the same. */
export function policyOf(page: string): string {
  const [, content] = /<meta\s+http-equiv="?Content-Security-Policy"?\s+content="([^"]*)"/iu.exec(page) ?? [];
  return content ?? PLAIN_PAGE;
}
