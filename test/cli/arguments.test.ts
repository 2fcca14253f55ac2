import { languageOf, readArguments } from '../../src/cli/arguments';
import { CommandError } from '../../src/cli/console';

const ACCEPTED = {
  values: ['policy'],
  single: ['out'],
  flags: ['json'],
  positionals: { least: 1, most: 1, names: '<in.xlsx>' },
};

function refusal(argv: readonly string[]): { exitCode: number; zh: string; en: string } {
  try {
    readArguments(argv, ACCEPTED);
  } catch (error) {
    if (error instanceof CommandError) return { exitCode: error.exitCode, ...error.text };
    throw error;
  }
  throw new Error('accepted');
}

describe('arguments of a command', () => {
  test('files, repeated options, single options and flags', () => {
    const args = readArguments(
      ['a.xlsx', '--policy', 'p1', '--policy=p2', '--out', 'b.xlsx', '--json', '--lang', 'en'],
      ACCEPTED,
    );
    expect(args.positionals).toEqual(['a.xlsx']);
    expect(args.values.get('policy')).toEqual(['p1', 'p2']);
    expect(args.values.get('out')).toEqual(['b.xlsx']);
    expect(args.flags.has('json')).toBe(true);
    expect(args.lang).toBe('en');
  });

  test.each([
    [
      ['a.xlsx', '--polcy', 'x'],
      '不认识的选项 --polcy；可用：--policy --out --lang --json。',
      'Unknown option --polcy; accepted: --policy --out --lang --json.',
    ],
    [['a.xlsx', '--out'], '选项 --out 后面要有一个值。', 'Option --out needs a value.'],
    [['a.xlsx', '--out', '--json'], '选项 --out 后面要有一个值。', 'Option --out needs a value.'],
    [
      ['a.xlsx', '--out', 'x', '--out', 'y'],
      '选项 --out 只能给一次。',
      'Option --out can be given once only.',
    ],
    [['a.xlsx', '--lang', 'fr'], '--lang 只能是 zh 或 en，不能是 fr。', '--lang is zh or en, not fr.'],
    [[], '缺少参数：<in.xlsx>。', 'Missing argument: <in.xlsx>.'],
    [['a.xlsx', 'b.xlsx'], '多余的参数：b.xlsx。', 'Unexpected argument: b.xlsx.'],
  ])('%j is refused with what to do', (argv, zh, en) => {
    expect(refusal(argv)).toEqual({ exitCode: 2, zh, en });
  });

  test('the language is known before the rest is understood', () => {
    expect(languageOf(['evaluate', '--lang', 'en', '--nonsense'])).toBe('en');
    expect(languageOf(['evaluate', '--lang=en'])).toBe('en');
    expect(languageOf(['evaluate', '--lang'])).toBe('zh');
    expect(languageOf([])).toBe('zh');
  });
});
