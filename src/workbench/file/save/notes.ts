/**
 * The notes of one sheet, when they are not what they were. Comments of the newer kind are written as notes
 * with their author: older programs show them as such, too.
 */
import {
  changedVml,
  DECLARATION,
  escapeString,
  MAIN_URI,
  newVml,
  reference,
  type PackageEdits,
} from '../../../xlsx';
import type { Comment, Sheet } from '../../host';
import type { OpenFile } from '../open-file';

const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
const VML_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing';
const THREADED = 'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment';

/** @returns the id of the relationship to the boxes of the notes; null for none */
export function writeNotes(opened: OpenFile, edits: PackageEdits, sheet: Sheet, path: string): string | null {
  const boxes = edits.relationships(path).find(({ kind }) => kind === 'vmlDrawing');
  if (!opened.changes.areNotesChanged(sheet)) return boxes?.id ?? null;
  const notes = opened.workbook.comments.filter((comment) => comment.sheet === sheet);
  const placed = notes.map(({ cell, content }) => ({ row: cell.top, column: cell.left, text: content }));
  writeTexts(edits, path, notes);
  if (boxes === undefined) {
    if (placed.length === 0) return null;
    const drawing = edits.freePath('xl/drawings/vmlDrawing#.vml');
    edits.set(drawing, newVml({ added: placed, removed: [] }));
    edits.addExtension('vml', VML_TYPE);
    return edits.relate(path, 'vmlDrawing', drawing);
  }
  const drawing = boxes.path ?? '';
  // Boxes of the file's notes go wherever they are, other shapes stay.
  const withoutNotes = opened.file.parts.bytes(drawing, path);
  edits.set(drawing, changedVml(drawing, stripped(withoutNotes), { added: placed, removed: [] }));
  return boxes.id;
}

const NOTE_SHAPE =
  /<(\w+:)?shape\b[^>]*>(?:(?!<\/\1shape>)[^])*?ObjectType=["']Note["'](?:(?!<\/\1shape>)[^])*<\/\1shape>\s*/g;

function stripped(vml: Uint8Array): Uint8Array {
  return new TextEncoder().encode(new TextDecoder().decode(vml).replaceAll(NOTE_SHAPE, ''));
}

function writeTexts(edits: PackageEdits, path: string, notes: readonly Comment[]): void {
  for (const { id, kind, path: part } of edits.relationships(path)) {
    if (kind !== THREADED) continue;
    edits.unrelate(path, id);
    if (part !== null) edits.remove(part);
  }
  const known = edits.relationships(path).find(({ kind }) => kind === 'comments');
  if (known === undefined && notes.length === 0) return;
  const part = known?.path ?? edits.freePath('xl/comments#.xml');
  const authors = [...new Set(notes.map(({ author }) => author))];
  const list = notes.map(
    ({ cell, content, author }) =>
      `<comment ref="${reference(cell.top, cell.left)}" authorId="${authors.indexOf(author)}"><text><r><t xml:space="preserve">${escapeString(content)}</t></r></text></comment>`,
  );
  const names = (authors.length === 0 ? [''] : authors).map(
    (author) => `<author>${escapeString(author)}</author>`,
  );
  const xml = `${DECLARATION}<comments xmlns="${MAIN_URI}"><authors>${names.join('')}</authors><commentList>${list.join('')}</commentList></comments>`;
  if (known !== undefined) edits.set(part, xml);
  else {
    edits.add(part, COMMENTS_TYPE, xml);
    edits.relate(path, 'comments', part);
  }
}
