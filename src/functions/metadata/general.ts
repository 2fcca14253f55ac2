import { CLAUSE_FACTS } from '../sheet/clause-facts';
import { ANNOTATION_COLUMNS } from '../../report';
import type { Bilingual, Lang } from '../../rules';
import type { GeneralFunction } from '../catalogue/catalogue';

/** An argument of a general function. */
export interface GeneralParameter {
  readonly name: Bilingual;
  readonly help: Bilingual;
  readonly optional?: boolean;
  readonly repeating?: boolean;
}
export interface GeneralHelp {
  readonly id: GeneralFunction;
  readonly help: Bilingual;
  readonly parameters: readonly GeneralParameter[];
}

const CLAUSE: GeneralParameter = {
  name: { zh: '条款', en: 'clause' },
  help: {
    zh: '条款编号，如 "xishan-2020/19.2"；只有一个政策有此条时可写 "19.2"。',
    en: 'Id of the clause such as "xishan-2020/19.2"; "19.2" where one policy only has it.',
  },
};
const HEADERS: GeneralParameter = {
  name: { zh: '表头', en: 'headers' },
  help: {
    zh: '表头所在的行，与数据列数相同；可为多行。',
    en: 'The row or rows of headers, as wide as the data.',
  },
};

const annotation = (lang: Lang, mark: string): string =>
  ANNOTATION_COLUMNS.map(({ header }) => header[lang]).join(mark);
const facts = (lang: Lang, mark: string): string => CLAUSE_FACTS.map((words) => words[lang]).join(mark);

export const GENERAL_HELP: readonly GeneralHelp[] = [
  {
    id: 'SUBSIDY',
    help: {
      zh: '按条款编号计算金额，用于任何已装入的政策；参数次序与该条款的专用函数相同。',
      en: 'The amount under a clause of any loaded policy, named by its id; its arguments in the order of the clause’s own function.',
    },
    parameters: [
      CLAUSE,
      {
        name: { zh: '参数', en: 'arguments' },
        help: {
          zh: '该条款的指标，必填的在前，各为一个单元格或一列；最后可加改数区域。',
          en: 'The inputs of the clause, required ones first, each a cell or a column; then optionally a range of overrides.',
        },
        repeating: true,
      },
    ],
  },
  {
    id: 'SUBSIDY_EVALUATE',
    help: {
      zh: `测算整张表，每行一行结果：${annotation('zh', '、')}。`,
      en: `Evaluates a whole table, a line for every row: ${annotation('en', ', ')}.`,
    },
    parameters: [
      HEADERS,
      {
        name: { zh: '数据行', en: 'rows' },
        help: { zh: '企业所在的各行。', en: 'The rows of the enterprises.' },
      },
      {
        name: { zh: '政策', en: 'policy' },
        help: {
          zh: '政策编号，如 "xishan-2020"；不填为全部政策。',
          en: 'Id of the policy such as "xishan-2020"; all policies where left out.',
        },
        optional: true,
      },
      {
        name: { zh: '结果列', en: 'columns' },
        help: {
          zh: '要哪些结果列，如 "应享金额,封顶条款"；加 "表头" 则首行为列名；不填为全部。',
          en: 'The columns wanted, such as "Award, Caps hit"; with "headers" their names come first; all where left out.',
        },
        optional: true,
      },
    ],
  },
  {
    id: 'SUBSIDY_FIGURE',
    help: {
      zh: '条款中的一个数字（元、比例等基本单位）；不写名称则列出该条款的全部数字，可作改数区域。',
      en: 'A figure of a clause in base units (yuan, ratio …); without a name all its figures, as a range of overrides wants them.',
    },
    parameters: [
      CLAUSE,
      {
        name: { zh: '数字', en: 'figure' },
        help: { zh: '数字的名称，如 "cap"。', en: 'Name of the figure, such as "cap".' },
        optional: true,
      },
    ],
  },
  {
    id: 'SUBSIDY_CLAUSE',
    help: {
      zh: '条款的标题、摘要、牵头部门等。',
      en: 'Title, summary, department and other facts of a clause.',
    },
    parameters: [
      CLAUSE,
      {
        name: { zh: '内容', en: 'what' },
        help: {
          zh: `${facts('zh', '、')}，或 全部；不填为标题。`,
          en: `${facts('en', ', ')} or all; the title where left out.`,
        },
        optional: true,
      },
    ],
  },
  {
    id: 'SUBSIDY_EXPLAIN',
    help: {
      zh: '说明一行数据按某条款如何得出结果：指标、条件、档次、封顶，逐步列出。',
      en: 'How a clause comes to its result for one row, step by step: inputs, conditions, tier, cap.',
    },
    parameters: [
      CLAUSE,
      HEADERS,
      { name: { zh: '数据行', en: 'row' }, help: { zh: '一行企业数据。', en: 'The row of one enterprise.' } },
    ],
  },
];
