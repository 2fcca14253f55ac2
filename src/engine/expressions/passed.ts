import { compare } from '../values/fraction';
import {
  asNumber,
  join,
  missingOf,
  NOTHING,
  union,
  unknown,
  type Evaluate,
  type NumberValue,
  type Value,
} from '../values/value';
import type { IndicatorKey } from '../../rules';

/**
 * The highest line that the value passes, if the best of earlier years had not passed it; nothing
 * otherwise. Lines below the highest one passed cannot be new when that one is not.
 */
export function passed(
  value: Evaluate,
  best: Evaluate,
  lines: readonly Evaluate[],
  inclusive: boolean,
): Evaluate {
  const passes = (figure: NumberValue, line: NumberValue): boolean =>
    compare(figure, line) >= (inclusive ? 0 : 1);
  return (row) => {
    const marks: NumberValue[] = [];
    for (const line of lines) {
      const mark = asNumber(line(row));
      if (mark.kind !== 'number') return mark;
      marks.push(mark);
    }
    const now = asNumber(value(row));
    const record = asNumber(best(row));
    if (now.kind === 'undecided') return now;
    if (record.kind === 'undecided') return record;
    const open: readonly IndicatorKey[] = union(missingOf(now), missingOf(record));
    const fresh = (mark: NumberValue): boolean | undefined =>
      record.kind === 'number' ? !passes(record, mark) : undefined;
    if (now.kind === 'number') {
      const top = highest(marks.filter((mark) => passes(now, mark)));
      if (top === undefined || fresh(top) === false) return NOTHING;
      return fresh(top) === true ? top : unknown(open);
    }
    const reachable: Value[] = marks.filter((mark) => fresh(mark) !== false);
    return join([...reachable, NOTHING], open);
  };
}

function highest(marks: readonly NumberValue[]): NumberValue | undefined {
  return marks.reduce<NumberValue | undefined>(
    (top, mark) => (top === undefined || compare(mark, top) > 0 ? mark : top),
    undefined,
  );
}
