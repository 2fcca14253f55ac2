/** Damage to the XML of one part, and other ways of writing the same XML. Takes and gives text. */
import type { Random } from './random';

export type BreakXml = (xml: string, random: Random) => string | Uint8Array;

const VALUES = [
  '',
  '-1',
  '0',
  '1.5',
  'NaN',
  '1e999',
  '4294967296',
  '99999999999999999999',
  'A0',
  'XFE1',
  'A1048577',
  'ZZZZ9',
  'A1:',
  'A1:XFD1048576',
  '#REF!',
  'true',
  '&amp;',
  '&undefined;',
  '&#0;',
  '&#xD800;',
  '\u0000',
  '../../../../etc/passwd',
  'http://127.0.0.1/',
  'worksheets/sheet1.xml',
  'rId1',
  "'; DROP TABLE",
  '=1+1',
  '好'.repeat(40_000),
];

const ATTRIBUTE = /(\s[\w:]+\s*=\s*)("[^"]*"|'[^']*')/g;
const ELEMENT = /<(\w[\w:]*)(?:\s[^<>]*)?(?:\/>|>[^<>]*<\/\1>)/g;
const TAG = /<\/?\w[^<>]*>/g;
const TEXT = />[^<>]+</g;

/** One match of the pattern, picked at random, replaced; the text as it is where there is none. */
function replaceOne(
  xml: string,
  pattern: RegExp,
  random: Random,
  by: (found: RegExpExecArray) => string,
): string {
  const found = Array.from(xml.matchAll(pattern));
  if (found.length === 0) return xml;
  const match = random.pick(found);
  return xml.slice(0, match.index) + by(match) + xml.slice(match.index + match[0].length);
}

const entities =
  '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' +
  Array.from({ length: 9 }, (_, i) => {
    const [inner, outer] = [i, i + 1].map((letter) => String.fromCharCode(97 + letter));
    return `<!ENTITY ${outer} "${`&${inner};`.repeat(10)}">`;
  }).join('') +
  ']>';

export const BREAK_XML: Readonly<Record<string, BreakXml>> = {
  'an attribute with another value': (xml, random) =>
    replaceOne(xml, ATTRIBUTE, random, ([, name]) => `${name}"${random.pick(VALUES)}"`),
  'three attributes with other values': (xml, random) =>
    [0, 1, 2].reduce(
      (changed) => replaceOne(changed, ATTRIBUTE, random, ([, name]) => `${name}"${random.pick(VALUES)}"`),
      xml,
    ),
  'an attribute missing': (xml, random) => replaceOne(xml, ATTRIBUTE, random, () => ''),
  'an attribute twice': (xml, random) => replaceOne(xml, ATTRIBUTE, random, ([all]) => all + all),
  'a text replaced': (xml, random) => replaceOne(xml, TEXT, random, () => `>${random.pick(VALUES)}<`),
  'an element missing': (xml, random) => replaceOne(xml, ELEMENT, random, () => ''),
  'an element twice': (xml, random) => replaceOne(xml, ELEMENT, random, ([all]) => all + all),
  'an element a thousand times': (xml, random) =>
    replaceOne(xml, ELEMENT, random, ([all]) => all.slice(0, 2000).repeat(1000)),
  'two elements swapped': (xml, random) => {
    let taken = '';
    const without = replaceOne(xml, ELEMENT, random, ([all]) => {
      taken = all;
      return '';
    });
    return replaceOne(without, ELEMENT, random, ([all]) => taken + all);
  },
  'a tag missing': (xml, random) => replaceOne(xml, TAG, random, () => ''),
  'a tag of another name': (xml, random) =>
    replaceOne(xml, TAG, random, ([all]) => all.replace(/\w+/, 'other')),
  'cut off': (xml, random) => xml.slice(0, random.below(xml.length)),
  'something behind the end': (xml) => `${xml}<more/>`,
  'nested a thousand deep': (xml, random) =>
    replaceOne(xml, TAG, random, ([all]) => '<a>'.repeat(1000) + all + '</a>'.repeat(1000)),
  'nested entities': (xml) => xml.replace(/^(<\?xml[^>]*>)?/, `$1${entities}`),
  'an external entity': (xml) =>
    xml.replace(/^(<\?xml[^>]*>)?/, '$1<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'),
  'control characters': (xml, random) => replaceOne(xml, TEXT, random, () => '>\u0001\u0008\uFFFF<'),

  // The same meaning, written in another way.
  'text as CDATA': (xml) => xml.replaceAll(/>([^<>&]+)</g, '><![CDATA[$1]]><'),
  'comments everywhere': (xml) => xml.replaceAll('><', '><!-- <c r="A1"> --><?pi <v>?><'),
  'a prefix for every element': (xml) =>
    xml.replaceAll(/<(\/?)(\w+)(?=[\s/>])/g, '<$1zz:$2').replace(/\sxmlns=/, ' xmlns:zz='),
  'single quotes': (xml) => xml.replaceAll(/="([^"']*)"/g, "='$1'"),
  'UTF-16, little end first': (xml) => utf16(xml, false),
  'UTF-16, big end first': (xml) => utf16(xml, true),
  'a byte order mark': (xml) => `\uFEFF${xml}`,
  'another encoding declared': (xml) => `<?xml version="1.0" encoding="GB18030"?>${withoutDeclaration(xml)}`,
  'references by number': (xml) =>
    xml.replaceAll(/>([^<>&]{1,80})</g, (_, text: string) => {
      const numbers = Array.from(text, (character) => `&#${character.codePointAt(0) ?? 0};`);
      return `>${numbers.join('')}<`;
    }),
  'Strict namespaces': (xml) =>
    xml
      .replaceAll(
        'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
        'http://purl.oclc.org/ooxml/spreadsheetml/main',
      )
      .replaceAll(
        'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
        'http://purl.oclc.org/ooxml/officeDocument/relationships',
      ),
};

function withoutDeclaration(xml: string): string {
  return xml.replace(/^\uFEFF?<\?xml[^>]*>/, '');
}

function utf16(xml: string, bigEnd: boolean): Uint8Array {
  const bytes = Buffer.from(
    `\uFEFF<?xml version="1.0" encoding="UTF-16"?>${withoutDeclaration(xml)}`,
    'utf16le',
  );
  return new Uint8Array(bigEnd ? bytes.swap16() : bytes);
}
