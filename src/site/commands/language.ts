import type { Lang } from '../../rules';

/**
 * The language of the machine: English where its locale says English or any language but Chinese. A locale
 * that says nothing (C, POSIX) means Chinese, the product's first language.
 *
 * @param environment the process's environment
 * @param systemLocale what the system says where the environment does not (Windows, macOS)
 */
export function machineLanguage(
  environment: Readonly<Record<string, string | undefined>>,
  systemLocale: string | undefined,
): Lang {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const set = [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '');
  const locale = set ?? systemLocale ?? '';
  if (locale === '' || /^(?:C|POSIX)(?:\.|$)/u.test(locale)) return 'zh';
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
