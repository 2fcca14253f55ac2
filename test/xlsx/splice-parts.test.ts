import { openWorkbook, spliceWorkbook } from '../../src/xlsx';
import type { NameEdit, NoteEdit, Workbook, WorkbookEdits } from '../../src/xlsx';
import {
  contentTypes,
  failure,
  MAIN,
  OFFICE,
  open,
  partsOf,
  partText,
  relationships,
  sheetXml,
  workbookFile,
  workbookXml,
  same,
} from './workbooks';
import type { Parts } from './workbooks';
import { changedParts, rawEntries, unzipped, zip } from './zip';
import type { ZipPart } from './zip';

const SHEETS = '<sheets><sheet name="数据" sheetId="1" r:id="rId1"/></sheets>';
const write = {
  edit: [
    {
      sheet: '数据',
      columns: [{ column: 3, runs: [{ firstRow: 1, values: [1], style: 'plain' as const }] }],
    },
  ],
};

describe('parts that need no change', () => {
  test('no edits, or edits that change nothing: the very same bytes', () => {
    const file = workbookFile();
    expect(same(spliceWorkbook(openWorkbook(file), {}), file)).toBe(true);
    const nothing: WorkbookEdits[] = [
      { edit: [{ sheet: '数据', columns: [{ column: 4 }], notes: [{ row: 1, column: 1, text: null }] }] },
      { names: [{ name: '_none', sheet: null, formula: null }] },
      { edit: [{ sheet: '数据', columns: [{ column: 4, clear: 'all' }] }] },
    ];
    for (const edits of nothing) expect(same(spliceWorkbook(openWorkbook(file), edits), file)).toBe(true);
  });

  test('the workbook that was opened stays as it is', () => {
    const file = workbookFile();
    const copy = file.slice();
    const workbook = openWorkbook(file);
    spliceWorkbook(workbook, write);
    expect(file).toEqual(copy);
    expect(workbook.readGrid('数据').columnCount).toBe(0);
  });

  const binaries: Parts = {
    'xl/media/image1.png': Uint8Array.from({ length: 500 }, (_, i) => (i * 7919) & 255),
    'xl/vbaProject.bin': 'macros',
    '_xmlsignatures/sig1.xml': '<x/>',
    'xl/worksheets/': '',
  };

  test.each<[string, Partial<ZipPart>]>([
    ['deflated', {}],
    ['stored', { method: 'stored' }],
    ['with data descriptors', { descriptor: true }],
  ])('entries %s keep headers and compressed bytes, from a Buffer too', (_, how) => {
    const file = zip(partsOf(binaries).map((part) => ({ ...part, ...how })));
    for (const bytes of [file, Buffer.from(file)]) {
      const spliced = spliceWorkbook(openWorkbook(bytes), write);
      for (const raw of rawEntries(file).filter((entry) => !entry.includes('sheet1.xml'))) {
        expect(Buffer.from(spliced).includes(raw)).toBe(true);
      }
      expect(changedParts(file, spliced)).toEqual(['xl/worksheets/sheet1.xml']);
      expect(same(bytes, file)).toBe(true);
      expect(openWorkbook(spliced).readGrid('数据').content(1, 3)).toBe(1);
      expect(openWorkbook(spliced).isSigned).toBe(true);
    }
  });

  test('entries with zip64 fields', () => {
    const file = zip(
      partsOf(binaries).map((part) => ({ ...part, zip64: true })),
      { zip64End: true },
    );
    const spliced = spliceWorkbook(openWorkbook(file), write);
    expect(openWorkbook(spliced).readGrid('数据').content(1, 3)).toBe(1);
    expect(same(spliceWorkbook(openWorkbook(spliced), write), spliced)).toBe(true);
  });

  test('splicing a file that was spliced, entry after entry in place', () => {
    const once = spliceWorkbook(open(), write);
    expect(same(spliceWorkbook(openWorkbook(once), write), once)).toBe(true);
    expect(Object.keys(unzipped(once))).toEqual(partsOf().map(({ name }) => name));
  });

  test('only a workbook that was opened here', () => {
    const fake = { ...open() };
    expect(() => spliceWorkbook(fake, {})).toThrow('spliceWorkbook takes a workbook that openWorkbook gave');
  });

  test('parts with names in other scripts', () => {
    const named = spliceWorkbook(
      open({
        'xl/workbook.xml': workbookXml(SHEETS),
        'xl/worksheets/表.xml': sheetXml(''),
        'xl/_rels/workbook.xml.rels': relationships(
          ['rId1', 'worksheet', 'worksheets/%E8%A1%A8.xml'],
          ['rId2', 'styles', 'styles.xml'],
        ),
      }),
      write,
    );
    expect(openWorkbook(named).readGrid('数据').content(1, 3)).toBe(1);
  });
});

