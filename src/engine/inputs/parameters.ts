import { numberCells } from './number-cells';
import type { Readers } from './readers';
import { CellState, type NumberColumn } from '../columns';
import { nodesWithin } from '../expressions/walk';
import { UNDECIDED, unknown, type Evaluate } from '../values/value';
import type { ParameterTable, Plan } from '../plan';
import type { Clause, IndicatorKey } from '../../rules';

/**
 * Parameters of one clause. The most particular source goes first: the clause's own column
 * (`<条款标题>拟补助金额`), the scenario's amounts for the clause, a column of the parameter, the
 * scenario's general value. Not given, a `decided` one is undecided and a `published` one missing.
 */
export interface Parameters {
  readonly isParameter: (key: IndicatorKey) => boolean;
  readonly value: (key: IndicatorKey) => Evaluate;
  readonly given: (key: IndicatorKey) => (row: number) => boolean;
  readonly table: (key: IndicatorKey) => ParameterTable | undefined;
}

export function parametersOf(
  plan: Plan,
  clause: Clause,
  readers: Readers,
  ownColumn: NumberColumn | undefined,
): Parameters {
  const indicators = plan.policy.vocabulary.indicators;
  const fixed = plan.amounts.get(clause.id);
  const amountKey = ownColumn === undefined ? undefined : amountParameter(clause);

  const value = (key: IndicatorKey): Evaluate => {
    const column = readers.column(key);
    const sources: Evaluate[] = [];
    if (ownColumn !== undefined && key === amountKey) sources.push(fromColumn(ownColumn, key));
    const ofClause = fixed?.get(key);
    if (ofClause?.kind === 'value') sources.push(() => ofClause.value);
    if (column?.kind === 'number') sources.push(fromColumn(column, key));
    const general = plan.parameters.get(key);
    if (general?.kind === 'value') sources.push(() => general.value);
    const absent = indicators.get(key)?.parameter === 'published' ? unknown([key]) : UNDECIDED;
    return (row) => {
      for (const source of sources) {
        const given = source(row);
        if (given !== UNDECIDED) return given;
      }
      return absent;
    };
  };

  const table = (key: IndicatorKey): ParameterTable | undefined => {
    const given = fixed?.get(key) ?? plan.parameters.get(key);
    return given?.kind === 'table' ? given.table : undefined;
  };

  return {
    isParameter: (key) => indicators.get(key)?.parameter !== undefined,
    value,
    table,
    given: (key) => {
      if (table(key) !== undefined) return () => true;
      const read = value(key);
      const published = indicators.get(key)?.parameter === 'published';
      return (row) => {
        const { kind } = read(row);
        return kind !== 'undecided' && !(published && kind === 'unknown');
      };
    },
  };
}

/** A blank cell gives nothing: the next source counts. */
function fromColumn(column: NumberColumn, key: IndicatorKey): Evaluate {
  const cells = numberCells(column);
  const open = unknown([key]);
  return (row) => (column.states[row] === CellState.unusable ? open : (cells(row) ?? UNDECIDED));
}

/** The parameter that a column `<条款标题>拟补助金额` gives: the amount of the clause's `given` form. */
function amountParameter(clause: Clause): IndicatorKey | undefined {
  const nodes = clause.award === undefined ? [] : nodesWithin(clause.award);
  return nodes.flatMap((node) => (node.form === 'given' ? [node.amount] : []))[0];
}
