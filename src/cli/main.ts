import { type CommandArguments, languageOf, readArguments } from './arguments';
import { cases } from './cases';
import { CommandError, type CommandLineIo, EXIT_DONE, EXIT_USAGE, wrongUsage } from './console';
import { demo } from './demo';
import { evaluate } from './evaluate';
import { map } from './map';
import { rulesCheck, rulesDiff, rulesList, rulesNew, rulesShow, rulesTest } from './rules-commands';
import { USAGE } from './usage';

export type { CommandLineIo } from './console';

type Run = (args: CommandArguments, io: CommandLineIo) => number;
type Accepted = Parameters<typeof readArguments>[1];

const file = (names: string): Accepted['positionals'] => ({ least: 1, most: 1, names });
const COMMANDS: Readonly<Record<string, readonly [Run, Accepted]>> = {
  evaluate: [
    evaluate,
    {
      values: ['policy', 'sheet'],
      single: ['out', 'json', 'scenario', 'map', 'as-of', 'group-by', 'rules'],
      positionals: file('<in.xlsx>'),
    },
  ],
  map: [
    map,
    { values: ['sheet'], single: ['map', 'rules'], flags: ['json'], positionals: file('<in.xlsx>') },
  ],
  cases: [cases, { single: ['rules'], flags: ['json'], positionals: file('<cases.jsonl>') }],
  'rules list': [
    rulesList,
    { single: ['rules'], flags: ['json'], positionals: { least: 0, most: 0, names: '' } },
  ],
  'rules show': [rulesShow, { single: ['rules'], positionals: file('<clause>') }],
  'rules check': [
    rulesCheck,
    { single: ['rules'], flags: ['json'], positionals: { least: 0, most: 1, names: '[DIR]' } },
  ],
  'rules test': [rulesTest, { single: ['rules'], positionals: { least: 0, most: 1, names: '[DIR]' } }],
  'rules new': [rulesNew, { single: ['from', 'rules'], positionals: file('<id>') }],
  'rules diff': [rulesDiff, { single: ['rules'], positionals: { least: 2, most: 2, names: '<a> <b>' } }],
  demo: [demo, { single: ['out'], positionals: { least: 0, most: 0, names: '' } }],
};

/** Runs one command; the answer is the exit code: 0 done, 1 the input could not be used, 2 wrong usage. */
export function main(argv: readonly string[], io: CommandLineIo): Promise<number> {
  const lang = languageOf(argv);
  try {
    return Promise.resolve(run(argv, io));
  } catch (error) {
    if (!(error instanceof CommandError)) return Promise.reject(error);
    io.stderr.write(`${error.text[lang]}\n`);
    if (error.exitCode === EXIT_USAGE) io.stderr.write(`\n${USAGE[lang]}`);
    return Promise.resolve(error.exitCode);
  }
}

function run(argv: readonly string[], io: CommandLineIo): number {
  const [first, second] = argv;
  if (first === 'help' || argv.includes('--help') || argv.includes('-h')) {
    io.stdout.write(USAGE[languageOf(argv)]);
    return EXIT_DONE;
  }
  if (first === undefined) throw wrongUsage('请给出命令。', 'Please give a command.');
  const name = first === 'rules' ? `rules ${second ?? ''}`.trim() : first;
  const command = COMMANDS[name];
  if (command === undefined) throw wrongUsage(`没有命令“${name}”。`, `There is no command “${name}”.`);
  const [start, accepted] = command;
  return start(readArguments(argv.slice(name.split(' ').length), accepted), io);
}
