import { strToU8 } from 'fflate';
import { openWorkbook } from '../../src/xlsx';
import {
  contentTypes,
  failure,
  gridOf,
  MAIN,
  OFFICE,
  open,
  partsOf,
  relationships,
  sheetXml,
  STRICT_MAIN,
  STRICT_OFFICE,
  utf16,
  workbookFile,
  workbookXml,
} from './workbooks';
import { zip } from './zip';

const ONE = '<row r="1"><c r="A1"><v>1</v></c></row>';

describe('sheets', () => {
  const several = {
    'xl/workbook.xml': workbookXml(
      '<sheets><sheet name="企业 &amp; 统计" sheetId="1" r:id="rId1"/><sheet name="Chart" sheetId="2" state="hidden" r:id="rId2"/>' +
        '<sheet name="秘密" sheetId="7" state="veryHidden" r:id="rId3"/></sheets>',
    ),
    'xl/_rels/workbook.xml.rels': relationships(
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'chartsheet', 'chartsheets/sheet1.xml'],
      ['rId3', 'worksheet', '/xl/worksheets/sheet3.xml'],
    ),
    'xl/chartsheets/sheet1.xml': `<chartsheet xmlns="${MAIN}"/>`,
    'xl/worksheets/sheet3.xml': sheetXml(ONE),
  };

  test('are listed in the order of the tabs, with visibility, kind and path', () => {
    expect(open(several).sheets).toEqual([
      { name: '企业 & 统计', kind: 'worksheet', visibility: 'visible', path: 'xl/worksheets/sheet1.xml' },
      { name: 'Chart', kind: 'other', visibility: 'hidden', path: 'xl/chartsheets/sheet1.xml' },
      { name: '秘密', kind: 'worksheet', visibility: 'veryHidden', path: 'xl/worksheets/sheet3.xml' },
    ]);
  });

  test('are found by name without case; the grid has the name of the tab', () => {
    const file = open({
      'xl/workbook.xml': workbookXml('<sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets>'),
    });
    expect(file.readGrid('DATA').sheetName).toBe('Data');
  });

  test('a name that is not there, and a chart sheet', () => {
    expect(failure(() => open(several).readGrid('别的'))).toEqual({
      code: 'no-such-sheet',
      zh: '没有名为“别的”的工作表。现有：企业 & 统计、Chart、秘密。',
      en: 'There is no sheet “别的”. There are: 企业 & 统计, Chart, 秘密.',
    });
    expect(failure(() => open(several).readGrid('chart'))).toEqual({
      code: 'no-cells',
      zh: '“Chart”不是普通工作表（图表、对话框或宏表），没有单元格。',
      en: '“Chart” is a chart, dialog or macro sheet and has no cells.',
    });
  });
});

describe('defined names and settings', () => {
  test('names of the workbook and of sheets, hidden ones too', () => {
    const { definedNames } = open({
      'xl/workbook.xml': workbookXml(
        '<sheets><sheet name="数据" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="合计" comment="c">数据!$A$1</definedName>' +
          '<definedName name="_xlnm.Print_Area" localSheetId="0">数据!$A$1:$C$9</definedName><definedName name="_s.a" hidden="1">"a&lt;b_x000D_"</definedName>' +
          '<definedName name="lost" localSheetId="9">1</definedName></definedNames>',
      ),
    });
    expect(definedNames).toEqual([
      { name: '合计', sheet: null, hidden: false, formula: '数据!$A$1', comment: 'c' },
      { name: '_xlnm.Print_Area', sheet: '数据', hidden: false, formula: '数据!$A$1:$C$9', comment: '' },
      { name: '_s.a', sheet: null, hidden: true, formula: '"a<b\r"', comment: '' },
      { name: 'lost', sheet: null, hidden: false, formula: '1', comment: '' },
    ]);
  });

  test('calculation', () => {
    const calculation = (calcPr: string): unknown =>
      open({
        'xl/workbook.xml': workbookXml(
          `<sheets><sheet name="数据" sheetId="1" r:id="rId1"/></sheets>${calcPr}`,
        ),
      }).calculation;
    expect(calculation('')).toEqual({ mode: 'auto', fullCalcOnLoad: false });
    expect(calculation('<calcPr calcId="1" calcMode="manual" fullCalcOnLoad="1"/>')).toEqual({
      mode: 'manual',
      fullCalcOnLoad: true,
    });
    expect(calculation('<calcPr calcMode="autoNoTable" fullCalcOnLoad="true"/>')).toEqual({
      mode: 'autoNoTable',
      fullCalcOnLoad: true,
    });
  });

  test('a signature and macros are told', () => {
    expect([open().isSigned, open().hasMacros, open().isStrict, open().date1904]).toEqual([
      false,
      false,
      false,
      false,
    ]);
    const file = open({ '_xmlsignatures/sig1.xml': '<x/>', 'xl/vbaProject.bin': 'x' });
    expect([file.isSigned, file.hasMacros]).toEqual([true, true]);
  });
});

