import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { Bodies } from './bodies';
import { encodingFor } from './encodings';
import { ALWAYS, headersFor, isPacked } from './headers';
import { findFile, type Mount } from './mounts';

/** Answers requests with the files of these folders, and with nothing else. Reads only; keeps no log. */
export function siteHandler(mounts: readonly Mount[]): RequestListener {
  const bodies = new Bodies();
  return (request, response) => {
    answer(request, response, mounts, bodies).catch(() => {
      // A file that went away between finding and reading it: a build is under way.
      if (response.headersSent) response.destroy();
      else say(response, 503, '正在重新生成，请稍后再试。\nBeing built; please try again in a moment.');
    });
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  mounts: readonly Mount[],
  bodies: Bodies,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    say(response, 405, '这里只能读取文件。\nThis site can only be read.');
    return;
  }
  const [requested = '/'] = (request.url ?? '/').split('?');
  const found = findFile(mounts, requested);
  switch (found.kind) {
    case 'malformed':
      say(response, 400, '地址写法有误。\nThe address is malformed.');
      return;
    case 'moved':
      response.setHeader('Location', found.to);
      say(response, 308, `请到 ${found.to}\nGo to ${found.to}`);
      return;
    case 'nothing':
      say(response, 404, '没有这个文件，请核对地址。\nThere is no such file; please check the address.');
      return;
    case 'file':
      await send(request, response, found.file, bodies);
  }
}

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  file: string,
  bodies: Bodies,
): Promise<void> {
  const body = await bodies.of(file);
  const encoding = isPacked(file)
    ? 'identity'
    : encodingFor(header(request, 'accept-encoding'), body.bytes.length);
  const headers = headersFor(file, () => body.bytes.toString('utf8'));
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  const tag = `"${body.hash}${encoding === 'identity' ? '' : `-${encoding}`}"`;
  response.setHeader('ETag', tag);
  if (!isPacked(file)) response.setHeader('Vary', 'Accept-Encoding');
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
  if (isKnown(header(request, 'if-none-match'), tag)) {
    response.writeHead(304).end();
    return;
  }
  const bytes = await body.encoded(encoding);
  response.setHeader('Content-Length', bytes.length);
  response.writeHead(200);
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

/** Whether the browser has this very content. */
function isKnown(condition: string | undefined, tag: string): boolean {
  if (condition === undefined) return false;
  const tags = condition.split(',').map((one) => one.trim().replace(/^W\//u, ''));
  return tags.includes(tag) || tags.includes('*');
}

function header(request: IncomingMessage, name: 'accept-encoding' | 'if-none-match'): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(',') : value;
}

function say(response: ServerResponse, status: number, text: string): void {
  for (const [name, value] of Object.entries(ALWAYS)) response.setHeader(name, value);
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Length', Buffer.byteLength(`${text}\n`));
  response.writeHead(status);
  response.end(response.req.method === 'HEAD' ? undefined : `${text}\n`);
}
