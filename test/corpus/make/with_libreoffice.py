"""Workbooks by LibreOffice (through its UNO bridge, or by conversion) and by Gnumeric."""
import csv
import datetime
import os
import re
import shutil
import subprocess
import tempfile
import time

import uno
from com.sun.star.awt import Rectangle
from com.sun.star.beans import PropertyValue
from com.sun.star.table import CellRangeAddress
from com.sun.star.util import Date

from common import ALL, Table

VERSION = 'LibreOffice ' + subprocess.run(['soffice', '--version'], capture_output=True, text=True).stdout.split()[1]
GNUMERIC = 'Gnumeric ' + re.search(r"version '?([\d.]+)", subprocess.run(['ssconvert', '--version'], capture_output=True, text=True).stderr + subprocess.run(['ssconvert', '--version'], capture_output=True, text=True).stdout).group(1)
PROFILE = tempfile.mkdtemp(prefix='corpus-lo-')
XLSX = 'Calc MS Excel 2007 XML'


def prop(name, value):
    p = PropertyValue()
    p.Name, p.Value = name, value
    return p


class Office:
    """One headless LibreOffice for all of them."""

    desktop = None
    process = None

    @classmethod
    def get(cls):
        if cls.desktop is None:
            pipe = 'corpus' + str(os.getpid())
            cls.process = subprocess.Popen([
                'soffice', f'-env:UserInstallation=file://{PROFILE}', '--headless', '--norestore', '--nologo',
                f'--accept=pipe,name={pipe};urp;'])
            resolver = uno.getComponentContext().ServiceManager.createInstance('com.sun.star.bridge.UnoUrlResolver')
            for _ in range(120):
                try:
                    context = resolver.resolve(f'uno:pipe,name={pipe};urp;StarOffice.ComponentContext')
                    break
                except Exception:
                    time.sleep(1)
            cls.desktop = context.ServiceManager.createInstanceWithContext('com.sun.star.frame.Desktop', context)
        return cls.desktop

    @classmethod
    def stop(cls):
        if cls.desktop is not None:
            try:
                cls.desktop.terminate()
            except Exception:
                pass
            cls.process.wait(60)


def new():
    return Office.get().loadComponentFromURL('private:factory/scalc', '_blank', 0, (prop('Hidden', True),))


def opened(path):
    return Office.get().loadComponentFromURL(f'file://{path}', '_blank', 0, (prop('Hidden', True),))


def save(doc, path, filter_name=XLSX, *more):
    doc.storeToURL(f'file://{path}', (prop('FilterName', filter_name), *more))
    doc.close(True)


def number_format(doc, code):
    formats = doc.NumberFormats
    locale = uno.createUnoStruct('com.sun.star.lang.Locale')
    key = formats.queryKey(code, locale, False)
    return key if key >= 0 else formats.addNew(code, locale)


def fill(doc, sheet, table, null=datetime.date(1899, 12, 30)):
    date = number_format(doc, 'YYYY-MM-DD')
    for at, text in enumerate(table.header_texts()):
        cell = sheet.getCellByPosition(table.left - 1 + at, table.top - 1)
        cell.String = text
        cell.CharWeight = 150
    for row, values in table.records():
        for at, value in enumerate(values):
            cell = sheet.getCellByPosition(table.left - 1 + at, row - 1)
            if isinstance(value, datetime.date):
                cell.Value = (value - null).days
                cell.NumberFormat = date
            elif isinstance(value, str):
                cell.String = value
            elif value is not None:
                cell.Value = value


def area(sheet, table, column=None):
    left = table.left - 1 if column is None else table.number_of(column) - 1
    right = table.right - 1 if column is None else left
    return sheet.getCellRangeByPosition(left, table.top - 1, right, table.last - 1)


