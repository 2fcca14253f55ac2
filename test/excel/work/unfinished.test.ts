/** Excel is gone in the middle of our work and does not come back: the workbook tells of it at the next start. */
import { annotate, findUnfinished, finishUnfinished, takeBack } from '../../../src/excel';
import { type SimulatedHost, snapshotOf, type WorkbookSnapshot } from '../../../src/workbench/host';
import { evaluated, lakeside } from '../evaluation';
import { AT_ONCE, inExcel, once } from '../in-excel';
import { enterprises } from '../workbooks';

const rules = lakeside();
const DONE = { kind: 'done', value: { kind: 'annotate', lostEarlier: false } };

/** More requests than anything of ours makes before it gives up. */
const MANY = 200;

/** Begins to write, loses the connection, and gives up. */
async function leftUnfinished(host: SimulatedHost): Promise<WorkbookSnapshot> {
  const source = await evaluated(rules);
  const before = snapshotOf(host.workbook);
  const lose = once(() => {
    for (let batch = 1; batch <= MANY; batch += 1) {
      host.faults.add({ at: { batch }, error: 'InvalidOrTimedOutSession' });
    }
  });
  const outcome = await annotate(source, { ...AT_ONCE, onProgress: lose });
  host.faults.clear();
  expect(outcome).toMatchObject({ kind: 'unfinished', problem: { code: 'connection' } });
  expect(snapshotOf(host.workbook)).not.toEqual(before);
  return before;
}

/** Nobody has been seen at work for a while. */
function growOld(host: SimulatedHost): void {
  host.workbook.settings.set('subsidy.workAlive', '2026-01-01T00:00:00.000Z');
}

test('it is found, and taken back when somebody asks for it', async () => {
  await inExcel(async (host) => {
    const before = await leftUnfinished(host);
    expect(await findUnfinished(AT_ONCE)).toMatchObject({ kind: 'annotate', isAlive: true });
    growOld(host);
    expect(await findUnfinished(AT_ONCE)).toMatchObject({ kind: 'annotate', isAlive: false });
    expect(await finishUnfinished(AT_ONCE)).toEqual(DONE);
    expect(snapshotOf(host.workbook)).toEqual(before);
    expect(await findUnfinished(AT_ONCE)).toBeNull();
    expect(await finishUnfinished(AT_ONCE)).toEqual({
      kind: 'done',
      value: { kind: null, lostEarlier: false },
    });
  }, enterprises());
});

test('while whoever does it may still be at work, it is left alone unless somebody insists', async () => {
  await inExcel(async (host) => {
    const before = await leftUnfinished(host);
    const refused = {
      kind: 'refused',
      problem: { code: 'busyElsewhere', details: { since: expect.stringMatching(/\d/) as string } },
    };
    expect(await annotate(await evaluated(rules), AT_ONCE)).toMatchObject(refused);
    expect(await takeBack(AT_ONCE)).toMatchObject(refused);
    expect(await finishUnfinished(AT_ONCE)).toMatchObject(refused);
    expect(await finishUnfinished({ ...AT_ONCE, evenIfAlive: true })).toEqual(DONE);
    expect(snapshotOf(host.workbook)).toEqual(before);
  }, enterprises());
});

test('new work takes back first what was left', async () => {
  await inExcel(async (host) => {
    const before = await leftUnfinished(host);
    growOld(host);
    expect(await annotate(await evaluated(rules, { sheets: ['企业统计'] }), AT_ONCE)).toMatchObject({
      kind: 'done',
    });
    expect(await takeBack(AT_ONCE)).toMatchObject({ kind: 'done', value: { columns: 8 } });
    expect(snapshotOf(host.workbook)).toEqual(before);
  }, enterprises());
});

test('rows that somebody inserted meanwhile move what is taken back', async () => {
  const theirs = enterprises();
  theirs.user.insert('企业统计!3:3');
  await inExcel(async (host) => {
    await leftUnfinished(host);
    host.user.insert('企业统计!3:3');
    growOld(host);
    expect(await finishUnfinished(AT_ONCE)).toEqual(DONE);
    expect(snapshotOf(host.workbook)).toEqual(snapshotOf(theirs.workbook));
  }, enterprises());
});

test('what a newer version left is not touched', async () => {
  await inExcel(async (host) => {
    host.workbook.settings.set('subsidy.work', '{"version":2}');
    const before = snapshotOf(host.workbook);
    const outcome = await annotate(await evaluated(rules), AT_ONCE);
    expect(outcome).toMatchObject({ kind: 'refused', problem: { code: 'foreignMarker' } });
    expect(await finishUnfinished(AT_ONCE)).toMatchObject({
      kind: 'refused',
      problem: { code: 'foreignMarker' },
    });
    expect(snapshotOf(host.workbook)).toEqual(before);
  }, enterprises());
});
