import { openWorkbook, spliceWorkbook } from '../../src/xlsx';
import type { WorkbookEdits } from '../../src/xlsx';
import {
  contentTypes,
  failure,
  MAIN,
  open,
  OFFICE,
  partsOf,
  partText,
  relationships,
  same,
  sheetXml,
  STRICT_MAIN,
  STRICT_OFFICE,
  withStrings,
  workbookFile,
  workbookXml,
} from './workbooks';
import type { Parts } from './workbooks';
import { unzipped, zip } from './zip';

/** Ways of other programs that the specification has no place for, and that files in use have. */

const WRITTEN: WorkbookEdits = {
  edit: [
    {
      sheet: '数据',
      columns: [{ column: 3, runs: [{ firstRow: 1, values: ['应享金额', 100], style: 'money' }] }],
      notes: [{ row: 1, column: 3, text: '规则' }],
    },
  ],
  put: [{ name: '明细', replace: false, columns: [], rows: [['a']] }],
};

const CELL = sheetXml('<row r="1"><c r="A1"><v>7</v></c></row>');

function written(changes: Parts): Uint8Array {
  return spliceWorkbook(open({ 'xl/worksheets/sheet1.xml': CELL, ...changes }), WRITTEN);
}

/** What can be read of a file again: the user's cell, and ours beside it. */
function cells(file: Uint8Array): unknown[] {
  const grid = openWorkbook(file).readGrid('数据');
  return [grid.content(1, 1), grid.content(1, 3), grid.content(2, 3)];
}

test('the list of content types in small letters, folders with backslashes: it stays one list', () => {
  const parts = partsOf({ 'xl/worksheets/sheet1.xml': CELL }).map((part) => ({
    ...part,
    name: part.name.toLowerCase().replaceAll('/', '\\'),
  }));
  const file = spliceWorkbook(openWorkbook(zip(parts)), WRITTEN);
  const lists = Object.keys(unzipped(file)).filter((name) => name.toLowerCase() === '[content_types].xml');
  expect(lists).toEqual(['[content_types].xml']);
  expect(partText(file, '[content_types].xml')).toContain('/xl/worksheets/sheet2.xml');
  expect(cells(file)).toEqual([7, '应享金额', 100]);
});

describe('the tab of a module of Excel 95, whose code is in the macro project, has no part', () => {
  const changes = {
    'xl/worksheets/sheet1.xml': CELL,
    'xl/workbook.xml': workbookXml(
      '<sheets><sheet name="Module1" sheetId="9" state="veryHidden" r:id=""/><sheet name="Module2" sheetId="8"/>' +
        '<sheet name="数据" sheetId="1" r:id="rId1"/></sheets>',
    ),
  };

  test('it is a sheet without cells', () => {
    expect(open(changes).sheets.map(({ name, kind, path }) => [name, kind, path])).toEqual([
      ['Module1', 'other', ''],
      ['Module2', 'other', ''],
      ['数据', 'worksheet', 'xl/worksheets/sheet1.xml'],
    ]);
    expect(failure(() => open(changes).readGrid('Module1')).code).toBe('no-cells');
  });

  test('it stays when we write beside it', () => {
    const file = written(changes);
    expect(partText(file, 'xl/workbook.xml')).toContain(
      '<sheet name="Module1" sheetId="9" state="veryHidden" r:id=""/><sheet name="Module2" sheetId="8"/>',
    );
    expect(openWorkbook(file).sheets.map(({ name }) => name)).toEqual(['Module1', 'Module2', '数据', '明细']);
    expect(cells(file)).toEqual([7, '应享金额', 100]);
  });
});

