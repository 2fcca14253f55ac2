/** The requirement sets of the Excel that the host stands for. */

/** Names to the highest version, as `Office.context.requirements.isSetSupported` knows them. */
export type RequirementSets = Readonly<Record<string, string>>;

/** What every Excel has that the add-in supports: 2021 LTSC and later. */
const BASELINE: RequirementSets = {
  ExcelApi: '1.14',
  SharedRuntime: '1.1',
  CustomFunctionsRuntime: '1.3',
  CustomFunctions: '1.9',
  RichApiRuntime: '1.2',
  DelayForCellEdit: '1.1',
  AddinCommands: '1.3',
  RibbonApi: '1.1',
  KeyboardShortcuts: '1.1',
  DialogApi: '1.2',
  Settings: '1.1',
  DocumentEvents: '1.1',
};

export const REQUIREMENT_SETS: Readonly<Record<'desktop' | 'web', RequirementSets>> = {
  desktop: BASELINE,
  web: { ...BASELINE, ExcelApiOnline: '1.1' },
};

/** @param wanted such as `ExcelApi 1.9` */
export function isSupported(sets: RequirementSets, wanted: string): boolean {
  const [name = '', version = ''] = wanted.split(' ');
  const has = Object.entries(sets).find(([set]) => set.toLowerCase() === name.toLowerCase())?.[1];
  if (has === undefined) return false;
  const [major = 0, minor = 0] = has.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = version.split('.').map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}
