import { parseArgs, type ParseArgsConfig } from 'node:util';
import { problem } from '../problem';

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;
/** As scripts/addin-plugin.js knows them. */
const OFFICE_SOURCES: readonly string[] = ['self', 'cdn', 'china'];

/** What was given after a command; an option that was not given is not there. */
export interface GivenOptions {
  readonly values: ReadonlyMap<string, string>;
  readonly flags: ReadonlySet<string>;
}

/**
 * @param accepted names without dashes: `values` take a value, `flags` do not; `--lang` is always accepted
 * @throws SiteProblem that names what was given and what is accepted
 */
export function readOptions(
  argv: readonly string[],
  accepted: { readonly values: readonly string[]; readonly flags: readonly string[] },
): GivenOptions {
  const withValue = [...accepted.values, 'lang'];
  const known = [...withValue, ...accepted.flags].map((name) => `--${name}`).join(' ');
  const options: NonNullable<ParseArgsConfig['options']> = {};
  for (const name of withValue) options[name] = { type: 'string' };
  for (const name of accepted.flags) options[name] = { type: 'boolean' };
  const { tokens } = parseArgs({
    args: [...argv],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const values = new Map<string, string>();
  const flags = new Set<string>();
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'option' && accepted.flags.includes(token.name)) {
      flags.add(token.name);
      continue;
    }
    const given = token.kind === 'option' ? token.rawName : token.value;
    if (token.kind === 'positional' || !withValue.includes(token.name))
      throw problem(`不认识 ${given}；可用：${known}。`, `Unknown: ${given}; accepted: ${known}.`);
    if (token.value === undefined || (!token.inlineValue && token.value.startsWith('--')))
      throw problem(`选项 ${given} 后面要有一个值。`, `Option ${given} needs a value.`);
    values.set(token.name, token.value);
  }
  const lang = values.get('lang');
  if (lang !== undefined && lang !== 'zh' && lang !== 'en')
    throw problem(`--lang 只能是 zh 或 en，不能是 ${lang}。`, `--lang is zh or en, not ${lang}.`);
  return { values, flags };
}

/** @throws SiteProblem for what is no port */
export function portOf(given: string, option: string): number {
  const port = /^\d{1,5}$/u.test(given) ? Number(given) : Number.NaN;
  if (!(port <= 65_535)) {
    throw problem(
      `${option} 应为 0 至 65535 的端口号，不能是 ${given}。`,
      `${option} is a port from 0 to 65535, not ${given}.`,
    );
  }
  return port;
}

/**
 * The address at which the add-in will be found.
 *
 * @throws SiteProblem for an address from which Excel does not load add-ins
 */
export function baseOf(given: string): URL {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url?.protocol !== 'https:' || url.search !== '' || url.hash !== '') {
    throw problem(
      `--base 应为 https 地址，如 https://intranet.example/subsidy，不能是 ${given}：Excel 只从 https 地址加载加载项。`,
      `--base is an https address such as https://intranet.example/subsidy, not ${given}: Excel loads add-ins from https only.`,
    );
  }
  return url;
}

/** What of an institution's own edition was asked for: an id, a source of office.js. */
export interface Edition {
  readonly id?: string;
  readonly office?: string;
}

/** @throws SiteProblem for an id or a source that there is not */
export function editionOf({ values }: GivenOptions): Edition {
  const [id, office] = [values.get('id'), values.get('office')];
  if (id !== undefined && id !== 'random' && !GUID.test(id)) {
    throw problem(
      `--id 应为 GUID，或用 random 生成一个新的，不能是 ${id}。`,
      `--id is a GUID, or random for a new one, not ${id}.`,
    );
  }
  if (office !== undefined && !OFFICE_SOURCES.includes(office)) {
    throw problem(
      `--office 可以是 ${OFFICE_SOURCES.join('、')}，不能是 ${office}。`,
      `--office can be ${OFFICE_SOURCES.join(', ')}, not ${office}.`,
    );
  }
  return { ...(id === undefined ? {} : { id }), ...(office === undefined ? {} : { office }) };
}

/** What stands after `--lang`, before the rest could be understood. */
export function languageIn(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  return at < 0 ? undefined : (argv[at]?.split('=')[1] ?? argv[at + 1]);
}
