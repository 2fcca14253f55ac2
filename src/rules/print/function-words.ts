import type { DateRange, Expr } from '../model';
import type { Describer } from './words';

type Function = Expr & {
  readonly op:
    | 'min'
    | 'max'
    | 'equalsOneOf'
    | 'within'
    | 'given'
    | 'if'
    | 'orElse'
    | 'growth'
    | 'share'
    | 'rank'
    | 'passed'
    | 'table'
    | 'reading';
};

/** Lists are set in parentheses within comparisons and sums. */
const WITHIN_OTHERS = 2;

/** The functions of the language in words. */
export function describeFunction(expr: Function, describer: Describer, floor: number): string {
  const of = (each: Expr): string => describer.words(each, 0);
  const tight = (each: Expr): string => describer.words(each, 5);
  const join = (texts: readonly string[]): string => texts.join(describer.pick({ zh: '、', en: ', ' }));
  switch (expr.op) {
    case 'min':
    case 'max': {
      const all = join(expr.terms.map(of));
      const words = expr.op === 'min' ? { zh: '较低者', en: 'lowest' } : { zh: '较高者', en: 'highest' };
      const text = describer.pick({ zh: `${all}中的${words.zh}`, en: `the ${words.en} of ${all}` });
      return describer.wrap(text, WITHIN_OTHERS, floor);
    }
    case 'equalsOneOf': {
      const values = expr.values.map(of);
      return describer.pick({
        zh: `${tight(expr.left)}为${values.join('、')}之一`,
        en: `${tight(expr.left)} is one of ${values.join(', ')}`,
      });
    }
    case 'within':
      return `${tight(expr.date)}${describeRange(expr.range, describer)}`;
    case 'given':
      return describer.pick({
        zh: `已给出${describer.name(expr.key)}`,
        en: `${describer.name(expr.key)} is given`,
      });
    case 'if': {
      const [condition, then, otherwise] = [of(expr.condition), of(expr.then), of(expr.otherwise)];
      return describer.pick({
        zh: `（${condition}时为${then}，否则为${otherwise}）`,
        en: `(${then} if ${condition}, otherwise ${otherwise})`,
      });
    }
    case 'orElse':
      return describer.pick({
        zh: `${tight(expr.first)}（未给出时取${of(expr.second)}）`,
        en: `${tight(expr.first)} (where not given, ${of(expr.second)})`,
      });
    default:
      return describeMeasure(expr, describer, of, join);
  }
}

type Measure = Function & { readonly op: 'growth' | 'share' | 'rank' | 'passed' | 'table' | 'reading' };

function describeMeasure(
  expr: Measure,
  describer: Describer,
  of: (each: Expr) => string,
  join: (texts: readonly string[]) => string,
): string {
  switch (expr.op) {
    case 'growth': {
      const name = describer.name(expr.current);
      return describer.pick({ zh: `${name}增速`, en: `growth of ${name}` });
    }
    case 'share': {
      const [part, whole] = [describer.name(expr.part), describer.name(expr.whole)];
      if (expr.official !== undefined) return describer.name(expr.official);
      return describer.pick({ zh: `${part}占${whole}的比例`, en: `share of ${part} in ${whole}` });
    }
    case 'rank': {
      const group = expr.within === undefined ? undefined : describer.name(expr.within);
      return describer.pick({
        zh: `${of(expr.measure)}${group === undefined ? '' : `在同一${group}内`}的名次`,
        en: `rank by ${of(expr.measure)}${group === undefined ? '' : ` within ${group}`}`,
      });
    }
    case 'passed': {
      const name = describer.name(expr.value);
      const lines = join(expr.lines.map(of));
      const verb = expr.inclusive ? { zh: '达到', en: 'reached' } : { zh: '突破', en: 'passed' };
      return describer.pick({
        zh: `${name}首次${verb.zh}的最高门槛（${lines}）`,
        en: `highest line newly ${verb.en} by ${name} (${lines})`,
      });
    }
    case 'table': {
      const entries = expr.entries.map(
        ({ match, value }) => `${typeof match === 'string' ? match : of(match)} ${of(value)}`,
      );
      return describer.pick({
        zh: `按${of(expr.of)}（${join(entries)}）`,
        en: `the value for ${of(expr.of)} (${join(entries)})`,
      });
    }
    case 'reading': {
      const labels = new Map(
        describer.options(expr.id).map(({ name, label }) => [name, describer.pick(label)]),
      );
      const options = Object.entries(expr.options).map(([name, value]) =>
        describer.pick({
          zh: `${labels.get(name) ?? name}：${of(value)}`,
          en: `${labels.get(name) ?? name}: ${of(value)}`,
        }),
      );
      return describer.pick({
        zh: `按读法（${options.join('；')}）`,
        en: `by reading (${options.join('; ')})`,
      });
    }
  }
}

function describeRange(range: DateRange, describer: Describer): string {
  if (range.kind === 'policyYear') return describer.pick({ zh: '在政策年度内', en: " in the policy's year" });
  if (range.kind === 'policyPeriod')
    return describer.pick({ zh: '在政策施行期内', en: ' in the period in force' });
  const [from, to] = [describer.words(range.from, 0), describer.words(range.to, 0)];
  if (range.from === range.to) return describer.pick({ zh: `在${from}内`, en: ` in ${from}` });
  return describer.pick({ zh: `在${from}至${to}之间`, en: ` from ${from} to ${to}` });
}
