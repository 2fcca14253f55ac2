"""Workbooks put together by hand, with what Excel, WPS, the Open XML SDK and Apache POI write and no program
at hand here does. They were not written by those programs; their markup follows files that were."""
import datetime
import struct
import zipfile
import zlib
from xml.sax.saxutils import escape

from common import ALL, Table, letter

MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
SML = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
STRICT = {
    MAIN: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
    OFFICE: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
}
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'


def serial(day):
    return (day - datetime.date(1899, 12, 30)).days


class Strings:
    def __init__(self):
        self.items, self.count = [], 0

    def __call__(self, xml):
        self.count += 1
        if xml not in self.items:
            self.items.append(xml)
        return self.items.index(xml)

    def part(self, extra=''):
        return f'{HEAD}<sst xmlns="{MAIN}" count="{self.count}" uniqueCount="{len(self.items)}">' + ''.join(f'<si>{i}</si>' for i in self.items) + f'{extra}</sst>'


def text(value):
    space = ' xml:space="preserve"' if value != value.strip() or '\n' in value else ''
    return f'<t{space}>{escape(value)}</t>'


def rows(table, cell, attributes=lambda row: '', after=lambda row: ''):
    """`cell(row, column, name, value)` gives the XML of a cell."""
    lines = [(table.top, table.header_texts(), True), *[(row, values, False) for row, values in table.records()]]
    out = []
    for row, values, header in lines:
        cells = ''.join(cell(row, table.left + at, None if header else table.columns[at], value) for at, value in enumerate(values))
        out.append(f'<row r="{row}"{attributes(row)}>{cells}{after(row)}</row>')
    return ''.join(out)


def shared_cell(strings, date_style=1, style=''):
    def cell(row, column, name, value):
        ref = f'{letter(column)}{row}'
        if value is None:
            return f'<c r="{ref}"{style}/>' if style else ''
        if isinstance(value, str):
            return f'<c r="{ref}"{style} t="s"><v>{strings(text(value))}</v></c>'
        if isinstance(value, datetime.date):
            return f'<c r="{ref}" s="{date_style}"><v>{serial(value)}</v></c>'
        return f'<c r="{ref}"{style}><v>{value}</v></c>'

    return cell


def relationships(*items):
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">' + ''.join(
        f'<Relationship Id="{i}" Type="{t if "/" in t else OFFICE + "/" + t}" Target="{target}"{mode}/>'
        for i, t, target, *rest in items for mode in [' TargetMode="External"' if rest else '']) + '</Relationships>'


def types(defaults, overrides):
    return f'{HEAD}<Types xmlns="{PACKAGE}/content-types">' + ''.join(f'<Default Extension="{e}" ContentType="{t}"/>' for e, t in defaults.items()) + ''.join(
        f'<Override PartName="{p}" ContentType="{t}"/>' for p, t in overrides.items()) + '</Types>'


DEFAULTS = {'rels': 'application/vnd.openxmlformats-package.relationships+xml', 'xml': 'application/xml'}
STYLES = (
    f'{HEAD}<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy/m/d;@"/></numFmts>'
    '<fonts count="2"><font><sz val="11"/><name val="宋体"/><charset val="134"/></font><font><b/><sz val="11"/><name val="宋体"/><charset val="134"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="176" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


def book(sheets, inside='', after='', root=''):
    return f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"{root}>{inside}<sheets>' + ''.join(
        f'<sheet name="{name}" sheetId="{i}" r:id="rId{i}"{more}/>' for i, (name, more) in enumerate(sheets, 1)) + f'</sheets>{after}</workbook>'


def save(path, parts, stored=()):
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            file.writestr(info, content)


