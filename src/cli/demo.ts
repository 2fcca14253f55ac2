import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type CommandArguments, single } from './arguments';
import type { CommandLineIo } from './console';
import { evaluate } from './evaluate';
import { shownPath } from './files';

/** `subsidy demo` (and `npm start`): the bundled sample evaluated, the annotated copy written, the summary printed. */
export function demo(args: CommandArguments, io: CommandLineIo): number {
  const out =
    single(args, 'out') ?? shownPath(path.join(io.packageRoot, 'out', 'xishan-2020.annotated.xlsx'));
  mkdirSync(path.dirname(out), { recursive: true });
  return evaluate(
    {
      positionals: [shownPath(path.join(io.packageRoot, 'samples', 'xishan-2020.xlsx'))],
      flags: new Set(),
      values: new Map([
        ['policy', ['xishan-2020']],
        ['out', [out]],
        ['group-by', ['所属街道']],
        ['rules', args.values.get('rules') ?? []],
      ]),
      lang: args.lang,
    },
    io,
  );
}
