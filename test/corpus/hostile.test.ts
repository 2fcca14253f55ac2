import { cellAddress } from '../../src/sheet';
import { openWorkbook } from '../../src/xlsx';
import { cellsOf } from '../cli/workbook';
import { OFFICE, partText, relationships, same, sheetXml, workbookFile } from '../xlsx/workbooks';
import { annotated, places } from './round-trip/annotate';
import { creditCode } from './round-trip/tables';

/**
 * Small files that ask for work without end: by places far apart, ranges without bounds, and lists that grow with
 * the square of the rows. What is checked is that each ends, and how; the time limit is that of the test runner.
 */
jest.setTimeout(120_000);

const text = (cell: string, value: string): string =>
  `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`;
const number = (cell: string, value: number): string => `<c r="${cell}"><v>${value}</v></c>`;

const HEADERS = `<row r="1">${text('A1', '企业名称')}${text('B1', '统一社会信用代码')}${text('C1', '减免租金总额(元)')}</row>`;

function enterprise(row: number, code = creditCode(row)): string {
  return `<row r="${row}">${text(`A${row}`, `第${row}机械有限公司`)}${text(`B${row}`, code)}${number(`C${row}`, row * 1000)}</row>`;
}

const TABLE = HEADERS + enterprise(2) + enterprise(3);
const FAR = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';

function fileOf(rows: string, after = '', more: Record<string, string> = {}): Uint8Array {
  return workbookFile({ 'xl/worksheets/sheet1.xml': sheetXml(rows, { after }), ...more });
}

const sheetsOf = (file: Uint8Array): string[] => openWorkbook(file).sheets.map(({ name }) => name);

describe('a stray number in the last cell there is: 17 billion places in between', () => {
  test('the results stand on a sheet of their own, and it is said', async () => {
    const { file, said } = await annotated(fileOf(TABLE + FAR));
    expect(said).toContain('数据右侧已没有空列（有工作表用到了最后一列 XFD），结果写在单独的工作表里。');
    expect(sheetsOf(file)).toEqual(['数据', '结果 corpus-2020', '明细 corpus-2020', '汇总 corpus-2020']);
    expect(places(file)).toEqual([]);
    const [headers, ...rows] = cellsOf(openWorkbook(file).readGrid('结果 corpus-2020'));
    expect(headers?.slice(0, 5)).toEqual(['工作表', '行号', '统一社会信用代码', '企业名称', '应享金额(元)']);
    expect(rows.map((row) => [row[1], row[4]])).toEqual([
      [2, 400],
      [3, 600],
    ]);
  });

  test('evaluating again gives the same file', async () => {
    const once = await annotated(fileOf(TABLE + FAR));
    const twice = await annotated(once.file);
    expect(same(twice.file, once.file)).toBe(true);
  });

  test('merges down every column besides', async () => {
    const merges = Array.from({ length: 16_384 }, (_, i) => {
      const [from, to] = [5, 1_048_576].map((row) => cellAddress(row, i + 1));
      return `<mergeCell ref="${from}:${to}"/>`;
    });
    const { file } = await annotated(fileOf(TABLE + FAR, `<mergeCells>${merges.join('')}</mergeCells>`));
    expect(sheetsOf(file)).toContain('结果 corpus-2020');
  });
});

test('one enterprise in three thousand rows, each with another amount: each names the first of them', async () => {
  const rows = Array.from({ length: 3000 }, (_, i) => enterprise(i + 2, creditCode(7)));
  const { file, json } = await annotated(fileOf(HEADERS + rows.join('')));
  const reasons = cellsOf(openWorkbook(file).readGrid('明细 corpus-2020')).map((row) => row.join(' '));
  expect(reasons[1]).toMatch(/同一企业在“数据”第2行、“数据”第3行、.*“数据”第11行 … \(3000\)金额不同，请核定/);
  expect(json.length).toBeLessThan(30_000_000);
});

test('twenty thousand rows with figures and nobody they are about: told in one sentence that fits a cell', async () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => `<row r="${i + 4}">${number(`C${i + 4}`, i)}</row>`);
  const { file } = await annotated(fileOf(TABLE + rows.join('')));
  const cells = cellsOf(openWorkbook(file).readGrid('汇总 corpus-2020')).flat().map(String);
  expect(cells.filter((cell) => cell.includes('有数据，但没有企业名称和信用代码'))).toEqual([
    expect.stringMatching(/^第 4、5、6、.*、53 … \(20000\) 行有数据，但没有企业名称和信用代码，未采用。$/),
  ]);
});

test.each([
  ['that never end', '<v:shape id="_x0000_s1">'.repeat(200_000)],
  ['of ten million characters', `<v:shape id="_x0000_s1">${'z'.repeat(10_000_000)}</v:shape>`],
])('shapes of notes %s are left alone', async (_, shapes) => {
  const { file } = await annotated(
    fileOf(TABLE, '<legacyDrawing r:id="rId1"/>', {
      'xl/drawings/v.vml': `<xml xmlns:v="urn:schemas-microsoft-com:vml">${shapes}</xml>`,
      'xl/worksheets/_rels/sheet1.xml.rels': relationships(['rId1', 'vmlDrawing', '../drawings/v.vml']),
    }),
  );
  expect(partText(file, 'xl/drawings/v.vml').includes(shapes)).toBe(true);
  // Ours is taken out and put in again, with all that stands before it.
  expect(same((await annotated(file)).file, file)).toBe(true);
});

test('names of ours by the thousand, which lead to one column', async () => {
  const names = Array.from(
    { length: 5000 },
    (_, i) =>
      `<definedName name="_SUBSIDY.corpus_2020.${i + 1}.award" hidden="1">数据!$J$1:$J$1048576</definedName>`,
  );
  const workbook = `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><sheets><sheet name="数据" sheetId="1" r:id="rId1"/></sheets><definedNames>${names.join('')}</definedNames></workbook>`;
  const { file } = await annotated(fileOf(TABLE, '', { 'xl/workbook.xml': workbook }));
  expect(places(file).map(([, column]) => column)).toEqual([5, 6, 7, 8, 9, 10, 11, 12]);
});
