import { settingsIn } from '../../../src/workbench/page/settings';

const CHINESE = { languages: ['zh-CN', 'en'], prefersDark: false };

test('without anything said the page is Chinese, light, Excel for Windows, with the sample open', () => {
  expect(settingsIn('', CHINESE)).toEqual({
    platform: 'desktop',
    lang: 'zh',
    theme: 'light',
    sample: 'xishan-2020',
    pane: true,
  });
});

test('the address says otherwise', () => {
  expect(settingsIn('?platform=web&blanks=zero&lang=en&theme=dark&sample=none&pane=closed', CHINESE)).toEqual(
    { platform: 'web', blanks: 'zero', lang: 'en', theme: 'dark', sample: 'none', pane: false },
  );
});

test('what is not known is as if it were not said; language and theme are the browser’s', () => {
  expect(settingsIn('?platform=mac&lang=fr', { languages: ['de'], prefersDark: true })).toMatchObject({
    platform: 'desktop',
    lang: 'en',
    theme: 'dark',
  });
});
