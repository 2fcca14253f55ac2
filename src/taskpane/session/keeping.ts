import type { Json } from '../../excel';
import type { Choices } from '../state/pane-state';
import { sideMessage } from './messages';
import type { SessionContext } from './ports';

/** What of the choices is kept in the workbook, in its settings. */
function settingsOf({ policies, groupBy }: Choices): Readonly<Record<string, Json>> {
  return { policies: [...policies], groupBy };
}

/** The choices that settings hold; what they do not hold, or what this version does not know, is left out. */
export function choicesIn(
  settings: Readonly<Record<string, Json>>,
  known: readonly string[],
): Partial<Choices> {
  const { policies, groupBy } = settings;
  const kept = Array.isArray(policies) ? known.filter((id) => policies.includes(id)) : [];
  return {
    ...(kept.length === 0 ? {} : { policies: kept }),
    ...(typeof groupBy === 'string' ? { groupBy } : {}),
  };
}

/** Keeps the analyst's choices and corrections in the workbook. Where that fails the pane says so and goes on. */
export async function keepDecisions({ excel, store }: SessionContext): Promise<void> {
  const { choices, corrections } = store.state();
  try {
    await excel.saveState({ settings: settingsOf(choices), corrections });
  } catch (error) {
    store.dispatch({ type: 'messageShown', message: sideMessage(error) });
  }
}