def simple(table, strings, data, **more):
    """The parts of a plain workbook with one sheet."""
    parts = {
        '[Content_Types].xml': types(DEFAULTS, {
            '/xl/workbook.xml': f'{SML}.sheet.main+xml', '/xl/worksheets/sheet1.xml': f'{SML}.worksheet+xml',
            '/xl/styles.xml': f'{SML}.styles+xml', '/xl/sharedStrings.xml': f'{SML}.sharedStrings+xml'}),
        '_rels/.rels': relationships(('rId1', 'officeDocument', 'xl/workbook.xml')),
        'xl/workbook.xml': book([(table.sheet, '')]),
        'xl/_rels/workbook.xml.rels': relationships(
            ('rId1', 'worksheet', 'worksheets/sheet1.xml'), ('rId2', 'styles', 'styles.xml'), ('rId3', 'sharedStrings', 'sharedStrings.xml')),
        'xl/worksheets/sheet1.xml': f'{HEAD}<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheetData>{data}</sheetData></worksheet>',
        'xl/styles.xml': STYLES,
        'xl/sharedStrings.xml': strings.part(),
    }
    parts.update(more)
    return parts


# ---------------------------------------------------------------- in the manner of Excel


def excel(path, folder):
    table = Table('企业数据', range(0, 10), top=3, left=2)
    strings = Strings()
    plain = shared_cell(strings)
    prior, helper = table.number_of('prior'), table.right + 3
    first, last = table.rows[0], table.rows[-1]

    def cell(row, column, name, value):
        ref = f'{letter(column)}{row}'
        if row == 3 and column == table.number_of('name'):
            # Rich text with phonetic runs; neither the phonetic text nor the runs are part of the value twice.
            index = strings('<r><rPr><b/><sz val="11"/></rPr><t>企业</t></r><r><rPr><sz val="11"/></rPr><t>名称</t></r>'
                            '<rPh sb="0" eb="2"><t>qiye</t></rPh><rPh sb="2" eb="4"><t>mingcheng</t></rPh><phoneticPr fontId="1" type="noConversion"/>')
            return f'<c r="{ref}" s="2" t="s"><v>{index}</v></c>'
        if row == 3 and column == table.number_of('relief'):
            index = strings('<t xml:space="preserve">减免租金总额_x000D_\n(万元)</t>')
            return f'<c r="{ref}" s="2" t="s"><v>{index}</v></c>'
        if name == 'prior':
            formula = f'<f t="shared" ref="{letter(prior)}{first}:{letter(prior)}{last}" si="0">{letter(helper)}{first}*2</f>' if row == first else '<f t="shared" si="0"/>'
            return f'<c r="{ref}">{formula}<v>{value}</v></c>'
        return plain(row, column, name, value)

    def extra(row):
        if row == 3:
            return ''
        value = table.value(table.indexes[row - first], 'prior')
        return f'<c r="{letter(helper)}{row}"><v>{value / 2}</v></c>'

    title = f'<row r="1" spans="2:14" ht="22.5" customHeight="1" x14ac:dyDescent="0.25"><c r="B1" s="2" t="s"><v>{strings(text("2020年企业数据"))}</v></c></row>'
    data = title + rows(table, cell, lambda row: ' spans="2:17" x14ac:dyDescent="0.25"', extra)
    sheet = (
        f'{HEAD}<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac xr" '
        'xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" xr:uid="{00000000-0001-0000-0000-000000000000}">'
        '<sheetPr codeName="Sheet1" filterMode="1"><tabColor theme="4"/><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<dimension ref="B1:{letter(helper)}{last}"/>'
        '<sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane xSplit="3" ySplit="3" topLeftCell="D4" activePane="bottomRight" state="frozen"/>'
        '<selection pane="topRight" activeCell="D1" sqref="D1"/><selection pane="bottomLeft" activeCell="A4" sqref="A4"/><selection pane="bottomRight" activeCell="F6" sqref="F6:F7"/></sheetView></sheetViews>'
        '<sheetFormatPr defaultRowHeight="13.5" x14ac:dyDescent="0.25"/><cols><col min="1" max="1" width="2.625" customWidth="1"/><col min="3" max="3" width="28.125" bestFit="1" customWidth="1"/>'
        '<col min="6" max="6" width="0" hidden="1" customWidth="1"/><col min="15" max="16384" width="9" style="0"/></cols>'
        f'<sheetData>{data}</sheetData>'
        f'<sheetProtection algorithmName="SHA-512" hashValue="AAAA" saltValue="AAAA" spinCount="100000" objects="1" scenarios="1" autoFilter="0"/><autoFilter ref="B3:N{last}"><filterColumn colId="3"><filters><filter val="马街街道"/></filters></filterColumn></autoFilter>'
        '<mergeCells count="1"><mergeCell ref="B1:N1"/></mergeCells><phoneticPr fontId="1" type="noConversion"/>'
        f'<conditionalFormatting sqref="G4:G{last}"><cfRule type="top10" dxfId="0" priority="1" rank="3"/></conditionalFormatting>'
        f'<dataValidations count="1"><dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="I4:I{last}"><formula1>"是,否"</formula1></dataValidation></dataValidations>'
        '<hyperlinks><hyperlink ref="C4" r:id="rId1" xr:uid="{00000000-0004-0000-0000-000000000000}"/></hyperlinks><printOptions horizontalCentered="1"/>'
        '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" r:id="rId2"/>'
        '<headerFooter><oddFooter>&amp;C第 &amp;P 页</oddFooter></headerFooter><legacyDrawing r:id="rId3"/>'
        '<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormattings/></ext></extLst></worksheet>'
    )
    new = ' l="1"'
    calc = ''.join(f'<c r="{letter(prior)}{row}" i="1"{new if row == first else ""}/>' for row in table.rows)
    comments = (
        f'{HEAD}<comments xmlns="{MAIN}"><authors><author>tc={{1}}</author><author>审核员</author></authors><commentList>'
        '<comment ref="C4" authorId="1" shapeId="0"><text><r><rPr><b/><sz val="9"/></rPr><t>审核员:</t></r><r><t xml:space="preserve">\n名称以执照为准</t></r></text></comment></commentList></comments>'
    )
    vml = (
        '<xml xmlns:v="urn:schemas-microsoft-com:vml"\r\n xmlns:o="urn:schemas-microsoft-com:office:office"\r\n xmlns:x="urn:schemas-microsoft-com:office:excel">\r\n'
        ' <o:shapelayout v:ext="edit">\r\n  <o:idmap v:ext="edit" data="1"/>\r\n </o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202"\r\n  path="m,l,21600r21600,l21600,xe">\r\n'
        '  <v:stroke joinstyle="miter"/>\r\n  <v:path gradientshapeok="t" o:connecttype="rect"/>\r\n </v:shapetype><v:shape id="_x0000_s1025" type="#_x0000_t202" style=\'position:absolute;\r\n'
        '  margin-left:203.25pt;margin-top:1.5pt;width:108pt;height:59.25pt;z-index:1;\r\n  visibility:hidden\' fillcolor="#ffffe1" o:insetmode="auto">\r\n  <v:fill color2="#ffffe1"/>\r\n'
        '  <x:ClientData ObjectType="Note">\r\n   <x:MoveWithCells/>\r\n   <x:SizeWithCells/>\r\n   <x:Anchor>\r\n    3, 15, 2, 2, 5, 15, 6, 1</x:Anchor>\r\n   <x:AutoFill>False</x:AutoFill>\r\n   <x:Row>3</x:Row>\r\n   <x:Column>2</x:Column>\r\n  </x:ClientData>\r\n </v:shape></xml>'
    )
    parts = simple(table, strings, '')
    parts.update({
        '[Content_Types].xml': types({'bin': f'{SML}.printerSettings', 'vml': 'application/vnd.openxmlformats-officedocument.vmlDrawing', **DEFAULTS}, {
            '/xl/workbook.xml': f'{SML}.sheet.main+xml', '/xl/worksheets/sheet1.xml': f'{SML}.worksheet+xml', '/xl/worksheets/sheet2.xml': f'{SML}.worksheet+xml',
            '/xl/theme/theme1.xml': 'application/vnd.openxmlformats-officedocument.theme+xml', '/xl/styles.xml': f'{SML}.styles+xml',
            '/xl/sharedStrings.xml': f'{SML}.sharedStrings+xml', '/xl/comments1.xml': f'{SML}.comments+xml', '/xl/calcChain.xml': f'{SML}.calcChain+xml',
            '/customXml/itemProps1.xml': 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
            '/docProps/core.xml': 'application/vnd.openxmlformats-package.core-properties+xml', '/docProps/app.xml': 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
            '/docProps/custom.xml': 'application/vnd.openxmlformats-officedocument.custom-properties+xml'}),
        '_rels/.rels': relationships(('rId1', 'officeDocument', 'xl/workbook.xml'), ('rId2', f'{PACKAGE}/relationships/metadata/core-properties', 'docProps/core.xml'),
                                     ('rId3', 'extended-properties', 'docProps/app.xml'), ('rId4', 'custom-properties', 'docProps/custom.xml')),
        'xl/workbook.xml': book(
            [(table.sheet, ''), ('参数', ' state="veryHidden"')],
            '<fileVersion appName="xl" lastEdited="7" lowestEdited="7" rupBuild="22730"/><workbookPr codeName="ThisWorkbook" defaultThemeVersion="166925"/>'
            '<mc:AlternateContent><mc:Choice Requires="x15"><x15ac:absPath url="C:\\数据\\" xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac"/></mc:Choice></mc:AlternateContent>'
            '<workbookProtection lockStructure="1"/><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="12255" tabRatio="600"/></bookViews>',
            f'<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">企业数据!$B$3:$N${last}</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">企业数据!$B$1:$N${last}</definedName>'
            '<definedName name="_xlnm.Print_Titles" localSheetId="0">企业数据!$1:$3</definedName><definedName name="补助比例" comment="可调">参数!$B$1</definedName></definedNames><calcPr calcId="191029"/>'
            '<extLst><ext uri="{140A7094-0E35-4892-8432-C4D2E57EDEB5}" xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main"><x15:workbookPr chartTrackingRefBase="1"/></ext></extLst>',
            ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x15" xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main"'),
        'xl/_rels/workbook.xml.rels': relationships(
            ('rId1', 'worksheet', 'worksheets/sheet1.xml'), ('rId2', 'worksheet', 'worksheets/sheet2.xml'), ('rId3', 'theme', 'theme/theme1.xml'), ('rId4', 'styles', 'styles.xml'),
            ('rId5', 'sharedStrings', 'sharedStrings.xml'), ('rId6', 'calcChain', 'calcChain.xml'), ('rId7', 'customXml', '../customXml/item1.xml')),
        'xl/worksheets/sheet1.xml': sheet,
        'xl/worksheets/sheet2.xml': f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1" t="s"><v>{strings(text("比例"))}</v></c><c r="B1"><v>0.2</v></c></row></sheetData></worksheet>',
        'xl/worksheets/_rels/sheet1.xml.rels': relationships(
            ('rId1', 'hyperlink', 'https://example.org/?a=1&amp;b=2', True), ('rId2', 'printerSettings', '../printerSettings/printerSettings1.bin'),
            ('rId3', 'vmlDrawing', '../drawings/vmlDrawing1.vml'), ('rId4', 'comments', '../comments1.xml')),
        'xl/printerSettings/printerSettings1.bin': bytes(range(200)),
        'xl/drawings/vmlDrawing1.vml': vml,
        'xl/comments1.xml': comments,
        'xl/calcChain.xml': f'{HEAD}<calcChain xmlns="{MAIN}">{calc}</calcChain>',
        'xl/styles.xml': STYLES.replace('</cellStyles>', '</cellStyles><dxfs count="1"><dxf><font><color rgb="FF9C0006"/></font></dxf></dxfs>'),
        'xl/sharedStrings.xml': strings.part(),
        'xl/theme/theme1.xml': f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office 主题​​"><a:themeElements/></a:theme>',
        'customXml/item1.xml': '<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography" SelectedStyle=""/>',
        'customXml/itemProps1.xml': f'{HEAD}<ds:datastoreItem ds:itemID="{{00000000-0000-0000-0000-000000000000}}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>',
        'customXml/_rels/item1.xml.rels': relationships(('rId1', 'customXmlProps', 'itemProps1.xml')),
        'docProps/core.xml': f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>统计局</dc:creator></cp:coreProperties>',
        'docProps/app.xml': f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><Application>Microsoft Excel</Application><TitlesOfParts><vt:vector size="2" baseType="lpstr"><vt:lpstr>企业数据</vt:lpstr><vt:lpstr>参数</vt:lpstr></vt:vector></TitlesOfParts></Properties>',
        'docProps/custom.xml': f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
    })
    save(path, parts)
    return [table], 'phonetic runs, shared formulas with a calculation chain, filter with a criterion, custom XML, printer settings, theme, a comment with a legacy drawing, extension lists, protection, escapes (_x000D_), absolute path in an AlternateContent'


def strict(path, folder):
    table = Table('Strict', range(4, 14), top=2)
    strings = Strings()
    plain = shared_cell(strings)

    def cell(row, column, name, value):
        # ISO dates, as Strict files may have them.
        if isinstance(value, datetime.date) and row % 2 == 0:
            return f'<c r="{letter(column)}{row}" s="1" t="d"><v>{value.isoformat()}T00:00:00</v></c>'
        return plain(row, column, name, value)

    data = f'<row r="1"><c r="A1" t="s"><v>{strings(text("严格格式"))}</v></c></row>' + rows(table, cell)
    parts = simple(table, strings, data)
    for name, content in parts.items():
        for transitional, pure in STRICT.items():
            content = content.replace(transitional, pure)
        if name == 'xl/workbook.xml':
            content = content.replace('<workbook ', '<workbook conformance="strict" ')
        parts[name] = content
    save(path, parts)
    return [table], 'Strict namespaces and relationship types, ISO dates (t="d")'


def open_xml_sdk(path, folder):
    table = Table('SDK', range(0, 8), columns=[c for c in ALL if c != 'serial'])
    strings = Strings()
    prefixed = lambda xml: xml.replace('</', '\0').replace('<', '<x:').replace('\0', '</x:').replace('<x:?', '<?').replace(f'xmlns="{MAIN}"', f'xmlns:x="{MAIN}"')
    inline = lambda row, column, name, value: (
        '' if value is None
        else f'<c r="{letter(column)}{row}" t="inlineStr"><is>{text(value)}</is></c>' if isinstance(value, str)
        else f'<c r="{letter(column)}{row}" s="1"><v>{serial(value)}</v></c>' if isinstance(value, datetime.date)
        else f'<c r="{letter(column)}{row}" t="n"><v>{value}</v></c>')
    parts = simple(table, strings, rows(table, inline))
    del parts['xl/sharedStrings.xml']
    parts['xl/_rels/workbook.xml.rels'] = relationships(('R4f1', 'worksheet', '/xl/worksheets/sheet1.xml'), ('R4f2', 'styles', '/xl/styles.xml'))
    parts['xl/workbook.xml'] = parts['xl/workbook.xml'].replace('rId1', 'R4f1')
    parts['[Content_Types].xml'] = parts['[Content_Types].xml'].replace(f'<Override PartName="/xl/sharedStrings.xml" ContentType="{SML}.sharedStrings+xml"/>', '')
    for name in ('xl/workbook.xml', 'xl/worksheets/sheet1.xml', 'xl/styles.xml'):
        parts[name] = prefixed(parts[name])
    save(path, parts)
    return [table], 'every element with the prefix x:, inline strings, absolute targets, as the Open XML SDK writes'


def gaps(path, folder):
    table = Table('缺口', range(2, 12), top=3, rows=[4, 5, 7, 8, 9, 12, 13, 14, 15, 16])
    strings = Strings()
    plain = shared_cell(strings)
    out = []
    previous = 0
    for row, values, header in [(3, table.header_texts(), True), *[(r, v, False) for r, v in table.records()]]:
        for empty in range(previous + 1, row):
            out.append('<row/>' if empty % 2 else f'<row r="{empty}" spans="1:13"/>')
        # Without references: the place of a cell is the one after the cell before it.
        cells = ''
        for at, value in enumerate(values):
            xml = plain(row, at + 1, None, value) or '<c/>'
            cells += xml.replace(f' r="{letter(at + 1)}{row}"', '', 1)
        out.append(f'<row>{cells}</row>')
        previous = row
    out.append('<row r="40"><c r="A40" s="1"/><c r="XFD40"/></row><row r="1048576" hidden="1"/>')
    save(path, simple(table, strings, ''.join(out)))
    return [table], 'rows and cells without references, self-closing rows, blank rows within the data, styled empty cells at the far edge'


def wps(path, folder):
    table = Table('Sheet1', range(3, 13))
    strings = Strings()
    data = rows(table, shared_cell(strings, style=' s="0"'), lambda row: ' spans="1:13"')
    parts = simple(table, strings, data)
    parts['xl/worksheets/sheet1.xml'] = (
        f'{HEAD}<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}" xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"><sheetPr/>'
        '<dimension ref="A1:M11"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetFormatPr defaultColWidth="9" defaultRowHeight="13.5"/>'
        f'<sheetData>{data}</sheetData><pageMargins left="0.75" right="0.75" top="1" bottom="1" header="0.5" footer="0.5"/><headerFooter/></worksheet>')
    parts['docProps/custom.xml'] = (
        f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="KSOProductBuildVer"><vt:lpwstr>2052-12.1.0.15712</vt:lpwstr></property></Properties>')
    parts['[Content_Types].xml'] = parts['[Content_Types].xml'].replace('</Types>', '<Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/></Types>')
    parts['_rels/.rels'] = relationships(('rId1', 'officeDocument', 'xl/workbook.xml'), ('rId4', 'custom-properties', 'docProps/custom.xml'))
    save(path, parts)
    return [table], 'namespaces and properties as WPS writes them, every cell styled'


def utf16(path, folder):
    table = Table('双字节', range(5, 12))
    strings = Strings()
    parts = simple(table, strings, rows(table, shared_cell(strings)))
    for name in ('xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml', 'xl/workbook.xml'):
        parts[name] = '\ufeff'.encode('utf-16-le') + parts[name].replace('UTF-8', 'UTF-16').encode('utf-16-le')
    parts['xl/styles.xml'] = b'\xef\xbb\xbf' + parts['xl/styles.xml'].encode()
    save(path, parts)
    return [table], 'parts in UTF-16 with a byte order mark, styles in UTF-8 with one'


def poi(path, folder):
    table = Table('导出数据', range(6, 15))
    strings = Strings()
    typed = lambda row, column, name, value: (
        '' if value is None
        else f'<c r="{letter(column)}{row}" t="s"><v>{strings(text(value))}</v></c>' if isinstance(value, str)
        else f'<c r="{letter(column)}{row}" s="1" t="n"><v>{float(serial(value))}</v></c>' if isinstance(value, datetime.date)
        else f'<c r="{letter(column)}{row}" t="n"><v>{float(value)!r}</v></c>')
    parts = simple(table, strings, rows(table, typed))
    parts['xl/worksheets/sheet1.xml'] = parts['xl/worksheets/sheet1.xml'].replace(HEAD, '<?xml version="1.0" encoding="UTF-8"?>\n').replace('<sheetData>', '<dimension ref="A1"/><sheetViews><sheetView workbookViewId="0" tabSelected="true"/></sheetViews><sheetFormatPr defaultRowHeight="15.0"/><sheetData>')
    parts['xl/workbook.xml'] = parts['xl/workbook.xml'].replace('<sheets>', '<workbookPr date1904="false"/><bookViews><workbookView activeTab="0"/></bookViews><sheets>')
    save(path, parts)
    return [table], 'as Apache POI writes: 100000.0, t="n" on every number, dimension A1'


def signed(path, folder):
    table = Table('签名', range(0, 5))
    strings = Strings()
    parts = simple(table, strings, rows(table, shared_cell(strings)))
    parts['_rels/.rels'] = relationships(('rId1', 'officeDocument', 'xl/workbook.xml'), ('rId2', f'{PACKAGE}/relationships/digital-signature/origin', '_xmlsignatures/origin.sigs'))
    parts['_xmlsignatures/origin.sigs'] = b''
    parts['_xmlsignatures/sig1.xml'] = '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo/></Signature>'
    parts['_xmlsignatures/_rels/origin.sigs.rels'] = relationships(('rId1', f'{PACKAGE}/relationships/digital-signature/signature', 'sig1.xml'))
    parts['[Content_Types].xml'] = parts['[Content_Types].xml'].replace('<Override', '<Default Extension="sigs" ContentType="application/vnd.openxmlformats-package.digital-signature-origin"/><Override', 1).replace(
        '</Types>', '<Override PartName="/_xmlsignatures/sig1.xml" ContentType="application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml"/></Types>')
    save(path, parts)
    return [table], 'a digital signature (not a valid one)'


def odd_zip(path, folder):
    """Entries stored and deflated, with data descriptors, zip64 extra fields, folder entries, backslashes, a comment."""
    table = Table('压缩', range(9, 16), left=2)
    strings = Strings()
    parts = simple(table, strings, rows(table, shared_cell(strings)))
    out, directory, count = b'', b'', 0
    for i, (name, content) in enumerate([('xl/', ''), ('xl/worksheets/', ''), *parts.items()]):
        raw = content.encode()
        stored = i % 2 == 0 or raw == b''
        squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
        packed = raw if stored else squeeze.compress(raw) + squeeze.flush()
        written = (name.replace('/', '\\') if i % 3 == 0 and raw else name).encode()
        crc, method = zlib.crc32(raw), 0 if stored else 8
        later = not stored
        flags = 0x800 | (8 if later else 0)
        offset = len(out)
        sizes = (0, 0, 0) if later else (crc, len(packed), len(raw))
        out += struct.pack('<IHHHHHIIIHH', 0x04034B50, 20, flags, method, 0, 33, *sizes, len(written), 4) + written + b'\xfe\xca\0\0' + packed
        if later:
            out += struct.pack('<IIII', 0x08074B50, crc, len(packed), len(raw))
        wide = i % 4 == 1
        extra = struct.pack('<HHQQQ', 1, 24, len(raw), len(packed), offset) if wide else b''
        big = 0xFFFFFFFF
        directory += struct.pack('<IHHHHHHIIIHHHHHII', 0x02014B50, 45, 45, flags, method, 0, 33, crc, big if wide else len(packed), big if wide else len(raw),
                                 len(written), len(extra), 0, 0, 0, 0, big if wide else offset) + written + extra
        count += 1
    comment = '压缩包注释'.encode()
    with open(path, 'wb') as file:
        file.write(out + directory + struct.pack('<IHHHHIIH', 0x06054B50, 0, 0, count, count, len(directory), len(out), len(comment)) + comment)
    return [table], 'zip with stored entries, data descriptors, zip64 fields, folder entries, backslashes in names, an archive comment'


# ---------------------------------------------------------------- not workbooks


def docx(path, folder):
    save(path, {
        '[Content_Types].xml': types(DEFAULTS, {'/word/document.xml': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'}),
        '_rels/.rels': relationships(('rId1', 'officeDocument', 'word/document.xml')),
        'word/document.xml': '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>',
    })
    return 'office', 'a text document with another extension'


def xlsb(path, folder):
    save(path, {
        '[Content_Types].xml': types({'bin': 'application/vnd.ms-excel.sheet.binary.macroEnabled.main', **DEFAULTS}, {}),
        '_rels/.rels': relationships(('rId1', 'officeDocument', 'xl/workbook.bin')),
        'xl/workbook.bin': bytes(20),
    })
    return 'xlsb', 'a binary workbook with another extension'


def only_chart(path, folder):
    save(path, {
        '[Content_Types].xml': types(DEFAULTS, {'/xl/workbook.xml': f'{SML}.sheet.main+xml', '/xl/chartsheets/sheet1.xml': f'{SML}.chartsheet+xml'}),
        '_rels/.rels': relationships(('rId1', 'officeDocument', 'xl/workbook.xml')),
        'xl/workbook.xml': book([('图', '')]),
        'xl/_rels/workbook.xml.rels': relationships(('rId1', 'chartsheet', 'chartsheets/sheet1.xml')),
        'xl/chartsheets/sheet1.xml': f'<chartsheet xmlns="{MAIN}"/>',
    })
    return 'no-sheets', 'a chart sheet and no worksheet'


HAND = 'by hand'
MADE = [
    ('hand-excel.xlsx', HAND, excel),
    ('hand-strict.xlsx', HAND, strict),
    ('hand-prefixed.xlsx', HAND, open_xml_sdk),
    ('hand-gaps.xlsx', HAND, gaps),
    ('hand-wps.xlsx', HAND, wps),
    ('hand-utf16.xlsx', HAND, utf16),
    ('hand-poi.xlsx', HAND, poi),
    ('hand-signed.xlsx', HAND, signed),
    ('hand-zip.xlsx', HAND, odd_zip),
    ('not-docx.xlsx', HAND, docx),
    ('not-xlsb.xlsx', HAND, xlsb),
    ('not-sheets.xlsx', HAND, only_chart),
]
