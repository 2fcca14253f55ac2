import type { OurCell } from '../../report';
import type { Bilingual } from '../../rules';
import { cellAddress } from '../../sheet';
import { rangeAt } from '../session/cells';
import { type Context, run } from '../session/run';
import type { Work } from '../work/work';
import type { PlannedSheet } from './planned-sheet';

/** Rows looked at together. */
const ROWS = 1_000;
/** Half a fen: less is a double's rounding. */
const TOLERANCE = 0.005;

/**
 * The figures of 汇总 are Excel's own sums over 明细; here they are compared with the engine's. Where Excel does
 * not calculate by itself there is nothing to compare yet.
 */
export async function differencesInSummary(
  work: Work,
  sheets: readonly PlannedSheet[],
): Promise<Bilingual[]> {
  const summaries = sheets.filter(({ sheet }) => sheet.kind === 'summary');
  const isAutomatic = await run(async (context) => {
    const application = context.workbook.application.load('calculationMode');
    await context.sync();
    return application.calculationMode !== Excel.CalculationMode.manual;
  }, work.job);
  if (!isAutomatic) return [];
  const notices: Bilingual[] = [];
  for (const planned of summaries) {
    for (let first = 0; first < planned.sheet.rowCount; first += ROWS) {
      const rows = await planned.rows(first, first + ROWS);
      notices.push(...(await run((context) => differences(context, planned, rows, first), work.job)));
    }
  }
  return notices;
}

async function differences(
  context: Context,
  { sheet, target }: PlannedSheet,
  rows: readonly (readonly OurCell[])[],
  first: number,
): Promise<Bilingual[]> {
  const name = target.kind === 'new' ? target.name : target.sheetName;
  const cells = { top: first + 1, left: 1, bottom: first + rows.length, right: sheet.width };
  const range = rangeAt(context.workbook.worksheets.getItem(name), cells).load('values');
  await context.sync();
  return rows.flatMap((row, index) =>
    row.flatMap((cell, column): Bilingual[] => {
      if (typeof cell !== 'object' || cell === null || !('formula' in cell)) return [];
      const shown: unknown = range.values[index]?.[column];
      const isSame = typeof shown === 'number' && Math.abs(shown - cell.value) < TOLERANCE;
      const at = `${name}!${cellAddress(first + index + 1, column + 1)}`;
      return isSame
        ? []
        : [
            {
              zh: `${at} 的公式结果是 ${String(shown)}，测算结果是 ${cell.value}，请核对明细是否被改动。`,
              en: `The formula in ${at} gives ${String(shown)}, the evaluation ${cell.value}: check whether the detail lines were changed.`,
            },
          ];
    }),
  );
}
