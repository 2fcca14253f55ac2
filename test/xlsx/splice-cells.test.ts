import { openWorkbook, spliceWorkbook } from '../../src/xlsx';
import type { CellRun, ColumnEdit, SheetEdit } from '../../src/xlsx';
import {
  failure,
  MAIN,
  open,
  partText,
  relationships,
  sheetXml,
  STYLES,
  utf16,
  withStrings,
} from './workbooks';
import type { Parts } from './workbooks';

const SHEET = 'xl/worksheets/sheet1.xml';

function spliced(sheet: string, columns: readonly ColumnEdit[], changes: Parts = {}): string {
  const workbook = open({ [SHEET]: sheet, ...changes });
  return partText(spliceWorkbook(workbook, { edit: [{ sheet: '数据', columns }] }), SHEET);
}

/** What the pattern finds; nothing if it finds nothing. */
function found(pattern: RegExp, text: string): string {
  return pattern.exec(text)?.[0] ?? '';
}

const write = (column: number, firstRow: number, ...values: CellRun['values']): ColumnEdit => ({
  column,
  runs: [{ firstRow, values, style: 'plain' }],
});

describe('where cells go', () => {
  test('after the last cell of a row; the others stay as they are written', () => {
    const row = '<row r="1" ht="20"  customHeight="1"><c r="A1" s="0" ><v>1</v></c><!-- x --></row>';
    expect(spliced(sheetXml(row), [write(3, 1, 7)])).toBe(
      sheetXml(
        '<row r="1" ht="20"  customHeight="1"><c r="A1" s="0" ><v>1</v></c><!-- x --><c r="C1"><v>7</v></c></row>',
      ),
    );
  });

  test('into a gap, and before the first cell', () => {
    expect(
      spliced(sheetXml('<row r="1"><c r="B1"/><c r="E1"/></row>'), [
        write(1, 1, 1),
        write(3, 1, 3),
        write(4, 1, 4),
      ]),
    ).toBe(
      sheetXml(
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"/><c r="C1"><v>3</v></c><c r="D1"><v>4</v></c><c r="E1"/></row>',
      ),
    );
  });

  test('in place of a cell that is there', () => {
    expect(
      spliced(
        sheetXml(
          '<row r="1"><c r="A1"/><c r="B1" s="0" t="inlineStr"><is><t>old</t></is></c><c r="C1"/></row>',
        ),
        [write(2, 1, 2)],
      ),
    ).toBe(sheetXml('<row r="1"><c r="A1"/><c r="B1"><v>2</v></c><c r="C1"/></row>'));
  });

  test('into rows that are <row/> and rows that are not there', () => {
    expect(
      spliced(sheetXml('<row r="2"/><row r="4" s="0" /><row r="5"/>'), [
        write(2, 1, 1, 2, 3, 4),
        write(3, 7, 7),
      ]),
    ).toBe(
      sheetXml(
        '<row r="1"><c r="B1"><v>1</v></c></row><row r="2"><c r="B2"><v>2</v></c></row><row r="3"><c r="B3"><v>3</v></c></row>' +
          '<row r="4" s="0"><c r="B4"><v>4</v></c></row><row r="5"/><row r="7"><c r="C7"><v>7</v></c></row>',
      ),
    );
  });

  test('into an empty sheet, written either way', () => {
    const expected = sheetXml('<row r="3"><c r="A3"><v>1</v></c></row>');
    expect(spliced(sheetXml(''), [write(1, 3, 1)])).toBe(expected);
    expect(spliced(sheetXml('').replace('<sheetData></sheetData>', '<sheetData />'), [write(1, 3, 1)])).toBe(
      expected,
    );
    expect(
      spliced(sheetXml('').replace('<sheetData></sheetData>', '<sheetData />'), [
        { column: 1, clear: 'all' },
      ]),
    ).toBe(sheetXml('').replace('<sheetData></sheetData>', '<sheetData />'));
  });

  test('rows and cells that do not say where they are keep their places', () => {
    expect(
      spliced(
        sheetXml(
          '<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row><row/><row r="5"><c/></row><row><c/></row>',
        ),
        [write(2, 1, 9), write(5, 6, 6)],
      ),
    ).toBe(
      sheetXml(
        '<row><c><v>1</v></c><c r="B1"><v>9</v></c><c><v>3</v></c></row><row/><row r="5"><c/></row><row><c/><c r="E6"><v>6</v></c></row>',
      ),
    );
  });

  test('several runs of a column, in any order', () => {
    const runs: CellRun[] = [
      { firstRow: 5, values: [5], style: 'plain' },
      { firstRow: 9, values: [], style: 'plain' },
      { firstRow: 1, values: ['a', null], style: 'plain' },
    ];
    expect(spliced(sheetXml(''), [{ column: 1, runs }])).toBe(
      sheetXml(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row><row r="2"><c r="A2"/></row><row r="5"><c r="A5"><v>5</v></c></row>',
      ),
    );
  });

  test('elements between rows and cells that are not ours stay', () => {
    const foreign = '<row r="1"><y:c xmlns:y="urn:y"/><c r="A1"/></row><y:row xmlns:y="urn:y"/>';
    expect(spliced(sheetXml(foreign), [write(2, 1, 1, 2)])).toBe(
      sheetXml(
        '<row r="1"><y:c xmlns:y="urn:y"/><c r="A1"/><c r="B1"><v>1</v></c></row><y:row xmlns:y="urn:y"/><row r="2"><c r="B2"><v>2</v></c></row>',
      ),
    );
  });
});

