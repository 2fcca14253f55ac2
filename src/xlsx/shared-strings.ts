/** Strings of a workbook: the shared table, and the text of one rich or plain string. */
import type { ByteWindow } from './byte-window';
import { atMost } from './errors';
import { MAIN } from './xml-names';
import { XmlReader } from './xml-reader';
import { unescapeCodes } from './xml-text';

/** Different texts of a workbook, or of a sheet that has its own. */
export const MAX_STRINGS = 10_000_000;

/** @param mostCharacters of all of them together */
export function readSharedStrings(window: ByteWindow, mostCharacters: number): string[] {
  const reader = new XmlReader(window);
  reader.openRoot(MAIN, 'sst');
  const strings: string[] = [];
  let characters = 0;
  while (reader.nextChild()) {
    if (reader.local !== 'si' || reader.namespace !== MAIN) {
      reader.skip();
      continue;
    }
    const text = readString(reader);
    atMost(MAX_STRINGS, strings.push(text), 'strings', window.part);
    characters += text.length;
    atMost(mostCharacters, characters, 'characters', window.part);
  }
  while (reader.next() !== 'end');
  return strings;
}

/** Of the `si` or `is` just opened: its `t`, or those of its runs one after the other; not the phonetic ones. */
export function readString(reader: XmlReader): string {
  let text = '';
  while (reader.nextChild()) {
    if (reader.namespace === MAIN && reader.local === 't') text += reader.readText();
    else if (reader.namespace === MAIN && reader.local === 'r') text += readRun(reader);
    else reader.skip();
  }
  return unescapeCodes(text);
}

function readRun(reader: XmlReader): string {
  let text = '';
  while (reader.nextChild()) {
    if (reader.namespace === MAIN && reader.local === 't') text += reader.readText();
    else reader.skip();
  }
  return text;
}