describe('names', () => {
  const names = (inside: string, ...edits: readonly NameEdit[]): string =>
    partText(
      spliceWorkbook(open({ 'xl/workbook.xml': workbookXml(inside) }), { names: edits }),
      'xl/workbook.xml',
    );
  const ours = { name: '_subsidy.award', sheet: null, formula: "'数据'!$A$1:$A$9" };

  test('where there are none: in the place of the schema, hidden unless told otherwise', () => {
    expect(
      names(`${SHEETS}<functionGroups/><externalReferences/><calcPr calcId="1"/><pivotCaches/>`, ours),
    ).toBe(
      workbookXml(
        `${SHEETS}<functionGroups/><externalReferences/><definedNames><definedName name="_subsidy.award" hidden="1">'数据'!$A$1:$A$9</definedName></definedNames><calcPr calcId="1"/><pivotCaches/>`,
      ),
    );
    expect(names(SHEETS, { ...ours, hidden: false })).toBe(
      workbookXml(
        `${SHEETS}<definedNames><definedName name="_subsidy.award">'数据'!$A$1:$A$9</definedName></definedNames>`,
      ),
    );
  });

  const some =
    '<definedName  name="甲">1</definedName><definedName name="_SUBSIDY.award" hidden="1">2</definedName><definedName name="_subsidy.award" localSheetId="0">3</definedName>';

  test('added after those that are there, which stay as they are written', () => {
    expect(names(`${SHEETS}<definedNames>${some}</definedNames>`, { ...ours, name: '乙' })).toBe(
      workbookXml(
        `${SHEETS}<definedNames>${some}<definedName name="乙" hidden="1">'数据'!$A$1:$A$9</definedName></definedNames>`,
      ),
    );
  });

  test('replaced where name, without case, and sheet are the same', () => {
    expect(
      names(`${SHEETS}<definedNames>${some}</definedNames>`, ours, {
        ...ours,
        sheet: '数据',
        formula: '"a<b\r"',
      }),
    ).toBe(
      workbookXml(
        `${SHEETS}<definedNames><definedName  name="甲">1</definedName><definedName name="_subsidy.award" hidden="1">'数据'!$A$1:$A$9</definedName><definedName name="_subsidy.award" localSheetId="0" hidden="1">"a&lt;b_x000D_"</definedName></definedNames>`,
      ),
    );
  });

  test('removed; with the last one the list goes', () => {
    expect(
      names(
        `${SHEETS}<definedNames>${some}</definedNames>`,
        { ...ours, formula: null },
        { ...ours, sheet: '数据', formula: null },
        { ...ours, sheet: '没有', formula: null },
      ),
    ).toBe(workbookXml(`${SHEETS}<definedNames><definedName  name="甲">1</definedName></definedNames>`));
    expect(
      names(`${SHEETS}<definedNames><definedName name="甲">1</definedName></definedNames><calcPr/>`, {
        name: '甲',
        sheet: null,
        formula: null,
      }),
    ).toBe(workbookXml(`${SHEETS}<calcPr/>`));
    expect(names(`${SHEETS}<definedNames/>`, { name: '甲', sheet: null, formula: null }, ours)).toBe(
      workbookXml(
        `${SHEETS}<definedNames><definedName name="_subsidy.award" hidden="1">'数据'!$A$1:$A$9</definedName></definedNames>`,
      ),
    );
  });

  test('the same again changes nothing', () => {
    const once = spliceWorkbook(open(), { names: [ours] });
    expect(same(spliceWorkbook(openWorkbook(once), { names: [ours] }), once)).toBe(true);
    expect(openWorkbook(once).definedNames).toEqual([{ ...ours, hidden: true, comment: '' }]);
  });

  test('of a sheet that is put in the same go, by any case', () => {
    const file = spliceWorkbook(open(), {
      put: [{ name: 'Detail', replace: false, columns: [], rows: [] }],
      names: [{ ...ours, sheet: 'DETAIL' }],
    });
    expect(openWorkbook(file).definedNames[0]?.sheet).toBe('Detail');
  });

  test('that cannot be', () => {
    expect(failure(() => names(SHEETS, { ...ours, name: 'B2' })).code).toBe('bad-name');
    expect(failure(() => names(SHEETS, { ...ours, sheet: '没有' }))).toEqual({
      code: 'no-such-sheet',
      zh: '没有名为“没有”的工作表。现有：数据。',
      en: 'There is no sheet “没有”. There are: 数据.',
    });
  });

  test('in a workbook part with a prefix', () => {
    const prefixed = `<x:workbook xmlns:x="${MAIN}" xmlns:r="${OFFICE}"><x:sheets><x:sheet name="数据" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>`;
    expect(
      partText(spliceWorkbook(open({ 'xl/workbook.xml': prefixed }), { names: [ours] }), 'xl/workbook.xml'),
    ).toContain('</x:sheets><x:definedNames><x:definedName name="_subsidy.award" hidden="1">');
  });
});

