import { openWorkbook, spliceWorkbook } from '../../src/xlsx';
import type { NewSheet, SheetCell } from '../../src/xlsx';
import {
  contentTypes,
  failure,
  MAIN,
  OFFICE,
  open,
  partText,
  relationships,
  sheetXml,
  STRICT_MAIN,
  STRICT_OFFICE,
  workbookXml,
} from './workbooks';
import type { Parts } from './workbooks';
import { unzipped } from './zip';

const HEADER: SheetCell[] = ['行', '企业', '应享金额(元)'].map((value) => ({ value, style: 'header' }));

const detail: NewSheet = {
  name: '明细',
  replace: false,
  columns: [{ width: 8 }, { width: 30, style: 'text' }, { style: 'money' }],
  rows: [
    HEADER,
    [2, '=甲', 1000.5],
    [],
    [4, null, null],
    [
      { value: 5, style: 'count' },
      { formula: 'A2&"<"', value: '2<' },
      { formula: 'SUM(C2:C4)', value: 1000.5, style: 'total' },
    ],
  ],
  table: { name: '明细表', range: { top: 1, left: 1, bottom: 5, right: 3 } },
  frozenRows: 1,
};

const put = (file: Parts, ...sheets: readonly NewSheet[]): Uint8Array =>
  spliceWorkbook(open(file), { put: sheets });

