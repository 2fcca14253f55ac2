import type { Bilingual } from '../../rules';
import { ExcelProblem } from '../problems/problem';
import { run } from '../session/run';
import type { NoteBefore } from '../work/marker';
import { noteAt, notesOn, putNote } from '../work/notes';
import { findPlaces } from '../work/places';
import type { Work } from '../work/work';
import type { ColumnsPlan, PlannedColumn } from './columns-plan';

/** Where each policy's figures come from, on its first header. Without a note that Excel refuses the results stand all the same. */
export async function writeNotes(work: Work, plan: ColumnsPlan): Promise<Bilingual[]> {
  const noted = plan.placement.notes.flatMap(({ column, text }) => {
    const planned = plan.columns.find(({ column: { at } }) => at === column);
    return planned === undefined ? [] : [{ planned, text }];
  });
  try {
    const before = await notesBefore(work, plan, noted);
    await work.step([{ kind: 'notes', notes: before }], async (context) => {
      const sheet = context.workbook.worksheets.getItem(plan.sheetId);
      const notes = await notesOn(context, sheet);
      const found = await findPlaces(
        context,
        noted.map(({ planned }) => planned.place),
      );
      noted.forEach(({ text }, index) => {
        const cells = found[index]?.cells;
        if (cells !== undefined) putNote(sheet, notes, { row: cells.top, column: cells.left }, text);
      });
    });
    return [];
  } catch (error) {
    const isNoteAlone =
      error instanceof ExcelProblem && (error.code === 'excel' || error.code === 'accessDenied');
    if (!isNoteAlone) throw error;
    return [notWritten(plan.sheetName, error)];
  }
}

function notWritten(sheetName: string, error: ExcelProblem): Bilingual {
  // Excel takes no comment where there is a note, such as the command line's; Office.js can neither see nor remove it.
  if (error.officeCode === 'InvalidArgument')
    return {
      zh: `“${sheetName}”的结果表头上已有附注，没有再写批注：附注可能是命令行上次测算时写的，规则版本以汇总表为准；不需要时请右键单击该表头，选“删除附注”。`,
      en: `A result header of “${sheetName}” has a note already, so no comment was added: the note may be from an earlier run of the command line, and the summary says which rules were used. To remove it, right-click the header and choose Delete Note.`,
    };
  return {
    zh: `“${sheetName}”的表头批注没有写上（${error.text('zh')}）；规则版本见汇总。`,
    en: `The note on the header of “${sheetName}” could not be written (${error.text('en')}); the summary says which rules were used.`,
  };
}

async function notesBefore(
  work: Work,
  plan: ColumnsPlan,
  noted: readonly { readonly planned: PlannedColumn }[],
): Promise<NoteBefore[]> {
  return run(async (context) => {
    const notes = await notesOn(context, context.workbook.worksheets.getItem(plan.sheetId));
    const found = await findPlaces(
      context,
      noted.map(({ planned }) => planned.place),
    );
    return noted.map(({ planned: { place } }, index) => {
      const cells = found[index]?.cells;
      const note = cells === undefined ? undefined : noteAt(notes, cells.top, cells.left);
      return { place, text: note?.text ?? null };
    });
  }, work.job);
}
