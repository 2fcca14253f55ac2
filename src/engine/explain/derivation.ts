import { figureText, unitOf, valueText } from './format';
import { chosen, compile } from '../expressions/compile';
import { childrenOf, keysOf } from '../expressions/walk';
import { asCondition, type Evaluate, type Value } from '../values/value';
import {
  describeExpr,
  type BaseUnit,
  type Bilingual,
  type Expr,
  type FigureId,
  type IndicatorKey,
} from '../../rules';
import type { BoundClause } from '../clauses/bind';
import type { ExplanationNode } from '../outcome';

/** Where the cells of a row are, so that the pane can lead to them. */
export interface RowPlace {
  readonly sheetName: string;
  readonly rowNumber: number;
}

/** How one clause came to its result on one row: evaluates any of the clause's expressions again and words it. */
export class Derivation {
  readonly bound: BoundClause;
  readonly row: number;
  readonly place: RowPlace;

  constructor(bound: BoundClause, row: number, place: RowPlace) {
    this.bound = bound;
    this.row = row;
    this.place = place;
  }

  value(expr: Expr): Value {
    return compiled(this.bound, expr)(this.row);
  }

  words(expr: Expr): Bilingual {
    const { policy } = this.bound.scope.plan;
    const lets = this.bound.scope.clause.let;
    return { zh: describeExpr(expr, policy, 'zh', lets), en: describeExpr(expr, policy, 'en', lets) };
  }

  node(kind: ExplanationNode['kind'], text: Bilingual, rest: Partial<ExplanationNode> = {}): ExplanationNode {
    return { kind, text, clause: this.bound.clause.id, figures: [], children: [], ...rest };
  }

  /** A value with what it is made of: `kind` says what it is in the clause (base, rate, cap …). */
  step(kind: ExplanationNode['kind'], text: Bilingual, expr: Expr): ExplanationNode {
    return this.node(kind, text, {
      value: this.valueOf(expr),
      figures: figuresIn(expr),
      children: this.parts(expr),
    });
  }

  /** A condition with the values that decided it; of and/or, every term. */
  condition(expr: Expr, label?: Bilingual, kind: ExplanationNode['kind'] = 'condition'): ExplanationNode {
    const holds = asCondition(this.value(expr));
    const terms =
      expr.op === 'and' || expr.op === 'or'
        ? expr.terms.map((term) => this.condition(term))
        : this.parts(expr);
    return this.node(kind, label ?? this.words(expr), {
      holds: holds.kind === 'truth' ? (holds.holds ? 'yes' : 'no') : 'unknown',
      figures: figuresIn(expr),
      children: terms,
    });
  }

  valueOf(expr: Expr): Bilingual {
    const figure = expr.op === 'figure' ? this.bound.scope.plan.figures.get(expr.id) : undefined;
    if (figure !== undefined && expr.op === 'figure')
      return figureText(figure, this.bound.scope.plan.policy.figures.get(expr.id)?.text);
    return valueText(this.value(expr), this.unit(expr));
  }

  /** Inputs, lets and chosen readings within an expression, each with its value, once. */
  parts(expr: Expr): readonly ExplanationNode[] {
    const seen = new Set<string>();
    const once = (name: string, make: () => ExplanationNode): readonly ExplanationNode[] => {
      if (seen.has(name)) return [];
      seen.add(name);
      return [make()];
    };
    const visit = (each: Expr): readonly ExplanationNode[] => {
      if (each.op === 'let') return once(`let ${each.name}`, () => this.letNode(each.name));
      if (each.op === 'reading')
        return [this.reading(each.id), ...visit(chosen(each.id, each.options, this.bound.scope))];
      if (each.op === 'rank')
        return once(`rank ${each.official}`, () =>
          this.node('rank', this.words(each), { value: this.valueOf(each) }),
        );
      const inputs = keysOf(each).flatMap((key) => once(key, () => this.input(key)));
      return [...inputs, ...childrenOf(each).flatMap(visit)];
    };
    return visit(expr);
  }