describe('what cells look like in the file', () => {
  const cell = (value: CellRun['values'][number]): string =>
    found(/<c [^]*<\/c>|<c [^>]*\/>/, spliced(sheetXml(''), [write(1, 1, value)]));

  test.each<[CellRun['values'][number], string]>([
    [0, '<c r="A1"><v>0</v></c>'],
    [-1234.5, '<c r="A1"><v>-1234.5</v></c>'],
    [1e21, '<c r="A1"><v>1e+21</v></c>'],
    [true, '<c r="A1" t="b"><v>1</v></c>'],
    [false, '<c r="A1" t="b"><v>0</v></c>'],
    [null, '<c r="A1"/>'],
    ['', '<c r="A1"/>'],
    ['=1+1', '<c r="A1" t="inlineStr"><is><t>=1+1</t></is></c>'],
    ['+1', '<c r="A1" t="inlineStr"><is><t>+1</t></is></c>'],
    ['-1', '<c r="A1" t="inlineStr"><is><t>-1</t></is></c>'],
    ['@x', '<c r="A1" t="inlineStr"><is><t>@x</t></is></c>'],
    ['a<b>&"c"', '<c r="A1" t="inlineStr"><is><t>a&lt;b&gt;&amp;"c"</t></is></c>'],
    [' 甲', '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> 甲</t></is></c>'],
    ['甲\n乙', '<c r="A1" t="inlineStr"><is><t xml:space="preserve">甲\n乙</t></is></c>'],
    ['a\rb\0', '<c r="A1" t="inlineStr"><is><t>a_x000D_b_x0000_</t></is></c>'],
    ['_x000D_', '<c r="A1" t="inlineStr"><is><t>_x005F_x000D_</t></is></c>'],
    ['\ud83d \udc00', '<c r="A1" t="inlineStr"><is><t>_xD83D_ _xDC00_</t></is></c>'],
    ['\ufffe😀', '<c r="A1" t="inlineStr"><is><t>_xFFFE_😀</t></is></c>'],
  ])('%j', (value, xml) => {
    expect(cell(value)).toBe(xml);
  });

  test('text at the limit of a cell', () => {
    expect(
      openWorkbook(
        spliceWorkbook(open(), { edit: [{ sheet: '数据', columns: [write(1, 1, '甲'.repeat(32_767))] }] }),
      )
        .readGrid('数据')
        .content(1, 1),
    ).toBe('甲'.repeat(32_767));
  });

  test.each<[string, ColumnEdit, string, string, string]>([
    ['infinity', write(2, 3, Infinity), 'B3', '数值不是有限数', 'the number is not finite'],
    ['not a number', write(2, 3, NaN), 'B3', '数值不是有限数', 'the number is not finite'],
    [
      'text beyond the limit',
      write(2, 3, 'x'.repeat(32_768)),
      'B3',
      '文字超过 32,767 个字符',
      'the text is longer than 32,767 characters',
    ],
    [
      'column 0',
      write(0, 1, 1),
      'R1C0',
      '超出工作表范围（1,048,576 行 × 16,384 列）',
      'it lies outside the sheet (1,048,576 rows × 16,384 columns)',
    ],
    [
      'column XFE',
      write(16_385, 1, 1),
      'R1C16385',
      '超出工作表范围（1,048,576 行 × 16,384 列）',
      'it lies outside the sheet (1,048,576 rows × 16,384 columns)',
    ],
    [
      'row 0',
      write(1, 0, 1),
      'R0C1',
      '超出工作表范围（1,048,576 行 × 16,384 列）',
      'it lies outside the sheet (1,048,576 rows × 16,384 columns)',
    ],
    [
      'a run beyond the last row',
      write(1, 1_048_576, 1, 2),
      'R1048576C1',
      '超出工作表范围（1,048,576 行 × 16,384 列）',
      'it lies outside the sheet (1,048,576 rows × 16,384 columns)',
    ],
    [
      'runs over one another',
      {
        column: 1,
        runs: [
          { firstRow: 1, values: [1, 2], style: 'plain' },
          { firstRow: 2, values: [3], style: 'plain' },
        ],
      },
      'R2C1',
      '同一单元格写了两次',
      'it is written twice',
    ],
  ])('%s cannot be written', (_, column, where, zh, en) => {
    expect(failure(() => spliced(sheetXml(''), [column]))).toEqual({
      code: 'bad-cell',
      zh: `无法写入 数据!${where}：${zh}。`,
      en: `数据!${where} cannot be written: ${en}.`,
    });
  });

  test('a column given twice', () => {
    expect(failure(() => spliced(sheetXml(''), [write(3, 1, 1), write(3, 5, 1)])).en).toBe(
      '数据!R1C3 cannot be written: it is written twice.',
    );
  });
});

