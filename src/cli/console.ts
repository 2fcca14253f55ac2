import { displayWidth } from '../report';
import type { Bilingual } from '../rules';

/** Where the process writes and finds its own files; a test hands in its own. */
export interface CommandLineIo {
  /** The folder that holds rules/ and samples/. */
  readonly packageRoot: string;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

export const EXIT_DONE = 0;
export const EXIT_UNUSABLE = 1;
export const EXIT_USAGE = 2;

/** An end that the user can do something about: said on stderr, then the exit code. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  constructor(
    readonly exitCode: typeof EXIT_UNUSABLE | typeof EXIT_USAGE,
    readonly text: Bilingual,
  ) {
    super(text.en);
  }
}

export function unusable(zh: string, en: string): CommandError {
  return new CommandError(EXIT_UNUSABLE, { zh, en });
}

export function wrongUsage(zh: string, en: string): CommandError {
  return new CommandError(EXIT_USAGE, { zh, en });
}

/** Columns side by side, padded to their widest cell; `right` says which are aligned right. */
export function alignedRows(rows: readonly (readonly string[])[], right: readonly boolean[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, index) => {
      widths[index] = Math.max(widths[index] ?? 0, displayWidth(cell));
    });
  }
  return rows.map((row) =>
    row
      .map((cell, index) => {
        const padding = ' '.repeat(Math.max(0, (widths[index] ?? 0) - displayWidth(cell)));
        return right[index] === true ? padding + cell : cell + padding;
      })
      .join('  ')
      .trimEnd(),
  );
}
