/**
 * The second stage: what keys and shapes the files of a pack have, said once. It reads YAML nodes into raw
 * clauses, policies and indicators, and writes the JSON Schemas for editors. It knows no names and no units.
 */
export * from './shape';
export * from './leaf';
export * from './collection';
export * from './value';
export * from './condition';
export * from './award';
export * from './article';
export * from './policy';
export * from './indicators';
export { jsonSchemas } from './json';
