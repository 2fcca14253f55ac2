/** The arguments of a call as Excel hands them to the add-in's function. */
import { isCellError, type CellContent, type CellError } from '../../../sheet';
import { addressText } from '../book/address';
import { values, type Surroundings } from '../formula/evaluate';
import { cellError, isCells, isMatrix, type Result } from '../formula/result';
import type { FunctionMetadata, FunctionParameter } from './metadata';

/** How a blank cell arrives: 0 on the desktop, null on the web (office-js issues 4702, 5262, 1951). */
export type BlankBehaviour = 'zero' | 'null';

export interface CallArguments {
  readonly values: readonly unknown[];
  /** Of arguments that are cells; empty for others. */
  readonly addresses: readonly string[];
}

/** An error when Excel does not call the function at all but shows that. */
export function callArguments(
  { parameters, takesErrors }: FunctionMetadata,
  args: readonly (Result | undefined)[],
  around: Surroundings,
  blanks: BlankBehaviour,
): CallArguments | CellError {
  if (args.length > parameters.length) return cellError('#VALUE!');
  const list: unknown[] = [];
  const addresses: string[] = [];
  for (const [index, parameter] of parameters.entries()) {
    const arg = args[index];
    addresses.push(arg !== undefined && isCells(arg) ? addressText(arg.sheet.name, arg.area) : '');
    if (arg === undefined) {
      if (!parameter.isOptional) return cellError('#VALUE!');
      // Excel fills the places of arguments left out.
      list.push(null);
      continue;
    }
    const value = argument(parameter, arg, around, { takesErrors, blanks });
    if (isFailure(value)) return value.failure;
    list.push(value);
  }
  return { values: list, addresses };
}

interface Handling {
  readonly takesErrors: boolean;
  readonly blanks: BlankBehaviour;
}

interface Failure {
  readonly failure: CellError;
}

function argument(
  parameter: FunctionParameter,
  arg: Result,
  around: Surroundings,
  handling: Handling,
): unknown {
  const read = values(arg, around);
  if (parameter.dimensionality === 'scalar') {
    // Excel would call the function for each cell; ours take arrays, so that nobody needs it.
    if (isMatrix(read)) return { failure: cellError('#VALUE!') };
    return single(parameter, read, handling);
  }
  const rows = isMatrix(read) ? read.rows : [[read]];
  const handed = rows.map((row) => row.map((content) => single(parameter, content, handling)));
  return handed.flat().find(isFailure) ?? handed;
}

function single(
  { type }: FunctionParameter,
  content: CellContent,
  { takesErrors, blanks }: Handling,
): unknown {
  if (isCellError(content)) {
    if (takesErrors && type === 'any') return { type: 'CustomFunctionError', code: content.error };
    return { failure: content };
  }
  if (content === null) {
    if (blanks === 'null') return null;
    return type === 'string' ? '' : type === 'boolean' ? false : 0;
  }
  return converted(type, content);
}

function converted(type: FunctionParameter['type'], content: string | number | boolean): unknown {
  if (type === 'any' || typeof content === type) return content;
  if (type === 'string')
    return typeof content === 'boolean' ? String(content).toUpperCase() : String(content);
  if (type === 'boolean')
    return typeof content === 'number' ? content !== 0 : { failure: cellError('#VALUE!') };
  const number = typeof content === 'string' && content.trim() === '' ? NaN : Number(content);
  return Number.isNaN(number) ? { failure: cellError('#VALUE!') } : number;
}

function isFailure(value: unknown): value is Failure {
  return typeof value === 'object' && value !== null && 'failure' in value;
}
