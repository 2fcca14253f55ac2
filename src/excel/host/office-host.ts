import type { Lang } from '../../rules';
import { ExcelProblem } from '../problems/problem';

/** What Office.js says about where the add-in runs, without a workbook. */

/** Requirement sets without which the add-in does not work; Excel 2021 LTSC has them. */
const REQUIRED = [
  ['ExcelApi', '1.14'],
  ['SharedRuntime', '1.1'],
  ['CustomFunctionsRuntime', '1.3'],
] as const;

/** Waits until Office.js is there. @returns false where the page runs in no Excel */
export async function whenReady(): Promise<boolean> {
  const { host } = await Office.onReady();
  return host === Office.HostType.Excel;
}

/** @returns what is missing, with the way on; null when all is there */
export function missingRequirement(): ExcelProblem | null {
  const missing = REQUIRED.find(
    ([set, version]) => !Office.context.requirements.isSetSupported(set, version),
  );
  return missing === undefined ? null : new ExcelProblem('tooOld', { what: missing.join(' ') });
}

export function displayLanguage(): Lang {
  return Office.context.displayLanguage.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** Excel's own colours; null where Excel tells none (on the web). */
export interface HostTheme {
  readonly background: string;
  readonly foreground: string;
  readonly isDark: boolean;
}

export function hostTheme(): HostTheme | null {
  const theme = Office.context.officeTheme as Office.OfficeTheme | undefined;
  if (theme === undefined) return null;
  const { bodyBackgroundColor: background, bodyForegroundColor: foreground } = theme;
  return { background, foreground, isDark: brightness(background) < 0.5 };
}

/** Of `#RRGGBB`, from 0 to 1. */
function brightness(color: string): number {
  const [red = 255, green = 255, blue = 255] = [...color.matchAll(/[0-9a-f]{2}/gi)].map(([hex]) =>
    Number.parseInt(hex, 16),
  );
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
}

/** What a ribbon button of the manifest does. It may take its time; errors are for the action to tell. */
export function onCommand(name: string, action: () => Promise<void>): void {
  Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
    void action().finally(() => {
      event.completed();
    });
  });
}

export async function showPane(): Promise<void> {
  await Office.addin.showAsTaskpane();
}
