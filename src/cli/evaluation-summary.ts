import type { ClauseOutcome, PolicyOutcome, Status, Sums, WorkbookOutcome } from '../engine';
import { type Bilingual, type Decimal, type Lang, ZERO } from '../rules';
import { bracketed, clauseNumber, indicatorName, indicatorNames, moneyForPeople } from '../report';
import { alignedRows } from './console';
import type { ReadWorkbook } from './read-sheets';

export interface SummaryInput {
  readonly file: string;
  readonly read: ReadWorkbook;
  readonly outcome: WorkbookOutcome;
  /** Files that were written. */
  readonly written: readonly string[];
  readonly notices: readonly string[];
  readonly groupBy: string | undefined;
  readonly lang: Lang;
}

/** What `evaluate` prints: what was read, what it comes to, what is worth a look, where the files are. */
export function evaluationSummary(input: SummaryInput): string {
  const { lang } = input;
  const zh = lang === 'zh';
  const lines = [input.file, ...indented(sheetLines(input.read, lang))];
  for (const policy of input.outcome.policies) lines.push('', ...policyLines(policy, input.groupBy, lang));
  for (const notice of input.notices) lines.push('', notice);
  if (input.written.length > 0) lines.push('');
  for (const file of input.written) lines.push(`${zh ? '已写出' : 'Written:'} ${file}`);
  return `${lines.join('\n')}\n`;
}

function sheetLines({ tables, others }: ReadWorkbook, lang: Lang): string[] {
  const zh = lang === 'zh';
  const taken = tables.map(({ reading }) => {
    const skipped = reading.skippedRows.filter(({ why }) => why !== 'blank').length;
    const parts = zh
      ? [
          `${counted(reading.data.columns.rowCount)} 户`,
          `识别 ${reading.columns.length} 列`,
          `未用 ${reading.unmapped.length} 列`,
          ...(skipped > 0 ? [`跳过 ${skipped} 行`] : []),
          ...(reading.findings.length > 0 ? [`提示 ${reading.findings.length} 条`] : []),
        ]
      : [
          rowsText(reading.data.columns.rowCount),
          `${reading.columns.length} columns taken`,
          `${reading.unmapped.length} left over`,
          ...(skipped > 0 ? [`${skipped} rows skipped`] : []),
          ...(reading.findings.length > 0 ? [`findings: ${reading.findings.length}`] : []),
        ];
    return [reading.sheetName, parts.join(zh ? '，' : ', ')];
  });
  const left = others.map(({ sheetName, text }) => [
    sheetName,
    bracketed(zh ? '未用' : 'not used', text[lang], lang),
  ]);
  const findings = tables.some(({ reading }) => reading.findings.length > 0);
  const hint = zh ? '提示的内容见 subsidy map。' : 'subsidy map shows the findings.';
  return [...alignedRows([...taken, ...left], []), ...(findings ? [hint] : [])];
}

function policyLines(policy: PolicyOutcome, groupBy: string | undefined, lang: Lang): string[] {
  const { totals } = policy;
  const zh = lang === 'zh';
  const tables = [
    clauseTable(policy, lang),
    totals.byPayoutYear.size > 1
      ? moneyTable(
          zh ? '兑付年度' : 'Payout year',
          [...totals.byPayoutYear].map(([year, due]) => [String(year), due]),
          lang,
        )
      : [],
    groupBy === undefined ? [] : groupTable(groupBy, totals.byGroup, lang),
    attention(policy, lang),
  ];
  return [
    bracketed(policy.policy.title[lang], policy.policy.id, lang),
    ...indented(moneyLines(policy, lang)),
    ...tables.filter((table) => table.length > 0).flatMap((table) => ['', ...indented(table)]),
  ];
}

/** The kinds of money, never mixed, each with the number of rows that have it. */
function moneyLines(policy: PolicyOutcome, lang: Lang): string[] {
  const zh = lang === 'zh';
  const { totals } = policy;
  const rows = policy.sheets.flatMap((sheet) => sheet.rows);
  const line = (name: Bilingual, kind: keyof Sums): string[] => {
    const count = rows.filter((row) => !row[kind].isZero()).length;
    const rowsWithMoney = zh ? `${counted(count)} 户` : rowsText(count);
    return [name[lang], yuan(totals[kind], lang), count === 0 ? '' : rowsWithMoney];
  };
  const lines = [
    line({ zh: '应享金额', en: 'Award' }, 'award'),
    line({ zh: '上限金额', en: 'Ceiling' }, 'ceiling'),
    line({ zh: '减负金额', en: 'Saving' }, 'saving'),
  ];
  if (!totals.poolReduction.isZero()) {
    lines.push([zh ? '资金池折减' : 'Cut by pools', yuan(totals.poolReduction, lang), '']);
    lines.push([zh ? '折减后应享' : 'Award after pools', yuan(totals.awardAfterPools, lang), '']);
  }
  return alignedRows(lines, [false, true, true]);
}

/** Clauses shown; the others stand together in one line. */
const TOP = 8;

function clauseTable({ policy, totals }: PolicyOutcome, lang: Lang): string[] {
  const zh = lang === 'zh';
  const paid = [...totals.byClause]
    .filter(([, sums]) => !sums.award.isZero())
    .toSorted(([, a], [, b]) => b.award.comparedTo(a.award));
  if (paid.length === 0) return [];
  const line = (name: string, title: string, of: readonly (typeof paid)[number][]): string[] => [
    name,
    title,
    counted(of.reduce((sum, [, { counts }]) => sum + (counts.payable ?? 0), 0)),
    moneyForPeople(of.reduce((sum: Decimal, [, { award }]) => sum.plus(award), ZERO)),
  ];
  const rest = paid.slice(TOP);
  return alignedRows(
    [
      zh ? ['条款', '', '户次', '应享（元）'] : ['Clause', '', 'Lines', 'Award (CNY)'],
      ...paid
        .slice(0, TOP)
        .map((one) => line(clauseNumber(one[0]), policy.clauses.get(one[0])?.title[lang] ?? '', [one])),
      ...(rest.length === 0
        ? []
        : [
            line(
              zh ? '其他' : 'Others',
              zh ? `${rest.length} 条` : `${rest.length} ${rest.length === 1 ? 'clause' : 'clauses'}`,
              rest,
            ),
          ]),
      line(zh ? '合计' : 'Total', '', paid),
    ],
    [false, false, true, true],
  );
}

