import { realpathSync, statSync } from 'node:fs';
import path from 'node:path';

/** A folder of built files and the place of the site at which it stands. */
export interface Mount {
  /** Begins and ends with `/`. */
  readonly prefix: string;
  readonly folder: string;
  /** What stands for the folder itself. */
  readonly index: string;
}

/** What the site has at an address: a file, a better address, nothing, or an address that is none. */
export type Found =
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'malformed' };

const NOTHING: Found = { kind: 'nothing' };

/**
 * The file for a path as it stands in the request, still percent-encoded and without its query. Only files inside
 * a mount are found: steps upwards, hidden files, other systems' separators and links that lead out of it
 * are as if they were not there.
 */
export function findFile(mounts: readonly Mount[], requested: string): Found {
  const decoded = decode(requested);
  if (decoded === undefined) return { kind: 'malformed' };
  const moved = mounts.find(({ prefix }) => `${decoded}/` === prefix);
  if (moved !== undefined) return { kind: 'moved', to: moved.prefix };
  const mount = mounts
    .toSorted((a, b) => b.prefix.length - a.prefix.length)
    .find(({ prefix }) => decoded.startsWith(prefix));
  if (mount === undefined) return NOTHING;
  const steps = decoded.slice(mount.prefix.length).split('/');
  if (steps.at(-1) === '' && steps.length === 1) steps[0] = mount.index;
  if (steps.some((step) => !isPlain(step))) return NOTHING;
  const file = realFile(path.join(mount.folder, ...steps));
  return file !== undefined && isInside(file, mount.folder) ? { kind: 'file', file } : NOTHING;
}

/** @returns undefined for a path that is no encoded text, or holds a character that no file name of ours has */
function decode(requested: string): string | undefined {
  if (!requested.startsWith('/')) return undefined;
  try {
    const decoded = decodeURIComponent(requested);
    return decoded.includes('\0') ? undefined : decoded;
  } catch {
    return undefined;
  }
}

/** A name of a file or folder: no step upwards, nothing hidden, no separator or drive of Windows. */
function isPlain(step: string): boolean {
  return step !== '' && !step.startsWith('.') && !/[\\:]/u.test(step);
}

function realFile(file: string): string | undefined {
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
  return realpathSync(file);
}

function isInside(file: string, folder: string): boolean {
  return file.startsWith(realpathSync(folder) + path.sep);
}
