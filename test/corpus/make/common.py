"""The enterprises that all workbooks of the corpus are made of, and what they are due, computed apart
from the program under test: plain decimal arithmetic over the values below."""
import datetime
from decimal import Decimal, ROUND_HALF_UP

ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]


def credit_code(number):
    """A well-formed unified credit code (GB 32100-2015) of a made-up enterprise."""
    organisation = f'MA6{number:05d}'
    weights = [3, 7, 9, 10, 5, 8, 4, 2]
    values = [int(c) if c.isdigit() else ord(c) - 55 for c in organisation]
    check = 11 - sum(w * v for w, v in zip(weights, values)) % 11
    organisation += {10: 'X', 11: '0'}.get(check, str(check))
    body = '91530112' + organisation
    total = sum(w * ALPHABET.index(c) for w, c in zip(WEIGHTS, body))
    return body + ALPHABET[(31 - total % 31) % 31]


def day(text):
    return datetime.date.fromisoformat(text)


# name, street, industry, output and prior (千元), above scale, relief (万元), recognised, rate of use, own offices (㎡), remark
ROWS = [
    ('昆明滇池机械制造有限公司', '马街街道', '工业', '110000', '100000', True, '270', '2020-02-14', '0.8', '1250.5', ''),
    ('云南西山食品有限公司', '马街街道', '工业', '109999', '100000', True, '500', '2020-02-13', '0.7999', '800', '本年扩建'),
    ('昆明碧鸡物流有限公司', '碧鸡街道', '物流运输', '56000', '56000', False, '500.01', '2020-06-30', '0.95', '3000', ''),
    ('云南春城大厦管理有限公司', '金碧街道', '租赁和商务服务', '8000', '9000', False, '812.4', None, '1', '20000', '楼宇运营方'),
    ('昆明五家堆商贸有限公司', '棕树营街道', '批发业', '0', '0', False, None, '2020-12-31', '0.6', '450', ''),
    ('昆明海口磷业有限公司', '海口街道', '工业', '820000', '500000', True, None, '2019-12-31', '0.9', None, '磷化工'),
    ('云南团结药业有限公司', '团结街道', '工业', '453210', '400000', True, '12.35', '2020-03-05', '0.88', '96.25', ''),
    ('昆明永昌百货有限公司', '永昌街道', '零售业', '23000', '25000', False, '66.6', '2021-01-01', '0.81', '5400', ''),
    ('昆明福海建材有限公司', '福海街道', '工业', '33000', '30000', True, '0', None, '0.75', '700', '小数点'),
    ('云南前卫电子有限公司', '前卫街道', '工业', '95000', '70000', True, '38', '2020-09-09', '0.805', '1000', ''),
    ('昆明金碧酒店有限公司', '金碧街道', '住宿业', '4100', '5200', False, '150.25', None, '0.799', '2600', ''),
    ('昆明马街汽配有限公司', '马街街道', '工业', '61500', '55000', False, '9.99', '2020-07-01', '0.92', '310.4', '末行 & <尾>'),
    ('云南碧鸡新材料有限公司', '碧鸡街道', '工业', '240000', '200000', True, None, '2020-04-30', '0.85', '888.8', ''),
    ('昆明海口环保科技有限公司', '海口街道', '工业', '18700', '17000', True, '3.3', '2020-11-11', '0.84', '150', ''),
    ('昆明团结农业有限公司', '团结街道', '批发业', '7800', '6000', False, '21', None, '0.9', '60', ''),
    ('昆明永昌软件有限公司', '永昌街道', '租赁和商务服务', '5000', '4000', False, '47.5', '2020-08-08', '1', '512.12', ''),
]
NAMES = ['name', 'street', 'industry', 'output', 'prior', 'above', 'relief', 'date', 'rate', 'area', 'remark']


def enterprise(index):
    values = dict(zip(NAMES, ROWS[index]))
    values['code'] = credit_code(index + 101)
    values['serial'] = index + 1
    return values


def fen(value):
    return value.quantize(Decimal('0.01'), ROUND_HALF_UP)


def due(index, columns):
    """What an enterprise is due, by clause, where the sheet has these columns."""
    e = enterprise(index)
    clauses = {}
    if 'relief' in columns and e['relief'] is not None and Decimal(e['relief']) > 0:
        clauses['1.1'] = min(fen(Decimal(e['relief']) * 10000 * Decimal('0.2')), Decimal('1000000.00'))
    if {'output', 'prior', 'above'} <= set(columns) and e['above']:
        output, prior = Decimal(e['output']) * 1000, Decimal(e['prior']) * 1000
        if prior > 0 and output * 10 >= prior * 11:
            clauses['1.2'] = min(fen(output * Decimal('0.001')), Decimal('500000.00'))
    if 'date' in columns and e['date'] is not None and day('2020-02-14') <= day(e['date']) <= day('2020-12-31'):
        clauses['1.3'] = Decimal('50000.00')
    if {'area', 'rate'} <= set(columns) and e['area'] is not None and Decimal(e['rate']) >= Decimal('0.8'):
        clauses['1.4'] = fen(Decimal(e['area']) * 30)
    return clauses


