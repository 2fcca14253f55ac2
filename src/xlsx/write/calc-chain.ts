/**
 * The calculation chain lists the cells that are formulas. Excel calls a file damaged that lists a
 * cell which is none, so cells we overwrite are taken out of it; one that is missing it adds itself.
 */
import { ByteWindow } from '../byte-window';
import { MAIN } from '../xml-names';
import { XmlReader } from '../xml-reader';
import { Copier } from './copier';
import { PartSink } from './part-sink';
import type { PackedPart } from './part-sink';

/** @returns the part without these cells; `empty` if none is left, which is not allowed; null if nothing changes */
export function withoutFormulas(
  path: string,
  bytes: Uint8Array,
  isGone: (sheetId: number, cell: string) => boolean,
): PackedPart | 'empty' | null {
  const window = ByteWindow.overWhole(path, bytes);
  const reader = new XmlReader(window);
  reader.openRoot(MAIN, 'calcChain');
  const sink = new PartSink();
  sink.bytes(window.mark);
  const copier = new Copier(window.bytes, sink);
  let sheet = 0;
  let written = 0;
  let kept = 0;
  let dropped = 0;
  while (reader.nextChild()) {
    const { tokenStart: start, prefix } = reader;
    const given = reader.wholeAttribute('i');
    if (given >= 0) sheet = given;
    const cell = reader.attribute('r') ?? '';
    reader.skip();
    if (isGone(sheet, cell)) {
      dropped++;
      copier.replace(start, reader.tokenEnd, '');
    } else {
      kept++;
      // An entry without a sheet means that of the entry before it, which may be gone.
      if (given < 0 && written !== sheet)
        copier.insert(start + 2 + (prefix === '' ? 0 : prefix.length + 1), ` i="${sheet}"`);
      written = sheet;
    }
  }
  if (dropped === 0) return null;
  if (kept === 0) return 'empty';
  while (reader.next() !== 'end');
  copier.finish();
  return sink.finish();
}
