"""Workbooks by openpyxl and XlsxWriter."""
import datetime
import os
import struct
import zlib

import openpyxl
import xlsxwriter
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule, ColorScaleRule
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table as ExcelTable
from openpyxl.worksheet.table import TableStyleInfo

from common import ALL, Table

OPENPYXL = f'openpyxl {openpyxl.__version__}'
XLSXWRITER = f'XlsxWriter {xlsxwriter.__version__}'


def vba(folder):
    """Not a macro: the header of a compound file, which is all that writers look at."""
    path = os.path.join(folder, 'vbaProject.bin')
    with open(path, 'wb') as file:
        file.write(bytes.fromhex('d0cf11e0a1b11ae1') + bytes(range(256)) * 2)
    return path


def picture(folder):
    path = os.path.join(folder, 'picture.png')
    chunk = lambda kind, data: struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))
    with open(path, 'wb') as file:
        file.write(b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', 2, 2, 8, 2, 0, 0, 0)))
        file.write(chunk(b'IDAT', zlib.compress(b'\0\xff\0\0\0\xff\0' * 2)) + chunk(b'IEND', b''))
    return path


# ---------------------------------------------------------------- openpyxl


def fill(sheet, table):
    for at, text in enumerate(table.header_texts()):
        sheet.cell(table.top, table.left + at, text).font = Font(bold=True)
    for row, values in table.records():
        for at, value in enumerate(values):
            if value is None:
                continue
            cell = sheet.cell(row, table.left + at, value)
            if isinstance(value, datetime.date):
                cell.number_format = 'yyyy"年"m"月"d"日"'


def openpyxl_table(path, folder):
    table = Table('企业统计', range(0, 10), top=5, left=3)
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = table.sheet
    sheet['C2'] = '2020年企业统计表'
    sheet.merge_cells('C2:O2')
    sheet['C2'].alignment = Alignment(horizontal='center')
    sheet['C3'] = '填报单位：西山区统计局'
    fill(sheet, table)
    region = f'C5:{table.letter_of("remark")}{table.last}'
    excel_table = ExcelTable(displayName='企业表', ref=region)
    excel_table.tableStyleInfo = TableStyleInfo(name='TableStyleMedium2', showRowStripes=True)
    sheet.add_table(excel_table)
    sheet.freeze_panes = 'E6'
    sheet.print_area = f'A1:{region.split(":")[1]}'
    sheet.print_title_rows = '5:5'
    sheet['D6'].comment = Comment('请核对名称', '审核员')
    sheet[f'{table.letter_of("relief")}7'].comment = Comment('附减租协议', '审核员')
    validation = DataValidation(type='list', formula1='"是,否"', allow_blank=True)
    validation.add(f'{table.letter_of("above")}6:{table.letter_of("above")}{table.last}')
    sheet.add_data_validation(validation)
    sheet.conditional_formatting.add(
        f'{table.letter_of("output")}6:{table.letter_of("output")}{table.last}',
        ColorScaleRule(start_type='min', start_color='FFFFFF', end_type='max', end_color='63BE7B'),
    )
    sheet.conditional_formatting.add(
        f'{table.letter_of("rate")}6:{table.letter_of("rate")}{table.last}',
        CellIsRule(operator='lessThan', formula=['80'], fill=PatternFill(bgColor='FFC7CE')),
    )
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=table.number_of('output'), min_row=5, max_row=table.last), titles_from_data=True)
    sheet.add_chart(chart, 'C20')
    sheet['Q20'] = '统计局网站'
    sheet['Q20'].hyperlink = 'https://example.org/'
    book.defined_names.append(DefinedName('产值', attr_text=f"'企业统计'!$H$6:$H${table.last}"))
    book.save(path)
    # Q20 stands below and right of the table, so our columns come after Q.
    return [table], 'a table from C5 under a title, with chart, comments, validation, conditional formats, print titles, a hyperlink, text beside the table'


