import {
  everyFault,
  OFFICE_ERRORS,
  OPERATION_ERRORS,
  REQUEST_ERRORS,
  snapshotOf,
  type Fault,
  type SimulatedHost,
} from '../../../src/workbench/host';
import { failureOf, inOffice, onSheet, sharedOffice } from './in-office';
import { newHost } from './new-host';
import { openOffice, type OfficePage } from './office-page';

/** Three requests of the add-in: seven operations. */
async function job(office: OfficePage): Promise<void> {
  await onSheet(office, async (sheet, context) => {
    const range = sheet.getRange('A1:B2').load('values');
    await context.sync();
    sheet.getRange('D1').values = [[range.values.length]];
    sheet.getRange('D1').numberFormat = [['0']];
    context.workbook.names.add('痕迹', sheet.getRange('D1')).visible = false;
    await context.sync();
    context.workbook.worksheets.add('明细').getRange('A1').values = [['x']];
    await context.sync();
  });
}

test('the operations of a job are listed by request', async () => {
  await inOffice(async (office, host) => {
    await job(office);
    expect(host.steps.map(({ batch, kind, member }) => `${batch} ${kind} ${member}`)).toEqual([
      '1 load Range',
      '2 set Range.values',
      '2 set Range.numberFormat',
      '2 call NamedItemCollection.add',
      '2 set NamedItem.visible',
      '3 call WorksheetCollection.add',
      '3 set Range.values',
    ]);
  });
});

describe('each error that Office.js documents', () => {
  const office = sharedOffice();

  test.each(OPERATION_ERRORS)('%s ends an operation where it is asked for', async (code) => {
    office.host.faults.add({ at: { member: 'Range.numberFormat' }, error: code });
    const failure = await failureOf(job(office.page()));
    expect(failure).toEqual({ code, message: OFFICE_ERRORS[code].message, location: 'Range.numberFormat' });
    // What came before in the same request is done, what came after is not.
    expect(office.sheet().content(1, 4)).toBe(2);
    expect(office.host.workbook.names).toEqual([]);
    expect(office.host.faults.isSpent).toBe(true);
  });

  test.each(REQUEST_ERRORS)('%s refuses a whole request', async (code) => {
    office.host.faults.add({ at: { batch: 2 }, error: code });
    const failure = await failureOf(job(office.page()));
    expect(failure.code).toBe(code);
    expect(office.sheet().usedArea(true)).toBeNull();
  });
});

test('a request may fail after all of it is done', async () => {
  const host = newHost();
  host.faults.add({ at: { batch: 2 }, error: 'ResponsePayloadSizeLimitExceeded', when: 'after' });
  await inOffice(async (office) => {
    const failure = await failureOf(job(office));
    expect(failure.code).toBe('ResponsePayloadSizeLimitExceeded');
  }, host);
  expect(host.workbook.names.map(({ name }) => name)).toEqual(['痕迹']);
});

test('a fault strikes the nth operation of its kind, counted from when it is set, and once', async () => {
  const host = newHost();
  await inOffice(async (office) => {
    const write = (): Promise<void> =>
      onSheet(office, async (sheet, context) => {
        sheet.getRange('A1').values = [[1]];
        await context.sync();
      });
    await write();
    host.faults.add({ at: { member: 'Range.values', kind: 'set', nth: 2 }, error: 'GeneralException' });
    await write();
    expect((await failureOf(write())).code).toBe('GeneralException');
    await write();
  }, host);
});

test('an error that refuses whole requests cannot strike an operation', () => {
  expect(() => {
    newHost().faults.add({ at: { step: 1 }, error: 'InvalidOperationInCellEditMode' });
  }).toThrow('InvalidOperationInCellEditMode refuses whole requests: say at which request it does');
});

describe('a kill', () => {
  /** Resolves to `silent` when nothing has come of the work after many turns of the event loop. */
  async function outcome(work: Promise<unknown>): Promise<string> {
    const turns = async (): Promise<string> => {
      for (let turn = 0; turn < 50; turn += 1) {
        await new Promise((resolve) => {
          setImmediate(resolve);
        });
      }
      return 'silent';
    };
    return Promise.race([
      work.then(
        () => 'done',
        () => 'failed',
      ),
      turns(),
    ]);
  }

  test('in the middle of a request leaves what was done and answers nothing more', async () => {
    const host = newHost();
    host.faults.add({ at: { member: 'Range.numberFormat' }, error: 'kill' });
    const office = await openOffice(host);
    expect(await outcome(job(office))).toBe('silent');
    expect(office.session.isAlive).toBe(false);
    expect(await outcome(job(office))).toBe('silent');
    expect(host.workbook.activeSheet.content(1, 4)).toBe(2);
    expect(host.workbook.names).toEqual([]);
    office.close();
  });

  test('after a request has done all of it', async () => {
    const host = newHost();
    host.faults.add({ at: { batch: 2 }, error: 'kill', when: 'after' });
    const office = await openOffice(host);
    expect(await outcome(job(office))).toBe('silent');
    expect(host.workbook.names).toHaveLength(1);
    office.close();
  });

  test('a restart finds the workbook as it was left', async () => {
    const host = newHost();
    host.faults.add({ at: { member: 'WorksheetCollection.add' }, error: 'kill' });
    const first = await openOffice(host);
    await outcome(job(first));
    first.close();
    await inOffice(async (office) => {
      const found = await office.Excel.run(async (context) => {
        const name = context.workbook.names.getItemOrNullObject('痕迹').load('formula,visible');
        context.workbook.worksheets.load('items/name');
        await context.sync();
        return [name.formula as unknown, name.visible, context.workbook.worksheets.items.length];
      });
      expect(found).toEqual(['=Sheet1!$D$1', false, 1]);
    }, host);
  });

  test('the user’s own changes go on while the add-in is gone', async () => {
    const host = newHost();
    const office = await openOffice(host);
    host.kill();
    host.user.type('Sheet1!A1', '继续');
    expect(host.workbook.activeSheet.content(1, 1)).toBe('继续');
    office.close();
  });
});

test('every fault of a job can be tried: each leaves the workbook as before, or further on, never half an operation', async () => {
  const dry = newHost();
  await inOffice((office) => job(office), dry);
  const faults = everyFault(dry.steps, ['GeneralException', 'ActivityLimitReached']);
  // 7 operations × (an error, a kill), 3 requests × (a refusal, an answer too large, a kill afterwards).
  expect(faults).toHaveLength(7 * 2 + 3 * 3);
  const ends = new Set<string>();
  for (const fault of faults) ends.add(await endOf(fault));
  // Nothing, D1, its format, the name, the name hidden, the sheet, everything.
  expect(ends.size).toBe(7);
});

async function endOf(fault: Fault): Promise<string> {
  const host: SimulatedHost = newHost();
  host.faults.add(fault);
  const office = await openOffice(host);
  await Promise.race([
    job(office).catch(() => undefined),
    (async () => {
      while (office.session.isAlive) {
        await new Promise((resolve) => {
          setImmediate(resolve);
        });
      }
    })(),
  ]);
  office.close();
  expect(host.faults.isSpent).toBe(true);
  return JSON.stringify(snapshotOf(host.workbook));
}
