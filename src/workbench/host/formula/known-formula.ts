/** What the calculation knows of a formula. */
import type { FormulaCell } from '../book/formula-cell';
import type { Sheet } from '../book/sheet';
import { evaluate, type Surroundings } from './evaluate';
import { parseFormula, type Node } from './parse';
import { isCells, Uncalculable, type Cells, type Result } from './result';

export interface KnownFormula {
  /** As it was when it was read. */
  readonly text: string;
  /** null for a formula that the host does not calculate. */
  node: Node | null;
  /** Refers by names or to tables: what it uses can change while its text stays. */
  readonly hasNames: boolean;
  /** The result is still that of the file. It stands until something changes, or the add-in gives one. */
  isFiled: boolean;
  uses: Cells[];
  /** Results of the add-in's functions that have arrived; kept until something the formula uses changes. */
  readonly results: Map<number, Result>;
}

/** The evaluation stops here: the result of a function of the add-in is not there yet. */
export class Waiting extends Error {}

export function readFormula(cell: FormulaCell, isFiled: boolean): KnownFormula {
  const node = parseFormula(cell.text);
  const hasNames = node !== null && refersByName(node);
  return { text: cell.text, node, hasNames, isFiled, uses: [], results: new Map() };
}

/** The cells that a formula uses, found without calculating anything; null when the host cannot calculate it. */
export function usesOf(
  node: Node,
  cell: FormulaCell,
  { workbook, isCustom }: Pick<Surroundings, 'workbook' | 'isCustom'>,
): Cells[] | null {
  const uses: Cells[] = [];
  const use = (sheet: Sheet, area: Cells['area']): void => {
    uses.push({ kind: 'cells', sheet, area });
  };
  const callCustom: Surroundings['callCustom'] = (_, __, args) => {
    for (const arg of args) if (arg !== undefined && isCells(arg)) use(arg.sheet, arg.area);
    throw new Waiting();
  };
  try {
    const result = evaluate(node, cell, { workbook, isCustom, callCustom, use });
    // A formula that is nothing but a reference: nothing looked into the cells yet.
    if (isCells(result)) use(result.sheet, result.area);
  } catch (error) {
    if (error instanceof Uncalculable) return null;
    if (!(error instanceof Waiting)) throw error;
  }
  return uses;
}

function refersByName(node: Node): boolean {
  switch (node.kind) {
    case 'name':
    case 'structured':
      return true;
    case 'call':
      return node.args.some((arg) => arg !== null && refersByName(arg));
    case 'prefix':
    case 'percent':
      return refersByName(node.operand);
    case 'binary':
      return refersByName(node.left) || refersByName(node.right);
    case 'value':
    case 'error':
    case 'reference':
    case 'spilled':
      return false;
  }
}
