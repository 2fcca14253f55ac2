import { compilePolicy, EngineError, type Plan, type Scenario } from '../../engine';
import { NO_OVERRIDES } from './overrides';
import type { Policy } from '../../rules';
import type { Failure } from '../cells/cell';

/** A plan with the text by which it is known: equal for equal scenarios. */
export interface CompiledPlan {
  readonly plan: Plan;
  readonly key: string;
}

/** Compiled plans, kept: the same overrides stand in thousands of formulas. */
export class Plans {
  readonly #plain = new WeakMap<Policy, CompiledPlan>();
  #kept = new Map<string, CompiledPlan>();

  of(policy: Policy, scenario: Scenario): CompiledPlan | Failure {
    if (scenario === NO_OVERRIDES.scenario) return this.withoutOverrides(policy);
    const key = `${policy.id} ${policy.hash} ${JSON.stringify(scenario)}`;
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    try {
      const compiled = { plan: compilePolicy(policy, scenario), key };
      if (this.#kept.size >= KEPT) this.#kept = new Map();
      this.#kept.set(key, compiled);
      return compiled;
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      return { failure: 'invalidValue', text: error.text };
    }
  }

  /** The policy as it is. */
  withoutOverrides(policy: Policy): CompiledPlan {
    const known = this.#plain.get(policy) ?? { plan: compilePolicy(policy), key: policy.hash };
    this.#plain.set(policy, known);
    return known;
  }
}

const KEPT = 64;