def report(doc, table):
    """A sheet as people make them: title, unit line, filter, frozen panes, comment, validation, conditions, chart."""
    sheet = doc.Sheets.getByIndex(0)
    sheet.Name = table.sheet
    fill(doc, sheet, table)
    title = sheet.getCellRangeByPosition(table.left - 1, 0, table.right - 1, 0)
    title.merge(True)
    sheet.getCellByPosition(table.left - 1, 0).String = '西山区企业统计表'
    sheet.getCellByPosition(table.left - 1, 1).String = '填报单位：统计局'
    ranges = doc.DatabaseRanges
    ranges.addNewByName('筛选', area(sheet, table).RangeAddress)
    ranges.getByName('筛选').AutoFilter = True
    cell = sheet.getCellByPosition(table.left, table.top)
    sheet.Annotations.insertNew(cell.CellAddress, '名称以执照为准')
    above = area(sheet, table, 'above')
    validation = above.Validation
    validation.Type = uno.Enum('com.sun.star.sheet.ValidationType', 'LIST')
    validation.setFormula1('"是";"否"')
    above.Validation = validation
    output = area(sheet, table, 'output')
    conditions = output.ConditionalFormat
    doc.StyleFamilies.getByName('CellStyles').insertByName('大', doc.createInstance('com.sun.star.style.CellStyle'))
    doc.StyleFamilies.getByName('CellStyles').getByName('大').CellBackColor = 0xFFC7CE
    conditions.addNew((
        prop('Operator', uno.Enum('com.sun.star.sheet.ConditionOperator', 'GREATER')), prop('Formula1', '100000'), prop('StyleName', '大')))
    output.ConditionalFormat = conditions
    sheet.Rows.getByIndex(table.top + 1).IsVisible = False
    sheet.Columns.getByIndex(table.number_of('industry') - 1).IsVisible = False
    rectangle = Rectangle(1000, 12000, 9000, 6000)
    sheet.Charts.addNewByName('图', rectangle, (area(sheet, table, 'output').RangeAddress,), True, False)
    address = CellRangeAddress()
    address.Sheet, address.StartColumn, address.StartRow, address.EndColumn, address.EndRow = 0, 0, 0, table.right - 1, table.last - 1
    sheet.setPrintAreas((address,))
    sheet.setPrintTitleRows(True)
    hidden = doc.Sheets
    hidden.insertNewByName('参数', 1)
    doc.Sheets.getByName('参数').getCellByPosition(0, 0).String = '口径'
    doc.Sheets.getByName('参数').IsVisible = False
    doc.NamedRanges.addNewByName('口径', "$'参数'.$A$1", sheet.getCellByPosition(0, 0).CellAddress, 0)
    controller = doc.CurrentController
    if controller is not None:
        controller.freezeAtPosition(2, table.top)


def lo_report(path, folder):
    table = Table('企业统计', range(0, 11), top=3)
    doc = new()
    report(doc, table)
    save(doc, path)
    return [table], 'title, filter, comment, validation, conditional format, hidden row, column and sheet, chart, print area and titles, a name'


def convert(source, path, *arguments):
    out = tempfile.mkdtemp(prefix='corpus-convert-')
    profile = tempfile.mkdtemp(prefix='corpus-profile-')
    subprocess.run(['soffice', f'-env:UserInstallation=file://{profile}', '--headless', *arguments, '--convert-to', 'xlsx', '--outdir', out, source],
                   check=True, capture_output=True)
    shutil.move(os.path.join(out, os.path.splitext(os.path.basename(source))[0] + '.xlsx'), path)
    shutil.rmtree(profile)


def lo_from_ods(path, folder):
    table = Table('统计', range(2, 14), top=3, left=2)
    doc = new()
    report(doc, table)
    source = os.path.join(folder, 'source.ods')
    save(doc, source, 'calc8')
    convert(source, path)
    return [table], 'the same kind of sheet saved as .ods and converted'


def lo_from_xls(path, folder):
    table = Table('旧表', range(0, 6))
    doc = new()
    sheet = doc.Sheets.getByIndex(0)
    sheet.Name = table.sheet
    fill(doc, sheet, table)
    source = os.path.join(folder, 'old.xls')
    save(doc, source, 'MS Excel 97')
    convert(source, path)
    return [table], 'converted from an Excel 97 file'


def lo_from_csv(path, folder):
    table = Table('list', range(5, 13))
    source = os.path.join(folder, 'list.csv')
    with open(source, 'w', newline='', encoding='utf-8') as file:
        writer = csv.writer(file)
        writer.writerow(table.header_texts())
        writer.writerows([['' if v is None else v for v in values] for _, values in table.records()])
    convert(source, path, '--infilter=CSV:44,34,76,1,,0,false,true')
    return [table], 'converted from CSV: dates recognised on import'


def lo_from_html(path, folder):
    table = Table('Sheet1', range(3, 9), columns=[c for c in ALL if c not in ('serial', 'date')])
    source = os.path.join(folder, 'page.html')
    with open(source, 'w', encoding='utf-8') as file:
        rows = [table.header_texts(), *[values for _, values in table.records()]]
        text = ''.join('<tr>' + ''.join(f'<td>{"" if v is None else str(v).replace("&", "&amp;").replace("<", "&lt;")}</td>' for v in row) + '</tr>' for row in rows)
        file.write(f'<html><meta charset="utf-8"><body><table border="1">{text}</table></body></html>')
    convert(source, path, '--infilter=calc_HTML_WebQuery')
    return [table], 'converted from an HTML table'