  reading(id: string): ExplanationNode {
    const { policy, readings } = this.bound.scope.plan;
    const declared = [...policy.readings, ...this.bound.scope.clause.readings].find(
      (reading) => reading.id === id,
    );
    const option = declared?.options.find(({ name }) => name === readings.get(id));
    return this.node(
      'reading',
      declared?.issue ?? { zh: id, en: id },
      option === undefined ? {} : { value: option.label },
    );
  }

  input(key: IndicatorKey): ExplanationNode {
    const { parameters, readers, required, plan } = this.bound.scope;
    const indicator = plan.policy.vocabulary.indicators.get(key);
    const text = indicator?.names ?? { zh: key, en: key };
    if (parameters.isParameter(key)) {
      const table = parameters.table(key);
      const value =
        table === undefined
          ? valueText(parameters.value(key)(this.row), indicator?.unit)
          : { zh: '已给出', en: 'given' };
      return this.node('parameter', text, { value });
    }
    const value = readers.reader(key, required(key))(this.row);
    return this.node('input', text, {
      value: valueText(value, indicator?.unit),
      input: { key, ...this.place },
    });
  }

  private letNode(name: string): ExplanationNode {
    const expr = this.bound.scope.clause.let.get(name);
    const text =
      expr === undefined ? { zh: name, en: name } : this.words({ op: 'let', name, position: expr.position });
    return expr === undefined ? this.node('let', text) : this.step('let', text, expr);
  }

  /** The unit in which a value is shown, as far as the expression tells it. */
  private unit(expr: Expr): BaseUnit | undefined {
    const { plan, clause } = this.bound.scope;
    switch (expr.op) {
      case 'indicator':
        return plan.policy.vocabulary.indicators.get(expr.key)?.unit;
      case 'passed':
        return plan.policy.vocabulary.indicators.get(expr.value)?.unit;
      case 'figure': {
        const figure = plan.figures.get(expr.id);
        return figure?.kind === 'quantity' ? unitOf(figure.dimension) : undefined;
      }
      case 'growth':
      case 'share':
        return '比例';
      case 'rank':
        return '名';
      case 'let': {
        const named = clause.let.get(expr.name);
        return named === undefined ? undefined : this.unit(named);
      }
      case 'reading':
        return this.unit(chosen(expr.id, expr.options, this.bound.scope));
      case 'add':
      case 'subtract':
        return this.unit(expr.left) ?? this.unit(expr.right);
      case 'multiply':
        return productUnit(this.unit(expr.left), this.unit(expr.right));
      case 'min':
      case 'max':
        return expr.terms.map((term) => this.unit(term)).find((unit) => unit !== undefined);
      case 'if':
        return this.unit(expr.then) ?? this.unit(expr.otherwise);
      case 'orElse':
        return this.unit(expr.first) ?? this.unit(expr.second);
      case 'table':
        return expr.entries.map(({ value }) => this.unit(value)).find((unit) => unit !== undefined);
      default:
        return undefined;
    }
  }
}

const productUnit = (left: BaseUnit | undefined, right: BaseUnit | undefined): BaseUnit | undefined => {
  if (left === '比例') return right;
  return right === '比例' ? left : undefined;
};

/** Figures that stand directly in an expression; those behind lets stand with the lets. */
function figuresIn(expr: Expr): readonly FigureId[] {
  const own = expr.op === 'figure' ? [expr.id] : [];
  return [...new Set([...own, ...childrenOf(expr).flatMap(figuresIn)])];
}

const known = new WeakMap<BoundClause, Map<Expr, Evaluate>>();

/** Compiles an expression of a bound clause once, however many rows are explained. */
function compiled(bound: BoundClause, expr: Expr): Evaluate {
  const cache = known.get(bound) ?? new Map<Expr, Evaluate>();
  known.set(bound, cache);
  const evaluate = cache.get(expr) ?? compile(expr, bound.scope);
  cache.set(expr, evaluate);
  return evaluate;
}
