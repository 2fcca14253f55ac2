"""Workbooks by packages of npm: exceljs and four smaller ones. NPM is a folder where they are installed."""
import json
import os
import shutil
import subprocess

from common import ALL, Table
from with_python import picture

NPM = os.environ.get('CORPUS_NPM', '/tmp/npmgen')
FEW = [c for c in ALL if c not in ('serial', 'remark')]

TABLES = {
    'exceljs.xlsx': Table('企业数据', range(0, 9), top=3, left=2),
    'exceljs-stream.xlsx': Table('stream', range(4, 14), columns=FEW),
    'xlsx-populate.xlsx': Table('情况表', range(6, 16), top=4, left=2, skipped={'16': 'note'}),
    'excel4node.xlsx': Table('Sheet 1', range(0, 8), top=2),
    'write-excel-file.xlsx': Table('Enterprises', range(8, 14), columns=FEW),
    'xlsx-write-stream.xlsx': Table('Data', range(2, 12), columns=[c for c in FEW if c != 'date']),
}
SPECIAL = {
    'exceljs.xlsx': 'a sheet of notes first, rich text, shared formulas over a helper column, rich comment, validation, data bar, filter, image, a hidden sheet with a table',
    'exceljs-stream.xlsx': 'streaming writer: inline strings, data descriptors in the zip, dates by column style',
    'xlsx-populate.xlsx': 'merged title, frozen rows, wrapped headers, a note below the data',
    'excel4node.xlsx': 'first column hidden, validation, a filter, dates',
    'write-excel-file.xlsx': 'cells typed one by one, dd/mm/yyyy',
    'xlsx-write-stream.xlsx': 'rows streamed without styles',
}


def version(package):
    with open(os.path.join(NPM, 'node_modules', package, 'package.json')) as file:
        return json.load(file)['version']


def all_at_once(folder, out):
    picture(NPM)
    script = os.path.join(folder, 'npm-packages.js')
    shutil.copy(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'npm-packages.txt'), script)
    tables = os.path.join(folder, 'tables.json')
    with open(tables, 'w') as file:
        json.dump({name: table.as_json() for name, table in TABLES.items()}, file)
    subprocess.run(['node', script, NPM, tables, out], check=True)


def maker(name):
    def make(path, folder):
        if not os.path.exists(path):
            all_at_once(folder, os.path.dirname(path))
        return [TABLES[name]], SPECIAL[name]

    return make


PACKAGES = {'exceljs.xlsx': 'exceljs', 'exceljs-stream.xlsx': 'exceljs'}
MADE = [(name, f'{p} {version(p)}', maker(name)) for name in TABLES for p in [PACKAGES.get(name, name.removesuffix('.xlsx'))]]
