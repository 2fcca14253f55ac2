import { spillArea } from '../../../src/workbench/host';
import { contentTypes, MAIN, OFFICE, sheetXml, STYLES, workbookFile } from '../../xlsx/workbooks';
import { filedFormula, shownFormula } from '../../../src/workbench/file/read/function-names';
import { followed } from '../../../src/workbench/file/save/follow-shifts';
import { opened, partText, saved } from './files';

test('shared formulas are read as each cell has it', () => {
  const rows =
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*2</f><v>2</v></c></row>' +
    '<row r="2"><c r="A2"><v>2</v></c><c r="B2"><f t="shared" si="0"/><v>4</v></c></row>';
  const [sheet] = opened(workbookFile({ 'xl/worksheets/sheet1.xml': sheetXml(rows) })).workbook.sheets;
  expect(sheet?.formula(2, 2)?.text).toBe('=A2*2');
  expect(sheet?.content(2, 2)).toBe(4);
});

test('an array formula spills over its range, and is written as one', () => {
  const rows =
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="array" ref="B1:B2">A1:A2</f><v>1</v></c></row>' +
    '<row r="2"><c r="A2"><v>2</v></c><c r="B2"><v>2</v></c></row>';
  const file = opened(workbookFile({ 'xl/worksheets/sheet1.xml': sheetXml(rows) }));
  const sheet = file.workbook.activeSheet;
  expect([...sheet.spilling].map(spillArea)).toEqual([{ top: 1, left: 2, bottom: 2, right: 2 }]);
  file.host.user.type('A2', 7);
  expect(sheet.content(2, 2)).toBe(7);
  expect(partText(saved(file), 'xl/worksheets/sheet1.xml')).toContain('<f t="array" ref="B1:B2">A1:A2</f>');
});

test('functions of the add-in have the name in a file that Excel gives them', () => {
  expect(filedFormula('SUM(POLICY.SUBSIDY_RENT_RELIEF(A1),"POLICY.X(")', 'POLICY')).toBe(
    'SUM(_xldudf_POLICY_SUBSIDY_RENT_RELIEF(A1),"POLICY.X(")',
  );
  expect(shownFormula('SUM(_xldudf_POLICY_SUBSIDY_RENT_RELIEF(A1))')).toBe(
    'SUM(POLICY.SUBSIDY_RENT_RELIEF(A1))',
  );
});

test('looks come from fonts, fills, borders, theme colours with a tint, and alignment', () => {
  const styles =
    `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="170" formatCode="0.000"/></numFmts>` +
    '<fonts count="2"><font><sz val="11"/><name val="等线"/></font><font><b/><i/><u/><color theme="4"/><sz val="14"/><name val="黑体"/></font></fonts>' +
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
    '<fill><patternFill patternType="solid"><fgColor theme="0" tint="-0.5"/></patternFill></fill></fills>' +
    '<borders count="2"><border/><border><left/><right/><top style="medium"><color rgb="FFFF0000"/></top><bottom/></border></borders>' +
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>' +
    '<xf numFmtId="170" fontId="1" fillId="2" borderId="1"><alignment horizontal="center" vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>';
  const file = opened(
    workbookFile({
      'xl/styles.xml': styles,
      'xl/worksheets/sheet1.xml': sheetXml('<row r="1"><c r="A1" s="1"><v>1</v></c></row>'),
    }),
  );
  expect(file.workbook.sheets[0]?.style(1, 1)).toMatchObject({
    numberFormat: '0.000',
    bold: true,
    italic: true,
    underline: 'Single',
    fontColor: '#4472C4',
    fontName: '黑体',
    fontSize: 14,
    fill: '#808080',
    horizontalAlignment: 'Center',
    verticalAlignment: 'Top',
    wrapText: true,
    borders: { EdgeTop: { style: 'Continuous', weight: 'Medium', color: '#FF0000' } },
  });
});

