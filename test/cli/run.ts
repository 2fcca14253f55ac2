import path from 'node:path';
import { main } from '../../src/cli/main';

export const root = path.resolve(__dirname, '../..');

export interface Run {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command of the command line and gives what it said. */
export async function run(...argv: readonly string[]): Promise<Run> {
  let out = '';
  let err = '';
  const exit = await main(argv, {
    packageRoot: root,
    stdout: { write: (text: string) => (out += text) },
    stderr: { write: (text: string) => (err += text) },
  });
  return { exit, out, err };
}