def openpyxl_1904(path, folder):
    table = Table('数据', range(4, 16))
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    sheet.title = table.sheet
    fill(sheet, table)
    sheet.auto_filter.ref = f'A1:{table.letter_of("remark")}{table.last}'
    sheet.auto_filter.add_filter_column(3, ['马街街道'])
    for row in (2, 5, 6):
        sheet.row_dimensions[row].hidden = True
    book.save(path)
    return [table], '1904 dates; an auto filter with a criterion and hidden rows, which are data'


def openpyxl_cover(path, folder):
    first = Table('一季度名单', range(0, 5), top=2)
    second = Table('二季度名单', range(5, 11), columns=[c for c in ALL if c != 'serial'], left=2)
    book = openpyxl.Workbook()
    cover = book.active
    cover.title = '封面'
    cover['B4'] = '西山区企业扶持测算'
    cover['B4'].font = Font(size=24, bold=True)
    cover['B6'] = '编制：统计局'
    cover['B7'] = '日期：2020年12月'
    chartsheet = book.create_chartsheet('图')
    a = book.create_sheet(first.sheet)
    a['A1'] = '单位：千元（除另有说明外）'
    fill(a, first)
    b = book.create_sheet(second.sheet)
    fill(b, second)
    chart = BarChart()
    chart.add_data(Reference(a, min_col=first.number_of('output'), min_row=2, max_row=first.last), titles_from_data=True)
    chartsheet.add_chart(chart)
    codes = book.create_sheet('代码表')
    codes.sheet_state = 'veryHidden'
    for i, street in enumerate(['马街街道', '碧鸡街道', '金碧街道'], 1):
        codes.cell(i, 1, street)
    b.sheet_state = 'hidden'
    b.column_dimensions['C'].hidden = True
    book.active = 2
    book.save(path)
    return [first, second], 'cover first, a chart sheet, data on the third sheet and on a hidden fourth, a very hidden list of codes'


def openpyxl_write_only(path, folder):
    table = Table('Sheet', range(0, 8), columns=[c for c in ALL if c != 'remark'])
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(table.sheet)
    sheet.append(table.header_texts())
    for _, values in table.records():
        sheet.append(values)
    book.save(path)
    return [table], 'write-only mode: no dimension known, rows streamed'


def openpyxl_protected(path, folder):
    table = Table('申报表', range(2, 9), top=3)
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = table.sheet
    sheet['A1'] = '申报表（已锁定）'
    fill(sheet, table)
    for row in sheet.iter_rows(min_row=4, max_row=table.last):
        for cell in row:
            cell.protection = Protection(locked=False)
    sheet.protection.set_password('secret')
    sheet.protection.enable()
    book.security = WorkbookProtection(workbookPassword='secret', lockStructure=True)
    book.save(path)
    return [table], 'sheet and structure protected with a password (not encrypted)'


def openpyxl_macros(path, folder):
    table = Table('数据', range(6, 12), left=2, top=2)
    source = os.path.join(folder, 'with-macros.xlsm')
    book = xlsxwriter.Workbook(source)
    book.add_vba_project(vba(folder))
    book.add_worksheet('数据')
    book.close()
    book = openpyxl.load_workbook(source, keep_vba=True)
    fill(book['数据'], table)
    book.save(path)
    return [table], 'macros kept through openpyxl'


def openpyxl_no_cache(path, folder):
    table = Table('测算', range(0, 6), missing=['relief'], findings=[['I2', 'uncachedFormulas']])
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = table.sheet
    fill(sheet, table)
    column = table.letter_of('relief')
    # Formulas as openpyxl writes them: without a result.
    for row, index in zip(table.rows, table.indexes):
        value = sheet[f'{column}{row}'].value
        sheet[f'{column}{row}'] = f'=ROUND({value or 0}*1,2)'
    book.save(path)
    return [table], 'formulas without cached results in the column of the relief'


# ---------------------------------------------------------------- XlsxWriter


def write(book, sheet, table):
    bold = book.add_format({'bold': True, 'text_wrap': True, 'border': 1})
    date = book.add_format({'num_format': 'yyyy-mm-dd'})
    for at, text in enumerate(table.header_texts()):
        sheet.write(table.top - 1, table.left - 1 + at, text, bold)
    for row, values in table.records():
        for at, value in enumerate(values):
            if isinstance(value, datetime.date):
                sheet.write_datetime(row - 1, table.left - 1 + at, datetime.datetime.combine(value, datetime.time()), date)
            elif value is not None:
                sheet.write(row - 1, table.left - 1 + at, value)


