import { CLAUSE_MESSAGES } from './messages-clause';
import { EXPRESSION_MESSAGES } from './messages-expression';
import { POLICY_MESSAGES } from './messages-policy';
import { SHAPE_MESSAGES } from './messages-shape';
import type { Severity, Template } from './template';

/** The closed list of codes, each with its severity and texts. */
const MESSAGES = {
  ...SHAPE_MESSAGES,
  ...EXPRESSION_MESSAGES,
  ...CLAUSE_MESSAGES,
  ...POLICY_MESSAGES,
} as const;

export type DiagnosticCode = keyof typeof MESSAGES;

/** What a code's text is filled in with. */
export type ParamsOf<Code extends DiagnosticCode> =
  (typeof MESSAGES)[Code] extends Template<infer Params> ? Params : never;

type Messages = { readonly [Code in DiagnosticCode]: Template<ParamsOf<Code>> };

export const DIAGNOSTIC_CODES: readonly DiagnosticCode[] = Object.keys(MESSAGES) as DiagnosticCode[];

export const severityOf = (code: DiagnosticCode): Severity => MESSAGES[code].severity;

export function templateOf<Code extends DiagnosticCode>(code: Code): Template<ParamsOf<Code>> {
  const messages: Messages = MESSAGES;
  return messages[code];
}
