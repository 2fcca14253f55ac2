import { gridFromChunks, type SheetFrame, transferables } from '../../../src/excel';
import { type RawCells, typedChunk } from '../../../src/excel/read/grid-chunk';
import type { Grid } from '../../../src/sheet';

const frame: SheetFrame = {
  sheetId: '1',
  sheetName: '甲',
  used: { top: 3, left: 2, bottom: 8, right: 3 },
  merges: [],
  tables: [],
  hiddenColumns: [3],
  date1904: false,
};

function raw(cells: readonly (readonly [value: unknown, formula?: string, format?: string])[][]): RawCells {
  return {
    values: cells.map((row) => row.map(([value]) => value)),
    formulas: cells.map((row) => row.map(([value, formula]) => formula ?? value)),
    numberFormat: cells.map((row) => row.map(([, , format]) => format ?? 'General')),
  };
}

function grid(): Grid {
  const upper = typedChunk(
    raw([
      [
        ['企业', '企业'],
        [1.5, '=A1*2', '0.00%'],
      ],
      [[''], ['', '=""']],
      [['#N/A', '=NA()'], [true]],
    ]),
    3,
    [4],
  );
  const lower = typedChunk(raw([[['企业'], [43_831, '43831', 'yyyy-mm-dd']]]), 8, []);
  return gridFromChunks(frame, [upper.chunk, lower.chunk]);
}

test('contents come back as they were: numbers, texts, logical values, errors, blanks', () => {
  const { content } = grid();
  expect([content(3, 2), content(3, 3), content(5, 3), content(5, 2)]).toEqual([
    '企业',
    1.5,
    true,
    { error: '#N/A' },
  ]);
  expect([content(4, 2), content(1, 1), content(6, 2), content(99, 99)]).toEqual([null, null, null, null]);
});

test('a formula that gives an empty text is no blank cell', () => {
  const { content, isFormula } = grid();
  expect([content(4, 3), isFormula(4, 3), content(4, 2), isFormula(4, 2)]).toEqual(['', true, null, false]);
});

test('a text that looks like a formula is a text', () => {
  const { chunk } = typedChunk(raw([[['=1+1', '=1+1']]]), 1, []);
  const { content, isFormula } = gridFromChunks(
    { ...frame, used: { top: 1, left: 1, bottom: 1, right: 1 } },
    [chunk],
  );
  expect([content(1, 1), isFormula(1, 1)]).toEqual(['=1+1', false]);
});

test('number formats and hidden rows and columns are kept, General is none', () => {
  const read = grid();
  expect([read.numberFormat(3, 3), read.numberFormat(3, 2), read.numberFormat(8, 3)]).toEqual([
    '0.00%',
    undefined,
    'yyyy-mm-dd',
  ]);
  expect([[...read.hiddenRows], [...read.hiddenColumns]]).toEqual([[4], [3]]);
});

test('rows can be asked for in any order', () => {
  const { content } = grid();
  expect([content(8, 2), content(3, 2), content(8, 3), content(7, 3)]).toEqual([
    '企业',
    '企业',
    43_831,
    null,
  ]);
});

test('blank columns take no memory, and a chunk tells what a worker takes over', () => {
  const { chunk, isBlank, bytes } = typedChunk(
    raw([
      [[''], ['']],
      [[''], [2]],
    ]),
    1,
    [],
  );
  expect([isBlank, chunk.columns[0], chunk.columns[1]?.kinds.length]).toEqual([false, null, 2]);
  expect(transferables(chunk)).toHaveLength(2);
  expect(bytes).toBeGreaterThan(0);
  expect(typedChunk(raw([[['']]]), 1, []).isBlank).toBe(true);
});
