import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Lang } from '../rules';
import { wrongUsage } from './console';

export interface CommandArguments {
  readonly positionals: readonly string[];
  readonly flags: ReadonlySet<string>;
  /** Options that take a value, in the order given. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly lang: Lang;
}

export interface AcceptedOptions {
  readonly values?: readonly string[];
  /** Options that may be given once only. */
  readonly single?: readonly string[];
  readonly flags?: readonly string[];
  readonly positionals: { readonly least: number; readonly most: number; readonly names: string };
}

/** Chinese unless `--lang en` (also before the rest could be understood). */
export function languageOf(argv: readonly string[]): Lang {
  const at = argv.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  const value = at < 0 ? undefined : (argv[at]?.split('=')[1] ?? argv[at + 1]);
  return value === 'en' ? 'en' : 'zh';
}

/** @throws CommandError with exit code 2 that names the argument and what is accepted. */
export function readArguments(argv: readonly string[], accepted: AcceptedOptions): CommandArguments {
  const withValue = [...(accepted.values ?? []), ...(accepted.single ?? []), 'lang'];
  const flags = accepted.flags ?? [];
  const options: NonNullable<ParseArgsConfig['options']> = {};
  for (const name of withValue) options[name] = { type: 'string', multiple: true };
  for (const name of flags) options[name] = { type: 'boolean' };
  const parsed = parseArgs({ args: [...argv], options, allowPositionals: true, strict: false, tokens: true });

  const values = new Map<string, string[]>();
  const given = new Set<string>();
  for (const token of parsed.tokens) {
    if (token.kind !== 'option') continue;
    const known = [...withValue, ...flags].map((name) => `--${name}`);
    if (!known.includes(token.rawName)) {
      throw wrongUsage(
        `不认识的选项 ${token.rawName}；可用：${known.join(' ')}。`,
        `Unknown option ${token.rawName}; accepted: ${known.join(' ')}.`,
      );
    }
    if (flags.includes(token.name)) {
      given.add(token.name);
      continue;
    }
    if (token.value === undefined || (!token.inlineValue && token.value.startsWith('--'))) {
      throw wrongUsage(`选项 ${token.rawName} 后面要有一个值。`, `Option ${token.rawName} needs a value.`);
    }
    const earlier = values.get(token.name) ?? [];
    if (earlier.length > 0 && !(accepted.values ?? []).includes(token.name)) {
      throw wrongUsage(
        `选项 ${token.rawName} 只能给一次。`,
        `Option ${token.rawName} can be given once only.`,
      );
    }
    values.set(token.name, [...earlier, token.value]);
  }
  const lang = values.get('lang')?.[0];
  if (lang !== undefined && lang !== 'zh' && lang !== 'en') {
    throw wrongUsage(`--lang 只能是 zh 或 en，不能是 ${lang}。`, `--lang is zh or en, not ${lang}.`);
  }
  const { least, most, names } = accepted.positionals;
  if (parsed.positionals.length < least) {
    throw wrongUsage(`缺少参数：${names}。`, `Missing argument: ${names}.`);
  }
  if (parsed.positionals.length > most) {
    const extra = parsed.positionals.slice(most).join(' ');
    throw wrongUsage(`多余的参数：${extra}。`, `Unexpected argument: ${extra}.`);
  }
  return { positionals: parsed.positionals, flags: given, values, lang: lang === 'en' ? 'en' : 'zh' };
}

export function single(args: CommandArguments, option: string): string | undefined {
  return args.values.get(option)?.[0];
}
