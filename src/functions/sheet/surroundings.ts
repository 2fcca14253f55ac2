import type { Plan } from '../../engine';
import type { Lang, Policy } from '../../rules';

/** What the functions of whole tables need to know besides their arguments. */
export interface Surroundings {
  readonly policies: readonly Policy[];
  readonly lang: Lang;
  /** Compiled once for all calls. */
  readonly planOf: (policy: Policy) => Plan;
}
