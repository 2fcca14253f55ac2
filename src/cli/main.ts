import { type CommandArguments, languageOf, readArguments } from './arguments';
import { cases } from './cases';
import { CommandError, type CommandLineIo, EXIT_DONE, EXIT_USAGE, wrongUsage } from './console';
import { demo } from './demo';
import { evaluate } from './evaluate';
import { map } from './map';
import { rulesCheck, rulesDiff, rulesList, rulesNew, rulesShow, rulesTest } from './rules-commands';
import { USAGE } from './usage';
import { generator } from './version';

export type { CommandLineIo } from './console';

type Run = (args: CommandArguments, io: CommandLineIo) => number;
type Accepted = Parameters<typeof readArguments>[1];

const file = (names: string): Accepted['positionals'] => ({ least: 1, most: 1, names });
const none: Accepted['positionals'] = { least: 0, most: 0, names: '' };
const folder: Accepted['positionals'] = { least: 0, most: 1, names: '[DIR]' };
const COMMANDS: ReadonlyMap<string, readonly [Run, Accepted]> = new Map([
  [
    'evaluate',
    [
      evaluate,
      {
        values: ['policy', 'sheet'],
        single: ['out', 'json', 'scenario', 'map', 'as-of', 'group-by', 'rules'],
        positionals: file('<in.xlsx>'),
      },
    ],
  ],
  [
    'map',
    [map, { values: ['sheet'], single: ['map', 'rules'], flags: ['json'], positionals: file('<in.xlsx>') }],
  ],
  ['cases', [cases, { single: ['rules'], flags: ['json'], positionals: file('<cases.jsonl>') }]],
  ['rules list', [rulesList, { single: ['rules'], flags: ['json'], positionals: none }]],
  ['rules show', [rulesShow, { single: ['rules'], positionals: file('<clause>') }]],
  ['rules check', [rulesCheck, { single: ['rules'], flags: ['json'], positionals: folder }]],
  ['rules test', [rulesTest, { single: ['rules'], positionals: folder }]],
  ['rules new', [rulesNew, { single: ['from', 'rules'], positionals: file('<id>') }]],
  ['rules diff', [rulesDiff, { single: ['rules'], positionals: { least: 2, most: 2, names: '<a> <b>' } }]],
  ['demo', [demo, { single: ['out', 'rules'], positionals: none }]],
]);

const SEE_HELP = { zh: '用法见 subsidy --help。', en: 'See subsidy --help.' } as const;

/** Runs one command; the answer is the exit code: 0 done, 1 the input could not be used, 2 wrong usage. */
export async function main(argv: readonly string[], io: CommandLineIo): Promise<number> {
  const lang = languageOf(argv);
  try {
    return run(argv, io);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    io.stderr.write(`${error.text[lang]}\n`);
    if (error.exitCode === EXIT_USAGE) io.stderr.write(`${SEE_HELP[lang]}\n`);
    return error.exitCode;
  }
}

/** `rules check` is one name; an option is none. */
function commandName(first = '', second = ''): string {
  const [name, part] = [first, second].map((word) => (word.startsWith('-') ? '' : word));
  return name === 'rules' ? `rules ${part ?? ''}`.trim() : (name ?? '');
}

/** `--lang en` may stand before the command, too. */
function languageLast(argv: readonly string[]): readonly string[] {
  const [first = ''] = argv;
  const length = first === '--lang' ? 2 : first.startsWith('--lang=') ? 1 : 0;
  return [...argv.slice(length), ...argv.slice(0, length)];
}

function run(given: readonly string[], io: CommandLineIo): number {
  const argv = languageLast(given);
  const [first, second] = argv;
  if (first === 'help' || argv.includes('--help') || argv.includes('-h')) {
    io.stdout.write(USAGE[languageOf(argv)]);
    return EXIT_DONE;
  }
  if (first === '--version') {
    io.stdout.write(`${generator(io)}\n`);
    return EXIT_DONE;
  }
  const name = commandName(first, second);
  const command = COMMANDS.get(name);
  if (command === undefined) {
    const known = [...COMMANDS.keys()];
    throw name === ''
      ? wrongUsage(`请给出命令：${known.join('、')}。`, `Please give a command: ${known.join(', ')}.`)
      : wrongUsage(
          `没有命令“${name}”；有：${known.join('、')}。`,
          `There is no command “${name}”; there are: ${known.join(', ')}.`,
        );
  }
  const [start, accepted] = command;
  return start(readArguments(argv.slice(name.split(' ').length), accepted), io);
}
