import { createHash } from 'node:crypto';
import { type Zippable, zipSync } from 'fflate';
import type { ReleaseFiles } from './files';

/** Every file in the archive bears this date, so that the same files make the same archive. */
const DATE = new Date(2000, 0, 1);

/** One line a file, as `sha256sum -c` reads it. */
export function checksums(files: ReleaseFiles): string {
  return inOrder(files)
    .map(([path, bytes]) => `${sha256(bytes)}  ${path}\n`)
    .join('');
}

/**
 * The archive: the same bytes for the same files, wherever and whenever it is made.
 *
 * @param top the one folder that everything lies in
 */
export function pack(files: ReleaseFiles, top: string): Buffer {
  const entries: Zippable = {};
  for (const [path, bytes] of inOrder(files)) entries[`${top}/${path}`] = bytes;
  return Buffer.from(zipSync(entries, { level: 9, mtime: DATE }));
}

export function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function inOrder(files: ReleaseFiles): [path: string, bytes: Buffer][] {
  return [...files].toSorted(([a], [b]) => (a < b ? -1 : 1));
}
