import { inOffice, settled, until } from './in-office';
import { newHost } from './new-host';
import type { OfficePage } from './office-page';
import type { SimulatedHost } from '../../../src/workbench/host';

/** Collects what handlers are told, with the name of the event before it. */
function journal(): {
  told: [string, Record<string, unknown>][];
  on: (event: string) => (args: object) => Promise<void>;
} {
  const told: [string, Record<string, unknown>][] = [];
  const on =
    (event: string) =>
    (args: object): Promise<void> => {
      told.push([event, { ...args }]);
      return Promise.resolve();
    };
  return { told, on };
}

async function listening<T>(
  register: (context: Excel.RequestContext, on: (event: string) => (args: object) => Promise<void>) => void,
  act: (office: OfficePage, host: SimulatedHost) => Promise<T> | T,
  host = newHost(),
): Promise<[string, Record<string, unknown>][]> {
  const { told, on } = journal();
  await inOffice(async (office) => {
    await office.Excel.run(async (context) => {
      register(context, on);
      await context.sync();
    });
    await act(office, host);
    await settled();
  }, host);
  return told;
}

const changesOf = (
  context: Excel.RequestContext,
): OfficeExtension.EventHandlers<Excel.WorksheetChangedEventArgs> =>
  context.workbook.worksheets.getItem('Sheet1').onChanged;

test('an edit is told with its place, what was there and what is there now', async () => {
  const told = await listening(
    (context, on) => changesOf(context).add(on('changed')),
    (_, host) => {
      host.user.type('Sheet1!B2', '甲');
      host.user.type('Sheet1!B2', 7);
    },
  );
  const id = expect.stringMatching(/^\{.*\}$/) as string;
  expect(told).toEqual([
    [
      'changed',
      expect.objectContaining({
        type: 'WorksheetChanged',
        address: 'B2',
        changeType: 'RangeEdited',
        source: 'Local',
        triggerSource: 'Unknown',
        worksheetId: id,
        details: { valueBefore: '', valueAfter: '甲', valueTypeBefore: 'Empty', valueTypeAfter: 'String' },
      }),
    ],
    [
      'changed',
      expect.objectContaining({
        details: { valueBefore: '甲', valueAfter: 7, valueTypeBefore: 'String', valueTypeAfter: 'Double' },
      }),
    ],
  ]);
});

test('the handler can ask for the cells, wherever they are by then', async () => {
  const addresses: string[] = [];
  await inOffice(async ({ Excel: excel }, host) => {
    const { promise, resolve } = withResolver<Excel.WorksheetChangedEventArgs>();
    await excel.run(async (context) => {
      changesOf(context).add((args) => {
        resolve(args);
        return Promise.resolve();
      });
      await context.sync();
    });
    host.user.type('Sheet1!C3', 1);
    const args = await promise;
    host.user.insert('Sheet1!1:1');
    await excel.run(async (context) => {
      const range = args.getRange(context).load('address');
      await context.sync();
      addresses.push(range.address);
    });
  });
  expect(addresses).toEqual(['Sheet1!C4']);
});

function withResolver<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  const resolvers: ((value: T) => void)[] = [];
  const promise = new Promise<T>((resolve) => {
    resolvers.push(resolve);
  });
  return { promise, resolve: (value) => resolvers[0]?.(value) };
}

test('what the add-in writes is told as its own, what a co-author writes as remote', async () => {
  const told = await listening(
    (context, on) => changesOf(context).add(on('changed')),
    async (office, host) => {
      await office.Excel.run(async (context) => {
        context.workbook.worksheets.getItem('Sheet1').getRange('A1:A2').values = [[1], [2]];
        await context.sync();
      });
      host.coauthor.type('Sheet1!A3', 3);
    },
  );
  expect(told.map(([, { address, source, triggerSource }]) => [address, source, triggerSource])).toEqual([
    ['A1:A2', 'Local', 'ThisLocalAddin'],
    ['A3', 'Remote', 'Unknown'],
  ]);
});

test('with events off nothing is told, with events on it is again', async () => {
  const told = await listening(
    (context, on) => changesOf(context).add(on('changed')),
    async (office) => {
      const write = (enableEvents: boolean, value: string): Promise<void> =>
        office.Excel.run(async (context) => {
          context.runtime.enableEvents = enableEvents;
          context.workbook.worksheets.getItem('Sheet1').getRange('A1').values = [[value]];
          await context.sync();
        });
      await write(false, 'still');
      await write(true, 'laut');
    },
  );
  expect(told).toHaveLength(1);
});

test('a handler that was removed is told nothing more', async () => {
  const { told, on } = journal();
  await inOffice(async (office, host) => {
    const handler = await office.Excel.run(async (context) => {
      const added = changesOf(context).add(on('changed'));
      await context.sync();
      return added;
    });
    host.user.type('Sheet1!A1', 1);
    await settled();
    await office.Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    });
    host.user.type('Sheet1!A1', 2);
    await settled();
  });
  expect(told).toHaveLength(1);
});

test('rows and columns that come and go are told as such', async () => {
  const told = await listening(
    (context, on) => changesOf(context).add(on('changed')),
    (_, host) => {
      host.user.insert('Sheet1!2:3');
      host.user.delete('Sheet1!B:B');
      host.user.insert('Sheet1!A1:A2');
    },
  );
  expect(
    told.map(([, { changeType, address, changeDirectionState }]) => [
      changeType,
      address,
      changeDirectionState,
    ]),
  ).toEqual([
    ['RowInserted', '2:3', undefined],
    ['ColumnDeleted', 'B:B', undefined],
    ['CellInserted', 'A1:A2', { insertShiftDirection: 'Down' }],
  ]);
});