def xlsxwriter_rich(path, folder):
    table = Table('企业情况', range(0, 12), top=4, left=2, skipped={'19': 'note'}, headers={'relief': '减免租金总额\n（万元）', 'name': '*企业名称'})
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet(table.sheet)
    red, small = book.add_format({'font_color': 'red'}), book.add_format({'font_size': 8, 'italic': True})
    wrap = book.add_format({'text_wrap': True, 'bold': True})
    sheet.merge_range(0, 1, 1, table.right - 1, '企业情况一览表', book.add_format({'align': 'center', 'bold': True, 'font_size': 16}))
    write(book, sheet, table)
    name, relief = table.number_of('name') - 1, table.number_of('relief') - 1
    sheet.write_rich_string(3, name, red, '*', wrap, '企业名称', wrap)
    sheet.write_rich_string(3, relief, wrap, '减免租金总额\n', small, '（万元）', wrap)
    sheet.write_rich_string(4, name, '昆明', red, '滇池', '机械制造有限公司')
    sheet.insert_image(0, table.right + 2, picture(folder))
    sheet.insert_textbox(18, 2, '说明：本表由企业填报', {'width': 200, 'height': 60})
    sheet.conditional_format(4, table.number_of('output') - 1, table.last - 1, table.number_of('output') - 1, {'type': 'data_bar', 'data_bar_2010': True})
    sheet.conditional_format(4, relief, table.last - 1, relief, {'type': 'icon_set', 'icon_style': '3_arrows'})
    sheet.data_validation(4, table.number_of('above') - 1, table.last - 1, table.number_of('above') - 1, {'validate': 'list', 'source': ['是', '否']})
    sheet.write_comment(4, name, '名称以执照为准', {'author': '审核员', 'visible': True})
    sheet.write_url(18, 1, 'internal:附表!A1', string='见附表')
    sheet.set_row(6, None, None, {'level': 1})
    sheet.set_row(7, None, None, {'level': 1, 'hidden': True})
    sheet.freeze_panes(4, 3)
    sheet.repeat_rows(3)
    sheet.set_header('&C企业情况')
    other = book.add_worksheet('附表')
    other.write('A1', '本页无表')
    other.add_sparkline('B1', {'range': f"'企业情况'!G5:G{table.last}"})
    chart = book.add_chart({'type': 'line'})
    chart.add_series({'values': f"='企业情况'!$G$5:$G${table.last}"})
    other.insert_chart('D2', chart)
    book.close()
    return [table], 'rich text in headers and cells, image, text box, data bars and sparklines (extension lists), icon set, outline with a hidden row, a visible comment'


def xlsxwriter_inline(path, folder):
    table = Table('流式', range(3, 13))
    book = xlsxwriter.Workbook(path, {'constant_memory': True})
    write_rows = book.add_worksheet(table.sheet)
    date = book.add_format({'num_format': 'm/d/yy'})
    for at, text in enumerate(table.header_texts()):
        write_rows.write_string(0, at, text)
    for row, values in table.records():
        for at, value in enumerate(values):
            if isinstance(value, datetime.date):
                write_rows.write_datetime(row - 1, at, datetime.datetime.combine(value, datetime.time()), date)
            elif value is not None:
                write_rows.write(row - 1, at, value)
    book.close()
    return [table], 'constant-memory mode: inline strings, no shared strings'


def xlsxwriter_1904(path, folder):
    table = Table('Statistics', range(0, 7), headers={
        'serial': 'No.', 'name': 'Enterprise name', 'code': 'Unified social credit code', 'street': 'Subdistrict', 'industry': 'Industry',
        'output': '工业总产值（万元）', 'prior': '上年工业总产值（万元）',
    }, units={'output': '万元', 'prior': '万元'})
    plain = table.value
    table.value = lambda index, c: plain(index, c) / 10 if c in ('output', 'prior') else plain(index, c)
    book = xlsxwriter.Workbook(path, {'date_1904': True})
    write(book, book.add_worksheet(table.sheet), table)
    book.close()
    return [table], '1904 dates, English headers, output in 万元'


