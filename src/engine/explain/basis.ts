import { explainAward } from './award';
import { boundClauses } from './bound-clauses';
import { Derivation } from './derivation';
import type { BoundClause } from '../clauses/bind';
import type { SheetData } from '../columns';
import type { ExplanationNode, RowRef } from '../outcome';
import type { Plan } from '../plan';
import type { Bilingual, ClauseId, Expr } from '../../rules';

/** What an award was computed from, as its explanation words it. */
export interface AwardBasis {
  /** `1,200,000.00元`; null for an award that is paid on nothing. */
  readonly base: Bilingual | null;
  /** The name of the tier that decided. */
  readonly tier: Bilingual | null;
  /** The rate or price; several figures where several make it, each with what it is. */
  readonly rates: readonly { readonly text: Bilingual; readonly value: Bilingual }[];
}

/** Base, tier and rate of the award of a clause that a row qualifies for: no more of the explanation than that. */
export function basisOf(
  plan: Plan,
  sheets: readonly SheetData[],
): (clause: ClauseId, at: RowRef) => AwardBasis {
  const bind = boundClauses(plan, sheets);
  const values = new Map<Expr, Bilingual>();
  return (id, at) => {
    const bound = bind(id, at.sheet);
    const { award } = bound.clause;
    if (award === undefined) return { base: null, tier: null, rates: [] };
    return basisIn(explainAward(award, new Outline(bound, at.row, values)));
  };
}

function basisIn(steps: readonly ExplanationNode[]): AwardBasis {
  let base: Bilingual | null = null;
  let tier: Bilingual | null = null;
  const rates: AwardBasis['rates'][number][] = [];
  const visit = ({ kind, text, value, children }: ExplanationNode): void => {
    if (value !== undefined) {
      if (kind === 'base') base ??= value;
      else if (kind === 'tier') tier ??= value;
      else if (kind === 'rate') rates.push({ text, value });
    }
    children.forEach(visit);
  };
  steps.forEach(visit);
  return { base, tier, rates };
}

const NO_WORDS: Bilingual = { zh: '', en: '' };
const NOWHERE = { sheetName: '', rowNumber: 0 };

/** A derivation of values alone: without words, and without what the values are made of. */
class Outline extends Derivation {
  /** What figures are shown as: the same on every row. */
  readonly #figures: Map<Expr, Bilingual>;

  constructor(bound: BoundClause, row: number, figures: Map<Expr, Bilingual>) {
    super(bound, row, NOWHERE);
    this.#figures = figures;
  }

  override words(): Bilingual {
    return NO_WORDS;
  }

  override step(kind: ExplanationNode['kind'], text: Bilingual, expr: Expr): ExplanationNode {
    return this.node(kind, text, kind === 'base' || kind === 'rate' ? { value: this.valueOf(expr) } : {});
  }

  override condition(
    _expr: Expr,
    label: Bilingual = NO_WORDS,
    kind: ExplanationNode['kind'] = 'condition',
  ): ExplanationNode {
    return this.node(kind, label);
  }

  override valueOf(expr: Expr): Bilingual {
    if (expr.op !== 'figure') return super.valueOf(expr);
    const shown = this.#figures.get(expr) ?? super.valueOf(expr);
    this.#figures.set(expr, shown);
    return shown;
  }

  override reading(): ExplanationNode {
    return this.node('reading', NO_WORDS);
  }

  override input(): ExplanationNode {
    return this.node('input', NO_WORDS);
  }
}
