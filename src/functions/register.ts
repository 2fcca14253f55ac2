import { isFailure, type CellMatrix, type CellResult, type Failure } from './cells/cell';
import type { Lang } from '../rules';
import type { SubsidyFunction } from './functions';

/** As much of the host's custom functions as registration needs. */
export interface CustomFunctionsHost {
  readonly associate: (id: string, call: (...values: unknown[]) => unknown) => void;
  readonly Error: new (code: string, message: string) => Error;
  readonly ErrorCode: { readonly notAvailable: string; readonly invalidValue: string };
}

/**
 * Hands the functions to the host. Failures become the host's errors in the user's language: thrown for
 * a single cell, where the host shows the message with certainty, and in their place within a range.
 */
export function registerFunctions(
  host: CustomFunctionsHost,
  functions: ReadonlyMap<string, SubsidyFunction>,
  lang: () => Lang,
): void {
  const errorOf = ({ failure, text }: Failure): Error =>
    new host.Error(host.ErrorCode[failure], text[lang()]);
  const shown = (matrix: CellMatrix): unknown => {
    const only = onlyCell(matrix);
    if (only !== undefined && isFailure(only)) throw errorOf(only);
    return matrix.map((row) => row.map((cell) => (isFailure(cell) ? errorOf(cell) : cell)));
  };
  for (const [name, call] of functions) {
    host.associate(name, (...given) => {
      const result = call(callOf(given));
      return result instanceof Promise ? result.then(shown) : shown(result);
    });
  }
}

function onlyCell(matrix: CellMatrix): CellResult | undefined {
  return matrix.length === 1 && matrix[0]?.length === 1 ? matrix[0][0] : undefined;
}

/** The host puts its account of the call behind the arguments. */
function callOf(given: readonly unknown[]): Parameters<SubsidyFunction>[0] {
  const last = given.at(-1);
  if (!isInvocation(last)) return { values: given };
  const values = given.slice(0, -1);
  const addresses: unknown = last.parameterAddresses;
  return Array.isArray(addresses) ? { values, addresses } : { values };
}

function isInvocation(value: unknown): value is { readonly parameterAddresses?: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && 'functionName' in value;
}