def xlsxwriter_macros(path, folder):
    table = Table('名单', range(8, 16), top=2)
    book = xlsxwriter.Workbook(path)
    book.add_vba_project(vba(folder))
    sheet = book.add_worksheet(table.sheet)
    sheet.write('A1', '宏工作簿')
    write(book, sheet, table)
    sheet.insert_button('P2', {'macro': 'Recalculate', 'caption': '计算'})
    book.close()
    return [table], 'a vbaProject.bin and a button (legacy drawing)'


def xlsxwriter_formulas(path, folder):
    table = Table('测算表', range(0, 9))
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet(table.sheet)
    write(book, sheet, table)
    for row, values in table.records():
        relief, area = table.value(table.indexes[row - 2], 'relief'), table.value(table.indexes[row - 2], 'area')
        sheet.write_formula(row - 1, table.number_of('relief') - 1, f'=ROUND(P{row}/10000,4)', None, relief if relief is not None else 0)
        at = table.number_of('area') - 1
        sheet.write_array_formula(row - 1, at, row - 1, at, f'{{=SUM(Q{row}:Q{row}*1)}}', None, area or 0)
        if relief is not None:
            sheet.write_number(row - 1, 15, relief * 10000)
        if area is not None:
            sheet.write_number(row - 1, 16, area)
    book.define_name('税率', '=0.25')
    book.close()
    return [table], 'formulas and array formulas with cached results, over helper columns without headers'


def xlsxwriter_table(path, folder):
    table = Table('台账', range(1, 9), top=3, left=4, skipped={'12': 'subtotal'})
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet(table.sheet)
    write(book, sheet, table)
    sheet.add_table(2, 3, table.last, table.right - 1, {
        'name': 'Ledger', 'total_row': True,
        'columns': [{'header': text, **({'total_string': '合计'} if c == 'name' else {'total_function': 'sum'} if c in ('output', 'relief') else {})}
                    for c, text in zip(table.columns, table.header_texts())],
    })
    write(book, sheet, table)
    # The results of the totals row, as Excel would have them.
    bold = book.add_format({'bold': True})
    for c in ('output', 'relief'):
        total = sum(table.value(i, c) or 0 for i in table.indexes)
        sheet.write_formula(table.last, table.number_of(c) - 1, f'=SUBTOTAL(109,[{table.headers[c]}])', bold, total)
    sheet.set_column(0, 2, 2)
    sheet.protect('', {'objects': True})
    book.close()
    return [table], 'a table from D3 with a totals row (SUBTOTAL), on a protected sheet'


MADE = [
    ('openpyxl-table.xlsx', OPENPYXL, openpyxl_table),
    ('openpyxl-1904.xlsx', OPENPYXL, openpyxl_1904),
    ('openpyxl-cover.xlsx', OPENPYXL, openpyxl_cover),
    ('openpyxl-write-only.xlsx', OPENPYXL, openpyxl_write_only),
    ('openpyxl-protected.xlsx', OPENPYXL, openpyxl_protected),
    ('openpyxl-macros.xlsm', OPENPYXL, openpyxl_macros),
    ('openpyxl-no-cache.xlsx', OPENPYXL, openpyxl_no_cache),
    ('xlsxwriter-rich.xlsx', XLSXWRITER, xlsxwriter_rich),
    ('xlsxwriter-inline.xlsx', XLSXWRITER, xlsxwriter_inline),
    ('xlsxwriter-1904.xlsx', XLSXWRITER, xlsxwriter_1904),
    ('xlsxwriter-macros.xlsm', XLSXWRITER, xlsxwriter_macros),
    ('xlsxwriter-formulas.xlsx', XLSXWRITER, xlsxwriter_formulas),
    ('xlsxwriter-table.xlsx', XLSXWRITER, xlsxwriter_table),
]