describe('taking cells back', () => {
  const rows =
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"/></row><row r="2"><c r="B2"><v>3</v></c></row><row r="9"><c r="B9"/></row>';

  test('a whole column', () => {
    expect(spliced(sheetXml(rows), [{ column: 2, clear: 'all' }])).toBe(
      sheetXml('<row r="1"><c r="A1"><v>1</v></c><c r="C1"/></row><row r="2"></row><row r="9"></row>'),
    );
  });

  test('spans of rows, whatever their order and overlap', () => {
    const clear = [
      { firstRow: 9, lastRow: 9 },
      { firstRow: 1, lastRow: 5 },
      { firstRow: 1, lastRow: 1 },
      { firstRow: 4, lastRow: 6 },
    ];
    expect(spliced(sheetXml(rows), [{ column: 2, clear }])).toBe(
      sheetXml('<row r="1"><c r="A1"><v>1</v></c><c r="C1"/></row><row r="2"></row><row r="9"></row>'),
    );
    expect(spliced(sheetXml(rows), [{ column: 2, clear: [{ firstRow: 3, lastRow: 8 }] }])).toBe(
      sheetXml(rows),
    );
  });

  test('cleared and written again in one go', () => {
    expect(
      spliced(sheetXml(rows), [
        { column: 2, clear: 'all', runs: [{ firstRow: 2, values: [7], style: 'plain' }] },
      ]),
    ).toBe(
      sheetXml(
        '<row r="1"><c r="A1"><v>1</v></c><c r="C1"/></row><row r="2"><c r="B2"><v>7</v></c></row><row r="9"></row>',
      ),
    );
  });

  test('a cell that counts from one that is removed is told where it is', () => {
    expect(
      spliced(sheetXml('<row><c><v>1</v></c><c><v>2</v></c><c s="0"><v>3</v></c><c/></row>'), [
        { column: 2, clear: 'all' },
      ]),
    ).toBe(sheetXml('<row><c><v>1</v></c><c r="C1" s="0"><v>3</v></c><c/></row>'));
  });

  test('writing and taking back leaves the other cells as they were', () => {
    const before = sheetXml(rows);
    const written = spliced(before, [write(5, 1, 'a', 'b', 'c')]);
    const after = spliced(written, [{ column: 5, clear: 'all' }]);
    expect(after).toBe(before.replace('</row><row r="9">', '</row><row r="3"></row><row r="9">'));
  });
});

