import type { Comparator, Expr, Figure, FigureId, Policy, ReadingOption } from '../model';
import type { Bilingual, IndicatorKey, Lang, Vocabulary } from '../vocabulary';
import { describeFunction } from './function-words';

/** What describing needs: a policy, and the lets of the clause where their names should not be shown. */
export interface Described {
  readonly figures: ReadonlyMap<FigureId, Figure>;
  readonly vocabulary: Vocabulary;
  readonly clauses?: Policy['clauses'];
  readonly readings?: Policy['readings'];
}

/**
 * Puts an expression into words for explanations: `入驻使用率 ≥ 70%`. Indicators by their names, figures as
 * the text writes them.
 *
 * @param lets the lets of the clause: with them, a let whose name is of the other language is described
 *   by what it stands for
 */
export function describeExpr(
  expr: Expr,
  policy: Described,
  lang: Lang,
  lets: ReadonlyMap<string, Expr> = new Map(),
): string {
  return new Describer(policy, lang, lets).words(expr, 0);
}

const SIGNS: Readonly<Record<Comparator, string>> = {
  '>=': '≥',
  '>': '>',
  '<=': '≤',
  '<': '<',
  '=': '=',
  '!=': '≠',
};

/** How tightly forms bind, to set parentheses: or, and, comparison, sum, product. */
const LEVEL = { or: 1, and: 2, compare: 3, sum: 4, product: 5, tight: 6 } as const;

export class Describer {
  readonly lang: Lang;
  readonly #policy: Described;
  readonly #lets: ReadonlyMap<string, Expr>;

  constructor(policy: Described, lang: Lang, lets: ReadonlyMap<string, Expr>) {
    this.#policy = policy;
    this.lang = lang;
    this.#lets = lets;
  }

  words(expr: Expr, floor: number): string {
    switch (expr.op) {
      case 'figure':
        return this.#policy.figures.get(expr.id)?.text ?? expr.id;
      case 'zero':
        return '0';
      case 'boolean':
        return this.pick({ zh: expr.value ? '是' : '否', en: expr.value ? 'yes' : 'no' });
      case 'indicator':
        return this.#isFlag(expr.key) ? this.#flag(expr.key, true) : this.name(expr.key);
      case 'let':
        return this.#letName(expr.name, floor);
      case 'add':
        return this.#infix('+', expr.left, expr.right, LEVEL.sum, floor);
      case 'subtract':
        return this.#infix('−', expr.left, expr.right, LEVEL.sum, floor);
      case 'multiply':
        return this.#infix('×', expr.left, expr.right, LEVEL.product, floor);
      case 'divide':
        return this.#infix('÷', expr.left, expr.right, LEVEL.product, floor);
      case 'shift':
        return this.#infix(expr.sign === 1 ? '+' : '−', expr.date, expr.by, LEVEL.sum, floor);
      case 'compare':
        return this.#infix(SIGNS[expr.comparator], expr.left, expr.right, LEVEL.compare, floor);
      case 'and':
      case 'or':
        return this.#chain(expr.op, expr.terms, floor);
      case 'not':
        return this.#negation(expr.term);
      case 'isOneOf':
        return this.#membership(expr.key, expr.values, true);
      default:
        return describeFunction(expr, this, floor);
    }
  }

  pick(text: Bilingual): string {
    return text[this.lang];
  }

  name(key: IndicatorKey): string {
    return this.#policy.vocabulary.indicators.get(key)?.names[this.lang] ?? key;
  }

  /** The options of a reading, wherever in the policy it is declared. */
  options(id: string): readonly ReadingOption[] {
    const declared = [...(this.#policy.clauses?.values() ?? [])].flatMap(({ readings }) => readings);
    return (
      [...(this.#policy.readings ?? []), ...declared].find((reading) => reading.id === id)?.options ?? []
    );
  }

  #letName(name: string, floor: number): string {
    const isChinese = /\p{Script=Han}/u.test(name);
    const value = this.#lets.get(name);
    return value === undefined || isChinese === (this.lang === 'zh') ? name : this.words(value, floor);
  }

  #infix(sign: string, left: Expr, right: Expr, level: number, floor: number): string {
    const text = `${this.words(left, level - 1)} ${sign} ${this.words(right, level)}`;
    return this.wrap(text, level, floor);
  }

  #chain(op: 'and' | 'or', terms: readonly Expr[], floor: number): string {
    const joins = { and: { zh: '，且', en: ' and ' }, or: { zh: '，或', en: ' or ' } };
    const text = terms.map((term) => this.words(term, LEVEL[op])).join(this.pick(joins[op]));
    return this.wrap(text, LEVEL[op], floor);
  }

  wrap(text: string, level: number, floor: number): string {
    if (level > floor) return text;
    return this.pick({ zh: `（${text}）`, en: `(${text})` });
  }

  #isFlag(key: IndicatorKey): boolean {
    return this.#policy.vocabulary.indicators.get(key)?.type === 'boolean';
  }

  #flag(key: IndicatorKey, value: boolean): string {
    const name = this.name(key);
    return this.pick({ zh: `${name}：${value ? '是' : '否'}`, en: `${name}: ${value ? 'yes' : 'no'}` });
  }

  #negation(term: Expr): string {
    if (term.op === 'indicator' && this.#isFlag(term.key)) return this.#flag(term.key, false);
    if (term.op === 'isOneOf') return this.#membership(term.key, term.values, false);
    const text = this.words(term, LEVEL.compare);
    return this.pick({ zh: `不符合“${text}”`, en: `not (${this.words(term, 0)})` });
  }

  #membership(key: IndicatorKey, values: readonly string[], inside: boolean): string {
    const all = values.join(this.pick({ zh: '、', en: ' or ' }));
    return this.pick({
      zh: `${this.name(key)}${inside ? '为' : '不为'}${all}`,
      en: `${this.name(key)} is ${inside ? '' : 'not '}${all}`,
    });
  }
}
