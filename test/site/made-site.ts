import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingHttpHeaders, type RequestOptions } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { listen, type Mount, siteHandler } from '../../src/site';

/** A page as the build writes it. */
export const POLICY = "default-src 'none'; script-src 'self'";
export const PAGE = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${POLICY}"><p>补贴政策测算</p>`;

/** A folder of its own with these files, gone after the work. */
export async function inFolder<T>(
  files: Readonly<Record<string, string | Buffer>>,
  work: (folder: string) => Promise<T> | T,
): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'site-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), content);
    }
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Asks for a path exactly as written: nothing is tidied on the way. */
export type Ask = (
  path: string,
  options?: { readonly method?: string; readonly headers?: Record<string, string> },
) => Promise<Answer>;

export async function onServer<T>(mounts: readonly Mount[], work: (ask: Ask) => Promise<T>): Promise<T> {
  const server = createServer(siteHandler(mounts));
  const port = await listen(server, { host: '127.0.0.1', port: 0, orNext: false });
  try {
    return await work(async (asked, { method = 'GET', headers = {} } = {}) =>
      answerTo({ host: '127.0.0.1', port, path: asked, method, headers }),
    );
  } finally {
    server.closeAllConnections();
    await new Promise<void>((resolve) => {
      server.close(() => {
        resolve();
      });
    });
  }
}

async function answerTo(options: RequestOptions): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request(options, (response) => {
      const chunks: Uint8Array[] = [];
      response.on('data', (chunk: Uint8Array) => chunks.push(chunk));
      response.once('end', () => {
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
        });
      });
    })
      .once('error', reject)
      .end();
  });
}
