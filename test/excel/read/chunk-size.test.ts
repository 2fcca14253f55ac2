import { cellBytes, ChunkSize, utf8Bytes } from '../../../src/excel/read/chunk-size';

const bounds = { bytes: 1_000_000, cells: 100_000, rows: 10_000, milliseconds: 250 };

describe('bytes as they travel', () => {
  test.each([
    ['abc', 3],
    ['工业总产值', 15],
    ['é', 2],
    ['😀', 4],
    ['', 0],
  ])('“%s” is %i bytes', (text, bytes) => {
    expect(utf8Bytes(text)).toBe(bytes);
    expect(utf8Bytes(text)).toBe(new TextEncoder().encode(text).length);
  });

  test('a cell is never counted for less than its JSON', () => {
    for (const value of ['企业', '', 0.1 + 0.2, -1.7976931348623157e308, true]) {
      expect(cellBytes(value)).toBeGreaterThanOrEqual(utf8Bytes(JSON.stringify(value)));
    }
  });
});

describe('how many rows the next chunk takes', () => {
  test('the first chunk is small: nothing is known yet', () => {
    expect(new ChunkSize(30, bounds).rows).toBe(133);
    expect(new ChunkSize(1, bounds).rows).toBe(4_000);
    expect(new ChunkSize(16_384, bounds).rows).toBe(1);
  });

  test('rows of 1,000 bytes let 666 into a megabyte, with half as much in reserve', () => {
    const size = new ChunkSize(10, bounds);
    size.learn({ rows: 400, bytes: 400_000, milliseconds: 10 });
    expect(size.rows).toBe(666);
  });

  test('it grows fourfold at most', () => {
    const size = new ChunkSize(10, bounds);
    size.learn({ rows: 400, bytes: 400, milliseconds: 1 });
    expect(size.rows).toBe(1_600);
  });

  test('it never has more cells or rows than allowed', () => {
    const wide = new ChunkSize(100, bounds);
    for (let time = 0; time < 5; time += 1) wide.learn({ rows: wide.rows, bytes: 1, milliseconds: 1 });
    expect(wide.rows).toBe(1_000);
    const narrow = new ChunkSize(1, bounds);
    for (let time = 0; time < 5; time += 1) narrow.learn({ rows: narrow.rows, bytes: 1, milliseconds: 1 });
    expect(narrow.rows).toBe(10_000);
  });

  test('a chunk that took a second is followed by a quarter of it', () => {
    const size = new ChunkSize(10, bounds);
    size.learn({ rows: 400, bytes: 400, milliseconds: 1_000 });
    expect(size.rows).toBe(100);
  });

  test('it does not shrink any further when a quarter of the rows takes as long: the rows are not what takes time', () => {
    const size = new ChunkSize(10, bounds);
    size.learn({ rows: 400, bytes: 400, milliseconds: 1_000 });
    size.learn({ rows: 100, bytes: 100, milliseconds: 900 });
    expect(size.rows).toBe(400);
    size.learn({ rows: 400, bytes: 400, milliseconds: 1_000 });
    expect(size.rows).toBe(400);
  });

  test('what Excel found too large is halved, and not tried again', () => {
    const size = new ChunkSize(10, bounds);
    expect([size.rows, size.halve(), size.rows]).toEqual([400, true, 200]);
    size.learn({ rows: 200, bytes: 200, milliseconds: 1 });
    expect(size.rows).toBe(399);
  });

  test('a single row cannot be halved', () => {
    const size = new ChunkSize(16_384, bounds);
    expect([size.halve(), size.rows]).toEqual([false, 1]);
  });
});
