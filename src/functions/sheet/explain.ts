import { findClause } from '../catalogue/find-clause';
import { invalidValue, isFailure, notAvailable, type CellMatrix, type CellResult } from '../cells/cell';
import type { Surroundings } from './surroundings';
import { matrixOf } from '../cells/vectors';
import { readTable } from './table';
import { evaluateSheets, explain, type ExplanationNode } from '../../engine';
import type { Lang } from '../../rules';

const HOLDS: Readonly<Record<'yes' | 'no' | 'unknown', string>> = { yes: '√', no: '×', unknown: '?' };
/** Two full-width blanks a level: Excel keeps them, and they line up with the text. */
const INDENT = '　　';

/**
 * SUBSIDY_EXPLAIN: how a clause comes to its result on one row, a line for every step: what it is,
 * its value, and whether it holds.
 */
export function explainedCells(
  clauseName: unknown,
  headers: unknown,
  row: unknown,
  { policies, lang, planOf }: Surroundings,
): CellMatrix {
  const found = findClause(clauseName, policies);
  if (isFailure(found)) return [[found]];
  const { clause, policy } = found;
  const rows = matrixOf(row).length;
  if (rows > 1)
    return [
      [
        invalidValue(
          `“数据行”有 ${rows} 行；请只引用一行。`,
          `“row” has ${rows} rows; refer to one of them.`,
        ),
      ],
    ];
  const table = readTable(headers, row, [policy]);
  if (isFailure(table)) return [[table]];
  const at = table.dataRow(0);
  if (at === undefined)
    return [
      [notAvailable('这一行不是企业（合计、说明等）。', 'The row is no enterprise but a total or a note.')],
    ];
  const plan = planOf(policy);
  const sheets = [table.reading.data];
  const [settled] = evaluateSheets([plan], sheets).policies;
  return linesOf(explain(plan, sheets, clause.id, { sheet: 0, row: at }, settled), lang, 0);
}

function linesOf(node: ExplanationNode, lang: Lang, depth: number): readonly (readonly CellResult[])[] {
  const line = [
    `${INDENT.repeat(depth)}${node.text[lang]}`,
    node.value?.[lang] ?? '',
    node.holds === undefined ? '' : HOLDS[node.holds],
  ];
  return [line, ...node.children.flatMap((child) => linesOf(child, lang, depth + 1))];
}
