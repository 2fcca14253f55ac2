import fc from 'fast-check';
import { ANNOTATION_COLUMNS, nameSafe, parseOurName, printOurName } from '../../src/report';

describe('hidden names', () => {
  test('a column, its digest and the sheets of a policy', () => {
    const column = { policy: 'xishan-2020', block: 2, column: 'capHits' } as const;
    expect(printOurName({ kind: 'column', ...column })).toBe('_SUBSIDY.xishan_2020.2.capHits');
    expect(printOurName({ kind: 'digest', ...column })).toBe('_SUBSIDY.xishan_2020.2.capHits.digest');
    expect(printOurName({ kind: 'detail', policy: 'xishan-2020' })).toBe('_SUBSIDY.xishan_2020.detail');
    expect(printOurName({ kind: 'summary', policy: 'kunming-2024' })).toBe('_SUBSIDY.kunming_2024.summary');
  });

  test('what is printed is read back', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/),
        fc.integer({ min: 1, max: 500 }),
        fc.constantFrom(...ANNOTATION_COLUMNS.map(({ id }) => id)),
        fc.constantFrom('column' as const, 'digest' as const),
        (policy, block, column, kind) => {
          const read = parseOurName(printOurName({ kind, policy, block, column }));
          expect(read).toEqual({ kind, policy: nameSafe(policy), block, column });
        },
      ),
    );
  });

  test.each([
    '_xlnm.Print_Area',
    'SUBSIDY.xishan_2020.1.award',
    '_SUBSIDY.',
    '_SUBSIDY.xishan_2020',
    '_SUBSIDY.xishan_2020.0.award',
    '_SUBSIDY.xishan_2020.1.unknown',
    '_SUBSIDY.xishan_2020.1.award.other',
    '_SUBSIDY.xishan_2020.1.award.digest.more',
    '_SUBSIDY.xishan_2020.detail.1',
  ])('%s is not ours', (name) => {
    expect(parseOurName(name)).toBeUndefined();
  });
});
