/** Where something stands in a rule file. Line and column are 1-based. */
export interface SourcePosition {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A rule file: the path under which diagnostics name it, and its text. Reading it is the caller's job. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** A file with the offsets at which its lines start. */
export interface Source extends SourceFile {
  readonly lineStarts: readonly number[];
}

/** A stretch of a file, as offsets into its text; `end` is exclusive. */
export interface Span {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

export function sourceOf(file: SourceFile): Source {
  const lineStarts = [0];
  for (let at = file.text.indexOf('\n'); at >= 0; at = file.text.indexOf('\n', at + 1))
    lineStarts.push(at + 1);
  return { path: file.path, text: file.text, lineStarts };
}

export function positionAt(source: Source, offset: number): SourcePosition {
  let low = 0;
  let high = source.lineStarts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((source.lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { file: source.path, line: low + 1, column: offset - (source.lineStarts[low] ?? 0) + 1 };
}

export const positionOf = (span: Span): SourcePosition => positionAt(span.source, span.start);

/** The span from the start of one to the end of another span of the same file. */
export const spanning = (first: Span, last: Span): Span => ({
  source: first.source,
  start: first.start,
  end: last.end,
});
