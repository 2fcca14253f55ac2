import type { Annotated, TakenBack } from '../../excel';
import type { Bilingual } from '../../rules';
import { counted, joined, quoted } from './sentences';

/** How pieces of work end, in sentences. */

export const NOTHING_CHANGED: Bilingual = { zh: '工作簿没有改动。', en: 'The workbook was not changed.' };

export const TAKEN_BACK_AFTER: Readonly<Record<'whole' | 'lost', Bilingual>> = {
  whole: {
    zh: '已写入的内容已全部撤回，工作簿与之前一样。',
    en: 'What had been written was taken back: the workbook is as before.',
  },
  lost: {
    zh: '已写入的内容已撤回；上一次的结果因行已变动无法恢复，请重新测算。',
    en: 'What had been written was taken back. Earlier results could not be restored, because the rows beside them changed: evaluate again.',
  },
};

export const UNFINISHED_LATER: Bilingual = {
  zh: '写到一半的内容暂时无法撤回；下次打开这个工作簿时会再次处理。',
  en: 'What was half written cannot be taken back now; it is dealt with when this workbook is opened again.',
};

export const SETTINGS_NOT_KEPT: Bilingual = {
  zh: '测算不受影响。',
  en: 'The evaluation is not affected.',
};

export const NOT_IN_EXCEL: Bilingual = {
  zh: '这个页面是 Excel 加载项的任务窗格，请在 Excel 里打开。',
  en: 'This page is the task pane of an Excel add-in: open it in Excel.',
};

export const NO_TABLE: Bilingual = {
  zh: '没有找到企业统计表：需要一行表头，含企业名称或统一社会信用代码，下面是数据。',
  en: 'No table of enterprises was found: a header row with the enterprise’s name or credit code is needed, with data below.',
};

export const NO_POLICY: Bilingual = {
  zh: '请至少选择一项政策。',
  en: 'Choose at least one policy.',
};

export const NO_SHEET: Bilingual = {
  zh: '这个工作簿里没有可以测算的工作表。',
  en: 'This workbook has no sheet to evaluate.',
};

export function groupGone(header: string): Bilingual {
  return {
    zh: `表里没有“${header}”列，这次没有分组。`,
    en: `There is no column “${header}”; totals are not grouped this time.`,
  };
}

export function writtenText({ sheets }: Annotated, place: 'beside' | 'ownSheet'): Bilingual {
  if (sheets.length === 0) {
    return { zh: '结果已写在数据右侧。', en: 'The results stand beside the data.' };
  }
  const list = quoted(sheets);
  const beside = place === 'beside';
  return {
    zh: `结果已写在${beside ? '数据右侧和' : ''}工作表${list.zh}。`,
    en: `The results stand ${beside ? 'beside the data and ' : ''}on ${sheets.length === 1 ? 'the sheet' : 'the sheets'} ${list.en}.`,
  };
}

export function takenBackText({ columns, sheets, kept, keptSheets }: TakenBack): Bilingual {
  if (columns + sheets.length + kept.length + keptSheets.length === 0) {
    return { zh: '这个工作簿里没有可撤回的结果。', en: 'This workbook has no results to take back.' };
  }
  const done = {
    zh: `已撤回 ${columns} 列结果和 ${sheets.length} 张工作表。`,
    en: `Taken back: ${counted(columns, 'column')} and ${counted(sheets.length, 'sheet')}.`,
  };
  return joined(
    done,
    ...(kept.length === 0 ? [] : [keptColumnsText(kept)]),
    ...(keptSheets.length === 0 ? [] : [keptSheetsText(keptSheets)]),
  );
}

function keptColumnsText(kept: TakenBack['kept']): Bilingual {
  const columns = kept.map(({ sheet, cell, header }) => `${sheet}!${cell} ${header}`);
  const list = quoted(columns);
  return { zh: `有人改过的列原样保留：${list.zh}。`, en: `Columns that somebody edited stay: ${list.en}.` };
}

function keptSheetsText(names: readonly string[]): Bilingual {
  const list = quoted(names);
  return { zh: `有审核内容的工作表保留：${list.zh}。`, en: `Sheets with reviews stay: ${list.en}.` };
}

export const HAND_OVER_OPENED: Bilingual = {
  zh: '移交副本已在新窗口打开。请在那个窗口打开本窗格，点“制作移交副本”，再保存。',
  en: 'The hand-over copy opened in a new window. Open this pane there, choose “Make the hand-over copy”, then save it.',
};

export function handedOverText(cells: number): Bilingual {
  return {
    zh: `移交副本已做好：${cells} 个公式单元格已转为数值，内部标记已清除。请保存后移交。`,
    en: `The hand-over copy is ready: ${counted(cells, 'formula cell')} became values, internal marks are gone. Save it and hand it on.`,
  };
}

export const FINISHED: Readonly<Record<'annotate' | 'takeBack' | 'handOver', Bilingual>> = {
  annotate: {
    zh: '上次没有写完的结果已撤回，工作簿与那次测算之前一样。',
    en: 'The results that were not completely written have been taken back; the workbook is as before that evaluation.',
  },
  takeBack: { zh: '上次没有做完的撤回已完成。', en: 'The taking back that was cut short is done.' },
  handOver: { zh: '上次没有做完的移交副本已完成。', en: 'The hand-over copy that was cut short is done.' },
};

export const NOTHING_UNFINISHED: Bilingual = {
  zh: '没有未完成的工作。',
  en: 'Nothing is unfinished.',
};
