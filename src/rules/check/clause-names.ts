import type { Report } from '../diagnostics';
import { suggest } from '../diagnostics/suggest';
import type { ClauseId } from '../model';
import type { IndicatorKey } from '../vocabulary';
import type { TextNode } from '../yaml';

/** What other clauses need to know of a clause. */
export interface KnownClause {
  /** Whether it has an award or a saving. */
  readonly hasAmount: boolean;
  readonly inputs: readonly IndicatorKey[];
}

/** The clauses of a policy by number, known before any of them is checked. */
export class ClauseNames {
  readonly #policy: string;
  readonly #known: ReadonlyMap<string, KnownClause>;
  readonly #complete: boolean;

  /**
   * @param known what is known of each clause by its number
   * @param complete false when a file could not be read: a name that is not found may stand there
   */
  constructor(policy: string, known: ReadonlyMap<string, KnownClause>, complete: boolean) {
    this.#policy = policy;
    this.#known = known;
    this.#complete = complete;
  }

  /** The id of a clause named in the file, as `9.1.1`; unknown ones are reported. */
  resolve(name: TextNode, report: Report, needsAmount = true): ClauseId | undefined {
    const prefix = `${this.#policy}/`;
    const number = name.value.startsWith(prefix) ? name.value.slice(prefix.length) : name.value;
    const found = this.#known.get(number);
    if (found === undefined && this.#complete) {
      report('unknown-clause', name.span, {
        name: name.value,
        suggestion: suggest(number, this.#known.keys()),
      });
      return undefined;
    }
    if (needsAmount && found?.hasAmount === false)
      report('clause-without-amount', name.span, { name: name.value });
    return `${this.#policy}/${number}`;
  }

  /** The inputs of a clause of the policy. */
  inputsOf(id: ClauseId): readonly IndicatorKey[] {
    return this.#known.get(id.slice(this.#policy.length + 1))?.inputs ?? [];
  }
}