describe('notes', () => {
  const note = (row: number, column: number, text: string | null): NoteEdit => ({ row, column, text });
  const noted = (workbook: Workbook, ...notes: readonly NoteEdit[]): Uint8Array =>
    spliceWorkbook(workbook, { edit: [{ sheet: '数据', columns: [], notes }] });

  test('where a sheet has none: a comments part, a drawing, and the link in its place', () => {
    const file = noted(
      open({
        'xl/worksheets/sheet1.xml': sheetXml('', { after: '<drawing r:id="rId1"/><tableParts count="0"/>' }),
      }),
      note(2, 3, '规则版本 <1>\n情景'),
    );
    expect(partText(file, 'xl/comments1.xml')).toBe(
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
        `<comments xmlns="${MAIN}"><authors><author>Subsidy rules</author></authors><commentList><comment ref="C2" authorId="0"><text><r><t xml:space="preserve">规则版本 &lt;1&gt;\n情景</t></r></text></comment></commentList></comments>`,
    );
    expect(partText(file, 'xl/worksheets/sheet1.xml')).toBe(
      sheetXml('', { after: '<drawing r:id="rId1"/><legacyDrawing r:id="rId2"/><tableParts count="0"/>' }),
    );
    expect(partText(file, 'xl/worksheets/_rels/sheet1.xml.rels')).toContain(
      `<Relationship Id="rId1" Type="${OFFICE}/comments" Target="../comments1.xml"/><Relationship Id="rId2" Type="${OFFICE}/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/>`,
    );
    expect(partText(file, '[Content_Types].xml')).toBe(
      contentTypes({
        '/xl/comments1.xml': 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml',
      }).replace(
        '<Override',
        '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Override',
      ),
    );
    expect(partText(file, 'xl/drawings/vmlDrawing1.vml')).toMatch(
      /<x:Row>1<\/x:Row><x:Column>2<\/x:Column><\/x:ClientData><\/v:shape><\/xml>$/,
    );
  });

  test('again changes nothing; another text changes the text alone', () => {
    const once = noted(open(), note(1, 1, 'a'));
    expect(same(noted(openWorkbook(once), note(1, 1, 'a')), once)).toBe(true);
    const other = noted(openWorkbook(once), note(1, 1, 'b'));
    expect(partText(other, 'xl/comments1.xml')).toContain('>b</t>');
    expect(partText(other, 'xl/drawings/vmlDrawing1.vml')).toBe(
      partText(once, 'xl/drawings/vmlDrawing1.vml'),
    );
  });

  test('added beside ours, removed from among ours', () => {
    const two = noted(openWorkbook(noted(open(), note(1, 1, 'a'))), note(5, 2, 'b'));
    expect(partText(two, 'xl/comments1.xml').match(/ref="[A-Z0-9]+" authorId="0"/g)).toEqual([
      'ref="A1" authorId="0"',
      'ref="B5" authorId="0"',
    ]);
    expect(partText(two, 'xl/drawings/vmlDrawing1.vml').match(/id="_x0000_s\d+"/g)).toEqual([
      'id="_x0000_s1025"',
      'id="_x0000_s1026"',
    ]);
    const one = noted(openWorkbook(two), note(1, 1, null), note(9, 9, null));
    expect(partText(one, 'xl/comments1.xml').match(/ref="[A-Z0-9]+"/g)).toEqual(['ref="B5"']);
    expect(partText(one, 'xl/drawings/vmlDrawing1.vml').match(/<x:Row>\d+</g)).toEqual(['<x:Row>4<']);
  });

  const people = (vml: string, comments: string, link = '<legacyDrawing r:id="rId7"/>'): Parts => ({
    'xl/worksheets/sheet1.xml': sheetXml('', { after: link }),
    'xl/worksheets/_rels/sheet1.xml.rels': relationships(
      ['rId7', 'vmlDrawing', '../drawings/v.vml'],
      ['rId8', 'comments', '../comments/c.xml'],
    ),
    'xl/drawings/v.vml': vml,
    'xl/comments/c.xml': comments,
  });
  const vml = (shapes: string): string =>
    `<xml xmlns:a="urn:schemas-microsoft-com:vml"><a:shapetype id="_x0000_t202"/>${shapes}</xml>\n`;
  const shape =
    '<a:shape id="_x0000_s4000" type="#_x0000_t202"><a:textbox><br></a:textbox><q:ClientData ObjectType="Note"><q:Row>0</q:Row><q:Column>0</q:Column></q:ClientData></a:shape>';
  const theirs = `<x:comments xmlns:x="${MAIN}"><x:authors><x:author>张三</x:author></x:authors><x:commentList><x:comment ref="A1" authorId="0"><x:text><x:t>口径</x:t></x:text></x:comment></x:commentList></x:comments>`;

  test("people's notes are neither changed nor removed", () => {
    const file = workbookFile(people(vml(shape), theirs));
    expect(same(noted(openWorkbook(file), note(1, 1, 'ours')), file)).toBe(true);
    expect(same(noted(openWorkbook(file), note(1, 1, null)), file)).toBe(true);
  });

  test("ours beside people's: an author added, numbers that are free, VML that is no XML left alone", () => {
    const file = noted(open(people(vml(shape), theirs)), note(2, 2, 'ours'));
    expect(partText(file, 'xl/comments/c.xml')).toBe(
      theirs
        .replace('</x:authors>', '<x:author>Subsidy rules</x:author></x:authors>')
        .replace(
          '</x:commentList>',
          '<x:comment ref="B2" authorId="1"><x:text><x:r><x:t xml:space="preserve">ours</x:t></x:r></x:text></x:comment></x:commentList>',
        ),
    );
    const drawing = partText(file, 'xl/drawings/v.vml');
    expect(drawing.startsWith(vml(shape).replace('</xml>\n', '<v:shape '))).toBe(true);
    expect(drawing.endsWith('</v:shape></xml>\n')).toBe(true);
    expect(drawing).toContain('id="_x0000_s4001"');
    expect(drawing.match(/shapetype/g)).toHaveLength(1);
    const back = noted(openWorkbook(file), note(2, 2, null));
    expect(partText(back, 'xl/drawings/v.vml')).toBe(vml(shape));
  });

  test('a drawing without the type of notes gets it', () => {
    expect(
      partText(noted(open(people('<xml></xml>', theirs)), note(2, 2, 'ours')), 'xl/drawings/v.vml'),
    ).toMatch(/^<xml><v:shapetype .*<\/v:shapetype><v:shape /);
  });

  test('comments without a drawing get one; removing adds none', () => {
    expect(
      partText(
        noted(open(people('<xml></xml>', theirs, '')), note(2, 2, 'ours')),
        'xl/worksheets/sheet1.xml',
      ),
    ).toContain('<legacyDrawing r:id="rId3"/>');
    const ours = theirs.replace('张三', 'Subsidy rules');
    expect(
      partText(noted(open(people('<xml></xml>', ours, '')), note(1, 1, null)), 'xl/worksheets/sheet1.xml'),
    ).toBe(sheetXml(''));
  });

  test('parts that are not what they should be', () => {
    expect(failure(() => noted(open(people('no xml', theirs)), note(2, 2, 'x')))).toMatchObject({
      code: 'damaged-part',
    });
    const odd = `<comments xmlns="${MAIN}"/>`;
    const file = workbookFile(people('<xml></xml>', odd));
    expect(same(noted(openWorkbook(file), note(2, 2, 'x')), file)).toBe(true);
    const astray = open({
      ...people('<xml></xml>', theirs),
      'xl/worksheets/sheet1.xml': sheetXml('', { after: '<legacyDrawing r:id="rId99"/>' }),
    });
    expect(partText(noted(astray, note(2, 2, 'x')), 'xl/drawings/v.vml')).toBe('<xml></xml>');
  });

  test('together with cells, before controls in alternative content', () => {
    const control =
      '<mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice Requires="x14"><controls/></mc:Choice></mc:AlternateContent>';
    const file = spliceWorkbook(
      open({ 'xl/worksheets/sheet1.xml': sheetXml('', { after: `<pageMargins/>${control}<extLst/>` }) }),
      { edit: [{ sheet: '数据', columns: [{ column: 1, width: 9 }], notes: [note(1, 1, 'a')] }] },
    );
    expect(partText(file, 'xl/worksheets/sheet1.xml')).toBe(
      sheetXml('', {
        before: '<cols><col min="1" max="1" width="9" customWidth="1"/></cols>',
        after: `<pageMargins/><legacyDrawing r:id="rId2"/>${control}<extLst/>`,
      }),
    );
  });
});

