import type { ClauseOutcome, PolicyOutcome, RowRef } from '../engine';
import type { Lang } from '../rules';
import { bracketed, clauseNumber, indicatorNames, labelled } from './phrases';

/** Places named in one reason: an enterprise may stand in as many rows as the sheet has. */
const MOST_PLACES = 10;

/** Why a line of 明细 is not simply paid: what is missing, which clause won, which veto applies. */
export function reasonOf(
  line: ClauseOutcome,
  sheet: number,
  outcome: PolicyOutcome,
  lang: Lang,
): string | null {
  const parts = [
    ...ofData(line, outcome, lang),
    ...ofAmount(line, lang),
    ...ofSettlement(line, sheet, outcome, lang),
    ...ofDoubt(line, outcome, lang),
  ];
  return parts.length === 0 ? null : parts.join(lang === 'zh' ? '；' : '; ');
}

function ofData({ missing, vetoes, scope }: ClauseOutcome, { policy }: PolicyOutcome, lang: Lang): string[] {
  const zh = lang === 'zh';
  const parts: string[] = [];
  if (missing.length > 0)
    parts.push(labelled(zh ? '缺' : 'missing', indicatorNames(missing, policy, lang), lang));
  if (vetoes !== undefined)
    parts.push(labelled(zh ? '否决' : 'veto', indicatorNames(vetoes, policy, lang), lang));
  if (scope !== undefined)
    parts.push(labelled(zh ? '不符合' : 'out of scope', indicatorNames(scope, policy, lang), lang));
  return parts;
}

/** Why there is no amount, or only a bound. */
function ofAmount({ status, amount }: ClauseOutcome, lang: Lang): string[] {
  const zh = lang === 'zh';
  if (status === 'unquantified') return [zh ? '文件未定金额，待核定' : 'the text fixes no amount'];
  if (status === 'ceiling') return [zh ? '文件只定上限，待核定' : 'the text fixes an upper bound only'];
  if (status === 'saving' && amount === null)
    return [zh ? '未给出原费率，减负金额未知' : 'the earlier rate is not given, so the saving is not known'];
  return [];
}

function ofSettlement(line: ClauseOutcome, sheet: number, outcome: PolicyOutcome, lang: Lang): string[] {
  const zh = lang === 'zh';
  const parts: string[] = [];
  if (line.supersededBy !== undefined) {
    const winner = clauseNumber(line.supersededBy.clause);
    const { at } = line.supersededBy;
    const isHere = at.sheet === sheet && at.row === line.row;
    const place = placeOf(at, outcome, lang);
    const paid = isHere ? winner : bracketed(winner, place, lang);
    parts.push(zh ? `同项目择优，已取${paid}` : `same project: ${paid} is paid`);
  }
  if (line.duplicateOf !== undefined) {
    const first = placeOf(line.duplicateOf, outcome, lang);
    parts.push(zh ? `与${first}重复` : `repeats ${first}`);
  }
  if (line.status === 'conflict') {
    const others = line.conflictWith ?? [];
    const rows = others.slice(0, MOST_PLACES).map((at) => placeOf(at, outcome, lang));
    const more = others.length > MOST_PLACES ? ` … (${others.length})` : '';
    parts.push(
      zh
        ? `同一企业在${rows.join('、')}${more}金额不同，请核定`
        : `one enterprise, different amounts in ${rows.join(', ')}${more}: please decide`,
    );
  }
  return parts;
}

/** A default reading or a provisional assumption stands behind the result. */
function ofDoubt(
  { clause, provisional = [], review = [] }: ClauseOutcome,
  { policy }: PolicyOutcome,
  lang: Lang,
): string[] {
  const zh = lang === 'zh';
  const parts: string[] = [];
  for (const reason of provisional) {
    if (reason.why === 'computedRank') {
      parts.push(
        zh
          ? `第${reason.rank}名（共${reason.groupSize}户）按本表计算，请确认名单完整`
          : `rank ${reason.rank} of ${reason.groupSize} is computed from this sheet; confirm that the list is complete`,
      );
    }
    if (reason.why === 'openRival') {
      const rival = clauseNumber(reason.clause);
      parts.push(
        zh
          ? `互斥的${rival}缺数据，结果待定`
          : `${rival}, which excludes this clause, lacks data; the result may change`,
      );
    }
  }
  const readings = [...policy.readings, ...(policy.clauses.get(clause)?.readings ?? [])];
  for (const id of review) {
    const issue = readings.find((reading) => reading.id === id)?.issue[lang] ?? id;
    parts.push(labelled(zh ? '换一种读法结果不同' : 'another reading gives another result', issue, lang));
  }
  return parts;
}

/** `“企业统计”第12行`, `row 12 of “企业统计”`. */
export function placeOf(at: RowRef, outcome: PolicyOutcome, lang: Lang): string {
  const sheet = outcome.sheets.find((candidate) => candidate.sheet === at.sheet);
  const rowNumber = sheet?.rows[at.row]?.rowNumber ?? at.row + 1;
  const name = sheet?.sheetName ?? '';
  return lang === 'zh' ? `“${name}”第${rowNumber}行` : `row ${rowNumber} of “${name}”`;
}
