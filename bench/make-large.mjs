/**
 * Makes a large workbook of fictitious enterprises: `node bench/make-large.mjs <rows> <out.xlsx>`.
 * 40 columns of the vocabulary's own headers, seeded, so that two runs give the same file.
 */
import { writeFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';

const rows = Number(process.argv[2] ?? 100_000);
const out = process.argv[3] ?? 'out/large.xlsx';

/** mulberry32 */
function random(seed) {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
const next = random(20201231);
const pick = (values) => values[Math.floor(next() * values.length)];
const amount = (most) => (next() < 0.1 ? null : Math.round(next() * most * 100) / 100);
const flag = () => pick(['是', '否', null]);

const CODE = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
/** A credit code with a right check digit (GB 32100-2015); the bodies are of the kind that is not issued. */
function creditCode(number) {
  const body =
    `91530112MAW${number.toString(30).toUpperCase().replaceAll('I', 'X').replaceAll('O', 'Y').replaceAll('S', 'W').padStart(6, '0')}`.slice(
      0,
      17,
    );
  const sum = [...body].reduce(
    (total, character, index) => total + CODE.indexOf(character) * WEIGHTS[index],
    0,
  );
  return body + CODE[(31 - (sum % 31)) % 31];
}

const columns = [
  ['统一社会信用代码', (row) => creditCode(row)],
  ['企业名称', (row) => `昆明样本${row}有限公司`],
  ['所属街道', () => pick(['金碧街道', '前卫街道', '福海街道', '海口街道'])],
  ['行业类别', () => pick(['批发业', '零售业', '住宿业', '餐饮业', '工业', '居民服务', '文化创意'])],
  ['产业分组', () => pick(['装备制造及加工制造', '磷化工', '食品及生物医药', null])],
  ['年度', () => 2020],
  ['是否中小微企业', flag],
  ['是否规模以上', flag],
  ['是否限额以上', flag],
  ['是否首次升规（纳限）', flag],
  ['是否战略性新兴产业', flag],
  ['是否形成经济支撑', flag],
  ['是否在本区注册登记', () => pick(['是', '是', '是', '否'])],
  ['是否被查处偷漏税', () => pick(['否', '否', '否', '否', null])],
  ['工业总产值(千元)', () => amount(2_000_000)],
  ['上年工业总产值(千元)', () => amount(2_000_000)],
  ['前年工业总产值(千元)', () => amount(2_000_000)],
  ['工业总产值增速(%)', () => (next() < 0.3 ? Math.round(next() * 600 - 200) / 10 : null)],
  ['商品销售额（万元）', () => amount(120_000)],
  ['上年商品销售额（万元）', () => amount(120_000)],
  ['商品零售额（万元）', () => amount(90_000)],
  ['上年商品零售额（万元）', () => amount(90_000)],
  ['营业额（万元）', () => amount(9000)],
  ['上年营业额（万元）', () => amount(9000)],
  ['营业收入（万元）', () => amount(60_000)],
  ['上年营业收入（万元）', () => amount(60_000)],
  ['网络销售额（万元）', () => (next() < 0.2 ? amount(20_000) : null)],
  ['商品房销售面积(㎡)', () => (next() < 0.1 ? amount(90_000) : null)],
  ['年度出口额(万美元)', () => (next() < 0.1 ? amount(5000) : null)],
  ['是否自营出口企业', flag],
  ['完成投资额(亿元)', () => (next() < 0.2 ? amount(9) : null)],
  ['磷石膏利用量(吨)', () => (next() < 0.1 ? amount(500_000) : null)],
  ['运营主体类型', () => pick(['商场', '市场', '大型商务楼宇', null, null])],
  ['减免租金总额(元)', () => (next() < 0.2 ? amount(8_000_000) : null)],
  ['参保职工人数(人)', () => Math.floor(next() * 300)],
  ['企业职工总数(人)', () => 300 + Math.floor(next() * 300)],
  ['裁员人数(人)', () => Math.floor(next() * 20)],
  ['上年度实缴失业保险费(元)', () => amount(200_000)],
  ['示范种植面积(亩)', () => (next() < 0.05 ? amount(900) : null)],
  ['种植类型', () => pick(['苹果矮化密植', '林下经济', null, null])],
];

const letters = columns.map((_, index) => {
  let text = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
  }
  return text;
});
const shared = new Map();
const text = (value) => {
  if (!shared.has(value)) shared.set(value, shared.size);
  return shared.get(value);
};
const parts = [];
const cell = (value, column, row) => {
  if (value === null) return '';
  const at = `${letters[column]}${row}`;
  return typeof value === 'number'
    ? `<c r="${at}"><v>${value}</v></c>`
    : `<c r="${at}" t="s"><v>${text(value)}</v></c>`;
};
parts.push(`<row r="1">${columns.map(([header], column) => cell(header, column, 1)).join('')}</row>`);
for (let row = 2; row <= rows + 1; row += 1) {
  parts.push(
    `<row r="${row}">${columns.map(([, make], column) => cell(make(row), column, row)).join('')}</row>`,
  );
}
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const pkg = 'http://schemas.openxmlformats.org/package/2006';
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const strings = [...shared.keys()].map((value) => `<si><t>${value}</t></si>`).join('');
const files = {
  '[Content_Types].xml': `<Types xmlns="${pkg}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${type}.sharedStrings+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${pkg}/relationships"><Relationship Id="rId1" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${rel}"><sheets><sheet name="企业统计" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${pkg}/relationships"><Relationship Id="rId1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${rel}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  'xl/sharedStrings.xml': `<sst xmlns="${main}" uniqueCount="${shared.size}">${strings}</sst>`,
  'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${parts.join('')}</sheetData></worksheet>`,
};
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
writeFileSync(
  out,
  zipSync(Object.fromEntries(Object.entries(files).map(([name, body]) => [name, strToU8(head + body)])), {
    level: 6,
  }),
);