describe('a new sheet', () => {
  const file = put({}, detail);

  test('its part', () => {
    const style = (n: number): string => ` s="${n}"`;
    expect(partText(file, 'xl/worksheets/sheet2.xml')).toBe(
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
        `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView></sheetViews>` +
        '<sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="1" width="8" customWidth="1"/><col min="2" max="2" width="30" customWidth="1"/></cols><sheetData>' +
        `<row r="1">${['行', '企业', '应享金额(元)'].map((text, i) => `<c r="${'ABC'.charAt(i)}1"${style(3)} t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>` +
        `<row r="2"><c r="A2"><v>2</v></c><c r="B2"${style(1)} t="inlineStr"><is><t>=甲</t></is></c><c r="C2"${style(2)}><v>1000.5</v></c></row>` +
        `<row r="4"><c r="A4"><v>4</v></c><c r="B4"${style(1)}/><c r="C4"${style(2)}/></row>` +
        `<row r="5"><c r="A5"${style(4)}><v>5</v></c><c r="B5"${style(1)} t="str"><f>A2&amp;"&lt;"</f><v>2&lt;</v></c><c r="C5"${style(5)}><f>SUM(C2:C4)</f><v>1000.5</v></c></row>` +
        '</sheetData><tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>',
    );
  });

  test('its table', () => {
    expect(partText(file, 'xl/tables/table1.xml')).toBe(
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
        `<table xmlns="${MAIN}" id="1" name="明细表" displayName="明细表" ref="A1:C5" totalsRowShown="0"><autoFilter ref="A1:C5"/><tableColumns count="3"><tableColumn id="1" name="行"/><tableColumn id="2" name="企业"/><tableColumn id="3" name="应享金额(元)"/></tableColumns>` +
        '<tableStyleInfo name="TableStyleLight9" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>',
    );
    expect(partText(file, 'xl/worksheets/_rels/sheet2.xml.rels')).toBe(
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/table" Target="../tables/table1.xml"/></Relationships>`,
    );
  });

  test('how the workbook knows it', () => {
    expect(partText(file, 'xl/workbook.xml')).toBe(
      workbookXml(
        '<sheets><sheet name="数据" sheetId="1" r:id="rId1"/><sheet name="明细" sheetId="2" r:id="rId3"/></sheets>',
      ),
    );
    expect(partText(file, 'xl/_rels/workbook.xml.rels')).toBe(
      relationships(
        ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
        ['rId2', 'styles', 'styles.xml'],
        ['rId3', 'worksheet', 'worksheets/sheet2.xml'],
      ),
    );
    expect(partText(file, '[Content_Types].xml')).toBe(
      contentTypes({
        '/xl/worksheets/sheet2.xml':
          'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml',
        '/xl/tables/table1.xml': 'application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml',
      }),
    );
  });

  test('read back', () => {
    const grid = openWorkbook(file).readGrid('明细');
    expect(grid.tables).toEqual([
      { name: '明细表', range: { top: 1, left: 1, bottom: 5, right: 3 }, headerRows: 1, totalsRows: 0 },
    ]);
    expect([grid.content(2, 2), grid.content(5, 2), grid.isFormula(5, 2), grid.numberFormat(2, 3)]).toEqual([
      '=甲',
      '2<',
      true,
      '#,##0.00',
    ]);
  });

  test('frozen columns, both, or none; no widths; no rows', () => {
    const pane = (frozen: { frozenRows?: number; frozenColumns?: number }): string =>
      partText(
        put({}, { name: '新', replace: false, columns: [], rows: [], ...frozen }),
        'xl/worksheets/sheet2.xml',
      ).replace(/^[^]*<sheetView /, '<sheetView ');
    const rest =
      '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><sheetData></sheetData></worksheet>';
    expect(pane({})).toBe(`<sheetView workbookViewId="0">${rest}`);
    expect(pane({ frozenColumns: 2 })).toBe(
      `<sheetView workbookViewId="0"><pane xSplit="2" topLeftCell="C1" activePane="topRight" state="frozen"/><selection pane="topRight"/>${rest}`,
    );
    expect(pane({ frozenRows: 3, frozenColumns: 1 })).toBe(
      `<sheetView workbookViewId="0"><pane xSplit="1" ySplit="3" topLeftCell="B4" activePane="bottomRight" state="frozen"/><selection pane="bottomRight"/>${rest}`,
    );
  });

  test('rows may come from a generator, formulas may have no result yet', () => {
    function* rows(): Generator<SheetCell[]> {
      yield ['a'];
      yield [
        { formula: 'TRUE', value: true },
        { formula: 'NOW()', value: null },
      ];
    }
    const grid = openWorkbook(put({}, { name: '新', replace: false, columns: [], rows: rows() })).readGrid(
      '新',
    );
    expect([grid.content(2, 1), grid.content(2, 2), grid.isFormula(2, 2)]).toEqual([true, null, true]);
  });

  test('two at once have ids and paths of their own', () => {
    const two = openWorkbook(
      put({}, detail, {
        ...detail,
        name: '明细2',
        table: { name: '明细表2', range: { top: 1, left: 1, bottom: 5, right: 3 } },
      }),
    );
    expect(two.sheets.map(({ path }) => path)).toEqual([
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet2.xml',
      'xl/worksheets/sheet3.xml',
    ]);
    expect(two.readGrid('明细2').tables[0]?.name).toBe('明细表2');
  });

  test('a workbook that counts its own way: sheet ids, relationship ids and part numbers that are taken', () => {
    const parts: Parts = {
      'xl/workbook.xml': workbookXml('<sheets><sheet name="数据" sheetId="41" r:id="rId2"/></sheets>'),
      'xl/_rels/workbook.xml.rels': relationships(
        ['rId2', 'worksheet', 'worksheets/sheet1.xml'],
        ['RID3', 'styles', 'styles.xml'],
      ),
      'xl/worksheets/Sheet2.xml': '<stray/>',
    };
    const added = put(parts, detail);
    expect(partText(added, 'xl/workbook.xml')).toContain('<sheet name="明细" sheetId="42" r:id="rId4"/>');
    expect(openWorkbook(added).sheets[1]?.path).toBe('xl/worksheets/sheet3.xml');
  });

  test('a Strict workbook', () => {
    const strict = Object.fromEntries(
      Object.entries(unzipped(spliceWorkbook(open(), {}))).map(([name, bytes]) => [
        name,
        new TextDecoder().decode(bytes).replaceAll(MAIN, STRICT_MAIN).replaceAll(OFFICE, STRICT_OFFICE),
      ]),
    );
    const added = put(strict, detail);
    for (const path of [
      'xl/worksheets/sheet2.xml',
      'xl/tables/table1.xml',
      'xl/worksheets/_rels/sheet2.xml.rels',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
    ]) {
      expect(partText(added, path)).not.toContain('schemas.openxmlformats.org/spreadsheetml');
      expect(partText(added, path)).not.toContain('schemas.openxmlformats.org/officeDocument');
    }
    expect(openWorkbook(added).readGrid('明细').tables).toHaveLength(1);
  });

  test('a workbook whose relationship namespace is not declared on its root', () => {
    const added = put(
      {
        'xl/workbook.xml': `<x:workbook xmlns:x="${MAIN}"><x:sheets><x:sheet name="数据" sheetId="1" xmlns:q="${OFFICE}" q:id="rId1"/></x:sheets></x:workbook>`,
      },
      detail,
    );
    expect(partText(added, 'xl/workbook.xml')).toContain(
      `<x:sheet name="明细" sheetId="2" xmlns:r="${OFFICE}" r:id="rId3"/></x:sheets>`,
    );
    expect(openWorkbook(added).readGrid('明细').content(2, 1)).toBe(2);
  });

  test('header texts that need escaping', () => {
    const table = { name: 't', range: { top: 1, left: 1, bottom: 2, right: 1 } };
    const added = put({}, { name: '新', replace: false, columns: [], rows: [['金额\n"元"<&>\t']], table });
    expect(partText(added, 'xl/tables/table1.xml')).toContain(
      '<tableColumn id="1" name="金额_x000A_&quot;元&quot;&lt;&amp;&gt;_x0009_"/>',
    );
  });
});

