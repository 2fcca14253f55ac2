#!/usr/bin/env python3
"""Makes the workbooks of ../made with every program that is at hand, the manifest and the README beside them.

    python3 make.py [NAME...]     all of them, or those whose name contains one of these

Needs (Debian): libreoffice-calc python3-uno python3-openpyxl python3-xlsxwriter gnumeric r-cran-openxlsx
golang-go golang-github-tealeg-xlsx-dev, and a folder with exceljs@4 xlsx-populate excel4node write-excel-file
xlsx-write-stream from npm (CORPUS_NPM). The files are data: made once, kept as they are. Making one again gives
the same cells in other bytes (programs write the time).
"""
import json
import os
import sys
import tempfile

import by_hand
import with_go_and_r
import with_libreoffice
import with_npm
import with_python

OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'made')
SAVE_AS = '请在 Excel 中打开并另存为“Excel 工作簿（.xlsx）”。'
#: What the program says about files it cannot use, after the path.
ERRORS = {
    'encrypted': '：工作簿已加密（需要密码才能打开）。请在 Excel 中打开，去掉打开密码后另存。',
    'xls': f'：不是 .xlsx 或 .xlsm 工作簿：这是旧版 Excel 97-2003 格式（.xls）。{SAVE_AS}',
    'xlsb': f'：不是 .xlsx 或 .xlsm 工作簿：这是二进制工作簿（.xlsb）。{SAVE_AS}',
    'ods': f'：不是 .xlsx 或 .xlsm 工作簿：这是 OpenDocument 文件（.ods 等）。{SAVE_AS}',
    'office': f'：不是 .xlsx 或 .xlsm 工作簿：这是其他 Office 文件（Word、PowerPoint 等）。{SAVE_AS}',
    'html': f'：不是 .xlsx 或 .xlsm 工作簿：这是网页（HTML），只是用了表格文件的扩展名。{SAVE_AS}',
    'xml': f'：不是 .xlsx 或 .xlsm 工作簿：这是 XML 文件。{SAVE_AS}',
    'text': f'：不是 .xlsx 或 .xlsm 工作簿：这是文本文件（如 CSV）。{SAVE_AS}',
    'no-sheets': '：工作簿里没有工作表。',
}


def main(wanted):
    manifest_file = os.path.join(OUT, 'manifest.json')
    manifest = {}
    if wanted and os.path.exists(manifest_file):
        with open(manifest_file, encoding='utf-8') as file:
            manifest = json.load(file)
    with tempfile.TemporaryDirectory() as folder:
        for module in (with_python, with_npm, with_libreoffice, with_go_and_r, by_hand):
            for name, program, make in module.MADE:
                if wanted and not any(part in name for part in wanted):
                    continue
                path = os.path.abspath(os.path.join(OUT, name))
                if not wanted and os.path.exists(path) and module is not with_npm:
                    os.remove(path)
                result, special = make(path, folder)
                entry = {'by': program, 'special': special}
                if isinstance(result, list):
                    entry['sheets'] = [table.expected() for table in result]
                elif result in ERRORS:
                    entry['error'] = ERRORS[result]
                else:
                    entry['noTable'] = True
                manifest[name] = entry
                print(name, os.path.getsize(path))
    with_libreoffice.Office.stop()
    with open(manifest_file, 'w', encoding='utf-8') as file:
        json.dump(manifest, file, ensure_ascii=False, indent=1)
    with open(os.path.join(OUT, 'README.md'), 'w', encoding='utf-8') as file:
        file.write(README + '\n| File | Written by | What is special |\n| --- | --- | --- |\n')
        for name, entry in manifest.items():
            file.write(f'| {name} | {entry["by"]} | {entry["special"]} |\n')


README = """# Workbooks as other programs write them

Statistics of made-up enterprises, each file by another program or in another way of writing. `manifest.json` says
what is in them: columns with their meaning and unit, and what each row is due under the policy in `../rules`,
computed by the scripts in `../make` that made the files, apart from the program under test. Files called `not-…`
are no workbooks, or none that can be used; the manifest has the sentence that says so.

The files are data and are kept as they are. Those by hand hold what Excel, WPS, the Open XML SDK and Apache POI
write and no program at hand does; they were not written by those programs.
"""

if __name__ == '__main__':
    main(sys.argv[1:])
