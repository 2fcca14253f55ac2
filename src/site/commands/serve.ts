import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import path from 'node:path';
import { siteHandler } from '../answers/handler';
import { type CertificateFiles, readCertificate } from '../listening/certificate';
import { listen } from '../listening/listen';
import { problem } from '../problem';
import { buildFor } from './build-for';
import { say, type SiteConsole, warn } from './console';
import { baseOf, editionOf, type GivenOptions, portOf, readOptions } from './options';
import type { Project } from './project';
import { type RunningSite, runningSite } from './running';

const ACCEPTED = {
  values: ['base', 'host', 'port', 'cert', 'key', 'pfx', 'passphrase-file', 'id', 'office'],
  flags: ['dev-cert'],
};
/** Where manifest.xml of the project looks for the add-in. */
const DEVELOPMENT = 'https://localhost:3000';
const HTTPS_PORT = 443;

/**
 * `npm run serve`: the add-in alone, over https, for the machines of an intranet or (`--dev-cert`) this one.
 *
 * @throws SiteProblem when an option or the certificate will not do, the add-in does not build or the port is taken
 */
export async function serve(
  argv: readonly string[],
  to: SiteConsole,
  project: Project,
  now: Date,
): Promise<RunningSite> {
  const options = readOptions(argv, ACCEPTED);
  const { values } = options;
  const isDevelopment = options.flags.has('dev-cert');
  const base = baseGiven(options, isDevelopment);
  const files = isDevelopment ? await developmentFiles(options, project) : filesGiven(options);
  const certificate = await readCertificate(files, base.hostname.replaceAll(/[[\]]/gu, ''), now);
  for (const warning of certificate.warnings) warn(to, warning);

  const folder = path.join(project.root, 'dist', 'intranet');
  await buildFor(to, project, { folder, base, ...editionOf(options) });
  const prefix = base.pathname.endsWith('/') ? base.pathname : `${base.pathname}/`;
  const mounts = [{ prefix, folder, index: 'help.html' }];
  const server = createServer(certificate.options, siteHandler(mounts));
  const host = values.get('host') ?? (isDevelopment ? '127.0.0.1' : '0.0.0.0');
  const given = values.get('port');
  const port = given === undefined ? Number(base.port || HTTPS_PORT) : portOf(given, '--port');
  await listen(server, { host, port, orNext: false });

  const address = new URL(prefix, base).href;
  say(to, {
    zh: `加载项的地址：${address}（本机 ${host} 端口 ${port}）\n清单：${address}manifest.xml，本机文件 ${path.join(folder, 'manifest.xml')}\n证书有效期至 ${certificate.validTo.toISOString().slice(0, 10)}。安装办法见 docs/install.zh-CN.md。按 Ctrl+C 停止。`,
    en: `The add-in is at ${address} (${host}, port ${port} of this machine)\nManifest: ${address}manifest.xml, on this machine ${path.join(folder, 'manifest.xml')}\nThe certificate is valid until ${certificate.validTo.toISOString().slice(0, 10)}. How to install: docs/install.md. Ctrl+C stops.`,
  });
  return runningSite(server, address);
}

function baseGiven({ values }: GivenOptions, isDevelopment: boolean): URL {
  const base = values.get('base');
  if (base !== undefined) return baseOf(base);
  if (isDevelopment) return new URL(`https://localhost:${values.get('port') ?? new URL(DEVELOPMENT).port}`);
  throw problem(
    '请用 --base 给出加载项的地址，如 --base https://intranet.example/subsidy；只在本机试用请加 --dev-cert。',
    'Give the address of the add-in with --base, such as --base https://intranet.example/subsidy; to try it on this machine only, add --dev-cert.',
  );
}

function filesGiven({ values }: GivenOptions): CertificateFiles {
  const [cert, key, pfx] = [values.get('cert'), values.get('key'), values.get('pfx')];
  const file = values.get('passphrase-file');
  const passphrase = file === undefined ? {} : { passphrase: passphraseIn(file) };
  if (pfx !== undefined && cert === undefined && key === undefined)
    return { kind: 'pfx', pfx, ...passphrase };
  if (pfx === undefined && cert !== undefined && key !== undefined)
    return { kind: 'pem', cert, key, ...passphrase };
  throw problem(
    '请给出证书：--cert 和 --key（PEM 文件），或者 --pfx（.pfx 文件），二者选一。',
    'Give the certificate: either --cert and --key (PEM files) or --pfx (a .pfx file).',
  );
}

async function developmentFiles({ values }: GivenOptions, project: Project): Promise<CertificateFiles> {
  const clash = ['cert', 'key', 'pfx'].find((option) => values.has(option));
  if (clash !== undefined) {
    throw problem(
      `--dev-cert 自带证书，不能再给 --${clash}。`,
      `--dev-cert brings its own certificate; --${clash} does not go with it.`,
    );
  }
  try {
    return { kind: 'texts', ...(await project.developmentCertificate()) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw problem(
      `本机的开发证书没有装成功：${reason}\n需要管理员同意安装；也可以用 --cert 和 --key 给出自己的证书。`,
      `The development certificate could not be installed: ${reason}\nAn administrator has to allow it; or give a certificate of your own with --cert and --key.`,
    );
  }
}

/** The first line of the file; a passphrase on the command line could be read by every user of the machine. */
function passphraseIn(file: string): string {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/u)[0] ?? '';
  } catch {
    throw problem(
      `读不到口令文件 ${file}；请核对路径和读取权限。`,
      `The passphrase file ${file} cannot be read; check the path and your rights.`,
    );
  }
}
