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
  /** Of arguments that are cells, those of a repeating parameter one after another; empty for others. */
  readonly addresses: readonly string[];
}

/** An error when Excel does not call the function at all but shows that. */
export function callArguments(
  { parameters, takesErrors }: FunctionMetadata,
  args: readonly (Result | undefined)[],
  around: Surroundings,
  blanks: BlankBehaviour,
): CallArguments | CellError {
  const repeating = parameters.at(-1)?.isRepeating === true ? parameters.at(-1) : undefined;
  const fixed = repeating === undefined ? parameters : parameters.slice(0, -1);
  if (repeating === undefined && args.length > parameters.length) return cellError('#VALUE!');
  const handling = { takesErrors, blanks };
  const list: unknown[] = [];
  for (const [index, parameter] of fixed.entries()) {
    const value = argumentOrBlank(parameter, args[index], around, handling);
    if (isFailure(value)) return value.failure;
    list.push(value);
  }
  if (repeating !== undefined) {
    const rest = args.slice(fixed.length).map((arg) => argumentOrBlank(repeating, arg, around, handling));
    const failure = rest.find(isFailure);
    if (failure !== undefined) return failure.failure;
    list.push(rest);
  }
  const places = Array.from({ length: Math.max(fixed.length, args.length) }, (_, index) => args[index]);
  return { values: list, addresses: places.map(addressOf) };
}

function addressOf(arg: Result | undefined): string {
  return arg !== undefined && isCells(arg) ? addressText(arg.sheet.name, arg.area) : '';
}

/** Excel fills the places of arguments left out with null. */
function argumentOrBlank(
  parameter: FunctionParameter,
  arg: Result | undefined,
  around: Surroundings,
  handling: Handling,
): unknown {
  if (arg !== undefined) return argument(parameter, arg, around, handling);
  return parameter.isOptional ? null : { failure: cellError('#VALUE!') };
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
