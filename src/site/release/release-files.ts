import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { headersFor } from '../answers/headers';
import type { ReleaseFiles, SentFile } from './files';
import { nginxConf } from './nginx-conf';
import { checksums } from './pack';
import { releaseReadme } from './readme';
import { webConfig } from './web-config';

/**
 * Everything in a release: the built add-in under site/, the manifest, configurations for IIS and nginx, what to
 * do, checksums.
 *
 * @param folder the add-in as it was built for `base`
 */
export function releaseFiles(folder: string, base: URL, version: string): ReleaseFiles {
  const built = filesIn(folder);
  const sent: SentFile[] = [...built].map(([name, bytes]) => ({
    path: name,
    headers: headersFor(name, () => bytes.toString('utf8')),
  }));
  const manifest = built.get('manifest.xml') ?? Buffer.alloc(0);
  const [, id = ''] = /<Id>([^<]+)<\/Id>/u.exec(manifest.toString('utf8')) ?? [];
  const address = base.href.replace(/\/+$/u, '');
  const files = new Map<string, Buffer>([
    ...[...built].map(([name, bytes]): [string, Buffer] => [`site/${name}`, bytes]),
    ['site/web.config', Buffer.from(webConfig(sent))],
    ['nginx.conf', Buffer.from(nginxConf(sent, base))],
    ['manifest.xml', manifest],
    // Windows' own editor takes a text without a mark for the local code page.
    ['README.txt', Buffer.from(`\u{FEFF}${releaseReadme(version, address, id)}`)],
  ]);
  return files.set('SHA256SUMS', Buffer.from(checksums(files)));
}

/** By path inside the folder, with forward slashes, in the order of the paths. */
function filesIn(folder: string): ReadonlyMap<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted((a, b) => (a < b ? -1 : 1));
  return new Map(
    names.map((file) => [path.relative(folder, file).replaceAll(path.sep, '/'), readFileSync(file)]),
  );
}
