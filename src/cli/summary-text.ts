import type { PolicyOutcome, WorkbookOutcome } from '../engine';
import type { Lang } from '../rules';
import { clauseNumber, moneyForPeople } from '../report';
import { alignedRows } from './console';
import type { ReadWorkbook } from './read-sheets';

export interface SummaryInput {
  readonly file: string;
  readonly read: ReadWorkbook;
  readonly outcome: WorkbookOutcome;
  readonly out: string | undefined;
  readonly notices: readonly string[];
  readonly lang: Lang;
}

/** What `evaluate` prints: what was read, what it comes to, what is worth a look, where the file is. */
export function evaluationSummary(input: SummaryInput): string {
  const { lang, read, outcome } = input;
  const zh = lang === 'zh';
  const lines: string[] = [input.file, ''];
  for (const { reading } of read.tables) {
    const skipped = reading.skippedRows.filter(({ why }) => why !== 'blank').length;
    lines.push(
      zh
        ? `  ${reading.sheetName}：${reading.data.columns.rowCount} 户，识别 ${reading.columns.length} 列，未用 ${reading.unmapped.length} 列${skipped > 0 ? `，跳过 ${skipped} 行` : ''}，提示 ${reading.findings.length} 条`
        : `  ${reading.sheetName}: ${reading.data.columns.rowCount} rows, ${reading.columns.length} columns taken, ${reading.unmapped.length} left over${skipped > 0 ? `, ${skipped} rows skipped` : ''}, ${reading.findings.length} findings`,
    );
  }
  for (const { sheetName, text } of read.others) lines.push(`  ${sheetName}${zh ? '：' : ': '}${text[lang]}`);
  for (const policy of outcome.policies) lines.push('', ...policyLines(policy, lang));
  for (const notice of input.notices) lines.push('', notice);
  if (input.out !== undefined) lines.push('', zh ? `已写出 ${input.out}` : `Written: ${input.out}`);
  return `${lines.join('\n')}\n`;
}

const TOP = 8;

function policyLines(policy: PolicyOutcome, lang: Lang): string[] {
  const zh = lang === 'zh';
  const { totals } = policy;
  const rows = policy.sheets.flatMap((sheet) => sheet.rows);
  const paid = rows.filter(({ award }) => !award.isZero()).length;
  const counts = (
    status: 'missing' | 'vetoed' | 'notEligible' | 'superseded' | 'unquantified' | 'conflict',
  ): number =>
    rows.reduce((sum, row) => sum + row.clauses.filter((clause) => clause.status === status).length, 0);
  const capHits = rows.reduce((sum, row) => sum + row.capHits.length, 0);
  const figures: [string, string][] = [
    [zh ? '应享金额' : 'Award', moneyForPeople(totals.award)],
    [zh ? '上限金额' : 'Ceiling', moneyForPeople(totals.ceiling)],
    [zh ? '减负金额' : 'Saving', moneyForPeople(totals.saving)],
  ];
  if (!totals.poolReduction.isZero()) {
    figures.push([zh ? '资金池折减' : 'Cut by pools', moneyForPeople(totals.poolReduction)]);
    figures.push([zh ? '折减后应享' : 'Award after pools', moneyForPeople(totals.awardAfterPools)]);
  }
  const lines = [policy.policy.title[lang], ...indented(figures)];
  lines.push(
    zh
      ? `  ${paid} 户有应享金额；封顶 ${capHits} 次，缺数据 ${counts('missing')} 处，一票否决 ${counts('vetoed')}，不在范围 ${counts('notEligible')}，择优不重复 ${counts('superseded')}，金额未定 ${counts('unquantified')}，冲突 ${counts('conflict')}`
      : `  ${paid} rows with an award; caps hit ${capHits}, missing data ${counts('missing')}, vetoed ${counts('vetoed')}, not eligible ${counts('notEligible')}, superseded ${counts('superseded')}, unquantified ${counts('unquantified')}, conflicts ${counts('conflict')}`,
  );
  const largest = [...totals.byClause]
    .filter(([, sums]) => !sums.award.isZero())
    .toSorted(([, a], [, b]) => b.award.comparedTo(a.award))
    .slice(0, TOP)
    .map(([id, sums]): [string, string, string, string] => [
      clauseNumber(id),
      policy.policy.clauses.get(id)?.title[lang] ?? '',
      `${sums.counts.payable ?? 0}${zh ? ' 户次' : ' lines'}`,
      moneyForPeople(sums.award),
    ]);
  if (largest.length > 0) {
    lines.push(zh ? '  金额最大的条款（元）：' : '  Largest clauses (CNY):');
    lines.push(...alignedRows(largest, [false, false, true, true]).map((row) => `    ${row}`));
  }
  const years = [...totals.byPayoutYear].map(([year, due]): [string, string] => [
    String(year),
    moneyForPeople(due),
  ]);
  if (years.length > 1) {
    lines.push(zh ? '  按兑付年度（元）：' : '  By payout year (CNY):');
    lines.push(...alignedRows(years, [false, true]).map((row) => `    ${row}`));
  }
  if (totals.byGroup.size > 0) {
    lines.push(zh ? '  按分组（元）：' : '  By group (CNY):');
    const groups = [...totals.byGroup].map(([group, sums]): [string, string] => [
      group === '' ? (zh ? '（空）' : '(blank)') : group,
      moneyForPeople(sums.award),
    ]);
    lines.push(...alignedRows(groups, [false, true]).map((row) => `    ${row}`));
  }
  if (policy.unchecked.length > 0) {
    const names = policy.unchecked.map(
      (key) => policy.policy.vocabulary.indicators.get(key)?.names[lang] ?? key,
    );
    lines.push(
      zh
        ? `  未核查（表中没有列）：${names.join('、')}`
        : `  Not checked (no column for it): ${names.join(', ')}`,
    );
  }
  const notAssessed = new Set(
    policy.sheets.flatMap((sheet) => sheet.notAssessed.map(({ clause }) => clause)),
  );
  for (const sheet of policy.sheets) for (const clause of sheet.assessed) notAssessed.delete(clause);
  if (notAssessed.size > 0) {
    lines.push(
      zh
        ? `  ${notAssessed.size} 条因表中没有所需列而未评估（详见 --json 的 notAssessed）`
        : `  ${notAssessed.size} clauses were not assessed for want of columns (see notAssessed in --json)`,
    );
  }
  return lines;
}

function indented(figures: readonly (readonly string[])[]): string[] {
  return alignedRows(figures, [false, true]).map((row) => `  ${row}`);
}
