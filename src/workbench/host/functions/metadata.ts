/** What Excel knows of the add-in's functions: the `functions.json` named in the manifest, and their namespace. */
import { isRecord } from '../wire/request';

export interface FunctionParameter {
  readonly name: string;
  readonly type: 'any' | 'number' | 'string' | 'boolean';
  readonly dimensionality: 'scalar' | 'matrix';
  readonly isOptional: boolean;
  /** The last one may be: it takes all arguments from its place on, as one list. */
  readonly isRepeating: boolean;
}

export interface FunctionMetadata {
  /** Under which the add-in associates its code. */
  readonly id: string;
  /** As in formulas, after the namespace. */
  readonly name: string;
  readonly parameters: readonly FunctionParameter[];
  readonly isCancelable: boolean;
  readonly wantsAddress: boolean;
  readonly wantsParameterAddresses: boolean;
  /** Parameters of type `any` get errors as arguments instead of passing them on. */
  readonly takesErrors: boolean;
}

/** @throws Error that says what is wrong, for whoever makes the file */
export function readFunctions(json: unknown): FunctionMetadata[] {
  const list: unknown = isRecord(json) ? json['functions'] : undefined;
  if (!Array.isArray(list)) throw new Error('functions.json: no list "functions"');
  const wide = isRecord(json) && json['allowErrorForDataTypeAny'] === true;
  return list.map((item: unknown) => readFunction(item, wide));
}

function readFunction(item: unknown, wide: boolean): FunctionMetadata {
  if (!isRecord(item)) throw new Error('functions.json: a function that is no object');
  const id = required(item, 'id', 'a function');
  const options = isRecord(item['options']) ? item['options'] : {};
  if (options['stream'] === true || options['volatile'] === true) {
    throw new Error(`functions.json: ${id}: the simulated host has no streaming or volatile functions`);
  }
  const parameters: readonly unknown[] = Array.isArray(item['parameters']) ? item['parameters'] : [];
  return {
    id,
    name: required(item, 'name', id),
    parameters: parameters.map((parameter, at) => readParameter(parameter, at === parameters.length - 1, id)),
    isCancelable: options['cancelable'] === true,
    wantsAddress: options['requiresAddress'] === true,
    wantsParameterAddresses: options['requiresParameterAddresses'] === true,
    takesErrors:
      wide || item['allowErrorForDataTypeAny'] === true || options['allowErrorForDataTypeAny'] === true,
  };
}

function readParameter(parameter: unknown, isLast: boolean, id: string): FunctionParameter {
  if (!isRecord(parameter)) throw new Error(`functions.json: ${id}: a parameter that is no object`);
  const isRepeating = parameter['repeating'] === true;
  if (isRepeating && !isLast) {
    throw new Error(`functions.json: ${id}: only the last parameter can be repeating`);
  }
  const { type, dimensionality } = parameter;
  return {
    name: required(parameter, 'name', id),
    type: type === 'number' || type === 'string' || type === 'boolean' ? type : 'any',
    dimensionality: dimensionality === 'matrix' ? 'matrix' : 'scalar',
    isOptional: isRepeating || parameter['optional'] === true,
    isRepeating,
  };
}

function required(record: Readonly<Record<string, unknown>>, key: string, of: string): string {
  const value = record[key];
  if (typeof value === 'string' && value !== '') return value;
  throw new Error(`functions.json: ${of}: no "${key}"`);
}