describe('the package', () => {
  test('relationships and content types with prefixes, and relationships that are not there yet', () => {
    const file = spliceWorkbook(
      open({
        '[Content_Types].xml': `<c:Types xmlns:c="http://schemas.openxmlformats.org/package/2006/content-types"><c:Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></c:Types>`,
        'xl/_rels/workbook.xml.rels': `<p:Relationships xmlns:p="http://schemas.openxmlformats.org/package/2006/relationships"><p:Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></p:Relationships>`,
      }),
      {
        put: [{ name: '新', replace: false, columns: [], rows: [] }],
        edit: [{ sheet: '数据', columns: [], notes: [{ row: 1, column: 1, text: 'a' }] }],
      },
    );
    expect(partText(file, '[Content_Types].xml')).toMatch(
      /<c:Default Extension="vml" ContentType="[^"]*"\/><c:Override PartName="\/xl\/comments1.xml" .*<\/c:Types>$/,
    );
    expect(partText(file, 'xl/_rels/workbook.xml.rels')).toContain('<p:Relationship Id="rId2" ');
    expect(openWorkbook(file).sheets).toHaveLength(2);
  });

  test('several sheets edited at once', () => {
    const file = spliceWorkbook(open(), {
      put: [{ name: '新', replace: false, columns: [], rows: [['x']] }],
    });
    const edited = spliceWorkbook(openWorkbook(file), {
      edit: [
        { sheet: '新', columns: [{ column: 2, runs: [{ firstRow: 1, values: ['y'], style: 'money' }] }] },
        { sheet: '数据', columns: [{ column: 1, runs: [{ firstRow: 1, values: ['z'], style: 'money' }] }] },
      ],
    });
    expect([
      openWorkbook(edited).readGrid('新').content(1, 2),
      openWorkbook(edited).readGrid('数据').content(1, 1),
    ]).toEqual(['y', 'z']);
    expect(
      failure(() =>
        spliceWorkbook(openWorkbook(file), {
          edit: [
            { sheet: '新', columns: [] },
            { sheet: '新', columns: [] },
          ],
        }),
      ).code,
    ).toBe('sheet-twice');
  });
});
