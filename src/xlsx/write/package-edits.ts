/**
 * Changes to a package: parts set and removed, with their content types and relationships, gathered
 * first and written in one go, so that no part is touched that in the end has no change.
 */
import {
  RELATIONSHIPS_URI,
  STRICT_RELATIONSHIPS_URI,
  CONTENT_TYPES,
  PACKAGE_RELATIONSHIPS,
} from '../xml-names';
import { Package, relationshipsPath } from '../package';
import type { Relationship } from '../package';
import { escapeAttribute } from '../xml-text';
import { childrenOf, parseTree } from '../xml-tree';
import { writeArchive } from './archive-writer';
import { packPart } from './part-sink';
import type { PackedPart } from './part-sink';
import { Splices } from './splices';

const CONTENT_TYPES_PART = '[Content_Types].xml';
export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

interface AddedRelationship {
  readonly id: string;
  readonly kind: string;
  readonly path: string;
}

interface RelationshipEdits {
  readonly old: readonly Relationship[];
  readonly added: AddedRelationship[];
  readonly removed: Set<string>;
}

export class PackageEdits {
  private readonly contents = new Map<string, PackedPart | null>();
  private readonly relationshipEdits = new Map<string, RelationshipEdits>();
  private readonly addedTypes = new Map<string, string>();
  private readonly addedExtensions = new Map<string, string>();
  private listed: ReadonlySet<string> | undefined;

  constructor(
    readonly parts: Package,
    readonly isStrict: boolean,
  ) {}

  has(path: string): boolean {
    const change = this.contents.get(path);
    return change === undefined ? this.parts.has(path) : change !== null;
  }

  set(path: string, content: Uint8Array | string | PackedPart): void {
    const isPacked = typeof content !== 'string' && !(content instanceof Uint8Array);
    const part = isPacked ? content : packPart(content);
    const old = this.parts.entry(path);
    // What comes out as it was keeps its old compressed bytes.
    if (old !== null && old.size === part.size && old.crc === part.crc) this.contents.delete(path);
    else this.contents.set(path, part);
  }

  /** A new part, with its content type. */
  add(path: string, type: string, content: Uint8Array | string | PackedPart): void {
    this.set(path, content);
    this.addedTypes.set(path, type);
  }

  addExtension(extension: string, type: string): void {
    this.addedExtensions.set(extension, type);
  }

  remove(path: string): void {
    this.contents.set(path, null);
    this.addedTypes.delete(path);
    if (this.has(relationshipsPath(path)))
      this.contents.set(this.parts.realPath(relationshipsPath(path)), null);
    this.relationshipEdits.delete(path);
  }

  /** A path that no part has: the pattern with the lowest number that is free in place of `#`. */
  freePath(pattern: string): string {
    this.listed ??= this.parts.pathsWithType();
    for (let number = 1; ; number++) {
      const path = pattern.replace('#', String(number));
      // Files list types of parts that they do not have, and each may be listed once.
      if (!this.parts.has(path) && !this.has(path) && !this.listed.has(path.toLowerCase())) return path;
    }
  }

  relationships(source: string): readonly (Relationship | AddedRelationship)[] {
    const edits = this.relationshipEdits.get(source);
    if (edits === undefined)
      return source === '' || (this.has(source) && this.parts.has(source))
        ? this.parts.relationships(source)
        : [];
    return [...edits.old.filter(({ id }) => !edits.removed.has(id)), ...edits.added];
  }

  /** Adds a relationship of an officeDocument kind, or of a type that is a whole URI; its id. */
  relate(source: string, kind: string, path: string): string {
    const edits = this.editsOf(source);
    const taken = new Set([...edits.old, ...edits.added].map(({ id }) => id.toLowerCase()));
    let number = taken.size + 1;
    while (taken.has(`rid${number}`)) number++;
    const id = `rId${number}`;
    edits.added.push({ id, kind, path });
    return id;
  }

  unrelate(source: string, id: string): void {
    const edits = this.editsOf(source);
    const added = edits.added.findIndex((relationship) => relationship.id === id);
    if (added >= 0) edits.added.splice(added, 1);
    else edits.removed.add(id);
  }

