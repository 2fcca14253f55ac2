/**
 * Custom functions: policies come in, functions of cells and columns and their metadata go out. Nothing
 * here names Excel but `register`, which is handed the host's object; nothing writes, nothing remembers
 * an earlier call: a result depends on the arguments and the policies alone.
 */
export { bundledPolicies } from './bundle/bundled';
export * from './bundle/serialised';
export * from './catalogue/catalogue';
export * from './cells/cell';
export * from './functions';
export * from './metadata/metadata';
export * from './register';
export type { BlankResolver, ZeroCell, Zeros } from './clause/zeros';
