/** Workbooks of the corpus broken in one way each, the same for the same number. */
import { readFileSync } from 'node:fs';
import { madeFile, usable } from '../corpus';
import { unzip } from '../unzip';
import type { ZipPart } from '../../xlsx/zip';
import { zip } from '../../xlsx/zip';
import { BREAK_ARCHIVE } from './break-archive';
import { BREAK_BYTES } from './break-bytes';
import { BREAK_XML } from './break-xml';
import { Random } from './random';

export interface Mutant {
  readonly number: number;
  /** The workbook it was made of. */
  readonly base: string;
  /** How it was broken, and where. */
  readonly how: string;
  readonly bytes: Uint8Array;
}

const bases = usable.map(([name]) => name);

export function mutant(number: number): Mutant {
  const random = new Random(number);
  const base = bases[number % bases.length] ?? '';
  const file = new Uint8Array(readFileSync(madeFile(base)));
  const kind = random.next();
  // Most are broken inside: what the archive refuses never gets further.
  const { how, bytes } =
    kind < 0.15
      ? brokenBytes(file, random)
      : kind < 0.4
        ? brokenArchive(file, random)
        : brokenXml(file, random);
  return { number, base, how, bytes };
}

type Broken = Pick<Mutant, 'how' | 'bytes'>;

function brokenBytes(file: Uint8Array, random: Random): Broken {
  const [how, apply] = random.pick(Object.entries(BREAK_BYTES));
  return { how, bytes: apply(file, random) };
}

function brokenArchive(file: Uint8Array, random: Random): Broken {
  const [how, apply] = random.pick(Object.entries(BREAK_ARCHIVE));
  return { how, bytes: apply(partsOf(file), random) };
}

function brokenXml(file: Uint8Array, random: Random): Broken {
  const parts = partsOf(file);
  const part = random.pick(parts.filter(({ name }) => /\.(?:xml|rels|vml)$/i.test(name)));
  const [how, apply] = random.pick(Object.entries(BREAK_XML));
  const content = apply(textOf(part.content), random);
  return {
    how: `${how} in ${part.name}`,
    bytes: zip(parts.map((other) => (other === part ? { ...part, content } : other))),
  };
}

function partsOf(file: Uint8Array): ZipPart[] {
  return Object.entries(unzip(file)).map(([name, content]) => ({ name, content }));
}

function textOf(content: string | Uint8Array): string {
  if (typeof content === 'string') return content;
  const encoding = content[0] === 0xff ? 'utf-16le' : content[0] === 0xfe ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding, { ignoreBOM: false }).decode(content);
}
