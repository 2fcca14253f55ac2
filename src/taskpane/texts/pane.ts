import type { Unfinished, Waiting } from '../../excel';
import type { Bilingual } from '../../rules';
import type { Choices, JobKind, MessageWay, QuestionAnswer, Tab, WorkProgress } from '../state/pane-state';

/** The fixed words of the pane. */

export const PANE = {
  title: { zh: '补贴政策测算', en: 'Subsidy rules' },
  starting: { zh: '正在打开…', en: 'Opening…' },
  otherLanguage: { zh: 'English', en: '中文' },
  help: { zh: '帮助', en: 'Help' },
  close: { zh: '关闭', en: 'Close' },
  dismiss: { zh: '知道了', en: 'Dismiss' },
  more: { zh: '显示更多', en: 'Show more' },
  nothing: { zh: '无', en: 'None' },
} as const satisfies Record<string, Bilingual>;

export const CHOICES = {
  sheet: { zh: '工作表', en: 'Sheet' },
  activeSheet: { zh: '当前工作表', en: 'Current sheet' },
  allSheets: { zh: '全部工作表', en: 'All sheets' },
  noSheets: { zh: '没有可测算的工作表', en: 'No sheet to evaluate' },
  policies: { zh: '政策', en: 'Policies' },
  noPolicy: { zh: '请至少选择一项政策。', en: 'Choose at least one policy.' },
  period: {
    zh: '按表中年度判断是否在施行期；没有年度列的，按政策年度。',
    en: 'In force or not goes by the year in the sheet, or by the policy’s own year where the sheet has none.',
  },
  notInForce: { zh: '表中没有其施行期内的数据', en: 'The sheet has no data of its period' },
  group: { zh: '分组汇总', en: 'Totals by' },
  noGroup: { zh: '不分组', en: 'No groups' },
  groupLater: {
    zh: '查看识别后可选择分组列。',
    en: 'Columns to group by can be chosen once the sheet is read.',
  },
  settings: { zh: '政策与分组', en: 'Policies and groups' },
} as const satisfies Record<string, Bilingual>;

/** `2 项政策，按所属街道汇总`: what the folded choices say. */
export function settingsText({ policies, groupBy }: Choices): Bilingual {
  const count = policies.length;
  const group = groupBy === null ? CHOICES.noGroup : { zh: `按${groupBy}汇总`, en: `totals by ${groupBy}` };
  return {
    zh: `${count} 项政策，${group.zh}`,
    en: `${count} ${count === 1 ? 'policy' : 'policies'}, ${groupBy === null ? 'no groups' : group.en}`,
  };
}

export const ACTIONS = {
  evaluate: { zh: '测算本表', en: 'Evaluate this sheet' },
  evaluateAll: { zh: '测算全部工作表', en: 'Evaluate all sheets' },
  read: { zh: '查看识别', en: 'Check columns' },
  takeBack: { zh: '撤回结果', en: 'Take back' },
  handOver: { zh: '移交副本', en: 'Hand-over copy' },
  cancel: { zh: '取消', en: 'Cancel' },
  cancelling: { zh: '正在撤回已写入的内容…', en: 'Taking back what was written…' },
} as const satisfies Record<string, Bilingual>;

export const JOBS: Readonly<Record<JobKind, Bilingual>> = {
  read: { zh: '正在识别', en: 'Reading' },
  evaluate: { zh: '正在测算', en: 'Evaluating' },
  write: { zh: '正在写入结果', en: 'Writing results' },
  takeBack: { zh: '正在撤回', en: 'Taking back' },
  openHandOver: { zh: '正在打开副本', en: 'Opening the copy' },
  makeHandOver: { zh: '正在制作移交副本', en: 'Making the hand-over copy' },
  finish: { zh: '正在处理未完成的工作', en: 'Finishing' },
};

const STAGES: Readonly<Record<WorkProgress['stage'], Bilingual>> = {
  reading: { zh: '读取数据', en: 'Reading' },
  understanding: { zh: '识别表头', en: 'Understanding the columns' },
  evaluating: { zh: '测算政策', en: 'Evaluating policies' },
  reporting: { zh: '整理结果', en: 'Preparing results' },
  checking: { zh: '核对行', en: 'Checking rows' },
  columns: { zh: '写入结果列', en: 'Writing columns' },
  detail: { zh: '写入明细', en: 'Writing details' },
  summary: { zh: '写入汇总', en: 'Writing the summary' },
  results: { zh: '写入结果表', en: 'Writing results' },
  takingBack: { zh: '撤回', en: 'Taking back' },
  freezing: { zh: '公式转为数值', en: 'Turning formulas into values' },
};

/** `读取数据 企业统计：1,024 / 2,001 行`. Counts only where there are more than a few. */
export function progressText({ stage, sheet, done, total }: WorkProgress): Bilingual {
  const counts = total > 1 ? `${done.toLocaleString('en')} / ${total.toLocaleString('en')}` : '';
  const { zh, en } = STAGES[stage];
  return {
    zh: `${zh}${sheet === null ? '' : `“${sheet}”`}${counts === '' ? '' : `：${counts}`}`,
    en: `${en}${sheet === null ? '' : ` “${sheet}”`}${counts === '' ? '' : `: ${counts}`}`,
  };
}

/** The stage alone, for those who hear it. */
export function stageText({ stage }: WorkProgress): Bilingual {
  return STAGES[stage];
}

