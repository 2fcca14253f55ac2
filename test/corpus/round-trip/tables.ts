/** Tables of enterprises for property tests: any rows a bureau may have, under the indicators of the corpus policy. */
import fc from 'fast-check';
import type { CellValue } from '../../../src/xlsx';
import { workbookOf } from '../../cli/workbook';

export const SHEET = '企业表';

export type Rows = readonly (readonly CellValue[])[];

const HEADERS = [
  '企业名称',
  '统一社会信用代码',
  '减免租金总额(元)',
  '工业总产值(千元)',
  '上年工业总产值(千元)',
  '是否规模以上',
  '认定时间',
  '备注',
];

const DIGITS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** A credit code that is valid by GB 32100, different for each number. */
export function creditCode(number: number): string {
  const first = `91530112MA${String(number).padStart(7, '0')}`;
  const sum = Array.from(first).reduce(
    (total, character, i) => total + DIGITS.indexOf(character) * (WEIGHTS[i] ?? 0),
    0,
  );
  return first + (DIGITS[(31 - (sum % 31)) % 31] ?? '');
}

const remark = fc.oneof(
  fc.constant(null),
  fc.constantFrom(
    '首次申报',
    '=1+1',
    '+86',
    '@甲',
    ' 前后空格 ',
    '一行\n两行',
    '<b>&amp;',
    '_x000D_',
    '𠮷🙂',
    '2',
    '#REF!',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replace(/[\p{Cc}\p{Cs}\p{Cn}]/gu, '')),
);

const enterprise = fc.tuple(
  fc.oneof(fc.constant(null), fc.nat(9_000_000)),
  fc.oneof(
    fc.constant(null),
    fc.nat(900_000_000).map((fen) => fen / 100),
  ),
  fc.oneof(fc.constant(null), fc.constant('…'), fc.nat(9_000_000)),
  fc.constantFrom('是', '否', null),
  fc.constantFrom('2020-02-14', '2020-06-30', '2021-01-01', null),
  remark,
);

/** The rows of a sheet, headers first, above them a title now and then. */
export const tables: fc.Arbitrary<Rows> = fc
  .tuple(fc.boolean(), fc.array(enterprise, { minLength: 1, maxLength: 7 }))
  .map(([hasTitle, enterprises]) => [
    ...(hasTitle ? [['2020年企业统计表']] : []),
    HEADERS,
    ...enterprises.map(([rent, output, prior, above, date, text], i) => [
      `第${i + 1}机械有限公司`,
      creditCode(i + 1),
      rent,
      output,
      prior,
      above,
      date,
      text === '' ? null : text,
    ]),
  ]);

export function fileOf(rows: Rows): Uint8Array {
  return workbookOf({ [SHEET]: rows });
}
