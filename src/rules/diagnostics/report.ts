import type { Bilingual, Lang } from '../vocabulary';
import { type DiagnosticCode, type ParamsOf, templateOf } from './codes';
import { positionAt, type SourcePosition, type Span } from './position';
import type { Severity } from './template';

/** Something wrong or doubtful in a rule file. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly position: SourcePosition;
  /** Just behind the last character. */
  readonly end?: SourcePosition;
  /** What is wrong, what was expected, what to do: whole sentences. */
  readonly message: Bilingual;
}

/** Takes note of a diagnostic; nothing is thrown, so that everything is reported at once. */
export type Report = <Code extends DiagnosticCode>(
  code: Code,
  at: Span | SourcePosition,
  params: ParamsOf<Code>,
) => void;

/** Collects diagnostics, each once. */
export class DiagnosticList {
  readonly #found = new Map<string, Diagnostic>();

  readonly report: Report = (code, at, params) => {
    const template = templateOf(code);
    const diagnostic: Diagnostic = {
      code,
      severity: template.severity,
      ...placeOf(at),
      message: { zh: template.zh(params), en: template.en(params) },
    };
    this.#found.set(formatDiagnostic(diagnostic, 'en'), diagnostic);
  };

  /** By file in the order given, then by place. */
  inOrder(files: readonly SourcePathed[]): readonly Diagnostic[] {
    const rank = new Map(files.map(({ path }, index) => [path, index]));
    const fileRank = ({ position }: Diagnostic): number => rank.get(position.file) ?? files.length;
    return [...this.#found.values()].toSorted(
      (a, b) =>
        fileRank(a) - fileRank(b) ||
        a.position.line - b.position.line ||
        a.position.column - b.position.column,
    );
  }

  get hasErrors(): boolean {
    return [...this.#found.values()].some(({ severity }) => severity === 'error');
  }
}

function placeOf(at: Span | SourcePosition): Pick<Diagnostic, 'position' | 'end'> {
  if (!('source' in at)) return { position: at };
  return {
    position: positionAt(at.source, at.start),
    end: positionAt(at.source, Math.max(at.start, at.end)),
  };
}

interface SourcePathed {
  readonly path: string;
}

const SEVERITY_WORDS: Readonly<Record<Severity, Bilingual>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
};

/** `rules/xishan-2020/4.yaml:12:9 错误[unknown-key] …`. */
export function formatDiagnostic(diagnostic: Diagnostic, lang: Lang): string {
  const { file, line, column } = diagnostic.position;
  const word = SEVERITY_WORDS[diagnostic.severity][lang];
  return `${file}:${line}:${column} ${word}[${diagnostic.code}] ${diagnostic.message[lang]}`;
}
