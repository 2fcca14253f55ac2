import { gridOf, MAIN, open, sheetXml, STYLES, withStrings, workbookXml } from './workbooks';

describe('numbers', () => {
  const number = (text: string): unknown =>
    gridOf(`<row r="1"><c r="A1"><v>${text}</v></c></row>`).content(1, 1);

  test.each([
    ['0', 0],
    ['12345.67', 12345.67],
    ['-0.5', -0.5],
    ['1e3', 1000],
    ['1.0000000000000002', 1.0000000000000002],
    ['0.1', 0.1],
    ['7.108449420648356', 7.108449420648356],
    ['9007199254740993', 9007199254740992],
    ['123456789012345678901234567890', 1.2345678901234568e29],
    ['4.9406564584124654E-324', 5e-324],
    ['0.00000000000000000000001234', 1.234e-23],
    [' 5 ', 5],
    ['+5', 5],
    ['.5', 0.5],
    ['5.', 5],
  ])('%s is read as Number reads it', (text, value) => {
    expect(number(text)).toBe(value);
    expect(value).toBe(Number(text));
  });

  test('what is no finite number stays as text, for the sheet room to report', () => {
    expect(number('abc')).toBe('abc');
    expect(number('NaN')).toBe('NaN');
    expect(number('1e999')).toBe('1e999');
    expect(number('-')).toBe('-');
    expect(number('1.2.3')).toBe('1.2.3');
    expect(number('0'.repeat(500))).toBe('0'.repeat(500));
  });

  test('an empty value is a blank cell', () => {
    expect(number('')).toBeNull();
    expect(number('  ')).toBeNull();
  });

  test('a comment or CDATA inside the value belongs to no other cell', () => {
    const grid = gridOf('<row><c><v>1<!-- x -->2</v></c><c><v><![CDATA[34]]></v></c><c><v>5</v></c></row>');
    expect([1, 2, 3].map((column) => grid.content(1, column))).toEqual(['12', '34', 5]);
  });
});

describe('text', () => {
  test('shared strings: plain, rich (runs joined), without the phonetic reading', () => {
    const items =
      '<si><t>企业</t></si>' +
      '<si><r><rPr><b/></rPr><t>应享</t></r><r><t xml:space="preserve"> 金额</t></r></si>' +
      '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>' +
      '<si/><si><t/></si>';
    const cells = [0, 1, 2, 3, 4].map((i) => `<c t="s"><v>${i}</v></c>`).join('');
    const grid = gridOf(`<row>${cells}</row>`, withStrings(items));
    expect([1, 2, 3].map((column) => grid.content(1, column))).toEqual(['企业', '应享 金额', '東京']);
    expect([grid.content(1, 4), grid.content(1, 5), grid.columnCount]).toEqual([null, null, 3]);
  });

  test('inline strings, rich or not, and a cell that says it has one and has none', () => {
    const grid = gridOf(
      '<row><c t="inlineStr"><is><t>甲</t></is></c><c t="inlineStr"><is><r><t>乙</t></r><r><t>丙</t></r></is></c>' +
        '<c t="inlineStr"/><c t="inlineStr"><is><t></t></is></c><c t="inlineStr"><is><rPh><t>x</t></rPh><r><x/><t>丁</t></r></is></c></row>',
    );
    expect([1, 2, 3, 4, 5].map((column) => grid.content(1, column))).toEqual([
      '甲',
      '乙丙',
      null,
      null,
      '丁',
    ]);
  });

  test('_xHHHH_ codes stand for characters, _x005F_ for an underscore that would begin one', () => {
    const grid = gridOf(
      '<row><c t="inlineStr"><is><t>a_x000D_b_x0001_</t></is></c><c t="inlineStr"><is><t>_x005F_x000D_</t></is></c>' +
        '<c t="inlineStr"><is><t>_xD83D_</t></is></c><c t="inlineStr"><is><t>_x12_ _xZZZZ_</t></is></c></row>',
    );
    expect([1, 2, 3, 4].map((column) => grid.content(1, column))).toEqual([
      'a\rb\u0001',
      '_x000D_',
      '\ud83d',
      '_x12_ _xZZZZ_',
    ]);
  });

  test('entities, character references, CDATA and line ends', () => {
    const grid = gridOf(
      '<row><c t="inlineStr"><is><t>&lt;&amp;&gt;&quot;&apos;&#20013;&#x56FD;&#x1F600;</t></is></c>' +
        '<c t="inlineStr"><is><t><![CDATA[<&]]>x</t></is></c><c t="inlineStr"><is><t>a\r\nb\rc&#13;d</t></is></c></row>',
    );
    expect([1, 2, 3].map((column) => grid.content(1, column))).toEqual(['<&>"\'中国😀', '<&x', 'a\nb\nc\rd']);
  });

  test('spaces at the ends stay', () => {
    expect(
      gridOf('<row><c t="inlineStr"><is><t xml:space="preserve"> 甲 </t></is></c></row>').content(1, 1),
    ).toBe(' 甲 ');
  });

  test('text longer than a piece of the decoder', () => {
    const long = '应享金额😀'.repeat(5000);
    expect(gridOf(`<row><c t="inlineStr"><is><t>${long}</t></is></c></row>`).content(1, 1)).toBe(long);
  });
});

