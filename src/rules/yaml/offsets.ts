/**
 * Maps the characters of a scalar's value back to the file. A value differs from its source by quotes,
 * escapes, folded line breaks and indentation; aligning the two character by character covers all of them.
 *
 * @param source the file's text
 * @param start where the scalar starts (at its quote or block header)
 * @param end just behind it
 */
export function alignScalar(
  source: string,
  start: number,
  end: number,
  value: string,
): (index: number) => number {
  if (source.slice(start, start + value.length) === value) return (index) => start + index;
  const offsets: number[] = [];
  let at = bodyStart(source, start);
  for (const character of value) {
    const found = next(source, at, end, character);
    for (let unit = 0; unit < character.length; unit++) offsets.push(found.at + (found.escaped ? 0 : unit));
    at = found.next;
  }
  return (index) => offsets[index] ?? Math.min(at, end);
}

interface Found {
  readonly at: number;
  readonly next: number;
  readonly escaped: boolean;
}

/** A block scalar starts on the line after its header, a quoted one behind its quote. */
function bodyStart(source: string, start: number): number {
  const first = source[start];
  if (first === '|' || first === '>') {
    const lineEnd = source.indexOf('\n', start);
    return lineEnd < 0 ? start : lineEnd + 1;
  }
  return first === "'" || first === '"' ? start + 1 : start;
}

function next(source: string, from: number, end: number, character: string): Found {
  let at = skipContinuation(source, from);
  if (!isSpace(character)) {
    while (at < end && isSpace(source[at])) at = skipContinuation(source, at + 1);
  }
  if (source[at] === '\\' && character !== '\\') {
    return { at, next: at + escapeLength(source, at), escaped: true };
  }
  if (isSpace(character)) {
    return { at, next: character === '\n' ? at + 1 : skipFold(source, at, end), escaped: true };
  }
  const doubled = source.startsWith("''", at) || source.startsWith('\\\\', at);
  const isEscape = doubled && (character === "'" || character === '\\');
  return { at, next: at + (isEscape ? 2 : character.length), escaped: false };
}

/** In double quotes a backslash at the end of a line takes the line break away. */
function skipContinuation(source: string, from: number): number {
  if (source[from] !== '\\' || source[from + 1] !== '\n') return from;
  let at = from + 2;
  while (isSpace(source[at])) at++;
  return at;
}

/** One space of the value stands for one space, or for a line break with its indentation. */
function skipFold(source: string, at: number, end: number): number {
  let stop = at;
  while (stop < end && isSpace(source[stop])) stop++;
  return source.slice(at, stop).includes('\n') ? stop : at + 1;
}

function escapeLength(source: string, at: number): number {
  const hex: Readonly<Record<string, number>> = { x: 4, u: 6, U: 10 };
  return hex[source[at + 1] ?? ''] ?? 2;
}

const isSpace = (character: string | undefined): boolean =>
  character === ' ' || character === '\t' || character === '\n' || character === '\r';
