/** Values that the add-in sets, checked; JSON may hold anything. */
import { OperationFailed } from './office-errors';

export function textValue(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new OperationFailed('InvalidArgument');
}

export function flagValue(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  throw new OperationFailed('InvalidArgument');
}

export function numberValue(value: unknown): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new OperationFailed('InvalidArgument');
}

/** One of a list of names, as the enumerations of Excel have them. */
export function nameValue<T extends string>(value: unknown, names: readonly T[]): T {
  const found = names.find((name) => name === value);
  if (found !== undefined) return found;
  throw new OperationFailed('InvalidArgument');
}
