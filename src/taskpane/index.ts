/**
 * The task pane room: what the user sees and can ask for. A `Session` holds the state and does the work
 * through ports to Excel and to the worker; the views only show the state and call the session.
 */
export { mountPane } from './mount';
export { Session } from './session/session';
export type { EvaluationPort, ExcelPort, Ports } from './session/ports';
