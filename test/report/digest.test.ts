import fc from 'fast-check';
import { columnDigest } from '../../src/report';

const cell = fc.oneof(
  fc.constant(null),
  fc.integer({ min: 0, max: 10 ** 9 }).map((cents) => cents / 100),
  fc.string({ minLength: 1 }),
);

describe('digest of a column of ours', () => {
  test('sorting rows and inserting blank ones changes nothing', () => {
    fc.assert(
      fc.property(fc.array(cell), fc.integer({ min: 0, max: 5 }), (cells, blanks) => {
        const sorted = cells.toSorted((a, b) => String(a).localeCompare(String(b)));
        expect(columnDigest([...sorted, ...Array.from({ length: blanks }, () => null)])).toBe(
          columnDigest(cells),
        );
      }),
    );
  });

  test('an edited, added or removed value changes it', () => {
    const digest = columnDigest([100, '19.2', null, 0]);
    expect(columnDigest([100.01, '19.2', null, 0])).not.toBe(digest);
    expect(columnDigest([100, '19.3', null, 0])).not.toBe(digest);
    expect(columnDigest([100, '19.2', null])).not.toBe(digest);
    expect(columnDigest([100, '19.2', '19.2', 0])).not.toBe(digest);
  });

  test('an amount counts as it is shown, to the fen', () => {
    expect(columnDigest([0.1 + 0.2])).toBe(columnDigest([0.3]));
  });
});
