import { formatDiagnostic } from '../../src/rules';
import { loadGood, packNames } from './packs';

test.each(packNames('good'))('%s has nothing to report', (name) => {
  const { policies, diagnostics } = loadGood(name);
  expect(diagnostics.map((diagnostic) => formatDiagnostic(diagnostic, 'en'))).toEqual([]);
  expect(policies.map(({ id }) => id)).toEqual(['test-2020']);
});