def lo_1904(path, folder):
    table = Table('甲', range(4, 13), left=3)
    doc = new()
    doc.NullDate = Date(1, 1, 1904)
    sheet = doc.Sheets.getByIndex(0)
    sheet.Name = table.sheet
    fill(doc, sheet, table, datetime.date(1904, 1, 1))
    save(doc, path)
    return [table], '1904 dates, empty columns before the table'


def lo_pivot(path, folder):
    table = Table('数据', range(0, 14))
    doc = new()
    cover = doc.Sheets.getByIndex(0)
    cover.Name = '封面'
    cover.getCellByPosition(1, 1).String = '季度分析'
    doc.Sheets.insertNewByName(table.sheet, 1)
    doc.Sheets.insertNewByName('透视', 2)
    sheet, pivot = doc.Sheets.getByName(table.sheet), doc.Sheets.getByName('透视')
    fill(doc, sheet, table)
    tables = pivot.DataPilotTables
    descriptor = tables.createDataPilotDescriptor()
    descriptor.setSourceRange(area(sheet, table).RangeAddress)
    fields = descriptor.DataPilotFields
    fields.getByIndex(3).Orientation = uno.Enum('com.sun.star.sheet.DataPilotFieldOrientation', 'ROW')
    data = fields.getByIndex(5)
    data.Orientation = uno.Enum('com.sun.star.sheet.DataPilotFieldOrientation', 'DATA')
    data.Function = uno.Enum('com.sun.star.sheet.GeneralFunction', 'SUM')
    tables.insertNewByName('透视1', pivot.getCellByPosition(0, 2).CellAddress, descriptor)
    pivot.Charts.addNewByName('图', Rectangle(9000, 1000, 9000, 6000), (pivot.getCellRangeByName('A4:B10').RangeAddress,), True, True)
    save(doc, path)
    return [table], 'cover first, data on the second sheet, a pivot table and a chart on the third'


def lo_protected(path, folder):
    table = Table('锁定', range(6, 13), top=2)
    doc = new()
    sheet = doc.Sheets.getByIndex(0)
    sheet.Name = table.sheet
    fill(doc, sheet, table)
    # Rich text in a cell and a line break.
    cell = sheet.getCellByPosition(table.right + 1, 0)
    cursor = cell.createTextCursor()
    cell.insertString(cursor, '审核：', False)
    cursor.CharWeight = 150
    cell.insertString(cursor, '已\n核', False)
    sheet.protect('secret')
    doc.protect('secret')
    save(doc, path)
    return [table], 'sheet and document protected, rich text with a line break beside the table'


def lo_external(path, folder):
    table = Table('汇总', range(0, 7), skipped={'10': 'unidentified'}, findings=[['A10', 'unidentifiedRows']])
    other = new()
    source = os.path.join(folder, 'other.ods')
    for row in range(20):
        other.Sheets.getByIndex(0).getCellByPosition(0, row).Value = (row + 1) * 10
    save(other, source, 'calc8')
    doc = new()
    sheet = doc.Sheets.getByIndex(0)
    sheet.Name = table.sheet
    fill(doc, sheet, table)
    relief = table.number_of('relief') - 1
    for row, index in zip(table.rows, table.indexes):
        value = table.value(index, 'relief') or 0
        sheet.getCellByPosition(relief, row - 1).Formula = f"={value}+0*'file://{source}'#$Sheet1.A{row}"
    doc.calculateAll()
    sheet.getCellByPosition(table.number_of('remark') - 1, table.last + 1).Formula = '=SUM(F2:F8)'
    save(doc, path)
    return [table], 'formulas that refer to another file, with cached results (external link part)'


def lo_formulas(path, folder):
    table = Table('计算', range(7, 16), top=2, skipped={'12': 'subtotal'})
    doc = new()
    sheet = doc.Sheets.getByIndex(0)
    sheet.Name = table.sheet
    fill(doc, sheet, table)
    at = table.number_of('prior') - 1
    helper = table.right + 3
    for row, index in zip(table.rows, table.indexes):
        sheet.getCellByPosition(helper - 1, row - 1).Value = table.value(index, 'prior') / 2
        sheet.getCellByPosition(at, row - 1).Formula = f'=P{row}*2'
    first, last = table.rows[0], table.rows[-1]
    sheet.getCellRangeByPosition(helper, first - 1, helper, last - 1).setArrayFormula(f'=P{first}:P{last}+1')
    sheet.getCellByPosition(1, last).Formula = '="合"&"计"'
    for c in ('output', 'relief'):
        letter = table.letter_of(c)
        sheet.getCellByPosition(table.number_of(c) - 1, last).Formula = f'=SUM({letter}{first}:{letter}{last})'
    save(doc, path)
    return [table], 'formulas (shared on export), an array formula over cells, a total row of formulas whose label is one'


