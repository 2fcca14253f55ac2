/**
 * Notes on cells of a sheet: the text in the comments part, the box in a VML drawing, as Excel keeps
 * both. Ours are told by their author; those of people are neither changed nor covered.
 */
import { reference } from '../cell-reference';
import type { NoteEdit } from '../types';
import { MAIN, MAIN_URI, STRICT_MAIN_URI } from '../xml-names';
import { escapeString } from '../xml-text';
import { child, childrenOf, parseTree } from '../xml-tree';
import type { XmlElement } from '../xml-tree';
import { DECLARATION } from './package-edits';
import type { PackageEdits } from './package-edits';
import { changedVml, newVml } from './note-shapes';
import type { NoteShapes } from './note-shapes';
import type { SheetLink } from './sheet-frame';
import { Splices } from './splices';

export const NOTE_AUTHOR = 'Subsidy rules';
const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
const VML_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing';

/** Writes the texts; the link takes care of the boxes when the sheet is rewritten. null if nothing is to do. */
export function changeNotes(
  edits: PackageEdits,
  sheetPath: string,
  notes: readonly NoteEdit[],
): SheetLink | null {
  const comments = edits.relationships(sheetPath).find(({ kind }) => kind === 'comments')?.path ?? null;
  const shapes =
    comments === null
      ? newComments(edits, sheetPath, notes)
      : changedComments(edits, comments, sheetPath, notes);
  if (shapes.added.length === 0 && shapes.removed.length === 0) return null;
  return {
    element: 'legacyDrawing',
    relationship: () => {
      if (shapes.added.length === 0) return null;
      const path = edits.freePath(`${folderOf(sheetPath)}drawings/vmlDrawing#.vml`);
      edits.set(path, newVml(shapes));
      edits.addExtension('vml', VML_TYPE);
      return edits.relate(sheetPath, 'vmlDrawing', path);
    },
    found: (id) => {
      const drawing = edits
        .relationships(sheetPath)
        .find((relationship) => relationship.id === id && relationship.kind === 'vmlDrawing');
      const path = drawing?.path ?? null;
      if (path !== null) edits.set(path, changedVml(path, edits.parts.bytes(path, sheetPath), shapes));
    },
  };
}

/** `xl/worksheets/sheet1.xml` → `xl/`. */
function folderOf(sheetPath: string): string {
  return sheetPath
    .split('/')
    .slice(0, -2)
    .map((folder) => `${folder}/`)
    .join('');
}

function newComments(edits: PackageEdits, sheetPath: string, notes: readonly NoteEdit[]): NoteShapes {
  const added = notes.filter(({ text }) => text !== null);
  if (added.length > 0) {
    const path = edits.freePath(`${folderOf(sheetPath)}comments#.xml`);
    const uri = edits.isStrict ? STRICT_MAIN_URI : MAIN_URI;
    const list = added.map((note) => commentXml('', note, 0)).join('');
    edits.add(
      path,
      COMMENTS_TYPE,
      `${DECLARATION}<comments xmlns="${uri}"><authors><author>${NOTE_AUTHOR}</author></authors><commentList>${list}</commentList></comments>`,
    );
    edits.relate(sheetPath, 'comments', path);
  }
  return { added, removed: [] };
}

function changedComments(
  edits: PackageEdits,
  path: string,
  sheetPath: string,
  notes: readonly NoteEdit[],
): NoteShapes {
  const tree = parseTree(path, edits.parts.bytes(path, sheetPath), MAIN, 'comments');
  const splices = new Splices(tree);
  const prefix = tree.root.prefix === '' ? '' : `${tree.root.prefix}:`;
  const list = child(tree.root, 'commentList');
  const authors = child(tree.root, 'authors');
  if (list === undefined || authors === undefined) return { added: [], removed: [] };
  const author = authorNumber(authors);
  const old = new Map(
    childrenOf(list, 'comment').map((comment) => [comment.attributes.get('ref') ?? '', comment]),
  );
  const added: NoteEdit[] = [];
  const removed: NoteEdit[] = [];
  for (const note of notes) {
    const comment = old.get(reference(note.row, note.column));
    if (comment === undefined) {
      if (note.text !== null) added.push(note);
    } else if (comment.attributes.get('authorId') === String(author)) {
      if (note.text === null) removed.push(note);
      replaceComment(splices, comment, note.text === null ? '' : commentXml(prefix, note, author));
    }
  }
  if (added.length > 0) {
    splices.append(list, added.map((note) => commentXml(prefix, note, author)).join(''));
    const isNew = author === childrenOf(authors, 'author').length;
    if (isNew) splices.append(authors, `<${prefix}author>${NOTE_AUTHOR}</${prefix}author>`);
  }
  if (!splices.isEmpty) edits.set(path, splices.apply());
  return { added, removed };
}

/** Ours; one beyond the last if we are not among the authors. */
function authorNumber(authors: XmlElement): number {
  const names = childrenOf(authors, 'author').map(({ text }) => text);
  const ours = names.indexOf(NOTE_AUTHOR);
  return ours < 0 ? names.length : ours;
}

function replaceComment(splices: Splices, comment: XmlElement, xml: string): void {
  if (splices.source(comment.start, comment.end) !== xml) splices.replace(comment.start, comment.end, xml);
}

function commentXml(prefix: string, { row, column, text }: NoteEdit, author: number): string {
  const p = prefix;
  return (
    `<${p}comment ref="${reference(row, column)}" authorId="${author}"><${p}text><${p}r>` +
    `<${p}t xml:space="preserve">${escapeString(text ?? '')}</${p}t></${p}r></${p}text></${p}comment>`
  );
}
