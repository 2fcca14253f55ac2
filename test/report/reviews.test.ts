import { type DetailTable, detailTable, NO_REVIEWS, readReviews, type Reviews } from '../../src/report';
import type { Lang } from '../../src/rules';
import type { CellContent } from '../../src/sheet';
import { evaluated, type Evaluated, gridOf, type Row } from './lakeside';

const [A, B] = ['91530112MAWF3A3L3Q', '91530112MAYKDNNX75'];
const HEADER = ['企业名称', '统一社会信用代码', '所属街道', '设备购置费(元)', '应缴投标保证金(元)'];

/** The 明细 of a table, with what was carried over, as it would be read again from its sheet. */
function detail(table: Evaluated, reviews: Reviews = NO_REVIEWS, lang: Lang = 'zh'): DetailTable {
  return detailTable({
    outcome: table.policy,
    lang,
    groups: ['所属街道'],
    identity: table.identity,
    basis: (_sheet, { uncapped }) => ({ base: uncapped?.times(2).toFixed() ?? null, standard: null }),
    reviews,
  });
}

const inSheet = (...rows: readonly Row[]): Evaluated =>
  evaluated({ 企业表: [HEADER, ...rows] }, { groupBy: '所属街道' });

/** The sheet of a 明细 with cells that users filled in: line (from 1) → header → cell. */
function filledIn(
  { headers, rows }: DetailTable,
  cells: Readonly<Record<number, Readonly<Record<string, CellContent>>>>,
  more: readonly string[] = [],
): readonly Row[] {
  const all = [...headers, ...more];
  return [
    all,
    ...rows.map((row, index) =>
      all.map((header, column) => cells[index + 1]?.[header] ?? row[column] ?? null),
    ),
  ];
}

const carriedBy = (sheet: readonly Row[], headerRow = 1): Reviews =>
  readReviews(gridOf(sheet), headerRow, new Set(['所属街道', '备注']));

/** Enterprise, clause, base and the users' columns of every line. */
function reviewed({ headers, rows }: DetailTable): unknown[] {
  const wanted = ['企业名称', '条款', '计算基数', '核定金额', '审核意见', '状态'].map((header) =>
    headers.indexOf(header),
  );
  return rows.map((row) => wanted.map((column) => row[column] ?? null));
}

const first = inSheet(['甲', A, '东街', 1000, null], ['乙', B, '西街', 2000, 300]);

test('reviews are carried over by credit code and clause, however the rows stand now', () => {
  const before = filledIn(detail(first), {
    1: { 核定金额: 79.5, 审核意见: '同意' },
    3: { 状态: '待补' },
  });
  // 乙 comes first now, its code in another writing, and its base has changed.
  const after = inSheet(['乙', '91530112maykdnnx75', '西街', 4000, 300], ['甲', A, '东街', 1000, null]);
  expect(reviewed(detail(after, carriedBy(before)))).toEqual([
    ['乙', '1.2', '640', null, null, null],
    ['乙', '3.5', '300', null, null, '待补'],
    ['甲', '1.2', '160', 79.5, '同意', null],
  ]);
});

test('of several projects of one enterprise each keeps its own review, also after sorting', () => {
  const project = (bond: number): Row => ['甲', A, '东街', null, bond];
  const [one, two, three] = [project(100), project(200), project(300)];
  const before = filledIn(detail(inSheet(one, two, three)), { 2: { 审核意见: '二' }, 3: { 审核意见: '三' } });
  const opinions = (...rows: readonly Row[]): unknown[] => {
    const { headers, rows: found, orphanedReviews } = detail(inSheet(...rows), carriedBy(before));
    const [base, opinion] = [headers.indexOf('计算基数'), headers.indexOf('审核意见')];
    return [...found.map((row) => [row[base], row[opinion]]), orphanedReviews];
  };
  expect(opinions(one, two, three)).toEqual([['100', null], ['200', '二'], ['300', '三'], 0]);
  expect(opinions(three, two, one)).toEqual([['300', '三'], ['200', '二'], ['100', null], 0]);
  // The second project is gone, another has come in its row: its review belongs to neither of the others.
  expect(opinions(three, one, project(900))).toEqual([
    ['300', '三'],
    ['100', null],
    ['900', null],
    [null, '二'],
    1,
  ]);
  // The second project's base was corrected in its row: the review stays with it.
  expect(opinions(one, project(250), three)).toEqual([['100', null], ['250', '二'], ['300', '三'], 0]);
});

test('a review whose result is gone stays at the end, once, and adds nothing up', () => {
  const before = filledIn(detail(first), { 1: { 核定金额: 79.5 } });
  const gone = inSheet(['甲', A, '东街', null, null], ['乙', B, '西街', 2000, 300]);
  const after = detail(gone, carriedBy(before));
  expect(after.orphanedReviews).toBe(1);
  expect(after.rows.at(-1)?.filter((cell) => cell !== null)).toEqual([
    A,
    '甲',
    '1.2',
    '本次测算已无此结果，保留原审核内容',
    79.5,
  ]);
  const again = detail(gone, carriedBy(filledIn(after, {})));
  expect(again.rows).toEqual(after.rows);
  expect(again.orphanedReviews).toBe(1);
});

test('an enterprise without credit code is known by its name', () => {
  const table = inSheet(['甲公司', null, '东街', 1000, null], ['乙公司', null, '西街', 2000, null]);
  const before = filledIn(detail(table), { 2: { 审核意见: '同意' } });
  const sorted = inSheet(['乙公司', null, '西街', 2000, null], ['甲公司', null, '东街', 1000, null]);
  expect(reviewed(detail(sorted, carriedBy(before)))).toEqual([
    ['乙公司', '1.2', '320', null, '同意', null],
    ['甲公司', '1.2', '160', null, null, null],
  ]);
});

test('columns that users added are theirs, also one named like a column of the table', () => {
  const before = filledIn(detail(first), { 1: { 经办人: '王', 备注: '电话核实' }, 2: { 备注: 7 } }, [
    '经办人',
    '备注',
  ]);
  const after = detail(first, carriedBy(before));
  expect(after.headers.slice(-5)).toEqual(['核定金额', '审核意见', '状态', '经办人', '备注']);
  expect(after.rows.map((row) => row.slice(-2))).toEqual([
    ['王', '电话核实'],
    [null, 7],
    [null, null],
  ]);
});

test('a 明细 in one language is read when it is written in the other', () => {
  const english = filledIn(detail(first, NO_REVIEWS, 'en'), { 1: { 'Review opinion': 'agreed' } });
  const after = detail(first, carriedBy(english));
  expect(after.headers.slice(-4)).toEqual(['2028年兑付', '审批', '核定金额', '审核意见', '状态'].slice(-4));
  expect(reviewed(after)[0]).toEqual(['甲', '1.2', '160', null, 'agreed', null]);
});

test('rows that users put above the header do not hide it', () => {
  const before = filledIn(detail(first), { 1: { 审核意见: '同意' } });
  expect(carriedBy([['西山区审核表'], [], ...before], 3)).toMatchObject({
    carried: [{ cells: [null, '同意', null] }, {}, {}],
  });
});

test('values of every kind are carried: numbers, yes and no, errors', () => {
  const before = filledIn(detail(first), {
    1: { 审核意见: true },
    2: { 审核意见: { error: '#N/A' } },
    3: { 审核意见: 0 },
  });
  expect(carriedBy(before).carried.map(({ cells }) => cells[1])).toEqual(['true', '#N/A', 0]);
});
