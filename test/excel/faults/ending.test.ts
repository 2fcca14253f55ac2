/** The last steps of a piece of work: cut short between any two of them, nothing of ours is left lying about. */
import type { Fault, Step } from '../../../src/workbench/host';
import { ANNOTATING, ANNOTATING_AGAIN, TAKING_BACK } from './courses';
import { record, tryAll } from './trial';

jest.setTimeout(600_000);

function killsAt(member: string, steps: readonly Step[]): Fault[] {
  return steps.flatMap((step, index): Fault[] =>
    step.member === member ? [{ at: { step: index + 1 }, error: 'kill' }] : [],
  );
}

test.each([ANNOTATING, ANNOTATING_AGAIN, TAKING_BACK])(
  '$name, killed at each setting that goes',
  async (course) => {
    const recorded = await record(course);
    const { trials, wrong } = await tryAll(course, recorded, killsAt('Setting.delete', recorded.steps));
    expect(wrong).toEqual([]);
    expect(trials).toBeGreaterThan(1);
  },
);
