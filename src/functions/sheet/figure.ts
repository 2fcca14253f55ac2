import { findClause, textOf } from '../catalogue/find-clause';
import { figureNamed } from '../clause/overrides';
import { invalidValue, isFailure, type CellMatrix, type CellResult } from '../cells/cell';
import { figureAsOf, type Figure, type FigureValue, type Policy } from '../../rules';

/**
 * SUBSIDY_FIGURE: a figure of a clause in base units; without a name all of the clause's figures, each
 * with its name and its text, as a range of overrides wants them.
 */
export function figureCells(
  clauseName: unknown,
  figureName: unknown,
  policies: readonly Policy[],
): CellMatrix {
  const found = findClause(clauseName, policies);
  if (isFailure(found)) return [[found]];
  const { clause, policy } = found;
  const figures = clause.figures.flatMap((id) => policy.figures.get(id) ?? []);
  const name = textOf(figureName);
  if (name !== '') {
    const id = figureNamed(name, clause, policy);
    const figure = id === undefined ? undefined : policy.figures.get(id);
    return [
      [figure === undefined ? noFigure(name, clause.id, figures) : valueOf(inForce(figure, policy).value)],
    ];
  }
  if (figures.length === 0) return [[noFigure('', clause.id, figures)]];
  return figures.map((figure) => [suffix(figure), inForce(figure, policy).text]);
}

/** The value that holds in the policy's year. */
const inForce = (figure: Figure, { year }: Policy): ReturnType<typeof figureAsOf> =>
  figureAsOf(figure, String(year));

const suffix = ({ id }: Figure): string => id.slice(id.indexOf('#') + 1);

/** Numbers as numbers; dates as written, since they may be a year or a month. */
function valueOf(value: FigureValue): CellResult {
  if (value.kind === 'quantity') return value.value.toNumber();
  const { year, month, day } = value;
  const parts = [month, day].flatMap((part) => (part === undefined ? [] : [String(part).padStart(2, '0')]));
  return [year, ...parts].join('-');
}

function noFigure(name: string, clause: string, figures: readonly Figure[]): CellResult {
  const known = figures.map(suffix);
  if (known.length === 0) return invalidValue(`条款 ${clause} 没有数字。`, `${clause} has no figures.`);
  return invalidValue(
    `条款 ${clause} 没有数字“${name}”；有：${known.join('、')}。`,
    `${clause} has no figure “${name}”; it has ${known.join(', ')}.`,
  );
}
