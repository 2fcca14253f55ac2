import { readFileSync } from 'node:fs';
import { get } from 'node:https';
import { createServer } from 'node:http';
import path from 'node:path';
import { listen, serve } from '../../../src/site';
import { inProject, problemOf } from './in-project';
import { PAGE } from '../made-site';
import { mkdirSync, writeFileSync } from 'node:fs';

const tls = path.join(__dirname, '..', 'tls');
const PEM = ['--cert', path.join(tls, 'server.crt'), '--key', path.join(tls, 'server.key')];
const NOW = new Date('2030-01-01T00:00:00Z');
const BASE = ['--base', 'https://intranet.example/subsidy'];

/** A port that was free a moment ago. */
async function freePort(): Promise<string> {
  const server = createServer();
  const port = await listen(server, { host: '127.0.0.1', port: 0, orNext: false });
  server.close();
  return String(port);
}

async function answerAt(port: string, asked: string): Promise<readonly [number | undefined, string]> {
  return new Promise((resolve, reject) => {
    const ca = readFileSync(path.join(tls, 'server.crt'));
    get({ host: '127.0.0.1', port, path: asked, servername: 'localhost', ca }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.once('end', () => {
        resolve([response.statusCode, text]);
      });
    }).once('error', reject);
  });
}

test('builds for the address and serves at its path, over https', async () => {
  await inProject(async (fake) => {
    const folder = path.join(fake.project.root, 'dist', 'intranet');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'taskpane.html'), PAGE);
    const port = await freePort();
    const argv = [...BASE, ...PEM, '--port', port, '--host', '127.0.0.1', '--office', 'china'];
    const site = await serve(argv, fake.console, fake.project, NOW);
    const answers = [
      await answerAt(port, '/subsidy/taskpane.html'),
      (await answerAt(port, '/taskpane.html'))[0],
    ];
    await site.stop();
    expect(answers).toEqual([[200, PAGE], 404]);
    expect(fake.built).toEqual([{ folder, base: 'https://intranet.example/subsidy', office: 'china' }]);
    expect(fake.said).toBe(
      `正在为 https://intranet.example/subsidy 生成加载项……\n` +
        `加载项的地址：https://intranet.example/subsidy/（本机 127.0.0.1 端口 ${port}）\n` +
        `清单：https://intranet.example/subsidy/manifest.xml，本机文件 ${path.join(folder, 'manifest.xml')}\n` +
        `证书有效期至 2126-10-29。安装办法见 docs/install.zh-CN.md。按 Ctrl+C 停止。\n`,
    );
  });
});

test('for a developer: the address and the certificate of this machine', async () => {
  await inProject(
    async ({ console, project, built }) => {
      const port = await freePort();
      const site = await serve(['--dev-cert', '--port', port], console, project, NOW);
      await site.stop();
      expect([site.address, built]).toEqual([
        `https://localhost:${port}/`,
        [{ folder: path.join(project.root, 'dist', 'intranet'), base: `https://localhost:${port}` }],
      ]);
    },
    {
      developmentCertificate: async () =>
        Promise.resolve({
          cert: readFileSync(path.join(tls, 'server.crt'), 'utf8'),
          key: readFileSync(path.join(tls, 'server.key'), 'utf8'),
        }),
    },
  );
});

test.each([
  [
    [...PEM],
    '请用 --base 给出加载项的地址，如 --base https://intranet.example/subsidy；只在本机试用请加 --dev-cert。',
    'Give the address of the add-in with --base, such as --base https://intranet.example/subsidy; to try it on this machine only, add --dev-cert.',
  ],
  [
    ['--base', 'http://intranet.example', ...PEM],
    '--base 应为 https 地址，如 https://intranet.example/subsidy，不能是 http://intranet.example：Excel 只从 https 地址加载加载项。',
    '--base is an https address such as https://intranet.example/subsidy, not http://intranet.example: Excel loads add-ins from https only.',
  ],
  [
    BASE,
    '请给出证书：--cert 和 --key（PEM 文件），或者 --pfx（.pfx 文件），二者选一。',
    'Give the certificate: either --cert and --key (PEM files) or --pfx (a .pfx file).',
  ],
  [
    [...BASE, ...PEM, '--pfx', 'server.pfx'],
    '请给出证书：--cert 和 --key（PEM 文件），或者 --pfx（.pfx 文件），二者选一。',
    'Give the certificate: either --cert and --key (PEM files) or --pfx (a .pfx file).',
  ],
  [
    [...BASE, '--pfx', 'server.pfx', '--passphrase-file', 'none.txt'],
    '读不到口令文件 none.txt；请核对路径和读取权限。',
    'The passphrase file none.txt cannot be read; check the path and your rights.',
  ],
  [
    ['--dev-cert', '--pfx', 'server.pfx'],
    '--dev-cert 自带证书，不能再给 --pfx。',
    '--dev-cert brings its own certificate; --pfx does not go with it.',
  ],
  [
    ['--dev-cert'],
    '本机的开发证书没有装成功：not asked for\n需要管理员同意安装；也可以用 --cert 和 --key 给出自己的证书。',
    'The development certificate could not be installed: not asked for\nAn administrator has to allow it; or give a certificate of your own with --cert and --key.',
  ],
  [
    [...BASE, ...PEM, '--id', '12'],
    '--id 应为 GUID，或用 random 生成一个新的，不能是 12。',
    '--id is a GUID, or random for a new one, not 12.',
  ],
  [
    [...BASE, ...PEM, '--office', 'eu'],
    '--office 可以是 self、cdn、china，不能是 eu。',
    '--office can be self, cdn, china, not eu.',
  ],
])('%j', async (argv, zh, en) => {
  const said = await inProject(async ({ console, project }) => problemOf(serve(argv, console, project, NOW)));
  expect(said).toEqual({ zh, en });
});

test('a port that is taken is no reason to take another: the address is fixed', async () => {
  const server = createServer();
  const port = await listen(server, { host: '127.0.0.1', port: 0, orNext: false });
  const argv = [...BASE, ...PEM, '--host', '127.0.0.1', '--port', String(port)];
  const { zh } = await inProject(async ({ console, project }) =>
    problemOf(serve(argv, console, project, NOW)),
  );
  server.close();
  expect(zh).toBe(`端口 ${port} 已被占用，请用 --port 另选一个。`);
});

test('an add-in that does not build', async () => {
  const said = await inProject(
    async ({ console, project }) => problemOf(serve([...BASE, ...PEM], console, project, NOW)),
    { buildAddIn: async () => Promise.resolve({ ok: false, output: 'no such module' }) },
  );
  expect(said.en).toBe('The add-in could not be built:\n\nno such module');
});
