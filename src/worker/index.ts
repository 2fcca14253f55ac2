/**
 * The worker room: sheets come in as chunks, summaries, explanations and blocks of a report go out. The page
 * asks through `EvaluationWorker`; understanding, evaluation and reports run in a web worker and stay there.
 * Nothing here names Excel's objects or the document, and nothing is shown.
 */
export { answering } from './answering';
export { EvaluationWorker, type OpenWorker } from './client';
export { openWorker } from './open-worker';
export { EvaluationProblem } from './problem';
export type {
  Block,
  EvaluateAsk,
  EvaluationProgress,
  Reply,
  ReportAsk,
  Request,
  RequestOf,
  RowAsk,
  UnderstandAsk,
} from './protocol';
export type * from './summaries';
