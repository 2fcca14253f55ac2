/** Damage to the archive: entries that are there twice, lie about themselves, or are not what their name says. */
import { zip } from '../../xlsx/zip';
import type { ZipOptions, ZipPart } from '../../xlsx/zip';
import type { Random } from './random';

export type BreakArchive = (parts: ZipPart[], random: Random) => Uint8Array;

/** With one entry, picked at random, made what `change` says. */
function one(
  change: (part: ZipPart, random: Random) => Partial<ZipPart>,
  options?: ZipOptions,
): BreakArchive {
  return (parts, random) => {
    const at = random.below(parts.length);
    return zip(
      parts.map((part, i) => (i === at ? { ...part, ...change(part, random) } : part)),
      options,
    );
  };
}

const NUMBERS = [0, 1, 2, 255, 65_535, 1_000_000, 0x7fffffff, 0xfffffffe, 0xffffffff];

const NAMES = [
  '../../../etc/passwd',
  '/xl/workbook.xml',
  'xl\\worksheets\\sheet1.xml',
  'C:\\Windows\\win.ini',
  'xl/../xl/workbook.xml',
  'xl/worksheets/',
  '',
  '.',
  'XL/WORKBOOK.XML',
  '[content_types].xml',
  'a\0b.xml',
  `${'x'.repeat(60_000)}.xml`,
  'CON.xml',
];

export const BREAK_ARCHIVE: Readonly<Record<string, BreakArchive>> = {
  'a wrong checksum': one((_, random) => ({ crc: random.below(0xffffffff) })),
  'a wrong size': one((_, random) => ({ size: random.pick(NUMBERS) })),
  'a wrong packed size': one((_, random) => ({ compressedSize: random.pick(NUMBERS) })),
  'an entry that lies elsewhere': one((_, random) => ({ localOffset: random.pick(NUMBERS) })),
  'a local header of another name': one(() => ({ localName: 'other.xml' })),
  'an encrypted entry': one(() => ({ flags: 1 })),
  'an unknown packing method': one((_, random) => ({ methodNumber: random.pick([1, 9, 12, 14, 93, 99]) })),
  'a path trick': one((_, random) => ({ name: random.pick(NAMES) })),
  'a name that is no UTF-8': one(() => ({ nameBytes: Uint8Array.of(0x78, 0xff, 0xfe, 0xc3, 0x28) })),
  'an empty part': one(() => ({ content: '' })),
  'a part of zeros': one((_, random) => ({ content: new Uint8Array(random.below(3_000_000)) })),
  'a bomb that declares little': one(() => ({ content: new Uint8Array(20_000_000), size: 100 })),
  'a data descriptor': one(() => ({ descriptor: true })),
  'a data descriptor of a stored part': one(() => ({ descriptor: true, method: 'stored' })),
  'zip64 fields': one(() => ({ zip64: true }), { zip64End: true }),
  'a comment': (parts, random) => zip(parts, { comment: 'PK\x05\x06'.repeat(1 + random.below(40)) }),

  'a wrong number of entries': (parts, random) => zip(parts, { count: random.pick(NUMBERS) & 0xffff }),

  'a part missing': (parts, random) => {
    const at = random.below(parts.length);
    return zip(parts.filter((_, i) => i !== at));
  },

  'a part twice': (parts, random) => zip([...parts, random.pick(parts)]),

  'the contents of two parts swapped': (parts, random) => {
    const [a, b] = [random.pick(parts), random.pick(parts)];
    return zip(
      parts.map((part) => {
        const other = part === a ? b : part === b ? a : part;
        return { ...part, content: other.content };
      }),
    );
  },

  'parts in another order': (parts, random) => zip(parts.toSorted(() => random.next() - 0.5)),
  'everything stored': (parts) => zip(parts.map((part) => ({ ...part, method: 'stored' as const }))),
};
