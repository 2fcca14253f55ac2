/**
 * Excel fails, or is gone, in the middle of our work: in the end the sheet is as before or the work is done,
 * and the caller is told. `npm run faults` tries every documented error at every operation, which takes
 * hours; each run of the tests takes a slice of it, always the same (`sliceOf`).
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

const isWhole = 'everyFault' in globalThis;
jest.setTimeout(isWhole ? 24 * 3_600_000 : 300_000);

async function disturbed(course: Course & { readonly from?: number }): Promise<Verdicts> {
  const recorded = await record(course);
  const faults = (isWhole ? allOf : sliceOf)(recorded.steps, course.from);
  const verdicts = await tryAll(course, recorded, faults);
  if (isWhole) process.stdout.write(`${course.name}: ${verdicts.trials} ${JSON.stringify(verdicts.ends)}\n`);
  return verdicts;
}

test.each([READING, ANNOTATING, ANNOTATING_AGAIN, TAKING_BACK, HANDING_OVER])(
  '$name: whatever fails, it is as before or done, and told',
  async (course) => {
    const { wrong, trials } = await disturbed(course);
    expect(wrong).toEqual([]);
    expect(trials).toBeGreaterThan(40);
  },
);

test.each([ANNOTATING, ANNOTATING_AGAIN])(
  '$name, failed and rolled back: a second failure changes nothing of that',
  async (course) => {
    const { wrong, trials } = await disturbed(rollingBack(course, await record(course)));
    expect(wrong).toEqual([]);
    expect(trials).toBeGreaterThan(40);
  },
);

test.each([
  { course: ANNOTATING, last: 'NamedItemCollection.add' },
  { course: ANNOTATING_AGAIN, last: 'SettingCollection.add' },
  { course: TAKING_BACK, last: 'NamedItem.delete' },
])('$course.name, killed: whatever fails at the next start, it ends', async ({ course, last }) => {
  const { wrong, trials } = await disturbed(endingAfterKill(course, await record(course), last));
  expect(wrong).toEqual([]);
  expect(trials).toBeGreaterThan(20);
});
