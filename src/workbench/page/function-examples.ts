/**
 * A sheet of live formulas beside a sample: each line says what it asks for, shows the formula and has it in
 * the cell. The cells they refer to are found by the sample's headers.
 */
import type { Bilingual, Lang } from '../../rules';
import { columnLetter } from '../../sheet';
import { area, changeStyle, type Sheet, type SimulatedHost, type CellStyle } from '../host';

interface Example {
  readonly says: Bilingual;
  /** null when the sample lacks what it refers to. */
  readonly formula: (cells: SampleCells) => string | null;
}

const SHEET_NAME: Bilingual = { zh: '函数示例', en: 'Functions' };
const TITLE: Bilingual = {
  zh: 'POLICY 函数示例：改动引用的单元格，结果随即重算',
  en: 'POLICY functions: change a cell they refer to and the results follow',
};
const HEADERS: readonly Bilingual[] = [
  { zh: '算什么', en: 'What is asked' },
  { zh: '结果', en: 'Result' },
  { zh: '公式', en: 'Formula' },
];

const RENT = '减免租金总额';
const OPERATOR = '运营主体类型';

const EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
  'xishan-2020': [
    {
      says: { zh: '一家企业的减免房租补贴（元）', en: 'Rent relief award of one enterprise (yuan)' },
      formula: (cells) => call('SUBSIDY_RENT_RELIEF', cells.filled(RENT), cells.beside(RENT, OPERATOR)),
    },
    {
      says: {
        zh: '同一家企业，补贴比例改为 25%（见下方“改数”两格）',
        en: 'The same at a rate of 25% (the two cells of overrides below)',
      },
      formula: (cells) =>
        call('SUBSIDY_RENT_RELIEF', cells.filled(RENT), cells.beside(RENT, OPERATOR), '', '', '$A$11:$B$11'),
    },
    {
      says: { zh: '条款 4.4 的上限（元）', en: 'The cap of clause 4.4 (yuan)' },
      formula: () => '=POLICY.SUBSIDY_FIGURE("xishan-2020/4.4","cap")',
    },
    {
      says: { zh: '条款 4.4 的标题', en: 'The title of clause 4.4' },
      formula: () => '=POLICY.SUBSIDY_CLAUSE("xishan-2020/4.4")',
    },
    {
      says: { zh: '减免房租补贴合计：全表（元）', en: 'Sum of rent relief: every row (yuan)' },
      formula: (cells) => {
        const awards = call('SUBSIDY_RENT_RELIEF', cells.down(RENT), cells.down(OPERATOR));
        return awards === null ? null : `=SUM(${awards.slice(1)})`;
      },
    },
  ],
};

/** Does nothing for a sample without examples. */
export function addFunctionExamples(host: SimulatedHost, sample: string, lang: Lang): void {
  const [data] = host.workbook.sheets;
  const examples = EXAMPLES[sample];
  if (data === undefined || examples === undefined) return;
  const cells = new SampleCells(data);
  const lines = examples.flatMap(({ says, formula }) => {
    const text = formula(cells);
    return text === null ? [] : [{ says: says[lang], text }];
  });
  const active = host.workbook.activeSheet;
  const name = SHEET_NAME[lang];
  host.user.addSheet(name);
  const sheet = host.workbook.sheetNamed(name);
  if (sheet === undefined) return;
  host.user.enter(`'${name}'!A1`, [
    [TITLE[lang]],
    [],
    HEADERS.map((header) => header[lang]),
    ...lines.map(({ says, text }) => [says, null, `'${text}`]),
  ]);
  host.user.enter(`'${name}'!A10`, [
    [lang === 'zh' ? '改数：名称' : 'Override: figure', lang === 'zh' ? '改数：值' : 'Override: value'],
    ['rate', 0.25],
  ]);
  dress(host, sheet, lines.length);
  for (const [index, { text }] of lines.entries()) host.user.type(`'${name}'!B${index + 4}`, text);
  host.workbook.activate(active);
}

/** A formula; null where an argument is. */
function call(name: string, ...args: (string | null)[]): string | null {
  return args.includes(null) ? null : `=POLICY.${name}(${args.join(',')})`;
}

function dress({ workbook }: SimulatedHost, sheet: Sheet, lines: number): void {
  const put = (top: number, left: number, bottom: number, right: number, look: Partial<CellStyle>): void => {
    changeStyle(workbook, sheet, area(top, left, bottom, right), look);
  };
  sheet.columnWidths.set(1, 300);
  sheet.columnWidths.set(2, 120);
  sheet.columnWidths.set(3, 420);
  const header = { bold: true, fill: '#DDEBF7' };
  put(1, 1, 1, 1, { bold: true, fontSize: 14 });
  put(3, 1, 3, 3, header);
  put(10, 1, 10, 2, header);
  put(11, 1, 11, 2, { fill: '#FFFBE6' });
  put(11, 2, 11, 2, { numberFormat: '0%' });
  put(4, 2, 3 + lines, 2, { horizontalAlignment: 'Right', numberFormat: '#,##0.00' });
  put(4, 3, 3 + lines, 3, { fontColor: '#595959' });
}

/** Cells of the sample by the first words of their header. */
class SampleCells {
  constructor(private readonly sheet: Sheet) {}

  /** The first cell of a column with a number in it. */
  filled(header: string): string | null {
    const column = this.column(header);
    if (column === null) return null;
    const last = this.sheet.usedArea(true)?.bottom ?? 1;
    for (let row = 2; row <= last; row += 1) {
      if (typeof this.sheet.content(row, column) === 'number') return this.address(row, column);
    }
    return null;
  }

  /** The cell of another column in the row that `filled` finds. */
  beside(header: string, other: string): string | null {
    const row = Number(/\d+$/.exec(this.filled(header) ?? '')?.[0] ?? 0);
    const column = this.column(other);
    return row === 0 || column === null ? null : this.address(row, column);
  }

  /** All rows below the header. */
  down(header: string): string | null {
    const column = this.column(header);
    if (column === null) return null;
    const letter = columnLetter(column);
    return `${this.sheet.name}!$${letter}$2:$${letter}$${this.sheet.usedArea(true)?.bottom ?? 2}`;
  }

  private address(row: number, column: number): string {
    return `${this.sheet.name}!${columnLetter(column)}${row}`;
  }

  private column(header: string): number | null {
    const right = this.sheet.usedArea(true)?.right ?? 0;
    for (let column = 1; column <= right; column += 1) {
      const content = this.sheet.content(1, column);
      if (typeof content === 'string' && content.startsWith(header)) return column;
    }
    return null;
  }
}
