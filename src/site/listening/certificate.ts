import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { connect, createServer, type SecureContextOptions } from 'node:tls';
import type { Bilingual } from '../../rules';
import { problem } from '../problem';
import { listen } from './listen';

/** Where the administrator's certificate is. PEM files, one PKCS#12 file (.pfx, .p12), or PEM texts. */
export type CertificateFiles =
  | { readonly kind: 'pem'; readonly cert: string; readonly key: string; readonly passphrase?: string }
  | { readonly kind: 'pfx'; readonly pfx: string; readonly passphrase?: string }
  | { readonly kind: 'texts'; readonly cert: string; readonly key: string };

export interface Certificate {
  readonly options: SecureContextOptions;
  readonly validTo: Date;
  /** What will trouble some users, though the server can start. */
  readonly warnings: readonly Bilingual[];
}

/** Warned of this long before the end. */
const NOTICE_DAYS = 30;
const DAY = 86_400_000;

/**
 * Reads a certificate and checks that it will do.
 *
 * @param hostname the name in the add-in's address
 * @throws SiteProblem for files that are missing or unreadable, a wrong passphrase, a key of another certificate,
 *   a certificate that is expired or not valid yet
 */
export async function readCertificate(
  files: CertificateFiles,
  hostname: string,
  now: Date,
): Promise<Certificate> {
  const { options, x509 } = await readFiles(files);
  const validTo = new Date(x509.validTo);
  const validFrom = new Date(x509.validFrom);
  if (validTo < now) {
    throw problem(
      `证书已于 ${day(validTo)} 到期，Excel 会拒绝加载；请换用有效的证书。`,
      `The certificate expired on ${day(validTo)} and Excel will refuse it; use one that is valid.`,
    );
  }
  if (validFrom > now) {
    throw problem(
      `证书要到 ${day(validFrom)} 才生效；请核对本机时间，或换用有效的证书。`,
      `The certificate is not valid before ${day(validFrom)}; check this machine's clock, or use another certificate.`,
    );
  }
  return { options, validTo, warnings: warningsFor(x509, validTo, hostname, now) };
}

async function readFiles(files: CertificateFiles): Promise<Read> {
  switch (files.kind) {
    case 'pem':
      return fromPem(files);
    case 'pfx':
      return fromPfx(files);
    case 'texts':
      return { options: { cert: files.cert, key: files.key }, x509: new X509Certificate(files.cert) };
  }
}

function fromPem(files: Extract<CertificateFiles, { kind: 'pem' }>): Read {
  const cert = readText(files.cert);
  const x509 = parsed(() => new X509Certificate(cert), {
    zh: `${files.cert} 不是 PEM 格式的证书（应以 -----BEGIN CERTIFICATE----- 开头）；.pfx 文件请用 --pfx。`,
    en: `${files.cert} is not a certificate in PEM form (-----BEGIN CERTIFICATE-----); for a .pfx file use --pfx.`,
  });
  const { passphrase } = files;
  const key = readText(files.key);
  const privateKey: KeyObject = parsed(
    () => createPrivateKey({ key, ...(passphrase === undefined ? {} : { passphrase }) }),
    {
      zh: `${files.key} 不是 PEM 格式的私钥，或者私钥的口令不对（口令写在 --passphrase-file 指定的文件里）。`,
      en: `${files.key} is not a private key in PEM form, or its passphrase is wrong (it stands in the file of --passphrase-file).`,
    },
  );
  if (!x509.checkPrivateKey(privateKey)) {
    throw problem(
      `私钥 ${files.key} 与证书 ${files.cert} 不是一对。`,
      `The key ${files.key} does not belong to the certificate ${files.cert}.`,
    );
  }
  return { options: { cert, key, ...(passphrase === undefined ? {} : { passphrase }) }, x509 };
}

async function fromPfx(files: Extract<CertificateFiles, { kind: 'pfx' }>): Promise<Read> {
  const { passphrase } = files;
  const options = { pfx: readBytes(files.pfx), ...(passphrase === undefined ? {} : { passphrase }) };
  try {
    return { options, x509: await presented(options) };
  } catch {
    throw problem(
      `${files.pfx} 打不开：不是 .pfx 文件、口令不对（口令写在 --passphrase-file 指定的文件里），或加密方式过旧（请重新导出，选 AES256-SHA256）。`,
      `${files.pfx} cannot be opened: it is no .pfx file, its passphrase is wrong (it stands in the file of --passphrase-file), or its encryption is too old (export it again with AES256-SHA256).`,
    );
  }
}

interface Read {
  readonly options: SecureContextOptions;
  readonly x509: X509Certificate;
}

/** The certificate that a server with these options shows; Node cannot look into a .pfx otherwise. */
async function presented(options: SecureContextOptions): Promise<X509Certificate> {
  const server = createServer(options);
  const port = await listen(server, { host: '127.0.0.1', port: 0, orNext: false });
  try {
    return await new Promise((resolve, reject) => {
      const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false });
      socket.once('error', reject).once('secureConnect', () => {
        const shown = socket.getPeerX509Certificate();
        socket.destroy();
        if (shown === undefined) reject(new Error('no certificate'));
        else resolve(shown);
      });
      server.once('tlsClientError', reject);
    });
  } finally {
    server.close();
  }
}

function warningsFor(x509: X509Certificate, validTo: Date, hostname: string, now: Date): Bilingual[] {
  const warnings: Bilingual[] = [];
  const covers = isAddress(hostname) ? x509.checkIP(hostname) : x509.checkHost(hostname);
  if (covers === undefined) {
    warnings.push({
      zh: `证书不含名称 ${hostname}，Excel 会拒绝加载；证书里是：${x509.subjectAltName ?? x509.subject}`,
      en: `The certificate is not for ${hostname}, and Excel will refuse it; it is for: ${x509.subjectAltName ?? x509.subject}`,
    });
  }
  if (validTo.getTime() - now.getTime() < NOTICE_DAYS * DAY) {
    warnings.push({
      zh: `证书将于 ${day(validTo)} 到期，请及时更换。`,
      en: `The certificate expires on ${day(validTo)}; replace it in time.`,
    });
  }
  return warnings;
}

function isAddress(hostname: string): boolean {
  return /^[\d.]+$/u.test(hostname) || hostname.includes(':');
}

/** @throws SiteProblem with this text when `read` fails */
function parsed<T>(read: () => T, text: Bilingual): T {
  try {
    return read();
  } catch {
    throw problem(text.zh, text.en);
  }
}

function readText(file: string): string {
  return readBytes(file).toString('utf8');
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw problem(
      `读不到文件 ${file}；请核对路径和读取权限。`,
      `${file} cannot be read; check the path and your rights.`,
    );
  }
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}
