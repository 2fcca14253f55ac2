import { mutant } from './fuzz/mutants';
import { verdict } from './fuzz/verdict';

/**
 * Workbooks of the corpus, broken. `FUZZ_MUTANTS=20000 npx jest test/corpus/fuzz` tries more of them, and
 * `FUZZ_FIRST` says where to begin; the number in a failure's text is all that is needed to make that one again.
 */
const first = Number(process.env['FUZZ_FIRST'] ?? 0);
const count = Number(process.env['FUZZ_MUTANTS'] ?? 600);
const BATCH = 50;
const batches = Array.from({ length: Math.ceil(count / BATCH) }, (_, batch) => first + batch * BATCH);

const outcomes = { usable: 0, refused: 0 };

test.each(batches)(
  'fifty broken workbooks from number %i on: exit 0 or 1, a sentence, a whole copy or none',
  async (from) => {
    const problems: string[] = [];
    for (let number = from; number < from + BATCH; number++) {
      const result = await verdict(mutant(number));
      outcomes[result.outcome]++;
      problems.push(...result.problems);
    }
    expect(problems).toEqual([]);
  },
  600_000,
);

test('the broken workbooks reach all of the program: many are refused, many are still usable', () => {
  expect(Math.min(outcomes.usable, outcomes.refused)).toBeGreaterThan(count / 5);
});
