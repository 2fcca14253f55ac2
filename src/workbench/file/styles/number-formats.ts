/** Number formats of a file, whose built-in ones files name by number only. */
import { BUILT_IN_FORMATS, child, childrenOf, unescapeCodes, type XmlElement } from '../../../xlsx';

export function readCustomFormats(stylesheet: XmlElement): ReadonlyMap<number, string> {
  return new Map(
    childrenOf(child(stylesheet, 'numFmts'), 'numFmt').map(({ attributes }) => [
      Number(attributes.get('numFmtId')),
      unescapeCodes(attributes.get('formatCode') ?? ''),
    ]),
  );
}

/** `General` where the number stands for nothing known. */
export function numberFormatOf(id: number, custom: ReadonlyMap<number, string>): string {
  const code = custom.get(id) ?? BUILT_IN_FORMATS[id] ?? '';
  return code === '' || code.toLowerCase() === 'general' ? 'General' : code;
}

/** The built-in number of a format; undefined for one that a file has to spell out. */
export function builtInId(code: string): number | undefined {
  if (code === 'General') return 0;
  const known = Object.entries(BUILT_IN_FORMATS).find(([, text]) => text === code);
  return known === undefined ? undefined : Number(known[0]);
}
