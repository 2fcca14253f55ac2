import * as excel from '../../src/excel';
import type { Lang, Policy } from '../../src/rules';
import { Session } from '../../src/taskpane';
import { inProcess } from '../worker/in-process';

/** A session on the Excel that `Excel` and `Office` stand for, with the worker in this process. */
export function sessionOnHost(
  policies: readonly Policy[],
  changes: Partial<typeof excel> = {},
): { readonly session: Session; readonly kept: Lang[] } {
  const kept: Lang[] = [];
  const session = new Session(
    {
      excel: { ...excel, ...changes },
      evaluation: inProcess(policies).worker,
      policies,
      generator: 'test',
      keepLang: (lang) => {
        kept.push(lang);
      },
    },
    'zh',
  );
  return { session, kept };
}