describe('ways of writing the same workbook', () => {
  test('Strict Open XML', () => {
    const strict = Object.fromEntries(
      partsOf({ 'xl/worksheets/sheet1.xml': sheetXml(ONE) }).map(({ name, content }) => [
        name,
        String(content).replaceAll(MAIN, STRICT_MAIN).replaceAll(OFFICE, STRICT_OFFICE),
      ]),
    );
    const file = open(strict);
    expect(file.isStrict).toBe(true);
    expect(file.readGrid('数据').content(1, 1)).toBe(1);
  });

  test('prefixes on every element, and another prefix for relationships', () => {
    const file = open({
      'xl/workbook.xml': `<x:workbook xmlns:x="${MAIN}" xmlns:rel="${OFFICE}"><x:sheets><x:sheet name="数据" sheetId="1" rel:id="rId1"/></x:sheets></x:workbook>`,
      'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`,
    });
    expect(file.readGrid('数据').content(1, 1)).toBe('甲');
  });

  test('elements of other namespaces that are called the same are not taken for ours', () => {
    const grid = gridOf(
      '<y:row xmlns:y="urn:y"><y:c><y:v>9</y:v></y:c></y:row><row r="1"><y:c xmlns:y="urn:y"><y:v>8</y:v></y:c><c r="A1"><y:v xmlns:y="urn:y">7</y:v><y:f xmlns:y="urn:y"/><v>1</v><extLst/></c></row>',
    );
    expect(grid.content(1, 1)).toBe(1);
    expect(grid.isFormula(1, 1)).toBe(false);
    expect(grid.columnCount).toBe(1);
  });

  test.each([
    '/xl/worksheets/sheet1.xml',
    'worksheets/sheet1.xml',
    './worksheets/../worksheets/sheet1.xml',
    'worksheets\\sheet1.xml',
    '\\xl\\worksheets\\sheet1.xml',
    'Worksheets/SHEET1.xml',
    'worksheets/sheet%31.xml',
  ])('the sheet is found at %s', (target) => {
    const file = open({
      'xl/worksheets/sheet1.xml': sheetXml(ONE),
      'xl/_rels/workbook.xml.rels': relationships(['rId1', 'worksheet', target]),
    });
    expect(file.sheets[0]?.path).toBe('xl/worksheets/sheet1.xml');
    expect(file.readGrid('数据').content(1, 1)).toBe(1);
  });

  test('a part whose name has a stray percent sign', () => {
    const file = open({
      'xl/worksheets/100%.xml': sheetXml(ONE),
      'xl/_rels/workbook.xml.rels': relationships(['rId1', 'worksheet', 'worksheets/100%.xml']),
    });
    expect(file.readGrid('数据').content(1, 1)).toBe(1);
  });

  test('entry names with backslashes, a leading slash and other case', () => {
    const parts = partsOf({
      'xl/worksheets/sheet1.xml': null,
      'xl/workbook.xml': null,
      'XL\\Worksheets\\Sheet1.xml': sheetXml(ONE),
      '/xl/Workbook.xml': workbookXml(),
    });
    expect(openWorkbook(zip(parts)).readGrid('数据').content(1, 1)).toBe(1);
  });

  test('a workbook part of another name and place', () => {
    const file = open({
      'xl/workbook.xml': null,
      'xl/_rels/workbook.xml.rels': null,
      '_rels/.rels': relationships(['rId1', 'officeDocument', '/book/main.xml']),
      'book/main.xml': workbookXml(),
      'book/_rels/main.xml.rels': relationships(['rId1', 'worksheet', '../xl/worksheets/sheet1.xml']),
      'xl/worksheets/sheet1.xml': sheetXml(ONE),
    });
    expect(file.readGrid('数据').content(1, 1)).toBe(1);
  });

  test('a byte order mark, and UTF-16 of both orders with and without one', () => {
    const xml = sheetXml('<row><c t="inlineStr"><is><t>甲😀</t></is></c></row>');
    const wide = `<?xml version="1.0" encoding="UTF-16"?>${xml}`;
    const encodings = [
      new Uint8Array([0xef, 0xbb, 0xbf, ...strToU8(xml)]),
      utf16(`\ufeff${wide}`, 'little'),
      utf16(`\ufeff${wide}`, 'big'),
      utf16(wide, 'little'),
      utf16(wide, 'big'),
    ];
    for (const sheet of encodings) {
      expect(open({ 'xl/worksheets/sheet1.xml': sheet }).readGrid('数据').content(1, 1)).toBe('甲😀');
    }
  });

  test('comments, processing instructions and white space anywhere', () => {
    const file = open({
      'xl/worksheets/sheet1.xml': `<?xml version='1.0' encoding='utf-8'?>\n<!-- a --><?mso x?>\n<worksheet  xmlns = "${MAIN}"\n><!-- <row> - -- -->\n<sheetData >\n <row r = '1' >\n<c\tr="A1" ><v >1</v ></c>\n</row ></sheetData ></worksheet>\n<!-- end -->\n`,
    });
    expect(file.readGrid('数据').content(1, 1)).toBe(1);
  });
});

