/**
 * The report room: settled outcomes come in, what people and programs read goes out (annotation columns,
 * the 明细 and 汇总 tables, the JSON result, the hidden names of what is ours). It knows no file and no host.
 */
export * from './annotation';
export * from './detail';
export * from './digest';
export * from './money';
export * from './names';
export * from './ours';
export * from './result-json';
export * from './reviews';
export * from './summary';
export * from './words';
