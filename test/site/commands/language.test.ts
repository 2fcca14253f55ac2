import { machineLanguage } from '../../../src/site/commands/language';

test.each([
  [{ LANG: 'zh_CN.UTF-8' }, undefined, 'zh'],
  [{ LANG: 'zh_TW' }, undefined, 'zh'],
  [{ LANG: 'en_US.UTF-8' }, undefined, 'en'],
  [{ LANG: 'fr_FR.UTF-8' }, undefined, 'en'],
  [{ LANG: 'en_US.UTF-8', LC_ALL: 'zh_CN.UTF-8' }, undefined, 'zh'],
  [{ LANG: 'zh_CN.UTF-8', LC_MESSAGES: 'en_GB' }, undefined, 'en'],
  // Says nothing: Chinese, the product's first language.
  [{}, undefined, 'zh'],
  [{ LANG: 'C.UTF-8' }, undefined, 'zh'],
  [{ LANG: 'POSIX' }, undefined, 'zh'],
  [{ LANG: '' }, undefined, 'zh'],
  // Windows and macOS have no such variables.
  [{}, 'en-US', 'en'],
  [{}, 'zh-Hans-CN', 'zh'],
])('%j, system %s: %s', (environment, system, lang) => {
  expect(machineLanguage(environment, system)).toBe(lang);
});
