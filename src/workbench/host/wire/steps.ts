/** The operations of the add-in, one by one: what can fail, and where a test can make it fail. */

export type StepKind = 'load' | 'set' | 'call';

export interface Step {
  /** Which request, counted from 1. Requests that only let go of references are not counted. */
  readonly batch: number;
  /** Which operation since the host was made, counted from 1. */
  readonly number: number;
  readonly kind: StepKind;
  /** As in JavaScript: `Range.values`, `WorksheetCollection.add`. A load of several properties names the object alone. */
  readonly member: string;
  /** What a load asks for. */
  readonly properties: readonly string[];
}

export type StepListener = (step: Omit<Step, 'batch' | 'number'>) => void;