describe('what the sheet says about itself', () => {
  test('the dimension grows, and only grows', () => {
    const dimension = (ref: string, column: ColumnEdit): string =>
      found(/<dimension[^>]*>/, spliced(sheetXml('', { before: `<dimension ref="${ref}"/>` }), [column]));
    expect(dimension('A1:C9', write(5, 2, 1))).toBe('<dimension ref="A1:E9"/>');
    expect(dimension('B2:C3', write(1, 1, 1, 2, 3, 4))).toBe('<dimension ref="A1:C4"/>');
    expect(dimension('A1:Z99', write(2, 2, 1))).toBe('<dimension ref="A1:Z99"/>');
    expect(dimension('nonsense', write(2, 2, 1))).toBe('<dimension ref="B2"/>');
    expect(dimension('A1:C9', { column: 2, clear: 'all' })).toBe('<dimension ref="A1:C9"/>');
    expect(spliced(sheetXml('', { before: '<dimension ref="A1"></dimension>' }), [write(2, 1, 1)])).toContain(
      '<dimension ref="A1:B1"></dimension>',
    );
  });

  test('spans of rows we write to', () => {
    expect(
      spliced(
        sheetXml(
          '<row r="1" spans="1:2"><c r="A1"/></row><row r="2" spans=\'1:2\' /><row r="3" spans="1:9"><c r="A3"/></row><row r="4" spans="1:2 5:6"><c r="A4"/></row><row r="5" spans="1:2"/>',
        ),
        [write(4, 1, 1, 2, 3, 4)],
      ),
    ).toBe(
      sheetXml(
        '<row r="1" spans="1:4"><c r="A1"/><c r="D1"><v>1</v></c></row><row r="2" spans="1:4"><c r="D2"><v>2</v></c></row>' +
          '<row r="3" spans="1:9"><c r="A3"/><c r="D3"><v>3</v></c></row><row r="4" spans="1:2 5:6"><c r="A4"/><c r="D4"><v>4</v></c></row><row r="5" spans="1:2"/>',
      ),
    );
  });

  const widths = (cols: string, ...columns: ColumnEdit[]): string =>
    found(/<cols>[^]*<\/cols>/, spliced(sheetXml('', { before: cols }), columns));

  test('widths where there are none', () => {
    expect(
      spliced(sheetXml('<row r="1"/>', { before: '<sheetFormatPr defaultRowHeight="15"/>' }), [
        { column: 5, width: 12.5 },
        { column: 4, width: 30 },
      ]),
    ).toBe(
      sheetXml('<row r="1"/>', {
        before:
          '<sheetFormatPr defaultRowHeight="15"/><cols><col min="4" max="4" width="30" customWidth="1"/><col min="5" max="5" width="12.5" customWidth="1"/></cols>',
      }),
    );
  });

  test('ranges are split around ours and keep what else they say; a column that gets a width is shown', () => {
    expect(
      widths(
        '<cols><col min="1" max="2" width="9"/><col min="3" max="16384" width="20" style="1" hidden="1" bestFit="1"/></cols>',
        { column: 5, width: 12 },
        { column: 6, width: null },
      ),
    ).toBe(
      '<cols><col min="1" max="2" width="9"/><col min="3" max="4" width="20" style="1" hidden="1" bestFit="1"/>' +
        '<col min="5" max="5" style="1" width="12" customWidth="1"/><col min="6" max="6" style="1" hidden="1" width="9.140625"/>' +
        '<col min="7" max="16384" width="20" style="1" hidden="1" bestFit="1"/></cols>',
    );
    expect(
      widths(
        '<cols><col min="2" max="4" width="9"/></cols>',
        { column: 2, width: 1 },
        { column: 4, width: 3 },
      ),
    ).toBe(
      '<cols><col min="2" max="2" width="1" customWidth="1"/><col min="3" max="3" width="9"/><col min="4" max="4" width="3" customWidth="1"/></cols>',
    );
    expect(widths('<cols><col min="7" max="7" width="9"/></cols>', { column: 2, width: 1 })).toBe(
      '<cols><col min="2" max="2" width="1" customWidth="1"/><col min="7" max="7" width="9"/></cols>',
    );
  });

  test('a width of ours given back', () => {
    expect(
      spliced(sheetXml('', { before: '<cols><col min="4" max="4" width="30" customWidth="1"/></cols>' }), [
        { column: 4, width: null },
        { column: 9, width: null },
      ]),
    ).toBe(sheetXml(''));
  });

  test('cols that need no change stay as they are', () => {
    expect(
      spliced(sheetXml('', { before: '<cols><col  min="4"  max="4" width="30"/></cols>' }), [write(4, 1, 1)]),
    ).toContain('<cols><col  min="4"  max="4" width="30"/></cols>');
  });
});