describe('other types', () => {
  test('booleans and errors', () => {
    const grid = gridOf(
      '<row><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="b"><v>true</v></c><c t="e"><v>#DIV/0!</v></c><c t="e"><v>#N/A</v></c><c t="b"><v/></c><c t="e"><v> </v></c></row>',
    );
    expect([1, 2, 3].map((column) => grid.content(1, column))).toEqual([true, false, true]);
    expect(grid.content(1, 4)).toEqual({ error: '#DIV/0!' });
    expect(grid.content(1, 5)).toEqual({ error: '#N/A' });
    expect(grid.content(1, 4)).toBe(grid.content(1, 4));
    expect([6, 7].map((column) => grid.content(1, column))).toEqual([null, null]);
  });

  test('ISO dates become serial numbers that have a date format', () => {
    const iso = (text: string): string => `<c t="d"><v>${text}</v></c>`;
    const grid = gridOf(
      `<row>${['2020-03-05', '2020-03-05T12:00:00', '1900-01-01', '1900-02-28', '1900-03-01', '2020-03-05T06:00:00.000Z', 'soon', '2020-02-30', '0050-01-01'].map(iso).join('')}</row>`,
    );
    expect([1, 2, 3, 4, 5, 6].map((column) => grid.content(1, column))).toEqual([
      43895, 43895.5, 1, 59, 61, 43895.25,
    ]);
    expect([7, 8, 9].map((column) => grid.content(1, column))).toEqual(['soon', '2020-02-30', '0050-01-01']);
    expect(grid.numberFormat(1, 1)).toBe('yyyy-mm-dd');
    expect(grid.numberFormat(1, 7)).toBeUndefined();
  });

  test('ISO dates in the 1904 system', () => {
    const grid = gridOf('<row><c t="d"><v>2020-03-05</v></c></row>', {
      'xl/workbook.xml': workbookXml(
        '<workbookPr date1904="1"/><sheets><sheet name="数据" sheetId="1" r:id="rId1"/></sheets>',
      ),
    });
    expect(grid.date1904).toBe(true);
    expect(grid.content(1, 1)).toBe(43895 - 1462);
  });

  test('an unknown type is text', () => {
    expect(gridOf('<row><c t="zzz"><v>7</v></c></row>').content(1, 1)).toBe('7');
  });
});