  private editsOf(source: string): RelationshipEdits {
    let edits = this.relationshipEdits.get(source);
    if (edits === undefined) {
      edits = {
        old: source === '' || this.parts.has(source) ? this.parts.relationships(source) : [],
        added: [],
        removed: new Set(),
      };
      this.relationshipEdits.set(source, edits);
    }
    return edits;
  }

  /** The bytes of the file; the very same when nothing changed. */
  finish(): Uint8Array {
    for (const [source, edits] of this.relationshipEdits) this.writeRelationships(source, edits);
    this.writeContentTypes();
    return this.contents.size === 0
      ? this.parts.archive.bytes
      : writeArchive(this.parts.archive, this.contents);
  }

  private writeRelationships(source: string, { added, removed }: RelationshipEdits): void {
    if (added.length === 0 && removed.size === 0) return;
    const path = this.parts.realPath(relationshipsPath(source));
    const base = this.isStrict ? STRICT_RELATIONSHIPS_URI : RELATIONSHIPS_URI;
    const xml = (prefix: string): string =>
      added
        .map(
          ({ id, kind, path: target }) =>
            `<${prefix}Relationship Id="${id}" Type="${kind.includes('://') ? kind : `${base}/${kind}`}" Target="${escapeAttribute(relativeTarget(source, target))}"/>`,
        )
        .join('');
    if (!this.has(path)) {
      if (added.length > 0)
        this.set(
          path,
          `${DECLARATION}<Relationships xmlns="${PACKAGE_RELATIONSHIPS}">${xml('')}</Relationships>`,
        );
      return;
    }
    const tree = parseTree(path, this.parts.bytes(path, source), PACKAGE_RELATIONSHIPS, 'Relationships');
    const splices = new Splices(tree);
    for (const element of childrenOf(tree.root, 'Relationship')) {
      if (removed.has(element.attributes.get('Id') ?? '')) splices.remove(element);
    }
    if (added.length > 0) splices.append(tree.root, xml(tree.prefixFor(PACKAGE_RELATIONSHIPS) ?? ''));
    this.set(path, splices.apply());
  }

  private writeContentTypes(): void {
    // Its name, too, is written in whatever case.
    const part = this.parts.realPath(CONTENT_TYPES_PART);
    const tree = parseTree(part, this.parts.bytes(part, 'zip'), CONTENT_TYPES, 'Types');
    const splices = new Splices(tree);
    const prefix = tree.prefixFor(CONTENT_TYPES) ?? '';
    const overrides = childrenOf(tree.root, 'Override');
    for (const override of overrides) {
      const path = this.parts.realPath((override.attributes.get('PartName') ?? '').replace(/^\//, ''));
      if (this.contents.get(path) === null) splices.remove(override);
    }
    const extensions = new Set(
      childrenOf(tree.root, 'Default').map(({ attributes }) =>
        (attributes.get('Extension') ?? '').toLowerCase(),
      ),
    );
    const defaults = [...this.addedExtensions].filter(([extension]) => !extensions.has(extension));
    // Defaults stand before overrides, as Excel writes them.
    if (defaults.length > 0) {
      const xml = defaults
        .map(([extension, type]) => `<${prefix}Default Extension="${extension}" ContentType="${type}"/>`)
        .join('');
      if (overrides[0] === undefined) splices.append(tree.root, xml);
      else splices.insert(overrides[0].start, xml);
    }
    if (this.addedTypes.size > 0) {
      splices.append(
        tree.root,
        Array.from(
          this.addedTypes,
          ([path, type]) => `<${prefix}Override PartName="/${escapeAttribute(path)}" ContentType="${type}"/>`,
        ).join(''),
      );
    }
    if (!splices.isEmpty) this.set(part, splices.apply());
  }
}

/** From one part to another: `worksheets/sheet2.xml`, `../tables/table1.xml`. */
export function relativeTarget(source: string, target: string): string {
  const from = source.split('/').slice(0, -1);
  const to = target.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}
