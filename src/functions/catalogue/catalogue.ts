import type { Clause, Indicator, Policy } from '../../rules';

/** The argument of a clause's function for one of its inputs. */
export interface ClauseParameter {
  readonly indicator: Indicator;
  /** Whether the rule requires it: then a blank means what the vocabulary says. */
  readonly required: boolean;
  /**
   * Whether a formula may leave it out. Amounts that the text leaves open may be left out although the
   * rule requires them, where nothing that is needed comes after: the function then tells the bound.
   */
  readonly optional: boolean;
}

/** A clause as a function of its inputs. */
export interface ClauseFunction {
  /** Absent for clauses that only the generic function reaches. */
  readonly name: string | undefined;
  readonly policy: Policy;
  readonly clause: Clause;
  /** Required inputs first, each group in the order of the clause. */
  readonly parameters: readonly ClauseParameter[];
}

/** Functions besides those of the clauses. The ids stand in formulas: never change them. */
export const GENERAL_FUNCTIONS = [
  'SUBSIDY',
  'SUBSIDY_EVALUATE',
  'SUBSIDY_FIGURE',
  'SUBSIDY_CLAUSE',
  'SUBSIDY_EXPLAIN',
] as const;
export type GeneralFunction = (typeof GENERAL_FUNCTIONS)[number];

export function clauseFunction(policy: Policy, clause: Clause): ClauseFunction {
  const inputs = [
    ...clause.inputs.filter(isRequired),
    ...clause.inputs.filter((input) => !isRequired(input)),
  ];
  const known = inputs.flatMap(({ key, required }) => {
    const indicator = policy.vocabulary.indicators.get(key);
    return indicator === undefined ? [] : [{ indicator, required }];
  });
  const dispensable = known.map(({ indicator, required }) => !required || indicator.parameter === 'decided');
  const lastNeeded = dispensable.lastIndexOf(false);
  const parameters = known.map((one, at) => ({ ...one, optional: at > lastNeeded }));
  return { name: clause.function, policy, clause, parameters };
}

const isRequired = ({ required }: { readonly required: boolean }): boolean => required;

/** The clauses that have a function of their own, in the order of the policies. */
export function namedFunctions(
  policies: readonly Policy[],
): readonly (ClauseFunction & { readonly name: string })[] {
  return policies.flatMap((policy) =>
    [...policy.clauses.values()].flatMap((clause) => {
      const { name, ...rest } = clauseFunction(policy, clause);
      return name === undefined ? [] : [{ ...rest, name }];
    }),
  );
}