describe('zip containers', () => {
  const parts = partsOf({ 'xl/worksheets/sheet1.xml': sheetXml(ONE) });

  test.each([
    ['stored entries', zip(parts.map((part) => ({ ...part, method: 'stored' as const })))],
    ['data descriptors', zip(parts.map((part) => ({ ...part, descriptor: true })))],
    [
      'zip64 fields and directory',
      zip(
        parts.map((part) => ({ ...part, zip64: true })),
        { zip64End: true },
      ),
    ],
    ['a comment', zip(parts, { comment: 'made by hand' })],
    [
      'folders and names in an old code page',
      zip([
        ...parts,
        { name: 'xl/', content: '' },
        { name: '', content: 'x', nameBytes: Uint8Array.of(0xce, 0xc4, 0xbc, 0xfe) },
      ]),
    ],
  ])('%s', (_, file) => {
    expect(openWorkbook(file).readGrid('数据').content(1, 1)).toBe(1);
  });

  test('a view into a larger buffer', () => {
    const file = workbookFile({ 'xl/worksheets/sheet1.xml': sheetXml(ONE) });
    const buffer = new Uint8Array(file.length + 20);
    buffer.set(file, 7);
    expect(
      openWorkbook(buffer.subarray(7, 7 + file.length))
        .readGrid('数据')
        .content(1, 1),
    ).toBe(1);
  });
});

describe('layout', () => {
  test('the dimension is not believed', () => {
    const grid = open({
      'xl/worksheets/sheet1.xml': sheetXml(ONE, { before: '<dimension ref="A1:XFD1048576"/>' }),
    }).readGrid('数据');
    expect([grid.rowCount, grid.columnCount]).toEqual([1, 1]);
  });

  test('merges', () => {
    const grid = open({
      'xl/worksheets/sheet1.xml': sheetXml(ONE, {
        after:
          '<mergeCells count="3"><mergeCell ref="A1:C1"/><mergeCell ref="$B$3:$B$9"/><mergeCell ref="C4:A2"/></mergeCells>',
      }),
    }).readGrid('数据');
    expect(grid.merges).toEqual([
      { top: 1, left: 1, bottom: 1, right: 3 },
      { top: 3, left: 2, bottom: 9, right: 2 },
      { top: 2, left: 1, bottom: 4, right: 3 },
    ]);
  });

  test('hidden rows and columns, as far as there is content', () => {
    const grid = open({
      'xl/worksheets/sheet1.xml': sheetXml(
        '<row r="2" hidden="1"/><row r="3" hidden="true"><c r="C3"><v>1</v></c></row><row r="4" hidden="0"><c r="A4"><v>1</v></c></row><row r="9" hidden="1"/>',
        {
          before:
            '<cols><col min="2" max="2" width="0" hidden="1"/><col min="3" max="16384" hidden="1"/></cols>',
        },
      ),
    }).readGrid('数据');
    expect([...grid.hiddenRows]).toEqual([2, 3]);
    expect([...grid.hiddenColumns]).toEqual([2, 3]);
  });

  test('tables', () => {
    const table = (attributes: string): string =>
      `<table xmlns="${MAIN}" id="1" name="t1" ${attributes}><tableColumns count="1"><tableColumn id="1" name="a"/></tableColumns></table>`;
    const grid = open({
      'xl/worksheets/sheet1.xml': sheetXml(ONE, {
        after:
          '<tableParts count="3"><tablePart r:id="rId1"/><tablePart r:id="rId2"/><tablePart r:id="rId3"/></tableParts>',
      }),
      'xl/worksheets/_rels/sheet1.xml.rels': relationships(
        ['rId1', 'table', '../tables/table1.xml'],
        ['rId2', 'table', '/xl/tables/table2.xml'],
        ['rId3', 'table', '../tables/table3.xml'],
      ),
      'xl/tables/table1.xml': table('displayName="企业表" ref="A1:C9"'),
      'xl/tables/table2.xml': table('ref="E2:F9" headerRowCount="0" totalsRowCount="1"'),
      'xl/tables/table3.xml': table('ref="G1:G2" headerRowCount="many"').replace('name="t1" ', ''),
    }).readGrid('数据');
    expect(grid.tables).toEqual([
      { name: '企业表', range: { top: 1, left: 1, bottom: 9, right: 3 }, headerRows: 1, totalsRows: 0 },
      { name: 't1', range: { top: 2, left: 5, bottom: 9, right: 6 }, headerRows: 0, totalsRows: 1 },
      { name: '', range: { top: 1, left: 7, bottom: 2, right: 7 }, headerRows: 1, totalsRows: 0 },
    ]);
  });

  test('content types by extension only', () => {
    const types = contentTypes().replace(/<Override PartName="\/xl\/workbook[^>]*>/, '');
    expect(
      open({ '[Content_Types].xml': types, 'xl/worksheets/sheet1.xml': sheetXml(ONE) })
        .readGrid('数据')
        .content(1, 1),
    ).toBe(1);
  });
});