export const WAITING: Readonly<Record<Waiting, Bilingual>> = {
  cellEdit: {
    zh: '有单元格正在编辑：请按 Enter 或 Esc。',
    en: 'A cell is being edited: press Enter or Esc.',
  },
  dialogOpen: { zh: 'Excel 里有对话框开着：请关闭它。', en: 'A dialog is open in Excel: close it.' },
  connection: { zh: '连接中断，正在重试…', en: 'The connection was lost; trying again…' },
};

export const TABS: Readonly<Record<Tab, Bilingual>> = {
  columns: { zh: '识别', en: 'Columns' },
  results: { zh: '结果', en: 'Results' },
  findings: { zh: '审核', en: 'Findings' },
  row: { zh: '本行', en: 'Row' },
};

export const WAYS: Readonly<Record<MessageWay['kind'], Bilingual>> = {
  retry: { zh: '再试一次', en: 'Try again' },
  evaluateAgain: { zh: '重新测算', en: 'Evaluate again' },
  newSheet: { zh: '结果写到新工作表', en: 'Results to a new sheet' },
  columnsOnly: { zh: '只写数据旁的列', en: 'Only columns beside the data' },
  show: { zh: '看结果', en: 'Show the results' },
};

export const ANSWERS: Readonly<Record<QuestionAnswer, Bilingual>> = {
  keep: { zh: '保留这张表', en: 'Keep the sheet' },
  remove: { zh: '连同审核内容删除', en: 'Remove it with the reviews' },
  cancel: { zh: '取消', en: 'Cancel' },
};

export function questionText(sheet: string, lines: number): Bilingual {
  return {
    zh: `“${sheet}”里有 ${lines} 行填了审核内容。撤回时怎么处理这张表？`,
    en: `Reviews were filled in on ${lines} ${lines === 1 ? 'line' : 'lines'} of “${sheet}”. What should become of that sheet?`,
  };
}

export const UNFINISHED = {
  finish: { zh: '完成它', en: 'Finish it' },
  takeBack: { zh: '撤回', en: 'Take it back' },
  takeBackAndEvaluate: { zh: '撤回并重新测算', en: 'Take back and evaluate again' },
  later: { zh: '暂不处理', en: 'Not now' },
  lookAgain: { zh: '再看一次', en: 'Look again' },
  anyway: { zh: '仍要撤回', en: 'Take it back anyway' },
} as const satisfies Record<string, Bilingual>;

const CUT_SHORT: Readonly<Record<Unfinished['kind'], Bilingual>> = {
  annotate: { zh: '写入结果', en: 'writing results' },
  takeBack: { zh: '撤回结果', en: 'taking results back' },
  handOver: { zh: '制作移交副本', en: 'making the hand-over copy' },
};

/** `started` is shown as the user's own time. */
export function unfinishedText({ kind, started, isAlive }: Unfinished): Bilingual {
  const [zhTime, enTime] = ['zh-CN', 'en-GB'].map((locale) => new Date(started).toLocaleString(locale));
  const what = CUT_SHORT[kind];
  return isAlive
    ? {
        zh: `另一个窗口或作者可能正在${what.zh}（${zhTime} 开始）。请等它完成。`,
        en: `Another window or author may be ${what.en} (since ${enTime}). Wait until that is done.`,
      }
    : {
        zh: `上次${what.zh}没有做完（${zhTime} 开始）。`,
        en: `The last time, ${what.en} was cut short (begun ${enTime}).`,
      };
}

export const HAND_OVER = {
  waiting: {
    zh: '这是打开的移交副本：公式将转为数值，内部标记将清除，结果和说明保留。此操作不能撤回。',
    en: 'This is the copy to hand over: formulas become values, internal marks go, results and notes stay. This cannot be taken back.',
  },
  make: { zh: '制作移交副本', en: 'Make the hand-over copy' },
} as const satisfies Record<string, Bilingual>;

export const HELP = {
  title: { zh: '怎样使用', en: 'How to use it' },
  steps: [
    {
      zh: '打开企业统计表，在“工作表”里选中它。表头、单位、合计行会自动识别。',
      en: 'Open the table of enterprises and choose it under “Sheet”. Headers, units and total rows are recognised.',
    },
    {
      zh: '点“查看识别”，核对每一列被当作什么；认错的列在下拉框里更正，更正保存在工作簿里。',
      en: '“Check columns” shows what each column was taken for; correct wrong ones in the drop-down. Corrections are kept in the workbook.',
    },
    {
      zh: '点“测算本表”：数据右侧写入结果列，并生成明细和汇总表。',
      en: '“Evaluate this sheet” writes columns beside the data, a detail sheet and a summary.',
    },
    {
      zh: '选中一行，在“本行”里看这家企业每个条款的金额和推导过程。',
      en: 'Select a row: “Row” shows the amount of each clause and how it came about.',
    },
    {
      zh: '“撤回结果”把工作簿恢复原样；“移交副本”生成不依赖本插件的副本。',
      en: '“Take back” restores the workbook; “Hand-over copy” makes a copy that does not need this add-in.',
    },
  ],
  functions: { zh: '函数说明', en: 'Reference of the functions' },
  privacy: {
    zh: '数据只在本机处理，不会上传。',
    en: 'The data stays on this machine; nothing is uploaded.',
  },
} as const satisfies Record<string, Bilingual | readonly Bilingual[]>;
