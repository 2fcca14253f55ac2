import type { Bilingual } from '../../rules';
import type { ProblemCode, ProblemDetails, WayOn } from './problem';

interface ProblemText {
  readonly text: (details: ProblemDetails) => Bilingual;
  readonly ways: readonly WayOn[];
}

/** `工作表“企业统计”`, `the sheet “企业统计”`; without a name where none is known. */
function sheet({ sheet: name }: ProblemDetails): Bilingual {
  return name === undefined
    ? { zh: '工作表', en: 'the sheet' }
    : { zh: `工作表“${name}”`, en: `the sheet “${name}”` };
}

function cells({ cells: address }: ProblemDetails): Bilingual {
  return address === undefined ? { zh: '', en: '' } : { zh: `（${address}）`, en: ` (${address})` };
}

function sentence(zh: string, en: string): Bilingual {
  return { zh, en: en.charAt(0).toUpperCase() + en.slice(1) };
}

/** What users read: what is wrong, where, and what to do. */
export const PROBLEM_TEXTS: Readonly<Record<ProblemCode, ProblemText>> = {
  cancelled: { text: () => sentence('已取消。', 'Cancelled.'), ways: ['retry'] },
  cellEdit: {
    text: () =>
      sentence(
        '有单元格正在编辑，Excel 暂不接受操作。请按 Enter 或 Esc 结束编辑，再试一次。',
        'A cell is being edited, and Excel takes nothing else meanwhile. Press Enter or Esc, then try again.',
      ),
    ways: ['retry'],
  },
  dialogOpen: {
    text: () =>
      sentence(
        'Excel 里有对话框开着。请关闭它，再试一次。',
        'A dialog is open in Excel. Close it, then try again.',
      ),
    ways: ['retry'],
  },
  sheetProtected: {
    text: (d) =>
      sentence(
        `${sheet(d).zh}受保护，不能写入。请撤销工作表保护后再试，或把结果写到新工作表。`,
        `${sheet(d).en} is protected and cannot be written to. Unprotect it and try again, or write the results to a new sheet.`,
      ),
    ways: ['unprotect', 'newSheet'],
  },
  structureProtected: {
    text: () =>
      sentence(
        '工作簿结构受保护，不能增删工作表。请撤销工作簿保护后再试，或只在数据旁写结果列。',
        'The structure of the workbook is protected: no sheet can be added or removed. Unprotect the workbook and try again, or write only the columns beside the data.',
      ),
    ways: ['unprotect', 'columnsOnly'],
  },
  filtered: {
    text: (d) =>
      sentence(
        `${sheet(d).zh}正在筛选，此时写入会落到错误的行。请清除筛选后再试，或把结果写到新工作表。`,
        `${sheet(d).en} is filtered, and what is written then lands in wrong rows. Clear the filter and try again, or write the results to a new sheet.`,
      ),
    ways: ['clearFilter', 'newSheet'],
  },
  merged: {
    text: (d) =>
      sentence(
        `${sheet(d).zh}中要写入的位置有合并单元格${cells(d).zh}。请取消合并后再试，或把结果写到新工作表。`,
        `${sheet(d).en} has merged cells${cells(d).en} where the results go. Unmerge them and try again, or write the results to a new sheet.`,
      ),
    ways: ['retry', 'newSheet'],
  },
  tableInTheWay: {
    text: (d) =>
      sentence(
        `${sheet(d).zh}中要写入的位置有表格${d.table === undefined ? '' : `“${d.table}”`}。请移开它后再试，或把结果写到新工作表。`,
        `${sheet(d).en} has a table${d.table === undefined ? '' : ` “${d.table}”`} where the results go. Move it and try again, or write the results to a new sheet.`,
      ),
    ways: ['retry', 'newSheet'],
  },
  cellsInTheWay: {
    text: (d) =>
      sentence(
        `${sheet(d).zh}中要写入的位置已有内容${cells(d).zh}。请移开它后再试，或把结果写到新工作表。`,
        `${sheet(d).en} has something${cells(d).en} where the results go. Move it and try again, or write the results to a new sheet.`,
      ),
    ways: ['retry', 'newSheet'],
  },
  pivotInTheWay: {
    text: (d) =>
      sentence(
        `${sheet(d).zh}中要写入的位置有数据透视表。请移开它后再试，或把结果写到新工作表。`,
        `${sheet(d).en} has a PivotTable where the results go. Move it and try again, or write the results to a new sheet.`,
      ),
    ways: ['retry', 'newSheet'],
  },
  conflict: {
    text: (d) =>
      sentence(
        `${sheet(d).zh}上的操作与表格、筛选或他人的修改冲突。请稍后再试，或把结果写到新工作表。`,
        `the operation on ${sheet(d).en} conflicts with a table, a filter or somebody's change. Try again, or write the results to a new sheet.`,
      ),
    ways: ['retry', 'newSheet'],
  },
  sheetGone: {
    text: (d) =>
      sentence(
        `${sheet(d).zh}已被删除。请选择另一张工作表，重新测算。`,
        `${sheet(d).en} has been deleted. Choose another sheet and evaluate again.`,
      ),
    ways: ['evaluateAgain'],
  },
  sheetChanged: {
    text: (d) =>
      sentence(
        `${sheet(d).zh}在测算期间有行列移动或企业改动，结果会对错行，因此没有写入。请重新测算。`,
        `rows, columns or enterprises of ${sheet(d).en} changed during the evaluation; results would stand in wrong rows and were not written. Evaluate again.`,
      ),
    ways: ['evaluateAgain'],
  },
  tooLarge: {
    text: (d) =>
      sentence(
        `${sheet(d).zh}的数据量超过 Excel 一次能传送的上限，分成小块后仍然不行。请把表拆小，或用命令行测算文件。`,
        `${sheet(d).en} holds more than Excel passes on at once, even in small pieces. Split it, or evaluate the file with the command line.`,
      ),
    ways: ['retry'],
  },
  outOfMemory: {
    text: () =>
      sentence(
        'Excel 内存不足。请关闭其他工作簿后再试，或用命令行测算文件。',
        'Excel is out of memory. Close other workbooks and try again, or evaluate the file with the command line.',
      ),
    ways: ['retry'],
  },
  accessDenied: {
    text: (d) =>
      sentence(
        `Excel 拒绝了对${sheet(d).zh}的操作：可能是只读文件、受权限管理的文件，或受保护的单元格。请另存为副本后再试，或把结果写到新工作表。`,
        `Excel refused the operation on ${sheet(d).en}: the file may be read-only or under rights management, or cells may be protected. Save a copy and try again, or write the results to a new sheet.`,
      ),
    ways: ['unprotect', 'newSheet'],
  },
  connection: {
    text: () =>
      sentence(
        '与 Excel 的连接中断。请检查网络，重新打开工作簿；未完成的写入会在下次启动时撤回。',
        'The connection to Excel was lost. Check the network and open the workbook again; what was not finished is taken back at the next start.',
      ),
    ways: ['retry', 'reopen'],
  },
  busy: {
    text: () =>
      sentence('正在进行另一项操作。请等它完成。', 'Another operation is under way. Wait until it is done.'),
    ways: ['retry'],
  },
  busyElsewhere: {
    text: ({ since = '' }) =>
      sentence(
        `另一位作者或另一个窗口正在写入这个工作簿（${since} 开始）。请等它完成。`,
        `Another author or window is writing to this workbook (since ${since}). Wait until that is done.`,
      ),
    ways: ['retry'],
  },
  noRoom: {
    text: (d) =>
      sentence(
        `${sheet(d).zh}右侧已没有足够的空列。请把结果写到新工作表。`,
        `${sheet(d).en} has not enough blank columns to the right. Write the results to a new sheet.`,
      ),
    ways: ['newSheet'],
  },
  tooOld: {
    text: ({ what = 'ExcelApi 1.14' }) =>
      sentence(
        `这个版本的 Excel 太旧（缺少 ${what}）。请使用 Excel 2021 或 Microsoft 365。`,
        `This version of Excel is too old (it lacks ${what}). Use Excel 2021 or Microsoft 365.`,
      ),
    ways: ['update'],
  },
  stateUnreadable: {
    text: ({ what = '' }) =>
      sentence(
        `工作簿里保存的设置无法读取（${what}），已改用默认设置；保存新设置时会替换它。`,
        `The settings kept in the workbook cannot be read (${what}); defaults are used. Saving settings replaces them.`,
      ),
    ways: [],
  },
  foreignMarker: {
    text: () =>
      sentence(
        '这个工作簿里有更新版本的插件未完成的写入，本版本不能处理。请用新版本打开它。',
        'This workbook holds unfinished work of a newer version of the add-in, which this one cannot handle. Open it with the newer version.',
      ),
    ways: ['update'],
  },
  excel: {
    text: ({ what = '' }) =>
      sentence(
        `Excel 报告了错误：${what}。请再试一次；仍然不行时，把结果写到新工作表。`,
        `Excel reported an error: ${what}. Try again; if it stays, write the results to a new sheet.`,
      ),
    ways: ['retry', 'newSheet'],
  },
  internal: {
    text: ({ what = '' }) =>
      sentence(
        `插件内部出错：${what}。请再试一次；仍然不行时，请把这段文字发给我们。`,
        `the add-in made a mistake: ${what}. Try again; if it stays, send us this text.`,
      ),
    ways: ['retry'],
  },
};
