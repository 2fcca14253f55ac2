import type { Workbench } from './workbench';
import { WORDS } from './words';

/** What this page is, and that it is not Excel; language and theme. */
export function TitleBar({ workbench }: { readonly workbench: Workbench }) {
  const { lang, theme, workbook } = workbench;
  return (
    <header className="title">
      <img src="addin/assets/product-24.png" width={20} height={20} alt="" />
      <strong>{WORDS.product[lang]}</strong>
      <span className="stand-in" title={WORDS.standInLong[lang]}>
        {WORDS.standIn[lang]}
      </span>
      <span className="file-name" title={workbook.name}>
        {workbook.name}
      </span>
      <button
        type="button"
        lang={lang === 'zh' ? 'en' : 'zh-CN'}
        title={WORDS.languageTip[lang]}
        onClick={() => {
          workbench.restart({ lang: lang === 'zh' ? 'en' : 'zh' });
        }}
      >
        {WORDS.language[lang]}
      </button>
      <button
        type="button"
        onClick={() => {
          workbench.restart({ theme: theme === 'light' ? 'dark' : 'light' });
        }}
      >
        {theme === 'light' ? WORDS.dark[lang] : WORDS.light[lang]}
      </button>
    </header>
  );
}
