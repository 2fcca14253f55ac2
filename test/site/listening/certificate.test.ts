import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type CertificateFiles, readCertificate } from '../../../src/site/listening/certificate';
import { SiteProblem } from '../../../src/site';
import { inFolder } from '../made-site';

const tls = path.join(__dirname, '..', 'tls');
const CERT = path.join(tls, 'server.crt');
const KEY = path.join(tls, 'server.key');
const PFX = path.join(tls, 'server.pfx');
const PEM: CertificateFiles = { kind: 'pem', cert: CERT, key: KEY };
const IN_TIME = new Date('2030-01-01T00:00:00Z');
const NO_FILE = path.join(tls, 'none.pem');

async function refused(files: CertificateFiles, now = IN_TIME): Promise<SiteProblem['text']> {
  const error: unknown = await readCertificate(files, 'localhost', now).then(
    () => new Error('it was accepted'),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(SiteProblem);
  return (error as SiteProblem).text;
}

describe('accepted', () => {
  test('certificate and key as PEM files', async () => {
    const { options, validTo, warnings } = await readCertificate(PEM, 'localhost', IN_TIME);
    expect([options.cert, options.key]).toEqual([readFileSync(CERT, 'utf8'), readFileSync(KEY, 'utf8')]);
    expect([validTo.toISOString().slice(0, 10), warnings]).toEqual(['2126-10-29', []]);
  });

  test('a key with a passphrase', async () => {
    const locked = createPrivateKey(readFileSync(KEY)).export({
      type: 'pkcs8',
      format: 'pem',
      cipher: 'aes-256-cbc',
      passphrase: 'secret',
    });
    const warnings = await inFolder({ 'locked.key': locked }, async (folder) => {
      const files = { ...PEM, key: path.join(folder, 'locked.key'), passphrase: 'secret' };
      return (await readCertificate(files, '127.0.0.1', IN_TIME)).warnings;
    });
    expect(warnings).toEqual([]);
  });

  test('a .pfx file with its passphrase', async () => {
    const files: CertificateFiles = { kind: 'pfx', pfx: PFX, passphrase: 'for-tests' };
    const { validTo } = await readCertificate(files, 'localhost', IN_TIME);
    expect(validTo.toISOString().slice(0, 10)).toBe('2126-10-29');
  });

  test('with a warning: a name that is not in it', async () => {
    const { warnings } = await readCertificate(PEM, 'other.example', IN_TIME);
    expect(warnings).toEqual([
      {
        zh: '证书不含名称 other.example，Excel 会拒绝加载；证书里是：DNS:localhost, DNS:intranet.example, IP Address:127.0.0.1',
        en: 'The certificate is not for other.example, and Excel will refuse it; it is for: DNS:localhost, DNS:intranet.example, IP Address:127.0.0.1',
      },
    ]);
  });

  test('with a warning: the last thirty days', async () => {
    const inTime = await readCertificate(PEM, 'localhost', new Date('2126-09-28T00:00:00Z'));
    const late = await readCertificate(PEM, 'localhost', new Date('2126-10-01T00:00:00Z'));
    expect([inTime.warnings, late.warnings]).toEqual([
      [],
      [
        {
          zh: '证书将于 2126-10-29 到期，请及时更换。',
          en: 'The certificate expires on 2126-10-29; replace it in time.',
        },
      ],
    ]);
  });
});

describe('refused', () => {
  test('expired', async () => {
    expect(await refused(PEM, new Date('2127-01-01T00:00:00Z'))).toEqual({
      zh: '证书已于 2126-10-29 到期，Excel 会拒绝加载；请换用有效的证书。',
      en: 'The certificate expired on 2126-10-29 and Excel will refuse it; use one that is valid.',
    });
  });

  test('not valid yet', async () => {
    expect(await refused(PEM, new Date('2020-01-01T00:00:00Z'))).toEqual({
      zh: '证书要到 2026-11-22 才生效；请核对本机时间，或换用有效的证书。',
      en: "The certificate is not valid before 2026-11-22; check this machine's clock, or use another certificate.",
    });
  });

  test.each<CertificateFiles>([
    { ...PEM, cert: NO_FILE },
    { ...PEM, key: NO_FILE },
    { kind: 'pfx', pfx: NO_FILE },
  ])('a file that is not there: $kind', async (files) => {
    expect(await refused(files)).toEqual({
      zh: `读不到文件 ${NO_FILE}；请核对路径和读取权限。`,
      en: `${NO_FILE} cannot be read; check the path and your rights.`,
    });
  });

  test('what is no certificate', async () => {
    expect(await refused({ ...PEM, cert: PFX })).toEqual({
      zh: `${PFX} 不是 PEM 格式的证书（应以 -----BEGIN CERTIFICATE----- 开头）；.pfx 文件请用 --pfx。`,
      en: `${PFX} is not a certificate in PEM form (-----BEGIN CERTIFICATE-----); for a .pfx file use --pfx.`,
    });
  });

  test('what is no key', async () => {
    expect(await refused({ ...PEM, key: CERT })).toEqual({
      zh: `${CERT} 不是 PEM 格式的私钥，或者私钥的口令不对（口令写在 --passphrase-file 指定的文件里）。`,
      en: `${CERT} is not a private key in PEM form, or its passphrase is wrong (it stands in the file of --passphrase-file).`,
    });
  });

  test('a key of another certificate', async () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
    const key = privateKey.export({ type: 'pkcs8', format: 'pem' });
    await inFolder({ 'other.key': key }, async (folder) => {
      const other = path.join(folder, 'other.key');
      expect(await refused({ ...PEM, key: other })).toEqual({
        zh: `私钥 ${other} 与证书 ${CERT} 不是一对。`,
        en: `The key ${other} does not belong to the certificate ${CERT}.`,
      });
    });
  });

  test.each([
    ['a wrong passphrase', PFX, 'wrong'],
    ['what is no .pfx file', CERT, 'for-tests'],
  ])('%s', async (_, pfx, passphrase) => {
    expect(await refused({ kind: 'pfx', pfx, passphrase })).toEqual({
      zh: `${pfx} 打不开：不是 .pfx 文件、口令不对（口令写在 --passphrase-file 指定的文件里），或加密方式过旧（请重新导出，选 AES256-SHA256）。`,
      en: `${pfx} cannot be opened: it is no .pfx file, its passphrase is wrong (it stands in the file of --passphrase-file), or its encryption is too old (export it again with AES256-SHA256).`,
    });
  });
});
