import type { Lang } from '../rules';
import { LEFT_WORDS, listed, SKIPPED_WORDS, TAKEN_WORDS } from '../report';
import { findingText, type SheetReading, type SkipReason } from '../sheet';
import { type CommandArguments, single } from './arguments';
import { alignedRows, type CommandLineIo } from './console';
import { readMapFile } from './map-file';
import { readWorkbookFile } from './read-sheets';
import { loadCheckedRules } from './rules-folder';

/** `subsidy map`: what each column was taken for, with unit and reason, and what is left over. */
export function map(args: CommandArguments, io: CommandLineIo): number {
  const { lang } = args;
  const rules = loadCheckedRules(io, single(args, 'rules'), lang);
  const mapFile = single(args, 'map');
  const { tables, others } = readWorkbookFile(args.positionals[0] ?? '', {
    sheets: args.values.get('sheet') ?? [],
    corrections: mapFile === undefined ? undefined : readMapFile(mapFile),
    vocabulary: rules.vocabulary,
    policies: rules.policies,
  });
  const readings = tables.map(({ reading }) => reading);
  if (args.flags.has('json')) {
    io.stdout.write(
      `${JSON.stringify({ schema: 1, sheets: readings.map((reading) => sheetJson(reading, lang)) })}\n`,
    );
    return 0;
  }
  for (const reading of readings) {
    io.stdout.write(
      `${sheetText(reading, (key) => rules.vocabulary.indicators.get(key)?.names[lang] ?? key, lang)}\n`,
    );
  }
  for (const { sheetName, text } of others)
    io.stdout.write(`${sheetName}${lang === 'zh' ? '：' : ': '}${text[lang]}\n`);
  return 0;
}

function sheetJson(reading: SheetReading, lang: Lang): unknown {
  return {
    sheet: reading.sheetName,
    headerRows: reading.headerRows,
    firstDataRow: reading.firstDataRow,
    lastDataRow: reading.lastDataRow,
    columns: reading.columns.map((column) => ({
      column: column.column,
      header: column.header,
      headerPath: column.headerPath,
      key: column.key,
      clause: column.clauseId,
      unit: column.unit,
      unitSource: column.unitSource,
      factor: column.factor?.toFixed() ?? null,
      scale: column.scale,
      why: column.why,
      confidence: column.confidence,
      alternatives: column.alternatives,
    })),
    unmapped: reading.unmapped.map(({ column, header, headerPath, why, alternatives }) => ({
      column,
      header,
      headerPath,
      why,
      alternatives,
    })),
    skippedRows: reading.skippedRows,
    findings: reading.findings.map((finding) => ({
      cell: finding.cell,
      code: finding.code,
      severity: finding.severity,
      text: findingText(finding)[lang],
    })),
  };
}

function sheetText(reading: SheetReading, nameOf: (key: string) => string, lang: Lang): string {
  const zh = lang === 'zh';
  const lines = [
    zh
      ? `${reading.sheetName}：表头第 ${reading.headerRows.join('、')} 行，数据第 ${reading.firstDataRow}–${reading.lastDataRow} 行，${reading.data.columns.rowCount} 户`
      : `${reading.sheetName}: header in row ${reading.headerRows.join(', ')}, data in rows ${reading.firstDataRow}–${reading.lastDataRow}, ${reading.data.columns.rowCount} enterprises`,
  ];
  const taken = reading.columns.map((column) => [
    column.column,
    column.headerPath.join(' / '),
    '→',
    column.key ?? column.clauseId ?? '',
    column.key === null ? '' : nameOf(column.key),
    column.unit ?? '',
    TAKEN_WORDS[column.why][lang] +
      (column.confidence < 1 ? ` ${Math.round(column.confidence * 100)} %` : ''),
  ]);
  lines.push(...alignedRows(taken, []).map((row) => `  ${row}`));
  if (reading.unmapped.length > 0) {
    lines.push(zh ? '  未用的列：' : '  Left over:');
    const left = reading.unmapped.map((column) => [
      column.column,
      column.headerPath.join(' / '),
      LEFT_WORDS[column.why][lang],
      column.alternatives
        .map(({ key, clauseId }) => (key === null ? (clauseId ?? '') : `${key} ${nameOf(key)}`))
        .join(zh ? '、' : ', '),
    ]);
    lines.push(...alignedRows(left, []).map((row) => `    ${row}`));
  }
  const skipped = skippedLines(reading, lang);
  if (skipped.length > 0) lines.push(zh ? '  跳过的行：' : '  Rows skipped:', ...skipped);
  if (reading.findings.length > 0) {
    lines.push(zh ? '  提示：' : '  Findings:');
    lines.push(...reading.findings.map((finding) => `    ${finding.cell} ${findingText(finding)[lang]}`));
  }
  return lines.join('\n');
}

/** Rows that are no enterprises, by the reason; blank ones need no word. */
function skippedLines({ skippedRows }: SheetReading, lang: Lang): string[] {
  const byReason = new Map<SkipReason, number[]>();
  for (const { row, why } of skippedRows) {
    if (why !== 'blank') byReason.set(why, [...(byReason.get(why) ?? []), row]);
  }
  return alignedRows(
    [...byReason].map(([why, rows]) => [SKIPPED_WORDS[why][lang], listed(rows.map(String), lang)]),
    [],
  ).map((line) => `    ${line}`);
}
