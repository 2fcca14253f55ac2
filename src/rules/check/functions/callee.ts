import type { NamedArgument, SyntaxOf } from '../../expression';
import type { Checked, Checker } from '../checked';
import type { Place } from '../figures';

export type Call = SyntaxOf<'call'>;

/** A function of the language: how it is called, and how its arguments are checked. */
export interface Callee {
  /** As the message shows it. */
  readonly usage: string;
  /** Fewest and most arguments without a name. */
  readonly positional: readonly [number, number];
  readonly named: readonly string[];
  /** Named arguments that cannot be left out. */
  readonly needed: readonly string[];
  /** Called with as many arguments as it wants; undefined where something has been reported. */
  readonly check: (call: Call, checker: Checker, place: Place) => Checked | undefined;
}

export const argument = (call: Call, name: string): NamedArgument | undefined =>
  call.named.find((each) => each.name === name);
