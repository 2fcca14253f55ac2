/**
 * Excel fails, or is gone, in the middle of our work: in the end the sheet is as before or the work is done,
 * and the caller is told. `npm run faults` tries every documented error at every operation, which takes
 * hours, in parts; each run of the tests takes a slice of it, always the same (`sliceOf`).
 */
import {
  ANNOTATING,
  ANNOTATING_AGAIN,
  endingAfterKill,
  HANDING_OVER,
  READING,
  rollingBack,
  TAKING_BACK,
} from './courses';
import { allOf, sliceOf } from './slice';
import { type Course, record, tryAll, type Verdicts } from './trial';

const { faultsPart } = globalThis as { readonly faultsPart?: { readonly part: number; readonly of: number } };
jest.setTimeout(faultsPart === undefined ? 600_000 : 24 * 3_600_000);

async function disturbed(course: Course & { readonly from?: number }, known: Set<string>): Promise<Verdicts> {
  const recorded = await record(course);
  const from = course.from ?? 0;
  const faults =
    faultsPart === undefined
      ? sliceOf(recorded.steps, from, known)
      : allOf(recorded.steps, from).filter((_, index) => index % faultsPart.of === faultsPart.part - 1);
  const verdicts = await tryAll(course, recorded, faults);
  process.stdout.write(`${course.name}: ${verdicts.trials} faults ${JSON.stringify(verdicts.ends)}\n`);
  return verdicts;
}

describe('whatever fails, it is as before or done, and told', () => {
  const known = new Set<string>();
  test.each([READING, ANNOTATING, ANNOTATING_AGAIN, TAKING_BACK, HANDING_OVER])('$name', async (course) => {
    const { wrong, trials } = await disturbed(course, known);
    expect(wrong).toEqual([]);
    expect(trials).toBeGreaterThan(3);
  });
});

describe('what failed is rolled back, also when that fails at first', () => {
  const known = new Set<string>();
  test.each([ANNOTATING, ANNOTATING_AGAIN])('$name', async (course) => {
    const { wrong, trials } = await disturbed(rollingBack(course, await record(course)), known);
    expect(wrong).toEqual([]);
    expect(trials).toBeGreaterThan(3);
  });
});

describe('what was killed is ended at the next start, also when that fails at first', () => {
  const known = new Set<string>();
  test.each([
    { course: ANNOTATING, last: 'NamedItemCollection.add' },
    { course: ANNOTATING_AGAIN, last: 'SettingCollection.add' },
    { course: TAKING_BACK, last: 'NamedItem.delete' },
  ])('$course.name', async ({ course, last }) => {
    const { wrong, trials } = await disturbed(endingAfterKill(course, await record(course), last), known);
    expect(wrong).toEqual([]);
    expect(trials).toBeGreaterThan(3);
  });
});
