import { compilePolicy, EngineError, type Plan, type Scenario } from '../../engine';
import type { Policy } from '../../rules';
import type { Failure } from '../cells/cell';

/** Compiled plans, kept: the same overrides stand in thousands of formulas. */
export class Plans {
  readonly #kept = new Map<string, Plan>();

  of(policy: Policy, scenario: Scenario): Plan | Failure {
    const key = `${policy.id} ${policy.hash} ${JSON.stringify(scenario)}`;
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    try {
      const plan = compilePolicy(policy, scenario);
      if (this.#kept.size >= KEPT) this.#kept.clear();
      this.#kept.set(key, plan);
      return plan;
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      return { failure: 'invalidValue', text: error.text };
    }
  }
}

const KEPT = 64;
