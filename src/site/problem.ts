import type { Bilingual } from '../rules';

/** Why the site could not be started or packed, as a sentence that says what to do. */
export class SiteProblem extends Error {
  override readonly name = 'SiteProblem';
  constructor(readonly text: Bilingual) {
    super(text.en);
  }
}

export function problem(zh: string, en: string): SiteProblem {
  return new SiteProblem({ zh, en });
}
