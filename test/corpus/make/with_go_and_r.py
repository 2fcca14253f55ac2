"""Workbooks by a library of Go and one of R, both of Debian."""
import csv
import json
import os
import shutil
import subprocess

from common import Table

HERE = os.path.dirname(os.path.abspath(__file__))
TEALEG = Table('Sheet1', range(1, 9), top=1, left=1)
OPENXLSX = Table('数据', range(4, 13), top=3, left=2)


def tealeg(path, folder):
    script = os.path.join(folder, 'tealeg.go')
    shutil.copy(os.path.join(HERE, 'tealeg.go.txt'), script)
    tables = os.path.join(folder, 'table.json')
    with open(tables, 'w') as file:
        json.dump(TEALEG.as_json(), file)
    go = {**os.environ, 'GO111MODULE': 'off', 'GOPATH': '/usr/share/gocode', 'GOCACHE': os.path.join(folder, 'go-cache')}
    subprocess.run(['go', 'run', script, tables, path], cwd=folder, check=True, env=go)
    return [TEALEG], 'dates as mm-dd-yy, bold headers by style'


def openxlsx(path, folder):
    cells = os.path.join(folder, 'cells.csv')
    with open(cells, 'w', newline='', encoding='utf-8') as file:
        writer = csv.writer(file)
        writer.writerow(OPENXLSX.header_texts())
        for _, values in OPENXLSX.records():
            writer.writerow(['' if v is None else v for v in values])
    script = os.path.join(folder, 'openxlsx.R')
    shutil.copy(os.path.join(HERE, 'openxlsx.R.txt'), script)
    subprocess.run(['Rscript', script, cells, path], check=True, env={**os.environ, 'LC_ALL': 'C.UTF-8'})
    return [OPENXLSX], 'a table from B3, comment, validation from a hidden sheet, data bar, a named region, NA as empty cells'


MADE = [
    ('tealeg.xlsx', 'tealeg/xlsx 1.0.3+git20181024', tealeg),
    ('openxlsx.xlsx', 'R openxlsx 4.2.5.2', openxlsx),
]