describe('sheets written in other ways', () => {
  test('prefixed elements: ours have the same prefix', () => {
    const sheet = `<x:worksheet xmlns:x="${MAIN}"><x:dimension ref="A1"/><x:sheetData><x:row r="1"><x:c r="A1"/><x:c><x:v>2</x:v></x:c><x:c/></x:row></x:sheetData></x:worksheet>`;
    expect(
      spliced(sheet, [
        { ...write(4, 1, 'a', true), width: 9 },
        { column: 2, clear: 'all' },
      ]),
    ).toBe(
      `<x:worksheet xmlns:x="${MAIN}"><x:dimension ref="A1:D2"/><x:cols><x:col min="4" max="4" width="9" customWidth="1"/></x:cols><x:sheetData><x:row r="1"><x:c r="A1"/><x:c r="C1"/>` +
        '<x:c r="D1" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row><x:row r="2"><x:c r="D2" t="b"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    );
  });

  test('a byte order mark stays', () => {
    expect(spliced(`\ufeff${sheetXml('')}`, [write(1, 1, 1)])).toBe(
      sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>'),
    );
    const file = spliceWorkbook(open({ [SHEET]: `\ufeff${sheetXml('')}` }), {
      edit: [{ sheet: '数据', columns: [write(1, 1, 1)] }],
    });
    expect(openWorkbook(file).readGrid('数据').content(1, 1)).toBe(1);
  });

  test('UTF-16 becomes UTF-8 and says so', () => {
    const xml = `<?xml version="1.0" encoding="UTF-16LE" standalone="yes"?>${sheetXml('<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row>')}`;
    const workbook = open({ [SHEET]: utf16(`\ufeff${xml}`, 'little') });
    expect(
      partText(spliceWorkbook(workbook, { edit: [{ sheet: '数据', columns: [write(2, 1, 1)] }] }), SHEET),
    ).toBe(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${sheetXml('<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c><c r="B1"><v>1</v></c></row>')}`,
    );
  });

  test('everything around the cells stays: views, validations, drawings, alternative content', () => {
    const around = {
      before:
        '<sheetPr filterMode="1"/><dimension ref="A1:B2"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" state="frozen"/></sheetView></sheetViews>',
      after:
        '<sheetProtection sheet="1"/><autoFilter ref="A1:B2"/><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells><conditionalFormatting sqref="A1"/><dataValidations count="0"/>' +
        '<pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/><drawing r:id="rId1"/><legacyDrawing r:id="rId2"/>' +
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x14"><controls/></mc:Choice></mc:AlternateContent><extLst><ext uri="x"/></extLst>',
    };
    expect(spliced(sheetXml('', around), [write(1, 1, 1)])).toBe(
      sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>', around),
    );
  });

  test.each([
    ['rows', '<row r="2"/><row r="1"/>'],
    ['two of a row', '<row r="2"/><row r="2"/>'],
    ['cells', '<row r="1"><c r="B1"/><c r="A1"/></row>'],
    ['a row that is no number', '<row r="x"/>'],
    ['cells beyond the last column', '<row r="1"><c r="XFD1"/><c/></row>'],
  ])('%s out of order are not written to', (_, rows) => {
    expect(failure(() => spliced(sheetXml(rows), [write(3, 1, 1, 2)]))).toEqual({
      code: 'xml',
      zh: '文件已损坏：部件 xl/worksheets/sheet1.xml 第 1 行的 XML 有误：行或单元格没有按顺序排列。请用 Excel 打开并修复后另存。',
      en: 'The file is damaged: the XML of part xl/worksheets/sheet1.xml is wrong at line 1: rows or cells are not in order. Open it in Excel, let it repair, and save it.',
    });
  });

  test('a sheet without sheetData', () => {
    expect(
      failure(() => spliced(`<worksheet xmlns="${MAIN}"><cols/></worksheet>`, [write(1, 1, 1)])).en,
    ).toContain('a required element is missing');
  });
});

describe('formulas in the way', () => {
  const chain = (cells: string): Parts => ({
    'xl/calcChain.xml': `<calcChain xmlns="${MAIN}">${cells}</calcChain>`,
    'xl/_rels/workbook.xml.rels': relationships(
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'styles', 'styles.xml'],
      ['rId3', 'calcChain', 'calcChain.xml'],
    ),
    [SHEET]: sheetXml(
      '<row r="1"><c r="A1"><f>1</f><v>1</v></c><c r="B1"><f>2</f><v>2</v></c><c r="C1"><f>3</f><v>3</v></c></row>',
    ),
  });
  const edit = (...columns: ColumnEdit[]): { edit: SheetEdit[] } => ({ edit: [{ sheet: '数据', columns }] });

  test('leave the calculation chain when they are overwritten or removed, and only they', () => {
    const workbook = open(
      chain('<c r="A1" i="1" l="1"/><c r="B1"/><c r="C1" s="1"/><c r="B1" i="2"/><c r="C1"/>'),
    );
    const file = spliceWorkbook(workbook, edit(write(1, 1, 1), { column: 2, clear: 'all' }));
    expect(partText(file, 'xl/calcChain.xml')).toBe(
      `<calcChain xmlns="${MAIN}"><c i="1" r="C1" s="1"/><c r="B1" i="2"/><c r="C1"/></calcChain>`,
    );
  });

  test('an entry after a removed one is told its sheet only where it lost it', () => {
    const workbook = open(chain('<c r="C1" i="1"/><c r="A1"/><c r="B1"/><c r="D9" i="5"/>'));
    expect(partText(spliceWorkbook(workbook, edit(write(1, 1, 1))), 'xl/calcChain.xml')).toBe(
      `<calcChain xmlns="${MAIN}"><c r="C1" i="1"/><c r="B1"/><c r="D9" i="5"/></calcChain>`,
    );
  });

  test('the chain stays byte for byte when no formula is touched', () => {
    const workbook = open(chain('<c r="A1"  i="1"/>'));
    expect(partText(spliceWorkbook(workbook, edit(write(5, 1, 1))), 'xl/calcChain.xml')).toBe(
      `<calcChain xmlns="${MAIN}"><c r="A1"  i="1"/></calcChain>`,
    );
    expect(partText(spliceWorkbook(workbook, edit(write(2, 1, 1))), 'xl/calcChain.xml')).toBe(
      `<calcChain xmlns="${MAIN}"><c r="A1"  i="1"/></calcChain>`,
    );
  });

  test('an empty chain is no part any more', () => {
    const workbook = open(chain('<c r="A1" i="1"/>'));
    const file = spliceWorkbook(workbook, edit(write(1, 1, 1)));
    expect(() => partText(file, 'xl/calcChain.xml')).toThrow('no part');
    expect(partText(file, 'xl/_rels/workbook.xml.rels')).not.toContain('calcChain');
  });

  test('a prefixed chain', () => {
    const workbook = open({
      ...chain(''),
      'xl/calcChain.xml': `<x:calcChain xmlns:x="${MAIN}"><x:c r="A1" i="1"/><x:c r="B1"/></x:calcChain>`,
    });
    expect(partText(spliceWorkbook(workbook, edit(write(1, 1, 1))), 'xl/calcChain.xml')).toBe(
      `<x:calcChain xmlns:x="${MAIN}"><x:c i="1" r="B1"/></x:calcChain>`,
    );
  });

  const shared = sheetXml(
    '<row r="1"><c r="A1"><f t="shared" ref="A1:B2" si="0">C1</f></c><c r="B1"><f t="shared" si="0"/></c></row><row r="2"><c r="A2"><f t="shared" si="0"/></c><c r="B2"><f t="shared" si="1"/></c></row>',
  );

  test('the cell that defines a shared formula is not overwritten while others share it', () => {
    expect(failure(() => spliced(shared, [write(1, 1, 1)]))).toEqual({
      code: 'bad-cell',
      zh: '无法写入 数据!A1：其他单元格的公式以它的公式为准（共享公式）。',
      en: '数据!A1 cannot be written: formulas of other cells are defined by its formula (a shared formula).',
    });
  });

  test('it is when all that share it go too', () => {
    expect(spliced(shared, [{ column: 1, clear: 'all' }, write(2, 1, 5)])).toBe(
      sheetXml(
        '<row r="1"><c r="B1"><v>5</v></c></row><row r="2"><c r="B2"><f t="shared" si="1"/></c></row>',
      ),
    );
  });
});

describe('styles', () => {
  const styles = (file: Uint8Array): string => partText(file, 'xl/styles.xml');
  const edit = (style: CellRun['style'], row = 1): { edit: SheetEdit[] } => ({
    edit: [{ sheet: '数据', columns: [{ column: 1, runs: [{ firstRow: row, values: [1], style }] }] }],
  });

  test('what is appended, and how cells refer to it', () => {
    const file = spliceWorkbook(open(), {
      edit: [
        {
          sheet: '数据',
          columns: [
            {
              column: 1,
              runs: [
                { firstRow: 1, values: ['应享金额(元)'], style: 'header' },
                { firstRow: 2, values: [1], style: 'money' },
              ],
            },
          ],
        },
      ],
    });
    expect(styles(file)).toBe(
      STYLES.replace('<fonts count="1">', '<fonts count="2">')
        .replace('</fonts>', '<font><b/><sz val="11"/><name val="宋体"/></font></fonts>')
        .replace('<fills count="2">', '<fills count="3">')
        .replace(
          '</fills>',
          '<fill><patternFill patternType="solid"><fgColor rgb="FFDDEBF7"/><bgColor indexed="64"/></patternFill></fill></fills>',
        )
        .replace('<borders count="1">', '<borders count="2">')
        .replace(
          '</borders>',
          `<border>${['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin"><color rgb="FF999999"/></${side}>`).join('')}<diagonal/></border></borders>`,
        )
        .replace('<cellXfs count="1">', '<cellXfs count="3">')
        .replace(
          '</cellXfs>',
          '<xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>' +
            '<xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>',
        ),
    );
    expect(partText(file, SHEET)).toBe(
      sheetXml(
        '<row r="1"><c r="A1" s="1" t="inlineStr"><is><t>应享金额(元)</t></is></c></row><row r="2"><c r="A2" s="2"><v>1</v></c></row>',
      ),
    );
  });

  test.each([
    'plain',
    'text',
    'wrapped',
    'money',
    'count',
    'percent',
    'title',
    'header',
    'note',
    'total',
    'totalLabel',
    'warning',
    'input',
    'inputMoney',
  ] as const)('%s is found again, not added again', (style) => {
    const once = spliceWorkbook(open(), edit(style));
    const twice = spliceWorkbook(openWorkbook(once), edit(style, 2));
    expect(styles(twice)).toBe(styles(once));
  });

  test('number formats of the styles', () => {
    const formats = (['plain', 'text', 'money', 'count', 'percent', 'inputMoney'] as const).map((style) =>
      openWorkbook(spliceWorkbook(open(), edit(style)))
        .readGrid('数据')
        .numberFormat(1, 1),
    );
    expect(formats).toEqual([undefined, '@', '#,##0.00', '#,##0', '0.00%', '#,##0.00']);
  });

  test('a style that Excel wrote in its own words is taken', () => {
    const same = STYLES.replace('<cellXfs count="1">', '<cellXfs count="2">').replace(
      '</cellXfs>',
      '<xf fontId="0" numFmtId="4" borderId="0" fillId="0" applyNumberFormat="1" quotePrefix="0" pivotButton="false" applyFont="1" /></cellXfs>',
    );
    const file = spliceWorkbook(open({ 'xl/styles.xml': same }), edit('money'));
    expect(styles(file)).toBe(same);
    expect(partText(file, SHEET)).toContain('<c r="A1" s="1">');
  });

  test('lists that are empty tags, missing, or prefixed', () => {
    const bare = spliceWorkbook(
      open({
        'xl/styles.xml': `<x:styleSheet xmlns:x="${MAIN}"><x:fonts/><x:dxfs count="0"/></x:styleSheet>`,
      }),
      edit('total'),
    );
    expect(styles(bare)).toBe(
      `<x:styleSheet xmlns:x="${MAIN}"><x:fonts count="2"><x:font><x:sz val="11"/><x:name val="Calibri"/></x:font><x:font><x:b/><x:sz val="11"/><x:name val="Calibri"/></x:font></x:fonts>` +
        '<x:fills count="2"><x:fill><x:patternFill patternType="none"/></x:fill><x:fill><x:patternFill patternType="gray125"/></x:fill></x:fills>' +
        '<x:borders count="2"><x:border><x:left/><x:right/><x:top/><x:bottom/><x:diagonal/></x:border><x:border><x:left/><x:right/><x:top style="thin"><x:color rgb="FF999999"/></x:top><x:bottom/><x:diagonal/></x:border></x:borders>' +
        '<x:cellXfs count="2"><x:xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><x:xf numFmtId="4" fontId="1" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1"/></x:cellXfs><x:dxfs count="0"/></x:styleSheet>',
    );
    const empty = spliceWorkbook(open({ 'xl/styles.xml': `<styleSheet xmlns="${MAIN}"/>` }), edit('money'));
    expect(openWorkbook(empty).readGrid('数据').numberFormat(1, 1)).toBe('#,##0.00');
  });

  test('a workbook without a stylesheet gets one', () => {
    const file = spliceWorkbook(
      open({
        'xl/styles.xml': null,
        'xl/_rels/workbook.xml.rels': relationships(['rId1', 'worksheet', 'worksheets/sheet1.xml']),
      }),
      edit('note'),
    );
    expect(openWorkbook(file).readGrid('数据').numberFormat(1, 1)).toBe('@');
    expect(partText(file, '[Content_Types].xml')).toContain(
      '<Override PartName="/xl/styles1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>',
    );
    expect(partText(file, 'xl/_rels/workbook.xml.rels')).toContain('Target="styles1.xml"');
  });

  test('shared strings stay byte for byte', () => {
    const file = spliceWorkbook(open(withStrings('<si><t>x</t></si>')), {
      edit: [{ sheet: '数据', columns: [write(1, 1, '新')] }],
    });
    expect(partText(file, 'xl/sharedStrings.xml')).toBe(`<sst xmlns="${MAIN}"><si><t>x</t></si></sst>`);
  });
});