describe('styles with alternatives for readers that know an extension, as HanCell writes them', () => {
  const alternatives = (item: string, extended: string): string =>
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">' +
    `<mc:Choice xmlns:hs="http://schemas.haansoft.com/office/spreadsheet/8.0" Requires="hs">${extended}</mc:Choice>` +
    `<mc:Fallback>${item}</mc:Fallback></mc:AlternateContent>`;
  const font = '<font><sz val="9"/><name val="宋体"/></font>';
  const percent = '<xf numFmtId="9" fontId="1" fillId="0" borderId="0"/>';
  const styles =
    `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font>` +
    `${alternatives(font, font)}</fonts><cellXfs count="3">` +
    alternatives('<xf numFmtId="0"/>', '<xf numFmtId="0" quotePrefix="1"/><xf numFmtId="2"/>') +
    `<xf numFmtId="14"/>${alternatives(percent, percent)}</cellXfs></styleSheet>`;
  const changes = {
    'xl/worksheets/sheet1.xml': sheetXml(
      '<row r="1"><c r="A1" s="0"><v>7</v></c></row><row r="2"><c r="A2" s="1"><v>44000</v></c></row>' +
        '<row r="3"><c r="A3" s="2"><v>0.15</v></c></row>',
    ),
    'xl/styles.xml': styles,
  };
  const formats = (file: Uint8Array): unknown[] => {
    const grid = openWorkbook(file).readGrid('数据');
    return [1, 2, 3].map((row) => grid.numberFormat(row, 1) ?? 'General');
  };

  test('each counts as one style, that of the fallback', () => {
    expect(formats(workbookFile(changes))).toEqual(['General', 'yyyy/m/d', '0%']);
  });

  test('ours come after them, and the cells of the user look as they did', () => {
    const file = written(changes);
    expect(formats(file)).toEqual(['General', 'yyyy/m/d', '0%']);
    expect(partText(file, 'xl/worksheets/sheet1.xml')).toContain('<c r="C2" s="3"><v>100</v></c>');
    expect(partText(file, 'xl/styles.xml')).toContain(
      `${alternatives(percent, percent)}<xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"`,
    );
    expect(partText(file, 'xl/styles.xml')).toContain('<cellXfs count="5">');
  });
});

test('a content type for a part that is not there stays, and no part of ours takes its name', () => {
  const override =
    '<Override PartName="/xl/Worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>';
  const types = contentTypes().replace('</Types>', `${override}</Types>`);
  const file = written({ '[Content_Types].xml': types });
  expect(partText(file, '[Content_Types].xml').match(/<Override PartName="[^"]*\/sheet\d[^>]*>/gi)).toEqual([
    override.replace('Worksheets/sheet2', 'worksheets/sheet1'),
    override,
    override.replace('Worksheets/sheet2', 'worksheets/sheet3'),
  ]);
  expect(cells(file)).toEqual([7, '应享金额', 100]);
});

test('a target above the package is one in the package', () => {
  const changes = {
    '_rels/.rels': relationships(
      ['rId1', 'officeDocument', '../../xl/workbook.xml'],
      ['rId2', 'customXml', '../customXml/item1.xml'],
    ),
    'customXml/item1.xml': '<x/>',
  };
  expect(cells(written(changes))).toEqual([7, '应享金额', 100]);
});

test('shared strings that are named and not there, where no cell asks for one', () => {
  const file = written({ ...withStrings(''), 'xl/sharedStrings.xml': null });
  expect(cells(file)).toEqual([7, '应享金额', 100]);
  expect(Object.keys(unzipped(file))).not.toContain('xl/sharedStrings.xml');
});

test.each(['', ' sheetId=""', ' sheetId="x"', ' sheetId="-1"', ' sheetId="1.5"'])(
  'a sheet whose number is none (%s): ours get numbers all the same',
  (id) => {
    const file = written({
      'xl/workbook.xml': workbookXml(`<sheets><sheet name="数据"${id} r:id="rId1"/></sheets>`),
    });
    expect(partText(file, 'xl/workbook.xml')).toContain('<sheet name="明细" sheetId="1" r:id="rId3"/>');
  },
);

test('a name that belongs to a sheet there never was stays as it is', () => {
  const name = '<definedName name="费率" localSheetId="7">0.2</definedName>';
  const file = spliceWorkbook(
    open({
      'xl/workbook.xml': workbookXml(
        `<sheets><sheet name="数据" sheetId="1" r:id="rId1"/></sheets><definedNames>${name}</definedNames>`,
      ),
    }),
    { names: [{ name: '_ours', sheet: null, formula: '1' }] },
  );
  expect(partText(file, 'xl/workbook.xml')).toContain(
    `<definedNames>${name}<definedName name="_ours" hidden="1">1</definedName></definedNames>`,
  );
});