test('sheets that come, go, are shown or get another name', async () => {
  const host = newHost({ platform: 'web' });
  const told = await listening(
    (context, on) => {
      const { worksheets } = context.workbook;
      worksheets.onAdded.add(on('added'));
      worksheets.onDeleted.add(on('deleted'));
      worksheets.onActivated.add(on('activated'));
      worksheets.onDeactivated.add(on('deactivated'));
      worksheets.onNameChanged.add(on('named'));
      worksheets.onVisibilityChanged.add(on('shown'));
      worksheets.onMoved.add(on('moved'));
    },
    () => {
      host.user.addSheet('二');
      host.user.select('二!A1');
      host.user.renameSheet('二', '贰');
      host.user.moveSheet('贰', 0);
      host.user.hideSheet('贰');
      host.user.deleteSheet('贰');
    },
    host,
  );
  expect(told.map(([event]) => event)).toEqual([
    'added',
    'deactivated',
    'activated',
    'named',
    'moved',
    'deactivated',
    'activated',
    'shown',
    'deleted',
  ]);
  expect(told[3]?.[1]).toMatchObject({ nameBefore: '二', nameAfter: '贰', source: 'Local' });
});

test('selection, sorting, protection, hidden rows and looks', async () => {
  const told = await listening(
    (context, on) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.onSelectionChanged.add(on('selected'));
      sheet.onRowSorted.add(on('sorted'));
      sheet.onProtectionChanged.add(on('protected'));
      sheet.onRowHiddenChanged.add(on('hidden'));
      sheet.onFormatChanged.add(on('formatted'));
      context.workbook.onSelectionChanged.add(on('anything selected'));
    },
    async (office, host) => {
      host.user.select('Sheet1!C3');
      host.user.enter('Sheet1!A1', [[2], [1]]);
      host.user.sort('Sheet1!A1:A2', [{ column: 0, ascending: true }], false);
      host.user.hideRows('Sheet1!5:6');
      await office.Excel.run(async (context) => {
        context.workbook.worksheets.getItem('Sheet1').getRange('A1').format.font.bold = true;
        await context.sync();
      });
      host.user.protect('Sheet1');
    },
  );
  expect(told.map(([event, { address }]) => `${event} ${JSON.stringify(address)}`)).toEqual(
    expect.arrayContaining([
      'selected "C3"',
      'anything selected undefined',
      'sorted "A1:A2"',
      'hidden "5:6"',
      'formatted "A1"',
      'protected undefined',
    ]),
  );
});

test('tables tell of themselves', async () => {
  const told = await listening(
    (context, on) => {
      context.workbook.tables.onAdded.add(on('added'));
      context.workbook.tables.onDeleted.add(on('deleted'));
      context.workbook.tables.onChanged.add(on('changed'));
    },
    async (office, host) => {
      host.user.enter('Sheet1!A1', [['a'], [1]]);
      const table = await office.Excel.run(async (context) => {
        const added = context.workbook.tables.add('Sheet1!A1:A2', true).load('name');
        await context.sync();
        return added.name;
      });
      host.user.type('Sheet1!A2', 5);
      await office.Excel.run(async (context) => {
        context.workbook.tables.getItem(table).convertToRange();
        await context.sync();
      });
    },
  );
  expect(told.map(([event, { changeType, tableId }]) => [event, changeType, typeof tableId])).toEqual([
    ['added', undefined, 'string'],
    ['changed', 'RangeEdited', 'string'],
    ['deleted', undefined, 'string'],
  ]);
});

test('a recalculation is told', async () => {
  const told = await listening(
    (context, on) => context.workbook.worksheets.getItem('Sheet1').onCalculated.add(on('calculated')),
    (_, host) => {
      host.user.type('Sheet1!A1', 1);
      host.user.type('Sheet1!B1', '=A1+1');
      host.user.type('Sheet1!A1', 2);
    },
  );
  expect(told.map(([, { address }]) => address)).toEqual(['B1', 'B1']);
});

test('Excel for Windows has no event for the name of a sheet in this API', async () => {
  await expect(
    listening(
      (context, on) => context.workbook.worksheets.getItem('Sheet1').onNameChanged.add(on('named')),
      () => undefined,
    ),
  ).rejects.toMatchObject({ code: 'ApiNotFound' });
});

test('an event that the host never tells of is refused', async () => {
  const host = newHost();
  await expect(
    listening(
      (context, on) => context.workbook.worksheets.onSingleClicked.add(on('clicked')),
      () => undefined,
      host,
    ),
  ).rejects.toMatchObject({ code: 'NotImplemented' });
  expect(host.uncovered).toEqual(['event 21']);
});

test('a ribbon button runs the function of its name, an action what is associated with it', async () => {
  const ran: string[] = [];
  await inOffice(async (office) => {
    office.Office.actions.associate('ShowPane', () => {
      ran.push('action');
    });
    office.Office.actions.associate(
      'evaluateSheet',
      (event: { source: { id: string }; completed: () => void }) => {
        ran.push(`button ${event.source.id}`);
        event.completed();
      },
    );
    office.session.runAction('ShowPane');
    office.session.pressButton('evaluateSheet', 'Evaluate');
    await until(() => office.session.completedCommands.length > 0);
    await until(() => ran.length === 2);
    expect(office.session.completedCommands).toEqual(['Evaluate']);
  });
  expect(ran.toSorted()).toEqual(['action', 'button Evaluate']);
});
