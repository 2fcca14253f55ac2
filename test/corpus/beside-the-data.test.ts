import { openWorkbook } from '../../src/xlsx';
import { sheetXml, workbookFile } from '../xlsx/workbooks';
import { annotated, places } from './round-trip/annotate';
import { creditCode } from './round-trip/tables';

/** Of merged cells Excel shows the first alone: a result in any other could not be seen. */

const text = (cell: string, value: string): string =>
  `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`;

const HEADERS =
  text('A2', '企业名称') +
  text('B2', '统一社会信用代码') +
  text('C2', '减免租金总额(元)') +
  text('D2', '备注');
const enterprise = (row: number): string =>
  `<row r="${row}">${text(`A${row}`, `第${row}机械有限公司`)}${text(`B${row}`, creditCode(row))}<c r="C${row}"><v>${row * 1000}</v></c></row>`;
const ROWS = `<row r="1">${text('A1', '企业统计表')}</row><row r="2">${HEADERS}</row>${enterprise(3)}${enterprise(4)}`;

/** Columns of the results beside a table in A to D, with cells merged like this. */
async function columnsWith(...merged: readonly string[]): Promise<number[]> {
  const after = `<mergeCells>${merged.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`;
  const { file } = await annotated(workbookFile({ 'xl/worksheets/sheet1.xml': sheetXml(ROWS, { after }) }));
  expect(openWorkbook(file).readGrid('数据').merges).toHaveLength(merged.length);
  return places(file).map(([, column]) => column);
}

test.each([
  ['a header', 'D2:H2', 8],
  ['a row of the data', 'D4:H4', 8],
  ['a header and two rows', 'D2:F4', 6],
])('%s merged beyond the last column (%s): the results stand to the right of it', async (_, range, last) => {
  expect(await columnsWith(range)).toEqual(Array.from({ length: 8 }, (_column, i) => last + 2 + i));
});

test('a title or a note merged over more than the table hides nothing: the results stand beside the data', async () => {
  expect(await columnsWith('A1:N1', 'A6:N8')).toEqual([6, 7, 8, 9, 10, 11, 12, 13]);
});