describe('what a new sheet cannot be', () => {
  test.each(['', 'x'.repeat(32), 'a:b', 'a\\b', 'a/b', 'a?b', 'a*b', 'a[b', 'a]b', "'a", "a'", 'a\u0001b'])(
    'named %j',
    (name) => {
      expect(failure(() => put({}, { ...detail, name }))).toEqual({
        code: 'bad-sheet-name',
        zh: `“${name}”不能作为工作表名：须为 1 至 31 个字符，不含 : \\ / ? * [ ]，首尾不能是撇号。`,
        en: `“${name}” cannot be the name of a sheet: 1 to 31 characters, none of : \\ / ? * [ ], no apostrophe at either end.`,
      });
    },
  );

  test('named like one that is there', () => {
    const sheets = {
      'xl/workbook.xml': workbookXml('<sheets><sheet name="Detail" sheetId="1" r:id="rId1"/></sheets>'),
    };
    expect(failure(() => put(sheets, { ...detail, name: 'DETAIL' }))).toEqual({
      code: 'sheet-exists',
      zh: '已有名为“DETAIL”的工作表。',
      en: 'There is a sheet “DETAIL” already.',
    });
    expect(failure(() => put({}, detail, { ...detail, name: '明细' })).code).toBe('sheet-twice');
  });

  test.each(['A1', 'R1C1', 'r', 'C', 'RC', 'XFD1048576', '1a', 'a b', 'a-b', '', 'x'.repeat(256)])(
    'its table named %j',
    (name) => {
      expect(
        failure(() =>
          put({}, { ...detail, table: { name, range: { top: 1, left: 1, bottom: 2, right: 3 } } }),
        ),
      ).toEqual({
        code: 'bad-name',
        zh: `“${name}”不能作为名称：须以字母、汉字或下划线开头，不含空格，不能像单元格地址，最长 255 个字符。`,
        en: `“${name}” cannot be a defined name: it begins with a letter or underscore, has no spaces, does not look like a cell address, and has at most 255 characters.`,
      });
    },
  );

  test('its table named like a table, or like a name of the workbook', () => {
    const first = put({}, detail);
    expect(
      failure(() => spliceWorkbook(openWorkbook(first), { put: [{ ...detail, name: '明细2' }] })),
    ).toEqual({ code: 'name-taken', zh: '名称“明细表”已被占用。', en: 'The name “明细表” is taken.' });
    const named = {
      'xl/workbook.xml': workbookXml(
        '<sheets><sheet name="数据" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="明细表">1</definedName></definedNames>',
      ),
    };
    expect(failure(() => put(named, detail)).code).toBe('name-taken');
    expect(failure(() => put({}, detail, { ...detail, name: '明细2' })).code).toBe('name-taken');
  });

  test.each<
    [string, SheetCell[][], { top: number; left: number; bottom: number; right: number }, string, string]
  >([
    [
      'a header that is no text',
      [['a', 1]],
      { top: 1, left: 1, bottom: 2, right: 2 },
      '标题行的每个单元格都必须是非空文字',
      'every cell of its header row must be text',
    ],
    [
      'a header that is empty',
      [['a', '']],
      { top: 1, left: 1, bottom: 2, right: 2 },
      '标题行的每个单元格都必须是非空文字',
      'every cell of its header row must be text',
    ],
    [
      'a header that is missing',
      [['a']],
      { top: 1, left: 1, bottom: 2, right: 2 },
      '标题行的每个单元格都必须是非空文字',
      'every cell of its header row must be text',
    ],
    [
      'a header twice',
      [['a', 'A']],
      { top: 1, left: 1, bottom: 2, right: 2 },
      '标题行有重复的列名',
      'its header row has the same column name twice',
    ],
    [
      'a header row that is not there',
      [['a']],
      { top: 2, left: 1, bottom: 3, right: 1 },
      '区域无效',
      'its range is not valid',
    ],
    [
      'a range upside down',
      [['a']],
      { top: 1, left: 1, bottom: 0, right: 1 },
      '区域无效',
      'its range is not valid',
    ],
    [
      'a range inside out',
      [['a']],
      { top: 1, left: 2, bottom: 2, right: 1 },
      '区域无效',
      'its range is not valid',
    ],
    [
      'a range outside the sheet',
      [['a']],
      { top: 1, left: 1, bottom: 2, right: 16_385 },
      '区域无效',
      'its range is not valid',
    ],
    [
      'a range of fractions',
      [['a']],
      { top: 1, left: 1, bottom: 2.5, right: 1 },
      '区域无效',
      'its range is not valid',
    ],
  ])('its table with %s', (_, rows, range, zh, en) => {
    expect(
      failure(() => put({}, { name: '新', replace: false, columns: [], rows, table: { name: 't', range } })),
    ).toEqual({ code: 'bad-table', zh: `无法建立表“t”：${zh}。`, en: `Table “t” cannot be made: ${en}.` });
  });

  test('a table of its header row alone is given an empty row', () => {
    const table = { name: 't', range: { top: 1, left: 1, bottom: 1, right: 1 } };
    expect(
      openWorkbook(put({}, { name: '新', replace: false, columns: [], rows: [['a']], table })).readGrid('新')
        .tables[0]?.range,
    ).toEqual({ top: 1, left: 1, bottom: 2, right: 1 });
  });

  test('wider or longer than a sheet', () => {
    const wide = { name: '新', replace: false, columns: [], rows: [Array<SheetCell>(16_385).fill(null)] };
    expect(failure(() => put({}, wide)).en).toBe(
      '新!XFE1 cannot be written: it lies outside the sheet (1,048,576 rows × 16,384 columns).',
    );
    const long = { ...wide, rows: Array.from({ length: 1_048_577 }, () => []) };
    expect(failure(() => put({}, long)).en).toBe(
      '新!A1048577 cannot be written: it lies outside the sheet (1,048,576 rows × 16,384 columns).',
    );
  });
});

