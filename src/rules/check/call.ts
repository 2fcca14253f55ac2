import { positionOf } from '../diagnostics';
import { suggest } from '../diagnostics/suggest';
import { printDimension, RATIO, sameDimension } from '../dimension';
import type { NamedArgument, Syntax, SyntaxOf } from '../expression';
import type { Expr } from '../model';
import type { Indicator } from '../vocabulary';
import { type Checked, nothing } from './checked';
import { agree, checkExpression, checkFlag, reportUnknown } from './expression';
import type { Place } from './figures';
import type { Scope } from './scope';
import { expectedWords, FLAG, isNumeric, number, typeOfIndicator, typeWords, type ValueType } from './type';

/** The functions of the language. Each checks its own arguments; the usage stands in the message. */
export function checkCall(call: SyntaxOf<'call'>, scope: Scope, place: Place): Checked {
  const callee = Object.hasOwn(FUNCTIONS, call.name) ? FUNCTIONS[call.name] : undefined;
  if (callee === undefined) {
    const known = Object.keys(FUNCTIONS);
    scope.report('unknown-function', call.span, {
      name: call.name,
      known,
      suggestion: suggest(call.name, known),
    });
    return nothing(call.span);
  }
  const fits =
    call.positional.length >= callee.positional[0] &&
    call.positional.length <= callee.positional[1] &&
    call.named.every(({ name }) => callee.named.includes(name)) &&
    callee.needed.every((name) => call.named.some((argument) => argument.name === name));
  if (!fits) {
    scope.report('bad-arguments', call.span, { usage: callee.usage });
    return nothing(call.span);
  }
  return callee.check(call, scope, place) ?? nothing(call.span);
}

interface Callee {
  readonly usage: string;
  readonly positional: readonly [number, number];
  readonly named: readonly string[];
  readonly needed: readonly string[];
  readonly check: (call: SyntaxOf<'call'>, scope: Scope, place: Place) => Checked | undefined;
}

const FUNCTIONS: Readonly<Record<string, Callee>> = {
  min: { usage: 'min(a, b)', positional: [2, 20], named: [], needed: [], check: checkExtreme },
  max: { usage: 'max(a, b)', positional: [2, 20], named: [], needed: [], check: checkExtreme },
  given: { usage: 'given(x)', positional: [1, 1], named: [], needed: [], check: checkGiven },
  growth: {
    usage: 'growth(current, prior, official: key)',
    positional: [2, 2],
    named: ['official'],
    needed: [],
    check: checkGrowth,
  },
  share: {
    usage: 'share(part, whole, official: key, names: parts)',
    positional: [2, 2],
    named: ['official', 'names'],
    needed: [],
    check: checkShare,
  },
  rank: {
    usage: 'rank(measure, within: key, among: condition, official: key)',
    positional: [1, 1],
    named: ['within', 'among', 'official'],
    needed: ['official'],
    check: checkRank,
  },
  passed: passing('passed'),
  reached: passing('reached'),
};

function passing(name: 'passed' | 'reached'): Callee {
  return {
    usage: `${name}(value, over: best, lines: [5000万元, 1亿元])`,
    positional: [1, 1],
    named: ['over', 'lines'],
    needed: ['over', 'lines'],
    check: (call, scope, place) => checkPassed(call, scope, place, name === 'reached'),
  };
}

const argument = (call: SyntaxOf<'call'>, name: string): NamedArgument | undefined =>
  call.named.find((each) => each.name === name);

function checkExtreme(call: SyntaxOf<'call'>, scope: Scope, place: Place): Checked {
  let type: ValueType = { kind: 'zero' };
  const terms = call.positional.map((term) => {
    const checked = checkExpression(term, scope, place);
    if (!isNumeric(checked.type) && checked.type.kind !== 'unknown') {
      scope.report('type-mismatch', term.span, {
        found: typeWords(checked.type),
        expected: expectedWords('number'),
      });
      type = { kind: 'unknown' };
    } else {
      type = agree(type, checked.type, term, scope);
    }
    return checked.expr;
  });
  const op = call.name === 'min' ? 'min' : 'max';
  return { expr: { op, terms, position: positionOf(call.span) }, type };
}

function checkGiven(call: SyntaxOf<'call'>, scope: Scope): Checked | undefined {
  const indicator = indicatorOf(call.positional[0], scope);
  return (
    indicator && { expr: { op: 'given', key: indicator.key, position: positionOf(call.span) }, type: FLAG }
  );
}

function checkGrowth(call: SyntaxOf<'call'>, scope: Scope): Checked | undefined {
  const [current, prior] = quantities(call.positional, scope);
  const official = officialOf(call, 'ratio', scope);
  if (current === undefined || prior === undefined) return undefined;
  const position = positionOf(call.span);
  const expr: Expr = { op: 'growth', current: current.key, prior: prior.key, ...official, position };
  return { expr, type: number(RATIO) };
}

function checkShare(call: SyntaxOf<'call'>, scope: Scope): Checked | undefined {
  const [part, whole] = quantities(call.positional, scope);
  const official = officialOf(call, 'ratio', scope);
  const names = namesOf(argument(call, 'names'), scope);
  if (part === undefined || whole === undefined || names === undefined) return undefined;
  const position = positionOf(call.span);
  const expr: Expr = { op: 'share', part: part.key, whole: whole.key, ...official, names, position };
  return { expr, type: number(RATIO) };
}

