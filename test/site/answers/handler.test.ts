import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { type Answer, type Ask, inFolder, onServer, PAGE, POLICY } from '../made-site';

const SCRIPT = `export const rules = ${JSON.stringify('条款'.repeat(1000))};\n`;
const FILES = {
  'public/index.html': PAGE,
  'public/minified.html': `<!doctype html><meta http-equiv=Content-Security-Policy content="${POLICY}">`,
  'public/help.html': '<!doctype html><p>plain</p>',
  'public/main.0123456789ab.js': SCRIPT,
  'public/functions.zh-CN.json': '{}',
  'public/picture.png': Buffer.alloc(4096, 1),
  'public/.hidden': 'hidden',
  'public/deep/text.txt': 'deep',
  'secret.txt': 'secret',
  'public-not/other.txt': 'other',
};

/** Asks a site whose root is `public`, with the same files once more under /addin/. */
async function ask<T>(work: (ask: Ask, folder: string) => Promise<T>): Promise<T> {
  return inFolder(FILES, async (folder) => {
    const files = path.join(folder, 'public');
    const mounts = [
      { prefix: '/', folder: files, index: 'index.html' },
      { prefix: '/addin/', folder: files, index: 'help.html' },
    ];
    return onServer(mounts, async (asks) => work(asks, folder));
  });
}

async function one(asked: string, options: Parameters<Ask>[1] = {}): Promise<Answer> {
  return ask(async (asks) => asks(asked, options));
}

describe('files', () => {
  test('a page with the policy that stands in it', async () => {
    const { status, headers, body } = await one('/');
    expect([status, body.toString()]).toEqual([200, PAGE]);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': POLICY,
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
  });

  test('a page that was minified', async () => {
    const { headers } = await one('/minified.html');
    expect(headers['content-security-policy']).toBe(POLICY);
  });

  test('a page without one gets a strict one', async () => {
    const { headers } = await one('/addin/');
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'",
    );
  });

  test('no answer forbids frames: Excel on the web shows the pane in one', async () => {
    const answers = await ask(async (asks) =>
      Promise.all(['/', '/main.0123456789ab.js', '/no'].map(async (file) => asks(file))),
    );
    expect(answers.map(({ headers }) => headers['x-frame-options'])).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('a file with a hash in its name is kept for a year, others are asked for again', async () => {
    const caching = await ask(async (asks) =>
      Promise.all(
        ['/main.0123456789ab.js', '/picture.png'].map(
          async (file) => (await asks(file)).headers['cache-control'],
        ),
      ),
    );
    expect(caching).toEqual(['public, max-age=31536000, immutable', 'no-cache']);
  });

  test('only functions.*.json may be fetched from other origins', async () => {
    const origins = await ask(async (asks) =>
      Promise.all(
        ['/functions.zh-CN.json', '/', '/picture.png'].map(
          async (file) => (await asks(file)).headers['access-control-allow-origin'],
        ),
      ),
    );
    expect(origins).toEqual(['*', undefined, undefined]);
  });

  test('a query does not matter', async () => {
    expect((await one('/index.html?platform=web&x=/../..')).status).toBe(200);
  });

  test('a folder without its slash is redirected', async () => {
    const { status, headers } = await one('/addin');
    expect([status, headers.location]).toEqual([308, '/addin/']);
  });
});

describe('packing', () => {
  test.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip, deflate', 'gzip', gunzipSync],
    ['br;q=0, gzip', 'gzip', gunzipSync],
    ['*', 'br', brotliDecompressSync],
  ])('%s → %s', async (accepted, encoding, unpack) => {
    const { headers, body } = await one('/main.0123456789ab.js', {
      headers: { 'accept-encoding': accepted },
    });
    expect([headers['content-encoding'], headers.vary]).toEqual([encoding, 'Accept-Encoding']);
    expect(unpack(body).toString()).toBe(SCRIPT);
    expect(body.length).toBeLessThan(SCRIPT.length);
  });

  test.each([
    ['nothing is asked for', '/main.0123456789ab.js', ''],
    ['the browser takes none', '/main.0123456789ab.js', 'identity, br;q=0'],
    ['the file is small', '/functions.zh-CN.json', 'br'],
    ['the file is packed already', '/picture.png', 'br, gzip'],
  ])('not when %s', async (_, file, accepted) => {
    const { headers } = await one(file, { headers: { 'accept-encoding': accepted } });
    expect(headers['content-encoding']).toBeUndefined();
  });
});

describe('asking again', () => {
  test('what the browser has is not sent twice', async () => {
    const [first, second] = await ask(async (asks) => {
      const before = await asks('/index.html');
      const after = await asks('/index.html', { headers: { 'if-none-match': String(before.headers.etag) } });
      return [before, after];
    });
    expect([first?.status, second?.status, second?.body.length]).toEqual([200, 304, 0]);
    expect(second?.headers.etag).toBe(first?.headers.etag);
  });

  test('the tag of a packed body is another', async () => {
    const tags = await ask(async (asks) => {
      const plain = await asks('/main.0123456789ab.js');
      const packed = await asks('/main.0123456789ab.js', { headers: { 'accept-encoding': 'br' } });
      return new Set([plain.headers.etag, packed.headers.etag]);
    });
    expect(tags.size).toBe(2);
  });

  test('HEAD says the same and sends nothing', async () => {
    const { status, headers, body } = await one('/index.html', { method: 'HEAD' });
    expect([status, headers['content-length'], body.length]).toEqual([
      200,
      String(Buffer.byteLength(PAGE)),
      0,
    ]);
  });
});

describe('what is not given out', () => {
  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/deep/../../secret.txt',
    '/deep/%2e%2e/%2e%2e/secret.txt',
    '/..\\secret.txt',
    '/..%5csecret.txt',
    '/../public-not/other.txt',
    '/.hidden',
    '/deep/',
    '/deep',
    '//index.html',
    '/index.html/',
    '/C:/secret.txt',
    '/addin/../index.html',
    '/no-such.html',
  ])('%s', async (asked) => {
    const { status, headers, body } = await one(asked);
    expect([status, headers['content-type'], body.toString()]).toEqual([
      404,
      'text/plain; charset=utf-8',
      '没有这个文件，请核对地址。\nThere is no such file; please check the address.\n',
    ]);
  });

  test('what a link inside leads to outside', async () => {
    const status = await ask(async (asks, folder) => {
      symlinkSync(path.join(folder, 'secret.txt'), path.join(folder, 'public', 'link.txt'));
      return (await asks('/link.txt')).status;
    });
    expect(status).toBe(404);
  });

  test.each(['/%', '/%zz', '/a%00b', '*'])('malformed: %s', async (asked) => {
    const { status, body } = await one(asked);
    expect([status, body.toString()]).toEqual([400, '地址写法有误。\nThe address is malformed.\n']);
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE'])('%s', async (method) => {
    const { status, headers } = await one('/index.html', { method });
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
  });
});
