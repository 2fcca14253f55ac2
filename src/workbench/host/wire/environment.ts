import type { Workbook } from '../book/workbook';
import type { Calculation } from '../formula/calculation';
import type { ExcelWindow } from '../session/excel-window';
import type { Limits } from './limits';
import type { RequirementSets } from './requirement-sets';

/** The messages about events that an add-in's runtime has asked for. */
export interface EventSubscriptions {
  add(eventType: number, target: string): void;
  remove(eventType: number, target: string): void;
  /** The cells an event message was about. */
  rangeOf(
    referenceId: string,
  ): (import('../book/sheet').Tracked & { readonly sheet: import('../book/sheet').Sheet }) | undefined;
}

/** What comes back from the add-in's functions. */
export interface FunctionResults {
  ready(): void;
  receive(results: readonly unknown[]): void;
}

/** What the objects of Office.js are answered from: one Excel, as one runtime of the add-in sees it. */
export interface Environment {
  readonly workbook: Workbook;
  readonly calculation: Calculation;
  readonly limits: Limits;
  readonly sets: RequirementSets;
  readonly subscriptions: EventSubscriptions;
  readonly functions: FunctionResults;
  /** null when nobody shows the host. */
  readonly window: ExcelWindow | null;
  /** Of this runtime of the add-in alone: other add-ins keep getting their events. */
  enableEvents: boolean;
  /** Until the request ends nothing is calculated. */
  isCalculationSuspended: boolean;
}
