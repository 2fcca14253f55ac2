import fc from 'fast-check';
import { openWorkbook, spliceWorkbook } from '../../src/xlsx';
import type { CellValue, StyleName } from '../../src/xlsx';
import type { Grid } from '../../src/sheet';
import { open, same, sheetXml, workbookFile } from './workbooks';
import { changedParts } from './zip';

/** Any string of UTF-16 units, with those that are hard for XML and for Excel made likely. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
    .map((units) => String.fromCharCode(...units)),
  fc
    .array(
      fc.constantFrom(
        '_x000D_',
        '_x',
        '_',
        '005F_',
        '=',
        '+',
        '-',
        '@',
        '\r\n',
        '\t',
        ' ',
        '&amp;',
        '<![CDATA[',
        ']]>',
        '\ud83d',
        '\ude00',
        '\ufffe',
        '甲',
        '\0',
      ),
      { maxLength: 12 },
    )
    .map((pieces) => pieces.join('')),
);

const anyNumber = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.integer({ min: -1e9, max: 1e9 }).map((cents) => cents / 100),
);

const anyValue: fc.Arbitrary<CellValue> = fc.oneof(anyText, anyNumber, fc.boolean(), fc.constant(null));

/** What a cell reads as: an empty text is an empty cell, and there is one zero. */
function readBack(value: CellValue): CellValue {
  if (value === '') return null;
  return Object.is(value, -0) ? 0 : value;
}

const style: fc.Arbitrary<StyleName> = fc.constantFrom('plain', 'text', 'money', 'header');

/** A sheet with gaps, rows without cells, cells without references. */
const someSheet = fc
  .array(
    fc.tuple(
      fc.integer({ min: 0, max: 2 }),
      fc.boolean(),
      fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.boolean(), fc.integer({ min: 0, max: 99 })), {
        maxLength: 5,
      }),
    ),
    { maxLength: 8 },
  )
  .map((rows) => {
    let row = 0;
    return rows
      .map(([gap, named, cells]) => {
        row += gap + 1;
        let column = 0;
        const inner = cells.map(([skip, hasReference, value]) => {
          column += skip + 1;
          const reference = skip > 0 || hasReference ? ` r="${String.fromCharCode(64 + column)}${row}"` : '';
          return value % 7 === 0 ? `<c${reference}/>` : `<c${reference}><v>${value}</v></c>`;
        });
        const tag = gap > 0 || named ? `<row r="${row}"` : '<row';
        return inner.length === 0 ? `${tag}/>` : `${tag}>${inner.join('')}</row>`;
      })
      .join('');
  });

const columns = fc.uniqueArray(
  fc.record({
    column: fc.integer({ min: 1, max: 20 }),
    firstRow: fc.integer({ min: 1, max: 12 }),
    values: fc.array(anyValue, { maxLength: 6 }),
    style,
  }),
  {
    selector: ({ column }) => column,
    maxLength: 5,
  },
);

const SHEET = 'xl/worksheets/sheet1.xml';

/** The cells of the first rows and columns, as text that tells `1` from `"1"`. */
function contents(grid: Grid): string[] {
  const rows = Array.from({ length: 30 }, (_, row) =>
    Array.from({ length: 20 }, (__, column) => grid.content(row + 1, column + 1)),
  );
  return rows.map((row) => JSON.stringify(row));
}

test('what is written is read, all else is as it was, and a second time changes nothing', () => {
  fc.assert(
    fc.property(someSheet, columns, (sheet, edits) => {
      const workbook = open({ [SHEET]: sheetXml(sheet) });
      const edit = {
        edit: [{ sheet: '数据', columns: edits.map((item) => ({ column: item.column, runs: [item] })) }],
      };
      const file = spliceWorkbook(workbook, edit);
      const expected = contents(workbook.readGrid('数据')).map((row) => JSON.parse(row) as CellValue[]);
      for (const { column, firstRow, values } of edits) {
        for (const [i, value] of values.entries()) {
          expected[firstRow + i - 1]?.splice(column - 1, 1, readBack(value));
        }
      }
      expect(contents(openWorkbook(file).readGrid('数据'))).toEqual(
        expected.map((row) => JSON.stringify(row)),
      );
      expect(same(spliceWorkbook(openWorkbook(file), edit), file)).toBe(true);
      const touched = changedParts(workbookFile({ [SHEET]: sheetXml(sheet) }), file);
      expect([SHEET, 'xl/styles.xml']).toEqual(expect.arrayContaining(touched));
    }),
    { numRuns: 100 },
  );
});

test('rows of a new sheet are read as they were given', () => {
  fc.assert(
    fc.property(fc.array(fc.array(anyValue, { maxLength: 6 }), { maxLength: 8 }), (rows) => {
      const put = [{ name: '新', replace: false, columns: [], rows }];
      const file = spliceWorkbook(open(), { put });
      const grid = openWorkbook(file).readGrid('新');
      const found = rows.map((row, r) => row.map((_, c) => grid.content(r + 1, c + 1)));
      expect(found).toEqual(rows.map((row) => row.map(readBack)));
      const again = spliceWorkbook(openWorkbook(file), {
        put: [{ name: '新', replace: true, columns: [], rows }],
      });
      expect(same(again, file)).toBe(true);
    }),
    { numRuns: 100 },
  );
});

test('any double is read as the number that was written', () => {
  fc.assert(
    fc.property(fc.array(anyNumber, { minLength: 1, maxLength: 200 }), (values) => {
      const file = spliceWorkbook(open(), {
        edit: [{ sheet: '数据', columns: [{ column: 1, runs: [{ firstRow: 1, values, style: 'plain' }] }] }],
      });
      const grid = openWorkbook(file).readGrid('数据');
      expect(values.map((_, i) => grid.content(i + 1, 1))).toEqual(values.map(readBack));
    }),
  );
});

test('taking back what was written gives the cells that were there', () => {
  fc.assert(
    fc.property(someSheet, columns, (sheet, edits) => {
      const workbook = open({ [SHEET]: sheetXml(sheet) });
      const beyond = edits.map((item) => ({ ...item, column: item.column + 20 }));
      const written = spliceWorkbook(workbook, {
        edit: [
          { sheet: '数据', columns: beyond.map((item) => ({ column: item.column, width: 9, runs: [item] })) },
        ],
      });
      const back = spliceWorkbook(openWorkbook(written), {
        edit: [
          { sheet: '数据', columns: beyond.map(({ column }) => ({ column, width: null, clear: 'all' })) },
        ],
      });
      const before = workbook.readGrid('数据');
      const after = openWorkbook(back).readGrid('数据');
      expect(contents(after)).toEqual(contents(before));
      expect([after.rowCount, after.columnCount]).toEqual([before.rowCount, before.columnCount]);
    }),
  );
});
