import type { WorkOutcome } from '../../../src/excel';
import type { Fault, SimulatedHost, Step, WorkbookSnapshot } from '../../../src/workbench/host';
import { AT_ONCE } from '../in-excel';
import { Bench, type ExcelRoom } from './bench';

/** A piece of work to be disturbed. */
export interface Course {
  readonly name: string;
  /** A workbook as the work finds it. */
  readonly prepare: () => Promise<SimulatedHost>;
  readonly work: (room: ExcelRoom, host: SimulatedHost) => Promise<WorkOutcome<unknown>>;
  /** Makes a workbook in which the work is done one in which it can be done again. */
  readonly again?: (room: ExcelRoom) => Promise<unknown>;
}

/** The course undisturbed. */
export interface Recorded {
  readonly steps: readonly Step[];
  readonly before: WorkbookSnapshot;
  readonly after: WorkbookSnapshot;
}

export async function record(course: Course): Promise<Recorded> {
  const bench = await Bench.open(await course.prepare());
  const before = bench.snapshot;
  const first = bench.host.steps.length;
  await course.work(bench.room, bench.host);
  const steps = bench.host.steps.slice(first);
  const after = bench.snapshot;
  bench.close();
  return { steps, before, after };
}

/** How many trials ended how, and what is wrong with those that ended badly. */
export interface Verdicts {
  readonly trials: number;
  readonly ends: Readonly<Record<string, number>>;
  readonly wrong: readonly string[];
}

/** The simulated host remembers every step and every page: from time to time it is left for a new one. */
const FAULTS_PER_WORKBOOK = 25;

/** Disturbs a course with one fault after the other, each on a workbook as the work finds it. */
export async function tryAll(
  course: Course,
  recorded: Recorded,
  faults: readonly Fault[],
): Promise<Verdicts> {
  const ends: Record<string, number> = {};
  const wrong: string[] = [];
  let bench: Bench | null = null;
  for (const [index, fault] of faults.entries()) {
    if (index % FAULTS_PER_WORKBOOK === 0) {
      bench?.close();
      bench = null;
    }
    bench ??= await Bench.open(await course.prepare());
    const end = await trial(bench, course, recorded, fault);
    const isWrong = !RIGHT.has(end);
    if (isWrong) wrong.push(`${textOf(fault, recorded.steps)}: ${end}`);
    ends[end] = (ends[end] ?? 0) + 1;
    if (end.includes('done')) await course.again?.(bench.room);
    // A workbook that is as before serves for the next fault, too.
    if (isWrong || !bench.isLike(recorded.before)) {
      bench.close();
      bench = null;
    }
  }
  bench?.close();
  return { trials: faults.length, ends, wrong };
}

const RIGHT: ReadonlySet<string> = new Set([
  'done',
  'done, without the note, and said so',
  'refused, as before',
  'taken back, as before',
  'killed, as before after a restart',
  'killed, done after a restart',
]);

async function trial(bench: Bench, course: Course, recorded: Recorded, fault: Fault): Promise<string> {
  const { host, room } = bench;
  const found = { ...recorded, before: bench.snapshot };
  host.faults.add(fault);
  const outcome = await Promise.race([course.work(room, host), killedBy(fault, host)]);
  if (!host.faults.isSpent) {
    host.faults.clear();
    return 'the fault did not strike';
  }
  if (outcome === 'killed') {
    bench.killed();
    return afterKill(bench, found);
  }
  return endOf(bench, found, outcome);
}

function endOf(bench: Bench, { before, after }: Recorded, outcome: WorkOutcome<unknown>): string {
  switch (outcome.kind) {
    case 'done':
      if (bench.isLike(after)) return 'done';
      return hasNotices(outcome.value) && isLikeWithoutNotes(bench.snapshot, after)
        ? 'done, without the note, and said so'
        : 'done, but not all of it';
    case 'refused':
      return ended('refused', outcome.problem.texts, bench.isLike(before));
    case 'takenBack':
      return outcome.lostEarlier
        ? 'taken back, but earlier results were lost'
        : ended('taken back', outcome.problem.texts, bench.isLike(before));
    case 'unfinished':
      return 'unfinished';
  }
}

function ended(how: string, texts: { zh: string; en: string }, isAsBefore: boolean): string {
  if (texts.zh === '' || texts.en === '') return `${how}, without a word`;
  return isAsBefore ? `${how}, as before` : `${how}, but not as before`;
}

/** What is found at the next start is taken back or finished. */
async function afterKill(bench: Bench, { before, after }: Recorded): Promise<string> {
  await bench.restart();
  const { room } = bench;
  const unfinished = await room.findUnfinished(AT_ONCE);
  if (unfinished !== null) {
    const outcome = await room.finishUnfinished({ ...AT_ONCE, evenIfAlive: true });
    if (outcome.kind !== 'done') return `killed, then ${outcome.kind}`;
    if (outcome.value.lostEarlier) return 'killed, then earlier results were lost';
  }
  if (bench.isLike(before)) return 'killed, as before after a restart';
  return bench.isLike(after) ? 'killed, done after a restart' : 'killed, and neither as before nor done';
}

/** Begins a course and kills the host in the middle. */
export async function killedAt(bench: Bench, course: Course, step: number): Promise<void> {
  const fault: Fault = { at: { step }, error: 'kill' };
  bench.host.faults.add(fault);
  await Promise.race([course.work(bench.room, bench.host), killedBy(fault, bench.host)]);
  bench.killed();
}

/** Comes when the host is gone; never for other faults. */
async function killedBy({ error }: Fault, host: SimulatedHost): Promise<'killed'> {
  if (error !== 'kill') {
    return new Promise(() => {
      // It never comes.
    });
  }
  while (!host.faults.isSpent) await turn();
  // Whatever was on its way when the host went arrives now, or never.
  for (let left = 20; left > 0; left -= 1) await turn();
  return 'killed';
}

async function turn(): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
}

function hasNotices(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'notices' in value &&
    Array.isArray(value.notices) &&
    value.notices.length > 0
  );
}

function isLikeWithoutNotes(now: WorkbookSnapshot, after: WorkbookSnapshot): boolean {
  const without = (snapshot: WorkbookSnapshot): string => JSON.stringify({ ...snapshot, comments: [] });
  return without(now) === without(after);
}

function textOf({ at, error, when }: Fault, steps: readonly Step[]): string {
  const place =
    'step' in at
      ? `step ${at.step} ${steps[at.step - 1]?.kind ?? ''} ${steps[at.step - 1]?.member ?? ''}`
      : `request ${'batch' in at ? at.batch : at.member}`;
  return `${error} at ${place}${when === 'after' ? ', when it is done' : ''}`;
}
