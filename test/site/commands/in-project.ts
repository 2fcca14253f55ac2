import type { Project, SiteProblem } from '../../../src/site';
import { SiteProblem as Problem } from '../../../src/site';
import { inFolder, PAGE } from '../made-site';

const MANIFEST = '<OfficeApp><Id>7c1f2f5e-6f0b-4f5e-9a53-2f8a9f3a6b41</Id></OfficeApp>';
/** What a build leaves, in little. */
const BUILT = {
  'dist/workbench/index.html': PAGE,
  'dist/addin/taskpane.html': PAGE,
  'dist/addin/manifest.xml': MANIFEST,
};

/** A project whose scripts do nothing but tell what was asked of them. */
export interface Fake {
  readonly project: Project;
  /** Everything said on stdout and stderr. */
  said: string;
  /** What was built, with its options. */
  readonly built: unknown[];
  readonly console: {
    readonly lang: 'zh' | 'en';
    readonly stdout: { write(text: string): void };
    readonly stderr: { write(text: string): void };
  };
}

export async function inProject<T>(
  work: (fake: Fake) => Promise<T>,
  { lang = 'zh', ...changed }: Partial<Project> & { readonly lang?: 'zh' | 'en' } = {},
): Promise<T> {
  return inFolder(BUILT, async (root) => {
    const built: unknown[] = [];
    const write = (text: string): void => {
      fake.said += text;
    };
    const fake: Fake = {
      said: '',
      built,
      console: { lang, stdout: { write }, stderr: { write } },
      project: {
        root,
        version: '1.2.3',
        evaluateSample: async () => Promise.resolve(true),
        isStale: () => false,
        async build() {
          built.push('pages');
          return Promise.resolve({ ok: true });
        },
        async buildAddIn(build) {
          built.push(build);
          return Promise.resolve({ ok: true });
        },
        developmentCertificate: async () => Promise.reject(new Error('not asked for')),
        ...changed,
      },
    };
    return work(fake);
  });
}

export async function problemOf(work: Promise<unknown>): Promise<SiteProblem['text']> {
  const error: unknown = await work.then(
    () => new Error('there was no problem'),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Problem);
  return (error as SiteProblem).text;
}
