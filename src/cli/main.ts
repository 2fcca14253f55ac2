export interface CommandLineIo {
  /** The folder that holds rules/. */
  readonly packageRoot: string;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

/** Runs one command; the answer is the exit code. */
export function main(_argv: readonly string[], io: CommandLineIo): Promise<number> {
  io.stdout.write('Usage: subsidy <command>\n');
  return Promise.resolve(0);
}
