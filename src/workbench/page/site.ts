/** What the page loads from its own address before it can start; nothing comes from anywhere else. */
import type { OfficeMembers } from '../host';
import { type AddIn, readAddIn } from './ribbon';

export interface Site {
  readonly members: OfficeMembers;
  readonly addIn: AddIn;
  /** functions.json of each language, parsed. */
  readonly functions: Readonly<Record<'zh' | 'en', unknown>>;
  /** Where the task pane is. */
  readonly panePath: string;
  readonly samplePath: (name: string) => string;
}

export const SAMPLES = [
  {
    name: 'xishan-2020',
    title: { zh: '西山区 2020 · 企业统计（2000 户）', en: 'Xishan 2020 · 2,000 enterprises' },
  },
  {
    name: 'departments',
    title: { zh: '西山区 2020 · 各部门报表（8 张表）', en: 'Xishan 2020 · sheets of eight departments' },
  },
  {
    name: 'industry-messy',
    title: { zh: '工业报表（表头不规范）', en: 'Industry table with untidy headers' },
  },
  {
    name: 'kunming-2024',
    title: { zh: '昆明市 2024 · 企业统计（800 户）', en: 'Kunming 2024 · 800 enterprises' },
  },
] as const;

const ADD_IN = 'addin/';

/** @throws Error that says which file did not come */
export async function loadSite(): Promise<Site> {
  const [members, manifest, zh, en] = await Promise.all([
    loaded('office-members.json').then((answer) => answer.json() as Promise<OfficeMembers>),
    loaded(`${ADD_IN}manifest.xml`).then((answer) => answer.text()),
    loaded(`${ADD_IN}functions.zh-CN.json`).then((answer): Promise<unknown> => answer.json()),
    loaded(`${ADD_IN}functions.en-US.json`).then((answer): Promise<unknown> => answer.json()),
  ]);
  return {
    members,
    addIn: readAddIn(manifest, ADD_IN),
    functions: { zh, en },
    panePath: `${ADD_IN}taskpane.html`,
    samplePath: (name) => `samples/${name}.xlsx`,
  };
}

export async function loaded(path: string): Promise<Response> {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer;
}
