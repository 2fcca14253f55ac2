import { findOurs } from '../../src/report';
import type { Lang, Policy } from '../../src/rules';
import { type EvaluationPort, type ExcelPort, Session } from '../../src/taskpane';
import type {
  Evaluated,
  ExplanationNode,
  FindingSummary,
  PolicyFigures,
  RowSummary,
  Understood,
} from '../../src/worker';
import type { SheetListing, WorkbookFrame } from '../../src/excel';

/** A pane without Excel and without a worker. Names of the data are neither Chinese nor English: `D1`, `S-1`. */

export const SHEET: SheetListing = {
  id: 'id-1',
  name: 'S-1',
  isVisible: true,
  isActive: true,
  isProtected: false,
  isFiltered: false,
  isOurs: false,
};

const WORKBOOK: WorkbookFrame = {
  sheets: [SHEET, { ...SHEET, id: 'id-2', name: 'S-2', isActive: false }],
  ours: findOurs([]),
  names: [],
  tableNames: [],
  isStructureProtected: false,
};

export const UNDERSTOOD: Understood = {
  inForce: ['lakeside-2026'],
  tables: [
    {
      sheetName: 'S-1',
      headerRows: [1],
      firstDataRow: 2,
      lastDataRow: 5,
      year: 2026,
      rowCount: 4,
      columns: [
        {
          column: 'A',
          headerPath: ['1-1'],
          meaning: { key: 'grossOutput', clauseId: null, name: { zh: '工业总产值', en: 'Gross output' } },
          unit: '千元',
          scale: null,
          why: 'near',
          confidence: 0.8,
          alternatives: [{ key: 'revenue', clauseId: null, name: { zh: '营业收入', en: 'Revenue' } }],
          questions: [{ zh: '是不是总产值？', en: 'Is this gross output?' }],
        },
        {
          column: 'B',
          headerPath: [],
          meaning: null,
          unit: null,
          scale: null,
          why: 'noHeader',
          confidence: 0,
          alternatives: [],
          questions: [],
        },
      ],
      skipped: [{ why: 'subtotal', rows: [6, 7, 8, 9, 10, 11, 12] }],
      questions: [{ zh: '这是哪一年的表？', en: 'Which year is this table about?' }],
      groupHeaders: ['3-3'],
    },
  ],
  others: [
    {
      kind: 'notATable',
      sheetName: 'S-2',
      reason: 'empty',
      text: { zh: '空白工作表', en: 'an empty sheet' },
    },
  ],
};

const CLAUSE = { id: 'p/1.2', number: '1.2', title: { zh: '技改设备补助', en: 'Equipment for renewal' } };

export const FIGURES: PolicyFigures = {
  id: 'p',
  title: { zh: '湖滨区措施', en: 'Measures of the lakeside' },
  asOf: '2026',
  rowCount: 4,
  award: { sum: '2170000.00', rows: 3 },
  ceiling: { sum: '500000.00', rows: 1 },
  saving: { sum: '500.00', rows: 1 },
  pools: { reduction: '10.00', awardAfterPools: '2169990.00' },
  attention: [
    { kind: 'capHit', count: 1 },
    { kind: 'missing', count: 1234 },
  ],
  mostMissing: [{ name: { zh: '设备购置费', en: 'Equipment purchase' }, count: 1 }],
  unchecked: [{ zh: '是否失信', en: 'Is in default' }],
  notAssessed: [{ clause: CLAUSE, missing: [{ zh: '装机容量', en: 'Installed capacity' }] }],
  clauses: [{ clause: CLAUSE, paid: 2, award: '2080000.00' }],
  groups: [{ name: '', award: '2170000.00' }],
};

export const FINDING: FindingSummary = {
  sheetName: 'S-1',
  cell: 'D5',
  severity: 'error',
  text: { zh: '不能读作数值', en: 'This is no number' },
  atStake: [{ policy: 'p', money: '80000.00', open: 1 }],
};

export const ROW: RowSummary = {
  sheetName: 'S-1',
  rowNumber: 2,
  name: 'N-2',
  creditCode: '91530112',
  policies: [
    {
      id: 'p',
      title: FIGURES.title,
      award: '2000000.00',
      ceiling: '500000.00',
      saving: '0.00',
      clauses: [
        {
          clause: CLAUSE,
          status: 'payable',
          uncapped: '2400000.00',
          cap: '2000000.00',
          amount: '2000000.00',
          capHit: true,
          missing: [{ zh: '出口额', en: 'Exports' }],
        },
        {
          clause: { id: 'p/2', number: '2', title: { zh: '绿色通道', en: 'Fast lane' } },
          status: 'applicable',
          uncapped: null,
          cap: null,
          amount: null,
          capHit: false,
          missing: [],
        },
      ],
      notMet: [{ ...CLAUSE, id: 'p/3', number: '3' }],
    },
  ],
};