function namesOf(names: NamedArgument | undefined, scope: Scope): 'rate' | 'parts' | undefined {
  if (names === undefined) return 'rate';
  const written = names.value.kind === 'name' ? names.value.name : '';
  if (written === 'rate' || written === 'parts') return written;
  const known = ['rate', 'parts'];
  scope.report('wrong-choice', names.value.span, { written, known, suggestion: suggest(written, known) });
  return undefined;
}

function checkRank(call: SyntaxOf<'call'>, scope: Scope, place: Place): Checked | undefined {
  const [first] = call.positional;
  if (first === undefined) return undefined;
  const measure = checkExpression(first, scope, place);
  if (!isNumeric(measure.type) && measure.type.kind !== 'unknown') {
    scope.report('type-mismatch', first.span, {
      found: typeWords(measure.type),
      expected: expectedWords('number'),
    });
  }
  const within = argument(call, 'within');
  const group = within && indicatorOf(within.value, scope, 'category', 'text');
  const among = argument(call, 'among');
  const condition = among && checkFlag(among.value, scope, place);
  const official = officialOf(call, 'rank', scope)?.official;
  if (official === undefined) return undefined;
  const position = positionOf(call.span);
  const expr: Expr = {
    op: 'rank',
    measure: measure.expr,
    ...(group === undefined ? {} : { within: group.key }),
    ...(condition === undefined ? {} : { among: condition }),
    official,
    position,
  };
  return { expr, type: number({ 名: 1 }) };
}

function checkPassed(
  call: SyntaxOf<'call'>,
  scope: Scope,
  place: Place,
  inclusive: boolean,
): Checked | undefined {
  const over = argument(call, 'over')?.value;
  const lines = argument(call, 'lines')?.value;
  const [value, best] = quantities([...call.positional, ...(over === undefined ? [] : [over])], scope);
  if (lines?.kind !== 'list') {
    scope.report('bad-arguments', call.span, { usage: passing(inclusive ? 'reached' : 'passed').usage });
    return undefined;
  }
  if (value === undefined || best === undefined) return undefined;
  const type = typeOfIndicator(value);
  const exprs = lines.items.map((line) => {
    const checked = checkExpression(line, scope, place, type);
    agree(type, checked.type, line, scope);
    return checked.expr;
  });
  const position = positionOf(call.span);
  return {
    expr: { op: 'passed', value: value.key, best: best.key, lines: exprs, inclusive, position },
    type,
  };
}

/** Two indicators that measure the same. */
function quantities(terms: readonly Syntax[], scope: Scope): readonly (Indicator | undefined)[] {
  const found = terms.map((term) => indicatorOf(term, scope, 'number'));
  const [first, second] = found.map((indicator) => indicator && typeOfIndicator(indicator));
  if (
    first?.kind === 'number' &&
    second?.kind === 'number' &&
    !sameDimension(first.dimension, second.dimension)
  ) {
    const at = terms[1] ?? terms[0];
    const units = { left: printDimension(first.dimension), right: printDimension(second.dimension) };
    if (at !== undefined) scope.report('unit-mismatch', at.span, units);
    return [];
  }
  return found;
}

function officialOf(
  call: SyntaxOf<'call'>,
  type: 'ratio' | 'rank',
  scope: Scope,
): { official: string } | undefined {
  const official = argument(call, 'official');
  const indicator = official && indicatorOf(official.value, scope, 'number');
  if (official === undefined || indicator === undefined) return undefined;
  if (indicator.type === type) return { official: indicator.key };
  const expected =
    type === 'ratio'
      ? { zh: '比率类指标', en: 'an indicator of type ratio' }
      : { zh: '名次类指标', en: 'an indicator of type rank' };
  scope.report('type-mismatch', official.value.span, {
    found: typeWords(typeOfIndicator(indicator)),
    expected,
  });
  return undefined;
}

/** An argument that must be an indicator of the clause, of one of the kinds (any, when none is named). */
function indicatorOf(
  syntax: Syntax | undefined,
  scope: Scope,
  ...kinds: readonly ValueType['kind'][]
): Indicator | undefined {
  if (syntax === undefined) return undefined;
  const resolved = syntax.kind === 'name' ? scope.resolve(syntax.name) : undefined;
  if (syntax.kind === 'name' && resolved === undefined) {
    reportUnknown(syntax.name, syntax.span, scope);
    return undefined;
  }
  if (resolved?.kind !== 'indicator') {
    const expected = { zh: '指标的键名', en: 'the key of an indicator' };
    scope.report('type-mismatch', syntax.span, { found: { zh: '表达式', en: 'an expression' }, expected });
    return undefined;
  }
  if (kinds.length > 0 && !kinds.includes(resolved.type.kind)) {
    scope.report('type-mismatch', syntax.span, {
      found: typeWords(resolved.type),
      expected: expectedWords(...kinds),
    });
    return undefined;
  }
  return resolved.indicator;
}
