import { registerCommands } from '../commands';
import * as excel from '../excel';
import { bundledPolicies, type CustomFunctionsHost, registerFunctions, subsidyFunctions } from '../functions';
import type { Lang, Policy } from '../rules';
import { mountPane, Session } from '../taskpane';
import { EvaluationWorker, openWorker } from '../worker';
import { keepLang, keptLang } from './kept-lang';

/** Put in place by the build. */
declare const ADDIN_VERSION: string;

/** The add-in's one page: custom functions, ribbon commands and pane in one runtime. */
function startPage(): void {
  const policies = bundledPolicies();
  const kept = keptLang();
  const session = new Session(
    {
      excel,
      evaluation: new EvaluationWorker(openWorker),
      policies,
      generator: `subsidy ${ADDIN_VERSION}`,
      keepLang,
    },
    kept ?? systemLang(),
  );
  registerCustomFunctions(policies, session);
  registerCommands(session, excel.onCommand);
  void showPane(session, kept);
}

/** Functions first: Excel calls those of an opened workbook as soon as the page is there. */
function registerCustomFunctions(policies: readonly Policy[], session: Session): void {
  const { CustomFunctions } = globalThis as unknown as { readonly CustomFunctions?: CustomFunctionsHost };
  if (CustomFunctions === undefined) return;
  const lang = (): Lang => session.store.state().lang;
  const zeros = excel.cellZeros();
  const functions = subsidyFunctions({
    policies: () => policies,
    lang,
    zeros: () => zeros,
    pause: excel.pageTurn,
  });
  registerFunctions(CustomFunctions, functions, lang);
}

async function showPane(session: Session, kept: Lang | null): Promise<void> {
  const isExcel = await excel.whenReady();
  // Excel's language and theme are known now; a language that the user chose goes before Excel's.
  if (isExcel && kept === null) session.followLang(excel.displayLanguage());
  const element = document.querySelector('#root');
  if (element !== null) mountPane(element, session, isExcel ? excel.hostTheme() : null);
  await session.start();
}

function systemLang(): Lang {
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

startPage();
