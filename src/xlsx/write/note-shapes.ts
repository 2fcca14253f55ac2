/**
 * The boxes of notes, in VML. Excel and others write VML that is not always XML, so it is changed as
 * text: a shape is found by the cell it names, and ours are put before the end.
 */
import { WorkbookError } from '../errors';
import type { NoteEdit } from '../types';
import { decodeUtf8 } from '../utf8';

export interface NoteShapes {
  readonly added: readonly NoteEdit[];
  readonly removed: readonly NoteEdit[];
}

const NAMESPACES =
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"';
const SHAPE_TYPE =
  `<v:shapetype ${NAMESPACES} id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">` +
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';
/** Whatever prefix stands for VML. */
const SHAPE = /<(\w+:)?shape\b[^<>]*>/g;

export function newVml({ added }: NoteShapes): string {
  const layout = '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>';
  return `<xml ${NAMESPACES}>${layout}${SHAPE_TYPE}${shapesXml(added, 1025)}</xml>`;
}

export function changedVml(path: string, bytes: Uint8Array, { added, removed }: NoteShapes): string {
  const vml = decodeUtf8(bytes, 0, bytes.length);
  const end = vml === null ? -1 : vml.lastIndexOf('</xml>');
  if (vml === null || end < 0) throw new WorkbookError('damaged-part', { part: path });
  const kept = withoutShapes(vml.slice(0, end), (shape) => removed.some((note) => isOn(shape, note)));
  let number = 1024;
  for (const [, taken] of vml.matchAll(/\bid=["']_x0000_s(\d{1,9})["']/g))
    number = Math.max(number, Number(taken));
  const type = added.length > 0 && !vml.includes('"_x0000_t202"') ? SHAPE_TYPE : '';
  return kept + type + shapesXml(added, number + 1) + vml.slice(end);
}

/** Each from its opening tag to the next closing one; by position, because a drawing may have any length. */
function withoutShapes(vml: string, isGone: (shape: string) => boolean): string {
  let kept = '';
  let done = 0;
  for (const match of vml.matchAll(SHAPE)) {
    if (match.index < done || match[0].endsWith('/>')) continue;
    const closing = `</${match[1] ?? ''}shape>`;
    const close = vml.indexOf(closing, match.index);
    if (close < 0) break;
    const after = close + closing.length;
    const isKept = !isGone(vml.slice(match.index, after));
    kept += vml.slice(done, isKept ? after : match.index);
    done = isKept ? after : after + (/^\s*/.exec(vml.slice(after, after + 64))?.[0].length ?? 0);
  }
  return kept + vml.slice(done);
}

function isOn(shape: string, { row, column }: NoteEdit): boolean {
  return (
    /ObjectType=["']Note["']/.test(shape) &&
    new RegExp(`<(?:\\w+:)?Row>\\s*${row - 1}\\s*<`).test(shape) &&
    new RegExp(`<(?:\\w+:)?Column>\\s*${column - 1}\\s*<`).test(shape)
  );
}

/** Hidden until the pointer is on the cell; beside it, six rows high. */
function shapesXml(notes: readonly NoteEdit[], firstNumber: number): string {
  return notes
    .map(
      ({ row, column }, i) =>
        `<v:shape ${NAMESPACES} id="_x0000_s${firstNumber + i}" type="#_x0000_t202" style="position:absolute;width:216pt;height:96pt;z-index:${i + 1};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
        '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
        '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
        `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column},15,${Math.max(row - 2, 0)},10,${column + 3},15,${Math.max(row - 2, 0) + 6},4</x:Anchor>` +
        `<x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`,
    )
    .join('');
}
