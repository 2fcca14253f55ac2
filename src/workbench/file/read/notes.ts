/** The notes on the cells of a sheet, and the comments, which files also keep as notes for older programs. */
import { area, type Comment, type Sheet, type Workbook } from '../../host';
import { child, childrenOf, MAIN, type Package, parseRange, parseTree, type XmlElement } from '../../../xlsx';

const COMMENT_PREFIX = '[Threaded comment]';

/** @param path of the sheet's part */
export function readNotes(parts: Package, path: string, workbook: Workbook, sheet: Sheet): void {
  const notes = parts.relationships(path).find(({ kind }) => kind === 'comments')?.path ?? null;
  if (notes === null || !parts.has(notes)) return;
  const { root } = parseTree(notes, parts.bytes(notes, path), MAIN, 'comments');
  const authors = childrenOf(child(root, 'authors'), 'author').map(({ text }) => text);
  for (const note of childrenOf(child(root, 'commentList'), 'comment')) {
    const cell = parseRange(note.attributes.get('ref') ?? '');
    if (cell === null) continue;
    const text = textIn(child(note, 'text'));
    workbook.comments.push({
      kind: 'note',
      id: workbook.nextGuid(),
      sheet,
      cell: area(cell.top, cell.left),
      content: text.startsWith(COMMENT_PREFIX) ? text.slice(text.indexOf('Comment:') + 8).trim() : text,
      resolved: false,
      author: authors[Number(note.attributes.get('authorId') ?? -1)] ?? '',
    } satisfies Comment);
  }
}

/** Rich text in pieces, without the phonetic guides. */
function textIn(element: XmlElement | undefined): string {
  if (element === undefined) return '';
  const own = childrenOf(element, 't').map(({ text }) => text);
  const runs = childrenOf(element, 'r').flatMap((run) => childrenOf(run, 't').map(({ text }) => text));
  return [...own, ...runs].join('');
}
