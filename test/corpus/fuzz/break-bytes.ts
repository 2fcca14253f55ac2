/** Damage to a file as copying, disks and mail programs do it: nothing is known of what the bytes mean. */
import type { Random } from './random';

export type BreakBytes = (file: Uint8Array, random: Random) => Uint8Array;

export const BREAK_BYTES: Readonly<Record<string, BreakBytes>> = {
  'cut off': (file, random) => file.slice(0, random.below(file.length)),

  'beginning lost': (file, random) => file.slice(1 + random.below(file.length - 1)),

  'bits flipped': (file, random) => {
    const broken = file.slice();
    for (let left = 1 + random.below(8); left > 0; left--)
      flipBit(broken, random.below(broken.length), random);
    return broken;
  },

  // The directory and its end are small, and all else hangs on them.
  'bits flipped near the end': (file, random) => {
    const broken = file.slice();
    const reach = Math.min(600, broken.length);
    for (let left = 1 + random.below(3); left > 0; left--)
      flipBit(broken, broken.length - 1 - random.below(reach), random);
    return broken;
  },

  'zeros in the middle': (file, random) => {
    const start = random.below(file.length);
    return file.slice().fill(0, start, start + 1 + random.below(512));
  },

  'two pieces swapped': (file, random) => {
    const length = 1 + random.below(Math.min(400, Math.floor(file.length / 4)));
    const first = random.below(file.length / 2 - length);
    const second = file.length / 2 + random.below(file.length / 2 - length);
    const broken = file.slice();
    broken.set(file.subarray(second, second + length), first);
    broken.set(file.subarray(first, first + length), second);
    return broken;
  },

  'a piece twice': (file, random) => {
    const at = random.below(file.length);
    const piece = file.subarray(at, at + 1 + random.below(300));
    return joined(file.subarray(0, at), piece, file.subarray(at));
  },

  'something in front or behind': (file, random) => {
    const extra = Uint8Array.from({ length: 1 + random.below(200) }, () => random.below(256));
    return random.next() < 0.5 ? joined(extra, file) : joined(file, extra);
  },
};

function flipBit(bytes: Uint8Array, at: number, random: Random): void {
  bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
}

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(pieces));
}