function groupTable(header: string, groups: ReadonlyMap<string, Sums>, lang: Lang): string[] {
  const blank = lang === 'zh' ? '（空）' : '(blank)';
  const sorted = [...groups]
    .map(([name, { award }]): [string, Decimal] => [name === '' ? blank : name, award])
    .toSorted(([, a], [, b]) => b.comparedTo(a));
  return moneyTable(header, sorted, lang);
}

function moneyTable(header: string, entries: readonly (readonly [string, Decimal])[], lang: Lang): string[] {
  return alignedRows(
    [
      [header, lang === 'zh' ? '应享（元）' : 'Award (CNY)'],
      ...entries.map(([name, amount]) => [name, moneyForPeople(amount)]),
    ],
    [false, true],
  );
}

const WORTH_A_LOOK: readonly (readonly [Bilingual, (clause: ClauseOutcome) => boolean])[] = [
  [{ zh: '封顶', en: 'Caps hit' }, ({ status, capHit }) => status === 'payable' && capHit],
  ...(
    [
      ['missing', { zh: '缺数据', en: 'Missing data' }],
      ['conflict', { zh: '同一企业金额冲突', en: 'Conflicting amounts of one enterprise' }],
      ['vetoed', { zh: '一票否决', en: 'Vetoed' }],
      ['notEligible', { zh: '不在适用范围', en: 'Not eligible' }],
      ['superseded', { zh: '择优不重复', en: 'Superseded by another clause' }],
      ['duplicate', { zh: '重复行', en: 'Repeated rows' }],
      ['unquantified', { zh: '金额未定', en: 'Amount not fixed' }],
      ['notInForce', { zh: '不在有效期', en: 'Not in force' }],
    ] as const
  ).map(([wanted, words]): readonly [Bilingual, (clause: ClauseOutcome) => boolean] => [
    words,
    ({ status }: { readonly status: Status }) => status === wanted,
  ]),
  [
    { zh: '名次按本表计算，待确认', en: 'Ranks computed from the sheet, to be confirmed' },
    ({ provisional = [] }) => provisional.some(({ why }) => why === 'computedRank'),
  ],
  [
    { zh: '换一种读法结果不同', en: 'Another reading gives another result' },
    ({ review = [] }) => review.length > 0,
  ],
];

/** What is not simply paid, with counts; and what could not be checked at all. */
function attention(policy: PolicyOutcome, lang: Lang): string[] {
  const zh = lang === 'zh';
  const clauses = policy.sheets.flatMap((sheet) => sheet.rows.flatMap((row) => row.clauses));
  const lines = WORTH_A_LOOK.flatMap(([words, isOne]) => {
    const found = clauses.filter(isOne);
    if (found.length === 0) return [];
    const detail = found[0]?.status === 'missing' ? mostMissing(found, policy, lang) : '';
    return [[words[lang], counted(found.length), detail]];
  });
  const assessed = new Set(policy.sheets.flatMap((sheet) => sheet.assessed));
  const notAssessed = new Set(
    policy.sheets
      .flatMap((sheet) => sheet.notAssessed.map(({ clause }) => clause))
      .filter((id) => !assessed.has(id)),
  );
  if (notAssessed.size > 0) {
    lines.push([
      zh ? '未评估的条款' : 'Clauses not assessed',
      counted(notAssessed.size),
      zh ? '表中没有所需的列，见汇总或 --json' : 'for want of columns; see the summary sheet or --json',
    ]);
  }
  if (policy.unchecked.length > 0) {
    lines.push([
      zh ? '未核查的事项' : 'Provisions not checked',
      counted(policy.unchecked.length),
      zh
        ? `表中没有列：${indicatorNames(policy.unchecked, policy.policy, lang)}`
        : `no column for: ${indicatorNames(policy.unchecked, policy.policy, lang)}`,
    ]);
  }
  if (lines.length === 0) return [];
  return [zh ? '值得一看' : 'Worth a look', ...indented(alignedRows(lines, [false, true, false]))];
}

function mostMissing(missing: readonly ClauseOutcome[], { policy }: PolicyOutcome, lang: Lang): string {
  const counts = new Map<string, number>();
  for (const key of missing.flatMap((clause) => clause.missing)) counts.set(key, (counts.get(key) ?? 0) + 1);
  const most = [...counts].toSorted(([, a], [, b]) => b - a).slice(0, 3);
  const names = most.map(([key, count]) => `${indicatorName(key, policy, lang)} ${count}`);
  return lang === 'zh' ? `最多的是：${names.join('、')}` : `mostly: ${names.join(', ')}`;
}

function yuan(amount: Decimal, lang: Lang): string {
  return lang === 'zh' ? `${moneyForPeople(amount)} 元` : `CNY ${moneyForPeople(amount)}`;
}

function rowsText(count: number): string {
  return `${counted(count)} ${count === 1 ? 'row' : 'rows'}`;
}

function counted(count: number): string {
  return moneyForPeople(ZERO.plus(count)).replace(/\.00$/, '');
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => (line === '' ? '' : `  ${line}`));
}
