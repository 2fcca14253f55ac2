import { invalidValue, notAvailable, type CellResult, type Failure } from '../cells/cell';
import { CellState, type ClauseResult, type Column } from '../../engine';
import { moneyCell, moneyForPeople } from '../../report';
import { isCellError, type CellContent } from '../../sheet';
import type { Bilingual, Indicator, IndicatorKey } from '../../rules';
import type { ClauseFunction } from '../catalogue/catalogue';

/** The cells of one row, for messages that say what stands there. */
export interface RowCells {
  readonly column: (key: IndicatorKey) => Column | undefined;
  readonly content: (key: IndicatorKey) => CellContent;
  readonly row: number;
  /** Whether the row may hold the headers of the columns rather than data. */
  readonly mayBeHeader: boolean;
}

/** What a cell shows of a clause's result: money; of a measure without money whether it applies. */
export function cellOf(result: ClauseResult, of: ClauseFunction, cells: RowCells): CellResult {
  switch (result.status) {
    case 'payable':
    case 'saving':
      return result.amount === null ? unquantified(of) : moneyCell(result.amount);
    case 'notMet':
    case 'notInForce':
    case 'vetoed':
    case 'notEligible':
      return of.clause.kind !== 'support' ? 0 : false;
    case 'ceiling':
      return ceiling(result, of);
    case 'unquantified':
      return unquantified(of);
    case 'missing':
      return missing(result.missing, of, cells);
    case 'applicable':
      return true;
    case 'superseded':
    case 'duplicate':
    case 'conflict':
      throw new Error(`a single clause cannot be ${result.status}`);
  }
}

function ceiling({ amount }: ClauseResult, of: ClauseFunction): Failure {
  const bound = amount === null ? '' : moneyForPeople(amount);
  const open = openAmounts(of);
  return notAvailable(
    `条文只定上限 ${bound} 元${open.zh === '' ? '' : `；给出${open.zh}后可算`}。`,
    `The text fixes an upper bound only, ${bound} yuan${open.en === '' ? '' : `; give ${open.en}`}.`,
  );
}

function unquantified(of: ClauseFunction): Failure {
  const open = openAmounts(of);
  return notAvailable(
    `符合条件，但条文未定金额${open.zh === '' ? '' : `；给出${open.zh}后可算`}。`,
    `Qualifies, but the text fixes no amount${open.en === '' ? '' : `; give ${open.en}`}.`,
  );
}

/** The parameters that the text leaves to the departments. */
function openAmounts({ parameters }: ClauseFunction): Bilingual {
  return names(
    parameters.map(({ indicator }) => indicator).filter(({ parameter }) => parameter === 'decided'),
  );
}

function names(indicators: readonly Indicator[]): Bilingual {
  return {
    zh: indicators.map((indicator) => `“${indicator.names.zh}”`).join('、'),
    en: indicators.map((indicator) => `“${indicator.names.en}”`).join(', '),
  };
}

/** An input that cannot be used goes before those that are blank: it is a mistake to put right. */
function missing(keys: readonly IndicatorKey[], { policy }: ClauseFunction, cells: RowCells): Failure {
  for (const key of keys) {
    if (cells.column(key)?.states[cells.row] === CellState.unusable)
      return unusable(policy.vocabulary.indicators.get(key), key, cells);
  }
  const known = keys.flatMap((key) => policy.vocabulary.indicators.get(key) ?? []);
  const named = names(known);
  return notAvailable(`缺数据：${named.zh}。`, `Missing: ${named.en}.`);
}

const KINDS: Readonly<Record<Indicator['type'], Bilingual>> = {
  money: { zh: '金额', en: 'an amount' },
  ratio: { zh: '比例', en: 'a ratio' },
  count: { zh: '数量', en: 'a number' },
  area: { zh: '面积', en: 'an area' },
  mass: { zh: '重量', en: 'a weight' },
  rank: { zh: '名次', en: 'a rank' },
  boolean: { zh: '“是”或“否”', en: 'yes or no' },
  date: { zh: '日期', en: 'a date' },
  category: { zh: '一个类别', en: 'one category' },
  text: { zh: '文字', en: 'text' },
  table: { zh: '两列的表', en: 'a table of two columns' },
};

const NO_HINT: Bilingual = { zh: '', en: '' };
const HEADER: Bilingual = {
  zh: '；若是表头，请从数据的首行起引用，如 B2:B5000',
  en: '; if it is a header, refer to the rows of data only, such as B2:B5000',
};

function unusable(indicator: Indicator | undefined, key: IndicatorKey, cells: RowCells): Failure {
  const content = cells.content(key);
  const name = indicator?.names ?? { zh: key, en: key };
  if (isCellError(content)) {
    const text = {
      zh: `“${name.zh}”的单元格是错误值 ${content.error}。`,
      en: `The cell of “${name.en}” holds the error ${content.error}.`,
    };
    return { failure: content.error === '#N/A' ? 'notAvailable' : 'invalidValue', text };
  }
  const kind = KINDS[indicator?.type ?? 'text'];
  const shown = typeof content === 'boolean' ? String(content).toUpperCase() : String(content);
  const header = cells.mayBeHeader && typeof content === 'string' ? HEADER : NO_HINT;
  return invalidValue(
    `“${name.zh}”的“${shown}”不能用，应为${kind.zh}${header.zh}。`,
    `“${shown}” cannot be used for “${name.en}”; it should be ${kind.en}${header.en}.`,
  );
}