describe('a sheet of ours replaced', () => {
  const used = (): Uint8Array => {
    const file = put({}, detail);
    const parts = Object.fromEntries(
      Object.entries(unzipped(file)).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]),
    );
    const sheet = String(parts['xl/worksheets/sheet2.xml'])
      .replace('<sheetFormatPr', '<sheetPr/><dimension ref="A1:C5"/><sheetFormatPr')
      .replace(
        '</sheetData>',
        '</sheetData><autoFilter ref="A1:C5"/><mergeCells count="1"><mergeCell ref="A3:C3"/></mergeCells><conditionalFormatting sqref="C2"/><hyperlinks/><pageSetup orientation="landscape"/><drawing r:id="rId9"/>',
      )
      .replace('</worksheet>', '<extLst/></worksheet>');
    return spliceWorkbook(open({ ...parts, 'xl/worksheets/sheet2.xml': sheet }), {});
  };
  const fewer: NewSheet = {
    ...detail,
    replace: true,
    columns: [{}, { width: 12 }],
    rows: [HEADER, [9, '乙', 1]],
    table: { name: '明细表', range: { top: 1, left: 1, bottom: 2, right: 3 } },
  };

  test('cells, widths and table are new; views, formats, print settings and drawings stay', () => {
    const file = spliceWorkbook(openWorkbook(used()), { put: [fewer] });
    expect(partText(file, 'xl/worksheets/sheet2.xml').replace(/<row.*<\/row>/, '…')).toBe(
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
        `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView></sheetViews>` +
        '<sheetPr/><sheetFormatPr defaultRowHeight="15"/><cols><col min="2" max="2" width="12" customWidth="1"/></cols><sheetData>…</sheetData>' +
        '<conditionalFormatting sqref="C2"/><pageSetup orientation="landscape"/><drawing r:id="rId9"/><tableParts count="1"><tablePart r:id="rId1"/></tableParts><extLst/></worksheet>',
    );
    const grid = openWorkbook(file).readGrid('明细');
    expect([grid.rowCount, grid.content(2, 2), grid.tables.map(({ range }) => range.bottom)]).toEqual([
      2,
      '乙',
      [2],
    ]);
    expect(Object.keys(unzipped(file))).toEqual(Object.keys(unzipped(used())));
  });

  test('with the same content gives the same bytes', () => {
    const once = spliceWorkbook(openWorkbook(put({}, detail)), { put: [fewer] });
    expect(spliceWorkbook(openWorkbook(once), { put: [fewer] })).toEqual(once);
  });

  test('without a table the old one goes', () => {
    const { name, columns, rows } = fewer;
    const file = spliceWorkbook(openWorkbook(used()), { put: [{ name, columns, rows, replace: true }] });
    expect(openWorkbook(file).readGrid('明细').tables).toEqual([]);
    expect(Object.keys(unzipped(file))).not.toContain('xl/tables/table1.xml');
    expect(partText(file, '[Content_Types].xml')).not.toContain('table1.xml');
    expect(partText(file, 'xl/worksheets/_rels/sheet2.xml.rels')).not.toContain('table');
  });

  test('one that is written with a prefix and has no widths', () => {
    const parts = {
      'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="${MAIN}"><x:sheetData/></x:worksheet>`,
    };
    const file = put(parts, { ...fewer, name: '数据' });
    expect(partText(file, 'xl/worksheets/sheet1.xml')).toContain(
      '<x:cols><x:col min="2" max="2" width="12" customWidth="1"/></x:cols><x:sheetData><x:row r="1"><x:c r="A1"',
    );
    expect(partText(file, 'xl/worksheets/sheet1.xml')).toContain(
      `</x:sheetData><x:tableParts count="1"><x:tablePart xmlns:r="${OFFICE}" r:id="rId1"/></x:tableParts></x:worksheet>`,
    );
  });

  test('its formulas leave the calculation chain', () => {
    const parts: Parts = {
      'xl/calcChain.xml': `<calcChain xmlns="${MAIN}"><c r="A1" i="1"/><c r="B1" i="2"/></calcChain>`,
      'xl/_rels/workbook.xml.rels': relationships(
        ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
        ['rId2', 'styles', 'styles.xml'],
        ['rId3', 'calcChain', 'calcChain.xml'],
      ),
    };
    expect(partText(put(parts, { ...fewer, name: '数据' }), 'xl/calcChain.xml')).toBe(
      `<calcChain xmlns="${MAIN}"><c r="B1" i="2"/></calcChain>`,
    );
  });

  test('one that is not there', () => {
    expect(failure(() => put({}, fewer)).code).toBe('no-such-sheet');
  });
});

