/**
 * Draws the icons of the add-in: `node scripts/addin-icons.mjs` writes assets/*.svg and, for every size that
 * Office asks for, assets/*.png. The drawings are here, on a grid of 32 by 32; run it after changing one.
 *
 * Shapes are given by their distance function, so that every size is drawn sharply and no image
 * library is needed.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';

const GRID = 32;
const TEAL = '#14808f';
const PALE = '#e3f3f4';
const WHITE = '#ffffff';
const AMBER = '#e8a317';
const INK = '#5b3f00';

/** Sizes of ribbon buttons; the product's own icon has 128 too. */
export const SIZES = [16, 20, 24, 32, 40, 48, 64, 80];
export const PRODUCT_SIZES = [...SIZES, 128];

/**
 * @typedef {{ kind: 'rect', x: number, y: number, w: number, h: number, r: number }
 *   | { kind: 'circle', x: number, y: number, r: number }
 *   | { kind: 'line', points: readonly (readonly [number, number])[], width: number }} Form
 * @typedef {Form & { fill: string, from?: number }} Shape `from`: left out below this size
 */

/** @type {(x: number, y: number, w: number, h: number, r: number, fill: string, from?: number) => Shape} */
const rect = (x, y, w, h, r, fill, from = 0) => ({ kind: 'rect', x, y, w, h, r, fill, from });
/** @type {(x: number, y: number, r: number, fill: string, from?: number) => Shape} */
const circle = (x, y, r, fill, from = 0) => ({ kind: 'circle', x, y, r, fill, from });
/** @type {(points: readonly (readonly [number, number])[], width: number, fill: string, from?: number) => Shape} */
const line = (points, width, fill, from = 0) => ({ kind: 'line', points, width, fill, from });

/** Points of a part of a circle, angles in degrees, clockwise from the right. @param {number} x @param {number} y @param {number} r @param {number} from @param {number} to */
function arc(x, y, r, from, to) {
  const steps = 24;
  return Array.from({ length: steps + 1 }, (_, step) => {
    const angle = ((from + ((to - from) * step) / steps) * Math.PI) / 180;
    return /** @type {const} */ ([x + r * Math.cos(angle), y + r * Math.sin(angle)]);
  });
}

/** A sheet of a table: frame, header, rows. @param {number} x @param {number} y @param {number} w @param {number} h */
const table = (x, y, w, h) => [
  rect(x, y, w, h, 2, TEAL),
  rect(x + 2, y + 7, w - 4, h - 9, 0.5, WHITE),
  rect(x + 2, y + 12, w - 4, 2, 0, PALE, 24),
  rect(x + 8, y + 7, 2, h - 9, 0, PALE, 24),
];

/** @type {Readonly<Record<string, readonly Shape[]>>} */
export const ICONS = {
  // A table of enterprises, and what it comes to: a coin with ¥.
  product: [
    rect(0, 0, 32, 32, 6, TEAL),
    rect(5, 4, 18, 24, 2, WHITE),
    rect(8, 8, 12, 3, 1, AMBER),
    rect(8, 14, 12, 2, 1, TEAL),
    rect(8, 19, 8, 2, 1, TEAL),
    circle(22.5, 22.5, 9, TEAL),
    circle(22.5, 22.5, 7.5, AMBER),
    line([[19.5, 18.5], [22.5, 22.2], [25.5, 18.5]], 1.8, INK), // prettier-ignore
    line([[22.5, 22.2], [22.5, 27]], 1.8, INK), // prettier-ignore
    line([[19.8, 22.9], [25.2, 22.9]], 1.4, INK, 20), // prettier-ignore
    line([[19.8, 25.2], [25.2, 25.2]], 1.4, INK, 24), // prettier-ignore
  ],
  // The table, checked and computed.
  evaluate: [
    ...table(2, 2, 24, 26),
    circle(22, 22, 9.5, WHITE),
    circle(22, 22, 8, AMBER),
    line([[18, 22.2], [21, 25.2], [26.4, 19]], 2.4, INK), // prettier-ignore
  ],
  // A window with a pane at its right.
  pane: [
    rect(2, 4, 28, 24, 2.5, TEAL),
    rect(4, 9, 14, 17, 0.5, WHITE),
    rect(20, 9, 8, 17, 0.5, AMBER),
    rect(6, 13, 10, 2, 1, PALE, 24),
    rect(6, 18, 10, 2, 1, PALE, 24),
  ],
  // Back to what was before.
  takeback: [
    line([[9, 5], [3.5, 10.5], [9, 16]], 3, TEAL), // prettier-ignore
    line([[4.5, 10.5], [19, 10.5]], 3, TEAL), // prettier-ignore
    line(arc(19, 18.5, 8, -90, 90), 3, TEAL),
    line([[19, 26.5], [11, 26.5]], 3, AMBER), // prettier-ignore
  ],
  // A copy that goes out of the house.
  handover: [
    rect(2, 2, 17, 22, 2, TEAL),
    rect(8, 7, 17, 23, 2, WHITE),
    rect(9, 8, 16, 21, 2, TEAL),
    rect(11, 10, 12, 17, 0.5, WHITE),
    line([[14, 18.5], [28.5, 18.5]], 3, AMBER), // prettier-ignore
    line([[24, 14], [28.8, 18.5], [24, 23]], 3, AMBER), // prettier-ignore
  ],
  help: [
    circle(16, 16, 14, TEAL),
    circle(16, 16, 11.5, WHITE),
    line(arc(16, 13, 4.2, -190, 50), 2.8, TEAL),
    line([[18.6, 16.2], [16.3, 18.2], [16, 19.6]], 2.8, TEAL), // prettier-ignore
    circle(16, 23.4, 1.8, AMBER),
  ],
};