test('frozen panes, widths, hidden columns, the filter with its rows, and the tab colour are read', () => {
  const before =
    '<sheetPr><tabColor rgb="FF00B050"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane xSplit="2" ySplit="1" state="frozen"/></sheetView></sheetViews>' +
    '<cols><col min="2" max="3" width="20" customWidth="1"/><col min="5" max="5" width="9" hidden="1"/></cols>';
  const rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row>';
  const after =
    '<autoFilter ref="A1:A2"><filterColumn colId="0"><filters><filter val="9"/></filters></filterColumn></autoFilter>';
  const bytes = workbookFile({ 'xl/worksheets/sheet1.xml': sheetXml(rows, { before, after }) });
  const sheet = opened(bytes).workbook.activeSheet;
  expect(sheet.frozen).toEqual({ rows: 1, columns: 2 });
  expect(sheet.tabColor).toBe('#00B050');
  expect([...sheet.columnWidths.keys()]).toEqual([2, 3, 5]);
  expect([...sheet.hiddenColumns]).toEqual([5]);
  expect(sheet.filters.flatMap(({ hiddenRows }) => [...hiddenRows])).toEqual([2]);
  expect(sheet.hiddenRows.size).toBe(0);
  expect(sheet.filter?.criterion(0)).toEqual({ filterOn: 'Values', values: ['9'] });
});

test('conditional formats and validations follow rows that are inserted above them', () => {
  const shift = { kind: 'insert', axis: 'rows', at: 3, count: 2, from: 1, to: 16_384 } as const;
  expect(
    followed(
      '<conditionalFormatting sqref="A1:A9 C5"><cfRule type="expression"><formula>$A5&gt;1</formula></cfRule></conditionalFormatting>',
      'Sheet1',
      [shift],
    ),
  ).toBe(
    '<conditionalFormatting sqref="A1:A11 C7"><cfRule type="expression"><formula>$A7&gt;1</formula></cfRule></conditionalFormatting>',
  );
});

test('settings and custom XML of the add-in are found again', () => {
  const file = opened(workbookFile());
  file.workbook.settings.set('policy', '{"version":1}');
  file.workbook.settings.set('list', [1, 'zwei', null]);
  const id = '{12345678-0000-4000-8000-000000000000}';
  file.workbook.xmlParts.set(id, { id, xml: '<state xmlns="urn:test">补贴</state>' });
  const again = opened(saved(file));
  expect(Object.fromEntries(again.workbook.settings)).toEqual({
    policy: '{"version":1}',
    list: [1, 'zwei', null],
  });
  expect([...again.workbook.xmlParts.values()]).toEqual([
    { id, xml: '<state xmlns="urn:test">补贴</state>' },
  ]);
  again.workbook.xmlParts.clear();
  expect(opened(saved(again)).workbook.xmlParts.size).toBe(0);
});

test('comments of the add-in are saved as notes, with their author', () => {
  const file = opened(workbookFile());
  file.workbook.comments.push({
    kind: 'comment',
    id: '1',
    sheet: file.workbook.activeSheet,
    cell: { top: 2, left: 3, bottom: 2, right: 3 },
    content: '规则版本：1',
    resolved: false,
    author: '统计员',
  });
  const again = opened(saved(file)).workbook.comments;
  expect(
    again.map(({ kind, cell, content, author }) => [kind, cell.top, cell.left, content, author]),
  ).toEqual([['note', 2, 3, '规则版本：1', '统计员']]);
});

test('a tab without cells stays where it is, and is said not to be shown', () => {
  const bytes = workbookFile({
    '[Content_Types].xml': contentTypes({
      '/xl/chartsheets/sheet1.xml':
        'application/vnd.openxmlformats-officedocument.spreadsheetml.chartsheet+xml',
    }),
    'xl/chartsheets/sheet1.xml': `<chartsheet xmlns="${MAIN}"/>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="数据" sheetId="1" r:id="rId1"/><sheet name="图" sheetId="2" r:id="rId9"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId9" Type="${OFFICE}/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>`,
    'xl/styles.xml': STYLES,
  });
  const file = opened(bytes);
  expect(file.otherTabs).toEqual(['图']);
  file.host.user.addSheet('新表');
  expect(partText(saved(file), 'xl/workbook.xml')).toMatch(/name="数据".*name="图".*name="新表"/);
});
