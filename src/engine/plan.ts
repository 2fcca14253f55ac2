import type { ClauseId, FigureId, FigureValue, IndicatorKey, Policy, ReadingId } from '../rules';
import type { Fraction } from './values/fraction';
import type { Value } from './values/value';

/**
 * A plan is a policy under a scenario: figures overlaid, readings chosen, parameters given. It is
 * immutable; another scenario is another plan. Expressions are bound to columns sheet by sheet.
 */

/** A parameter as the analyst writes it: a literal, a plain decimal, or a table of thresholds and amounts. */
export type ParameterValue = string | readonly (readonly [threshold: string, amount: string])[];

/** What the analyst changes or gives. Everything is optional; keys that the policy has not are errors. */
export interface Scenario {
  /** Figure → literal as rules write it (`150万元`); the dimension must stay. */
  readonly figures?: Readonly<Record<FigureId, string>>;
  /** Reading → option. */
  readonly readings?: Readonly<Record<ReadingId, string>>;
  /** Parameters that hold for every clause that asks for them. */
  readonly parameters?: Readonly<Record<IndicatorKey, ParameterValue>>;
  /** Parameters of single clauses; they go before `parameters`. */
  readonly amounts?: Readonly<Record<ClauseId, Readonly<Record<IndicatorKey, ParameterValue>>>>;
  /** Date (ISO, any precision) for dated figures and for what is in force; default: the facts' own year. */
  readonly asOf?: string;
}

/** A table of the analyst: ascending thresholds, each with its amount. */
export type ParameterTable = readonly { readonly threshold: Fraction; readonly amount: Fraction }[];
export type Parameter =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'table'; readonly table: ParameterTable };

export interface Plan {
  readonly policy: Policy;
  readonly scenario: Scenario;
  /** Figures in force under the scenario. */
  readonly figures: ReadonlyMap<FigureId, FigureValue>;
  /** Every reading with the option that holds. */
  readonly readings: ReadonlyMap<ReadingId, string>;
  readonly parameters: ReadonlyMap<IndicatorKey, Parameter>;
  readonly amounts: ReadonlyMap<ClauseId, ReadonlyMap<IndicatorKey, Parameter>>;
}

export interface EvaluationOptions {
  /** Overrides the period of the facts (ISO date, any precision). */
  readonly asOf?: string;
  /** Header of a text column in `SheetData.groups` for `totals.byGroup`. */
  readonly groupBy?: string;
}
