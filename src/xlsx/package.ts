/**
 * The package: parts by path, relationships between them, content types. Paths are as in the zip
 * (`xl/workbook.xml`); they are compared without case, and a target may be relative, absolute or
 * written with backslashes, but never leads out of the package.
 */
import { openArchive } from './archive';
import type { Archive, ArchiveEntry } from './archive';
import { ByteWindow } from './byte-window';
import { WorkbookError } from './errors';
import { checkSizes, unpack, unpackInPieces } from './inflate';
import type { ReadLimits } from './types';
import {
  CONTENT_TYPES,
  PACKAGE_RELATIONSHIPS,
  RELATIONSHIPS_URI,
  STRICT_RELATIONSHIPS_URI,
} from './xml-names';
import { childrenOf, parseTree } from './xml-tree';

export interface Relationship {
  readonly id: string;
  /** The last segment of the type's URI, the same in Transitional and Strict: `worksheet`, `styles` … */
  readonly kind: string;
  /** The path of the part; null for a target outside the file (a hyperlink). */
  readonly path: string | null;
}

export class Package {
  private constructor(
    readonly archive: Archive,
    readonly limits: ReadLimits,
  ) {}

  static open(bytes: Uint8Array, limits: ReadLimits): Package {
    const archive = openArchive(bytes);
    checkSizes(archive, limits);
    return new Package(archive, limits);
  }

  has(path: string): boolean {
    return this.entry(path) !== null;
  }

  /** The path in the case the file has it; the path itself if it is not there. */
  realPath(path: string): string {
    return this.entry(path)?.path ?? path;
  }

  paths(): string[] {
    return Array.from(this.archive.byPath.values(), (entry) => entry.path);
  }

  bytes(path: string, neededBy: string): Uint8Array {
    return unpack(this.archive, this.neededEntry(path, neededBy), this.limits);
  }

  /** The part as a stream, for those that may be long. */
  stream(path: string, neededBy: string): ByteWindow {
    return ByteWindow.overPieces(
      path,
      unpackInPieces(this.archive, this.neededEntry(path, neededBy), this.limits),
    );
  }

  entry(path: string): ArchiveEntry | null {
    return this.archive.byPath.get(path.toLowerCase()) ?? null;
  }

  private neededEntry(path: string, neededBy: string): ArchiveEntry {
    const entry = this.entry(path);
    if (entry === null) throw new WorkbookError('missing-part', { part: path, neededBy });
    return entry;
  }

  /** Of one part (`''` for the package itself); none if it has no relationships part. */
  relationships(source: string): Relationship[] {
    const path = relationshipsPath(source);
    if (!this.has(path)) return [];
    const tree = parseTree(path, this.bytes(path, source), PACKAGE_RELATIONSHIPS, 'Relationships');
    return childrenOf(tree.root, 'Relationship').map(({ attributes }) => ({
      id: attributes.get('Id') ?? '',
      kind: relationshipKind(attributes.get('Type') ?? ''),
      path:
        attributes.get('TargetMode') === 'External'
          ? null
          : this.realPath(resolveTarget(source, attributes.get('Target') ?? '')),
    }));
  }

  /** Content type of a part, by its override or else by its extension. */
  contentTypes(): (path: string) => string {
    const { byPath, byExtension } = this.listedTypes();
    return (path) =>
      byPath.get(path.toLowerCase()) ??
      byExtension.get(path.slice(path.lastIndexOf('.') + 1).toLowerCase()) ??
      '';
  }

  /** Paths, in small letters, that have a content type of their own, whether the part is there or not. */
  pathsWithType(): ReadonlySet<string> {
    return new Set(this.listedTypes().byPath.keys());
  }

  private listedTypes(): {
    readonly byPath: ReadonlyMap<string, string>;
    readonly byExtension: ReadonlyMap<string, string>;
  } {
    const part = '[Content_Types].xml';
    const tree = parseTree(part, this.bytes(part, 'zip'), CONTENT_TYPES, 'Types');
    const byPath = new Map<string, string>();
    const byExtension = new Map<string, string>();
    for (const { local, attributes } of tree.root.children) {
      const type = attributes.get('ContentType') ?? '';
      if (local === 'Override')
        byPath.set((attributes.get('PartName') ?? '').replace(/^\//, '').toLowerCase(), type);
      if (local === 'Default') byExtension.set((attributes.get('Extension') ?? '').toLowerCase(), type);
    }
    return { byPath, byExtension };
  }
}

export function relationshipsPath(source: string): string {
  const slash = source.lastIndexOf('/') + 1;
  return `${source.slice(0, slash)}_rels/${source.slice(slash)}.rels`;
}

function relationshipKind(type: string): string {
  const base = [RELATIONSHIPS_URI, STRICT_RELATIONSHIPS_URI].find((uri) => type.startsWith(`${uri}/`));
  return base === undefined ? type : type.slice(base.length + 1);
}

/** The path a relationship's target stands for, seen from the part that has the relationship. */
export function resolveTarget(source: string, target: string): string {
  let path = target.replaceAll('\\', '/').replace(/[#?].*$/, '');
  try {
    path = decodeURIComponent(path);
  } catch {
    // A stray % is part of the name.
  }
  const folders = path.startsWith('/') ? [] : source.split('/').slice(0, -1);
  for (const segment of path.split('/')) {
    // Above the package there is nothing: `..` stays there, as RFC 3986 has it. LibreOffice writes such targets.
    if (segment === '..') folders.pop();
    else if (segment !== '' && segment !== '.') folders.push(segment);
  }
  return folders.join('/');
}