test('a link to notes that leads to another kind of part: that part is left alone', () => {
  const picture = '<xml>no drawing</xml>';
  const file = written({
    '[Content_Types].xml': contentTypes(),
    'xl/media/picture.xml': picture,
    'xl/worksheets/_rels/sheet1.xml.rels': relationships(['rId1', 'image', '../media/picture.xml']),
    'xl/worksheets/sheet1.xml': CELL.replace('</worksheet>', '<legacyDrawing r:id="rId1"/></worksheet>'),
  });
  expect(partText(file, 'xl/media/picture.xml')).toBe(picture);
  expect(cells(file)).toEqual([7, '应享金额', 100]);
});

describe('notes in a Strict workbook, whose drawing stands in alternative content', () => {
  const strict = (parts: Parts): Parts =>
    Object.fromEntries(
      partsOf(parts).map(({ name, content }) => [
        name,
        String(content).replaceAll(OFFICE, STRICT_OFFICE).replaceAll(MAIN, STRICT_MAIN),
      ]),
    );
  const alternative = (drawing: string): string =>
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">' +
    `<mc:Choice xmlns:v="urn:schemas-microsoft-com:vml" Requires="v">${drawing}</mc:Choice></mc:AlternateContent>`;
  const drawing = alternative('<legacyDrawing r:id="rId2"/>');

  test('ours are added to it, and no second drawing', () => {
    const file = written(
      strict({
        'xl/worksheets/sheet1.xml': CELL.replace('</worksheet>', `${drawing}<extLst/></worksheet>`),
        'xl/comments1.xml': `<comments xmlns="${MAIN}"><authors><author>甲</author></authors><commentList><comment ref="A1" authorId="0"><text><t>注</t></text></comment></commentList></comments>`,
        'xl/drawings/vml1.vml':
          '<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="_x0000_s1025"/></xml>',
        'xl/worksheets/_rels/sheet1.xml.rels': relationships(
          ['rId1', 'comments', '../comments1.xml'],
          ['rId2', 'vmlDrawing', '../drawings/vml1.vml'],
        ),
      }),
    );
    expect(partText(file, 'xl/worksheets/sheet1.xml').match(/<legacyDrawing /g)).toHaveLength(1);
    expect(partText(file, 'xl/drawings/vml1.vml')).toContain('<x:Column>2</x:Column>');
    expect(partText(file, 'xl/comments1.xml')).toMatch(/<comment ref="A1".*<comment ref="C1"/);
  });

  test('the first is put there, before what follows it', () => {
    const file = written(
      strict({ 'xl/worksheets/sheet1.xml': CELL.replace('</worksheet>', '<extLst/></worksheet>') }),
    );
    expect(partText(file, 'xl/worksheets/sheet1.xml')).toContain(
      `</sheetData>${alternative('<legacyDrawing r:id="rId2"/>')}<extLst/></worksheet>`,
    );
  });

  test('alternative content with controls stays behind the drawing that is put in', () => {
    const controls = alternative('<controls><control r:id="rId9"/></controls>');
    const file = written({
      'xl/worksheets/sheet1.xml': CELL.replace('</worksheet>', `${controls}</worksheet>`),
    });
    expect(partText(file, 'xl/worksheets/sheet1.xml')).toContain(
      `</sheetData><legacyDrawing r:id="rId2"/>${controls}</worksheet>`,
    );
  });
});

test('nothing written gives the same bytes, whatever the habits', () => {
  const file = workbookFile({
    'xl/workbook.xml': `<x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:r="${OFFICE}"><x:sheets><x:sheet name="数据" r:id="rId1"/></x:sheets></x:workbook>`,
  });
  expect(same(spliceWorkbook(openWorkbook(file), {}), file)).toBe(true);
});