describe('formulas', () => {
  test('show their cached result; without one, nothing, but are known as formulas', () => {
    const grid = gridOf(
      '<row><c><f>1+1</f><v>2</v></c><c t="str"><f>A1&amp;""</f><v>2_x000D_</v></c><c><f>B1</f></c><c><f>B1</f><v></v></c>' +
        '<c t="str"><f>""</f><v></v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c><c t="b"><f>TRUE</f><v>1</v></c><c><v>3</v></c></row>',
    );
    expect([1, 2, 3, 4, 5, 7, 8].map((column) => grid.content(1, column))).toEqual([
      2,
      '2\r',
      null,
      null,
      '',
      true,
      3,
    ]);
    expect([1, 2, 3, 4, 5, 6, 7].map((column) => grid.isFormula(1, column))).toEqual(Array(7).fill(true));
    expect(grid.isFormula(1, 8)).toBe(false);
    expect(grid.isFormula(1, 9)).toBe(false);
  });

  test('shared formulas: every cell that shares it is one', () => {
    const grid = gridOf(
      '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1*2</f><v>4</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>6</v></c></row>',
    );
    expect([1, 2].map((row) => grid.isFormula(row, 1))).toEqual([true, true]);
    expect(grid.content(2, 1)).toBe(6);
  });

  test('array formulas: every cell of their range is one, also those that only have a value', () => {
    const grid = gridOf(
      '<row r="1"><c r="A1"><f t="array" ref="A1:B2">TRANSPOSE(C1:D2)</f><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>9</v></c></row>' +
        '<row r="2"><c r="A2"><v>3</v></c><c r="B2"><v>4</v></c></row><row r="3"><c r="A3"><v>5</v></c></row>',
    );
    expect([1, 2].flatMap((row) => [1, 2].map((column) => grid.isFormula(row, column)))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(grid.isFormula(1, 3)).toBe(false);
    expect(grid.isFormula(3, 1)).toBe(false);
  });

  test('array ranges that are nonsense are passed over', () => {
    expect(gridOf('<row><c><f t="array" ref="zzz">1</f><v>1</v></c></row>').isFormula(1, 1)).toBe(true);
    expect(gridOf('<row><c><f t="array">1</f><v>1</v></c></row>').isFormula(1, 1)).toBe(true);
  });

  test('thousands of overlapping array ranges do not take minutes', () => {
    const cells = Array.from(
      { length: 3000 },
      (_, i) => `<row r="${i + 1}"><c><f t="array" ref="A1:XFD1048576">1</f><v>1</v></c></row>`,
    );
    expect(gridOf(cells.join('')).isFormula(3000, 1)).toBe(true);
  });
});

describe('number formats', () => {
  const styles = STYLES.replace(
    '<fonts',
    '<numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="165" formatCode="General"/><numFmt numFmtId="14" formatCode="yyyy-mm-dd"/></numFmts><fonts',
  ).replace(
    /<cellXfs[^]*<\/cellXfs>/,
    `<cellXfs count="10">${[0, 2, 4, 10, 14, 31, 57, 164, 165, 999, 49].map((id) => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0"><alignment horizontal="left"/></xf>`).join('')}</cellXfs>`,
  );
  const cells = Array.from({ length: 12 }, (_, s) => `<c s="${s}"><v>1</v></c>`).join('');

  test('built-in, Chinese built-in, custom, and General as undefined', () => {
    const grid = gridOf(`<row>${cells}</row>`, { 'xl/styles.xml': styles });
    expect(Array.from({ length: 12 }, (_, i) => grid.numberFormat(1, i + 1))).toEqual([
      undefined,
      '0.00',
      '#,##0.00',
      '0.00%',
      'yyyy-mm-dd',
      'yyyy"年"m"月"d"日"',
      'yyyy"年"m"月"',
      'yyyy"年"m"月"',
      undefined,
      undefined,
      '@',
      undefined,
    ]);
    expect(grid.numberFormat(9, 9)).toBeUndefined();
  });

  test('a cell without a style has the first one', () => {
    const first = styles.replace(
      'numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"><alignment',
      'numFmtId="9" fontId="0" fillId="0" borderId="0" xfId="0"><alignment',
    );
    expect(gridOf('<row><c><v>1</v></c></row>', { 'xl/styles.xml': first }).numberFormat(1, 1)).toBe('0%');
  });

  test('a workbook without styles', () => {
    const grid = open({
      'xl/worksheets/sheet1.xml': sheetXml('<row><c s="4"><v>1</v></c><c t="d"><v>2020-01-01</v></c></row>'),
      'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    }).readGrid('数据');
    expect(grid.numberFormat(1, 1)).toBeUndefined();
    expect(grid.numberFormat(1, 2)).toBe('yyyy-mm-dd');
  });

  test('extensions inside the stylesheet are passed over', () => {
    const extended = styles.replace(
      '</styleSheet>',
      '<extLst><ext uri="x" xmlns:x14="urn:x14"><x14:cellXfs><x14:xf numFmtId="9"/></x14:cellXfs></ext></extLst><y:cellXfs xmlns:y="urn:y"><y:xf numFmtId="9"/></y:cellXfs></styleSheet>',
    );
    expect(gridOf(`<row>${cells}</row>`, { 'xl/styles.xml': extended }).numberFormat(1, 2)).toBe('0.00');
  });
});

describe('where cells stand', () => {
  test('gaps in rows and columns', () => {
    const grid = gridOf(
      '<row r="2"><c r="B2"><v>1</v></c><c r="AA2"><v>2</v></c></row><row r="5"><c r="A5"><v>3</v></c></row>',
    );
    expect([grid.rowCount, grid.columnCount]).toEqual([5, 27]);
    expect([grid.content(2, 2), grid.content(2, 27), grid.content(5, 1)]).toEqual([1, 2, 3]);
    expect([
      grid.content(1, 1),
      grid.content(2, 3),
      grid.content(3, 2),
      grid.content(5, 2),
      grid.content(0, 1),
      grid.content(6, 1),
      grid.content(2, 28),
    ]).toEqual(Array(7).fill(null));
  });

  test('rows and cells that do not say where they are follow the one before', () => {
    const grid = gridOf(
      '<row><c><v>1</v></c><c r="D1"><v>4</v></c><c><v>5</v></c></row><row r="4"><c><v>41</v></c></row><row><c><v>51</v></c></row>',
    );
    expect([
      grid.content(1, 1),
      grid.content(1, 4),
      grid.content(1, 5),
      grid.content(4, 1),
      grid.content(5, 1),
    ]).toEqual([1, 4, 5, 41, 51]);
  });

  test('lower-case references', () => {
    expect(gridOf('<row r="1"><c r="ab1"><v>7</v></c></row>').content(1, 28)).toBe(7);
  });

  test('rows and cells out of order are put in order; of two for one place the later counts', () => {
    const grid = gridOf(
      '<row r="3"><c r="B3"><v>32</v></c><c r="A3"><v>31</v></c></row><row r="1"><c r="A1"><v>11</v></c></row><row r="3"><c r="A3"><v>99</v></c><c r="C3"><v>33</v></c></row>',
    );
    expect([1, 2, 3].map((column) => grid.content(3, column))).toEqual([99, 32, 33]);
    expect(grid.content(1, 1)).toBe(11);
    expect([grid.rowCount, grid.columnCount]).toEqual([3, 3]);
  });

  test('the last row and column of a sheet', () => {
    const grid = gridOf('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>');
    expect(grid.content(1_048_576, 16_384)).toBe(1);
    expect([grid.rowCount, grid.columnCount]).toEqual([1_048_576, 16_384]);
  });

  test('formatted but empty rows and cells are not there', () => {
    const grid = gridOf(
      '<row r="1"><c r="A1"><v>1</v></c><c r="Z1" s="1"/></row><row r="9" s="3" customFormat="1"/><row r="10"><c r="A10" s="2"/><c r="B10" s="2"></c></row>',
    );
    expect([grid.rowCount, grid.columnCount]).toEqual([1, 1]);
  });

  test('an empty sheet', () => {
    const grid = open({
      'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData/></worksheet>`,
    }).readGrid('数据');
    expect([grid.rowCount, grid.columnCount, grid.content(1, 1)]).toEqual([0, 0, null]);
  });

  test('many rows and columns: the store grows', () => {
    const rows = Array.from(
      { length: 300 },
      (_, r) =>
        `<row r="${r * 10 + 1}">${Array.from({ length: 12 }, (__, c) => `<c><v>${r * 100 + c}</v></c>`).join('')}</row>`,
    );
    const grid = gridOf(rows.join(''));
    expect(grid.rowCount).toBe(2991);
    expect([
      grid.content(1, 12),
      grid.content(2991, 1),
      grid.content(2991, 12),
      grid.content(1501, 6),
    ]).toEqual([11, 29900, 29911, 15005]);
  });
});