/** Distance of a point from a form; negative inside. @param {Form} form @param {number} x @param {number} y */
function distance(form, x, y) {
  switch (form.kind) {
    case 'circle':
      return Math.hypot(x - form.x, y - form.y) - form.r;
    case 'rect': {
      const { w, h, r } = form;
      const dx = Math.abs(x - form.x - w / 2) - w / 2 + r;
      const dy = Math.abs(y - form.y - h / 2) - h / 2 + r;
      return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - r;
    }
    case 'line': {
      const { points, width } = form;
      const parts = points.slice(1).map((end, at) => fromSegment(points[at] ?? end, end, x, y));
      return Math.min(...parts) - width / 2;
    }
  }
}

/** @param {readonly [number, number]} start @param {readonly [number, number]} end @param {number} x @param {number} y */
function fromSegment([ax, ay], [bx, by], x, y) {
  const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2 || 1);
  const at = Math.min(1, Math.max(0, along));
  return Math.hypot(x - ax - at * (bx - ax), y - ay - at * (by - ay));
}

/** Edges of upright bars fall on whole pixels, so that small sizes are not blurred. @param {Shape} shape @param {number} scale @returns {Shape} */
function snapped(shape, scale) {
  if (shape.kind !== 'rect') return shape;
  const snap = (/** @type {number} */ value) => Math.round(value * scale) / scale;
  const x = snap(shape.x);
  const y = snap(shape.y);
  const least = 1 / scale;
  const w = Math.max(least, snap(shape.x + shape.w) - x);
  const h = Math.max(least, snap(shape.y + shape.h) - y);
  return { ...shape, x, y, w, h };
}

/** Red, green, blue, alpha of every pixel. @param {readonly Shape[]} shapes @param {number} size */
function drawn(shapes, size) {
  const scale = size / GRID;
  const pixels = Buffer.alloc(size * size * 4);
  const visible = shapes
    .filter(({ from = 0 }) => size >= from)
    .map((shape) => ({ shape: snapped(shape, scale), colour: rgb(shape.fill) }));
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const pixel = [0, 0, 0, 0];
      for (const { shape, colour } of visible) {
        const covered = clamp(0.5 - distance(shape, (x + 0.5) / scale, (y + 0.5) / scale) * scale);
        paint(pixel, colour, covered);
      }
      pixels.set(
        [...pixel.slice(0, 3).map(Math.round), Math.round((pixel[3] ?? 0) * 255)],
        (y * size + x) * 4,
      );
    }
  }
  return pixels;
}

/** Lays a colour over a pixel. @param {number[]} pixel @param {readonly number[]} colour @param {number} covered */
function paint(pixel, colour, covered) {
  if (covered === 0) return;
  const below = (pixel[3] ?? 0) * (1 - covered);
  const alpha = covered + below;
  for (const [at, part] of colour.entries()) pixel[at] = (part * covered + (pixel[at] ?? 0) * below) / alpha;
  pixel[3] = alpha;
}

const clamp = (/** @type {number} */ value) => Math.min(1, Math.max(0, value));

/** @param {string} hex */
const rgb = (hex) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** @param {readonly Shape[]} shapes @param {number} size */
export function png(shapes, size) {
  const pixels = drawn(shapes, size);
  const lines = Buffer.concat(
    Array.from({ length: size }, (_, y) =>
      Buffer.concat([Buffer.from([0]), pixels.subarray(y * size * 4, (y + 1) * size * 4)]),
    ),
  );
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** @param {string} type @param {Buffer} data */
function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** @param {readonly Shape[]} shapes */
function svg(shapes) {
  const parts = shapes.map((shape) => `  ${svgElement(shape)}\n`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${GRID} ${GRID}">\n${parts.join('')}</svg>\n`;
}

/** @param {Shape} shape */
function svgElement(shape) {
  switch (shape.kind) {
    case 'rect':
      return `<rect x="${shape.x}" y="${shape.y}" width="${shape.w}" height="${shape.h}" rx="${shape.r}" fill="${shape.fill}"/>`;
    case 'circle':
      return `<circle cx="${shape.x}" cy="${shape.y}" r="${shape.r}" fill="${shape.fill}"/>`;
    case 'line': {
      const points = shape.points.map(([x, y]) => `${round(x)},${round(y)}`).join(' ');
      return `<polyline points="${points}" fill="none" stroke="${shape.fill}" stroke-width="${shape.width}" stroke-linecap="round" stroke-linejoin="round"/>`;
    }
  }
}

const round = (/** @type {number} */ value) => Math.round(value * 100) / 100;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = fileURLToPath(new URL('../assets', import.meta.url));
  mkdirSync(folder, { recursive: true });
  for (const [name, shapes] of Object.entries(ICONS)) {
    writeFileSync(path.join(folder, `${name}.svg`), svg(shapes));
    for (const size of name === 'product' ? PRODUCT_SIZES : SIZES)
      writeFileSync(path.join(folder, `${name}-${size}.png`), png(shapes, size));
  }
}