export const DERIVATION: ExplanationNode = {
  kind: 'clause',
  text: CLAUSE.title,
  clause: CLAUSE.id,
  figures: [],
  value: { zh: '应享 2,000,000.00元', en: 'payable 2,000,000.00 yuan' },
  children: [
    {
      kind: 'condition',
      text: { zh: '设备购置费大于零', en: 'Equipment purchase exceeds zero' },
      clause: CLAUSE.id,
      figures: [],
      holds: 'yes',
      children: [],
    },
  ],
};

export const EVALUATED: Evaluated = { policies: [FIGURES], findingCount: 60 };

export interface Called {
  readonly name: string;
  readonly given: readonly unknown[];
}

export interface FakePane {
  readonly session: Session;
  /** What was asked of Excel and of the worker. */
  readonly calls: readonly Called[];
}

export interface FakeOptions {
  readonly policies?: readonly Policy[];
  readonly lang?: Lang;
  readonly excel?: Partial<ExcelPort>;
  readonly evaluation?: Partial<EvaluationPort>;
}

export function fakePane({ policies = [], lang = 'zh', excel, evaluation }: FakeOptions = {}): FakePane {
  const calls: Called[] = [];
  const recorded = <T extends object>(port: T): T =>
    Object.fromEntries(
      Object.entries(port).map(([name, work]: [string, (...given: unknown[]) => unknown]) => [
        name,
        (...given: unknown[]) => {
          calls.push({ name, given });
          return work(...given);
        },
      ]),
    ) as T;
  const session = new Session(
    {
      excel: recorded({ ...EXCEL, ...excel }),
      evaluation: recorded({ ...EVALUATION, ...evaluation }),
      policies,
      generator: 'test',
      keepLang: () => undefined,
    },
    lang,
  );
  return { session, calls };
}

const nothing = async (): Promise<void> => {
  await Promise.resolve();
};

const EXCEL: ExcelPort = {
  annotate: () => Promise.resolve({ kind: 'done', value: { sheets: ['D-1'], notices: [] } }),
  findUnfinished: () => Promise.resolve(null),
  finishUnfinished: () => Promise.resolve({ kind: 'done', value: { kind: 'annotate', lostEarlier: false } }),
  isHandOverCopy: () => Promise.resolve(false),
  loadState: () =>
    Promise.resolve({ state: { settings: {}, corrections: null, scenario: null }, problem: null }),
  makeHandOver: () => Promise.resolve({ kind: 'done', value: { cells: 3 } }),
  missingRequirement: () => null,
  openHandOverCopy: nothing,
  readSelection: () => Promise.resolve({ sheetId: 'id-1', sheetName: 'S-1', row: 2, column: 1 }),
  readWorkbook: () => Promise.resolve(WORKBOOK),
  saveState: nothing,
  select: nothing,
  showPane: nothing,
  streamSheet: (sheetName) =>
    Promise.resolve({
      sheetId: 'id-1',
      sheetName,
      used: null,
      merges: [],
      tables: [],
      hiddenColumns: [],
      date1904: false,
    }),
  takeBack: () =>
    Promise.resolve({ kind: 'done', value: { columns: 8, sheets: ['D-1'], kept: [], keptSheets: [] } }),
  watchChanges: () => Promise.resolve(nothing),
  watchSelection: () => Promise.resolve(nothing),
  whenReady: () => Promise.resolve(true),
};

const EVALUATION: EvaluationPort = {
  start: () => undefined,
  stop: () => undefined,
  begin: nothing,
  chunk: () => undefined,
  sheet: nothing,
  understand: () => Promise.resolve(UNDERSTOOD),
  evaluate: () => Promise.resolve(EVALUATED),
  findings: ({ from }) => Promise.resolve([{ ...FINDING, cell: `D${from + 5}` }]),
  report: () => Promise.reject(new Error('no report')),
  row: () => Promise.resolve(ROW),
  derivation: () => Promise.resolve(DERIVATION),
};
