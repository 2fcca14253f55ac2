/** What Excel for Windows tells Office.js about itself when an add-in starts. */
import type { Json, Workbook } from '../book/workbook';
import type { RequirementSets } from '../wire/requirement-sets';
import { jsonIn } from '../members/settings';

export interface OfficeContextOptions {
  readonly locale: string;
  readonly sets: RequirementSets;
  readonly workbook: Workbook;
  readonly theme: 'light' | 'dark';
  /** Unique for each runtime: Office.js keeps what it reads here in sessionStorage under this name. */
  readonly instance: string;
}

/** The object behind `window.external.GetContext()`. */
export function officeContext({ locale, sets, workbook, theme, instance }: OfficeContextOptions) {
  const matrix = JSON.stringify(
    Object.fromEntries(Object.entries(sets).map(([name, version]) => [name.toLowerCase(), version])),
  );
  return {
    GetAppType: () => 1,
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => locale,
    GetAppDataLocale: () => locale,
    GetAppCapabilities: () => 0,
    GetActivationMode: () => 2,
    GetControlIntegrationLevel: () => 1,
    GetDocUrl: () => `file:///C:/${encodeURIComponent(workbook.name)}`,
    GetHostFullVersion: () => '16.0.14332.20000',
    GetHostCustomMessage: () => '',
    GetSolutionRef: () => 'simulated',
    GetSolutionToken: () => '',
    GetCorrelationId: () => instance,
    GetInstanceId: () => instance,
    GetTouchEnabled: () => false,
    GetCommerceAllowed: () => false,
    GetSupportedMatrix: () => matrix,
    GetDialogRequirementMatrix: () => matrix,
    GetFeaturesForSolution: () => '{}',
    GetInitialDisplayMode: () => 0,
    GetOfficeThemeInfo: () => JSON.stringify(THEMES[theme]),
    GetSettings: () => settingsOf(workbook),
  };
}

/** Colours as numbers, red lowest, as Office has them. */
const THEMES = {
  light: {
    bodyBackgroundColor: 0xffffff,
    bodyForegroundColor: 0x000000,
    controlBackgroundColor: 0xffffff,
    controlForegroundColor: 0x000000,
  },
  dark: {
    bodyBackgroundColor: 0x262626,
    bodyForegroundColor: 0xffffff,
    controlBackgroundColor: 0x363636,
    controlForegroundColor: 0xffffff,
  },
};

/** `Office.context.document.settings` and `workbook.settings` are the same values; these come and go as JSON texts. */
function settingsOf(workbook: Workbook) {
  return {
    Read: (names: string[], values: string[]): void => {
      for (const [name, value] of workbook.settings) {
        names.push(name);
        values.push(JSON.stringify(value));
      }
    },
    Write: (names: readonly string[], values: readonly string[]): void => {
      workbook.settings.clear();
      for (const [index, name] of names.entries())
        workbook.settings.set(name, parsed(values[index] ?? 'null'));
      workbook.tell({ kind: 'settingsSaved' });
    },
  };
}

function parsed(text: string): Json {
  const value: unknown = JSON.parse(text);
  return jsonIn(value);
}