KEYS = {
    'name': ('enterpriseName', None),
    'code': ('creditCode', None),
    'industry': ('industry', None),
    'output': ('grossOutput', '千元'),
    'prior': ('grossOutputPrior', '千元'),
    'above': ('isAboveScale', None),
    'relief': ('rentRelief', '万元'),
    'date': ('recognitionDate', None),
    'rate': ('occupancyRate', '%'),
    'area': ('officeArea', '㎡'),
}
HEADERS = {
    'serial': '序号',
    'name': '企业名称',
    'code': '统一社会信用代码',
    'street': '所属街道',
    'industry': '行业类别',
    'output': '工业总产值(千元)',
    'prior': '上年工业总产值(千元)',
    'above': '是否规模以上',
    'relief': '减免租金总额(万元)',
    'date': '认定时间',
    'rate': '入驻使用率(%)',
    'area': '自用办公用房建筑面积(㎡)',
    'remark': '备注',
}
ALL = ['serial', 'name', 'code', 'street', 'industry', 'output', 'prior', 'above', 'relief', 'date', 'rate', 'area', 'remark']


def letter(column):
    text = ''
    while column > 0:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


class Table:
    """A table of some enterprises somewhere on a sheet: what generators write and the manifest expects."""

    def __init__(self, sheet, indexes, columns=ALL, top=1, left=1, headers=None, units=None, rows=None,
                 missing=(), skipped=None, findings=()):
        self.sheet, self.indexes, self.columns, self.top, self.left = sheet, list(indexes), list(columns), top, left
        self.headers = {**HEADERS, **(headers or {})}
        self.units = units or {}
        #: columns whose values cannot be read, rows that are taken for no enterprise, findings beside the usual one
        self.missing, self.skipped, self.findings = set(missing), skipped or {}, list(findings)
        #: worksheet row of each enterprise
        self.rows = rows or [top + 1 + i for i in range(len(self.indexes))]

    def header_texts(self):
        return [self.headers[c] for c in self.columns]

    def number_of(self, column):
        return self.left + self.columns.index(column)

    def letter_of(self, column):
        return letter(self.number_of(column))

    @property
    def last(self):
        return max(self.rows)

    @property
    def right(self):
        return self.left + len(self.columns) - 1

    def value(self, index, column):
        """str, float, bool, date or None; the rate as a percentage."""
        value = enterprise(index)[column]
        if value is None or value == '':
            return None
        if column in ('output', 'prior', 'relief', 'area'):
            number = float(value)
            return int(number) if number.is_integer() else number
        if column == 'rate':
            number = float(Decimal(value) * 100)
            return int(number) if number.is_integer() else number
        if column == 'date':
            return day(value)
        if column == 'above':
            return '是' if value else '否'
        return value

    def records(self):
        for row, index in zip(self.rows, self.indexes):
            yield row, [self.value(index, c) for c in self.columns]

    def expected(self):
        columns = {}
        for at, c in enumerate(self.columns):
            if c in KEYS:
                key, unit = KEYS[c]
                columns[letter(self.left + at)] = [key, self.units.get(c, unit)]
        rows = {}
        for row, index in zip(self.rows, self.indexes):
            known = [c for c in self.columns if c not in self.missing]
            rows[str(row)] = str(sum(due(index, known).values(), Decimal('0.00')))
        findings = list(self.findings)
        for row, index in zip(self.rows, self.indexes):
            date = enterprise(index)['date']
            if 'date' in self.columns and date is not None and date > '2020-12-31':
                findings.append([f'{self.letter_of("date")}{row}', 'futureDate'])
        return {'sheet': self.sheet, 'headerRow': self.top, 'columns': columns, 'rows': rows, 'skipped': self.skipped, 'findings': findings}

    def as_json(self):
        cells = []
        for row, values in self.records():
            for at, value in enumerate(values):
                if isinstance(value, datetime.date):
                    value = {'date': value.isoformat()}
                cells.append([row, self.left + at, value])
        return {'sheet': self.sheet, 'top': self.top, 'left': self.left, 'headers': self.header_texts(), 'cells': cells,
                'columns': self.columns, 'last': self.last, 'right': self.right}