describe('sheets removed', () => {
  const three = (): Uint8Array =>
    put(
      {
        'xl/workbook.xml': workbookXml(
          '<bookViews><workbookView activeTab="2" firstSheet="0"/><workbookView activeTab="1"/><workbookView/></bookViews><sheets><sheet name="数据" sheetId="1" r:id="rId1"/></sheets>' +
            '<definedNames><definedName name="_a" hidden="1">1</definedName></definedNames>',
        ),
      },
      detail,
      { name: '其他', replace: false, columns: [], rows: [['x']] },
    );

  test('go with their table, relationships, content types and local names; what stands behind moves up', () => {
    const named = spliceWorkbook(openWorkbook(three()), {
      names: [
        { name: '_d', sheet: '明细', formula: '1' },
        { name: '_e', sheet: '其他', formula: '2' },
      ],
    });
    const file = spliceWorkbook(openWorkbook(named), { remove: ['明细'] });
    expect(partText(file, 'xl/workbook.xml')).toBe(
      workbookXml(
        '<bookViews><workbookView activeTab="1" firstSheet="0"/><workbookView activeTab="0"/><workbookView/></bookViews><sheets><sheet name="数据" sheetId="1" r:id="rId1"/><sheet name="其他" sheetId="3" r:id="rId4"/></sheets>' +
          '<definedNames><definedName name="_a" hidden="1">1</definedName><definedName name="_e" localSheetId="1" hidden="1">2</definedName></definedNames>',
      ),
    );
    expect(Object.keys(unzipped(file))).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/worksheets/sheet1.xml',
      'xl/styles.xml',
      'xl/worksheets/sheet3.xml',
    ]);
    expect(partText(file, '[Content_Types].xml')).not.toMatch(/sheet2|table/);
    expect(openWorkbook(file).readGrid('其他').content(1, 1)).toBe('x');
  });

  test('parts that other sheets use stay', () => {
    const parts: Parts = {
      'xl/workbook.xml': workbookXml(
        '<sheets><sheet name="数据" sheetId="1" r:id="rId1"/><sheet name="二" sheetId="2" r:id="rId2"/></sheets>',
      ),
      'xl/_rels/workbook.xml.rels': relationships(
        ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
        ['rId2', 'worksheet', 'worksheets/sheet2.xml'],
      ),
      'xl/worksheets/sheet2.xml': sheetXml(''),
      'xl/worksheets/_rels/sheet1.xml.rels': relationships(['rId1', 'image', '../media/a.png']),
      'xl/worksheets/_rels/sheet2.xml.rels': relationships(
        ['rId1', 'image', '../media/a.png'],
        ['rId2', 'drawing', '../drawings/drawing1.xml'],
        ['rId3', 'image', '../media/gone.png'],
      ),
      'xl/media/a.png': 'a',
      'xl/drawings/drawing1.xml': '<x/>',
      'xl/drawings/_rels/drawing1.xml.rels': relationships(
        ['rId1', 'image', '../media/b.png'],
        ['rId2', 'drawing', 'drawing1.xml'],
      ),
      'xl/media/b.png': 'b',
      'customXml/stray.xml': '<x/>',
    };
    const left = Object.keys(unzipped(spliceWorkbook(open(parts), { remove: ['二'] })));
    expect(left).toContain('xl/media/a.png');
    expect(left).toContain('customXml/stray.xml');
    expect(left.filter((path) => /sheet2|drawing|b\.png/.test(path))).toEqual([]);
  });

  test('the last visible one cannot go, nor one that is not there', () => {
    expect(failure(() => spliceWorkbook(open(), { remove: ['数据'] }))).toEqual({
      code: 'last-sheet',
      zh: '不能删除最后一张可见的工作表。',
      en: 'The last visible sheet cannot be removed.',
    });
    expect(failure(() => spliceWorkbook(open(), { remove: ['别的'] })).code).toBe('no-such-sheet');
  });

  test('removed and put again is twice; edited and removed too', () => {
    expect(failure(() => spliceWorkbook(openWorkbook(three()), { remove: ['明细'], put: [detail] }))).toEqual(
      {
        code: 'sheet-twice',
        zh: '对工作表“明细”给出了两次修改。',
        en: 'Sheet “明细” is changed twice in one go.',
      },
    );
    expect(
      failure(() => spliceWorkbook(open(), { remove: ['数据'], edit: [{ sheet: '数据', columns: [] }] }))
        .code,
    ).toBe('sheet-twice');
  });

  test('what was put is gone without a trace but styles', () => {
    const before = spliceWorkbook(open(), {});
    const after = spliceWorkbook(openWorkbook(put({}, detail)), { remove: ['明细'] });
    const changed = Object.entries(unzipped(after)).filter(
      ([name, bytes]) => new TextDecoder().decode(bytes) !== partText(before, name),
    );
    expect(changed.map(([name]) => name)).toEqual(['xl/styles.xml']);
  });
});