def lo_encrypted(path, folder):
    doc = new()
    doc.Sheets.getByIndex(0).getCellByPosition(0, 0).String = '企业名称'
    encryption = []
    for name, value in (('CryptoType', 'Standard'), ('OOXPassword', 'secret')):
        named = uno.createUnoStruct('com.sun.star.beans.NamedValue')
        named.Name, named.Value = name, value
        encryption.append(named)
    save(doc, path, XLSX, prop('EncryptionData', uno.Any('[]com.sun.star.beans.NamedValue', tuple(encryption))))
    return 'encrypted', 'encrypted with a password'


def lo_xls(path, folder):
    doc = new()
    fill(doc, doc.Sheets.getByIndex(0), Table('Sheet1', range(0, 3)))
    save(doc, path, 'MS Excel 97')
    return 'xls', 'an Excel 97 file with another extension'


def lo_ods(path, folder):
    doc = new()
    fill(doc, doc.Sheets.getByIndex(0), Table('Sheet1', range(0, 3)))
    save(doc, path, 'calc8')
    return 'ods', 'an .ods file with another extension'


def lo_fods(path, folder):
    doc = new()
    doc.Sheets.getByIndex(0).getCellByPosition(0, 0).String = '企业名称'
    save(doc, path, 'OpenDocument Spreadsheet Flat XML')
    return 'xml', 'a flat .fods file with another extension'


def lo_html(path, folder):
    doc = new()
    fill(doc, doc.Sheets.getByIndex(0), Table('Sheet1', range(0, 3)))
    save(doc, path, 'HTML (StarCalc)')
    return 'html', 'an HTML page with the extension of a workbook, as web systems export'


def lo_csv(path, folder):
    doc = new()
    fill(doc, doc.Sheets.getByIndex(0), Table('Sheet1', range(0, 3)))
    save(doc, path, 'Text - txt - csv (StarCalc)', prop('FilterOptions', '44,34,76,1'))
    return 'text', 'CSV with the extension of a workbook'


def lo_no_table(path, folder):
    doc = new()
    sheet = doc.Sheets.getByIndex(0)
    sheet.Name = '通知'
    sheet.getCellByPosition(0, 0).String = '关于报送统计数据的通知'
    sheet.getCellByPosition(0, 2).String = '请于月底前报送。'
    save(doc, path)
    return 'no-table', 'a sheet without a table of enterprises'


def gnumeric(kind, exporter, path, folder):
    table = Table('gnumeric', range(1, 13), top=2, left=2)
    doc = new()
    sheet = doc.Sheets.getByIndex(0)
    sheet.Name = table.sheet
    fill(doc, sheet, table)
    sheet.getCellByPosition(table.left, 0).String = f'经 {kind}'
    sheet.Annotations.insertNew(sheet.getCellByPosition(table.left, table.top).CellAddress, '核对')
    source = os.path.join(folder, 'source.ods')
    save(doc, source, 'calc8')
    subprocess.run(['ssconvert', '-T', exporter, source, path], check=True, capture_output=True)
    return [table]


def gnumeric_2008(path, folder):
    return gnumeric('ISO', 'Gnumeric_Excel:xlsx2', path, folder), 'from .ods, as ISO/IEC 29500:2008'


def gnumeric_2006(path, folder):
    return gnumeric('ECMA', 'Gnumeric_Excel:xlsx', path, folder), 'from .ods, as ECMA 376 first edition'


MADE = [
    ('lo-report.xlsx', VERSION, lo_report),
    ('lo-from-ods.xlsx', VERSION, lo_from_ods),
    ('lo-from-xls.xlsx', VERSION, lo_from_xls),
    ('lo-from-csv.xlsx', VERSION, lo_from_csv),
    ('lo-from-html.xlsx', VERSION, lo_from_html),
    ('lo-1904.xlsx', VERSION, lo_1904),
    ('lo-pivot.xlsx', VERSION, lo_pivot),
    ('lo-protected.xlsx', VERSION, lo_protected),
    ('lo-external.xlsx', VERSION, lo_external),
    ('lo-formulas.xlsx', VERSION, lo_formulas),
    ('gnumeric.xlsx', GNUMERIC, gnumeric_2008),
    ('gnumeric-2006.xlsx', GNUMERIC, gnumeric_2006),
    ('lo-no-table.xlsx', VERSION, lo_no_table),
    ('not-encrypted.xlsx', VERSION, lo_encrypted),
    ('not-xls.xlsx', VERSION, lo_xls),
    ('not-ods.xlsx', VERSION, lo_ods),
    ('not-fods.xlsx', VERSION, lo_fods),
    ('not-html.xlsx', VERSION, lo_html),
    ('not-csv.xlsx', VERSION, lo_csv),
]
