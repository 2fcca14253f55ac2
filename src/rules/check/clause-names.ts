import type { Report } from '../diagnostics';
import { suggest } from '../diagnostics/suggest';
import type { ClauseId } from '../model';
import type { TextNode } from '../yaml';

/** The clauses of a policy by number, known before any of them is checked. */
export class ClauseNames {
  readonly #policy: string;
  readonly #hasAmount: ReadonlyMap<string, boolean>;
  readonly #complete: boolean;

  /**
   * @param hasAmount clause number → whether it has an award or a saving
   * @param complete false when a file could not be read: a name that is not found may stand there
   */
  constructor(policy: string, hasAmount: ReadonlyMap<string, boolean>, complete: boolean) {
    this.#policy = policy;
    this.#hasAmount = hasAmount;
    this.#complete = complete;
  }

  /** The id of a clause named in the file, as `9.1.1`; unknown ones are reported. */
  resolve(name: TextNode, report: Report, needsAmount = true): ClauseId | undefined {
    const prefix = `${this.#policy}/`;
    const number = name.value.startsWith(prefix) ? name.value.slice(prefix.length) : name.value;
    const hasAmount = this.#hasAmount.get(number);
    if (hasAmount === undefined && this.#complete) {
      report('unknown-clause', name.span, {
        name: name.value,
        suggestion: suggest(number, this.#hasAmount.keys()),
      });
      return undefined;
    }
    if (needsAmount && hasAmount === false) report('clause-without-amount', name.span, { name: name.value });
    return `${this.#policy}/${number}`;
  }
}
