import { failureOf, inOffice, onSheet, settled, until } from './in-office';
import { newHost } from './new-host';
import { openOffice, type OfficePage } from './office-page';
import type { SimulatedHost } from '../../../src/workbench/host';

const matrix = (name: string, more: object = {}): object => ({
  name,
  type: 'any',
  dimensionality: 'matrix',
  ...more,
});

const json = {
  functions: [
    {
      id: 'SUBSIDY_RATE',
      name: 'SUBSIDY_RATE',
      parameters: [matrix('rent'), matrix('overrides', { optional: true })],
      result: { dimensionality: 'matrix' },
    },
    {
      id: 'PLUS',
      name: 'PLUS',
      parameters: [
        { name: 'a', type: 'number' },
        { name: 'b', type: 'number', optional: true },
      ],
    },
    { id: 'SLOW', name: 'SLOW', parameters: [{ name: 'a', type: 'any' }], options: { cancelable: true } },
    {
      id: 'WHERE',
      name: 'WHERE',
      parameters: [matrix('cells'), { name: 'b', type: 'any' }],
      options: { requiresAddress: true, requiresParameterAddresses: true },
    },
    {
      id: 'EACH',
      name: 'EACH',
      parameters: [matrix('first'), matrix('others', { repeating: true })],
      options: { requiresParameterAddresses: true },
    },
    { id: 'SEES', name: 'SEES', parameters: [matrix('cells')], allowErrorForDataTypeAny: true },
  ],
};

const host = (platform: 'desktop' | 'web' = 'desktop'): SimulatedHost =>
  newHost({ platform, functions: { namespace: 'POLICY', json } });

type Cell = number | string | boolean | null;

function associate({ CustomFunctions: functions }: OfficePage, seen: unknown[] = []): void {
  functions.associate('SUBSIDY_RATE', (rent: Cell[][], overrides: unknown) => {
    seen.push([rent, overrides]);
    return rent.map((row) => row.map((value) => (typeof value === 'number' ? value / 2 : value)));
  });
  functions.associate('PLUS', (a: number, b: number | null) => a + (b ?? 100));
  functions.associate(
    'WHERE',
    (_cells: Cell[][], _b: Cell, invocation: CustomFunctions.Invocation) =>
      `${invocation.address} ${JSON.stringify(invocation.parameterAddresses)}`,
  );
  functions.associate('SEES', (cells: unknown[][]) => JSON.stringify(cells));
}

/** Until no call waits for its result. */
const calculated = (on: SimulatedHost): Promise<void> => until(() => on.calls.waiting === 0);

async function withFunctions(
  work: (office: OfficePage, on: SimulatedHost) => Promise<void>,
  on = host(),
): Promise<void> {
  await inOffice(async (office) => {
    associate(office);
    await work(office, on);
  }, on);
}

test('a formula waits for its result and then shows it', async () => {
  await withFunctions(async (_, on) => {
    on.user.enter('Sheet1!A1', [[10, '=POLICY.PLUS(A1,5)']]);
    const sheet = on.workbook.activeSheet;
    expect(sheet.content(1, 2)).toEqual({ error: '#BUSY!' });
    await calculated(on);
    expect(sheet.content(1, 2)).toBe(15);
    on.user.type('Sheet1!A1', 20);
    await calculated(on);
    expect(sheet.content(1, 2)).toBe(25);
  });
});

test('a column of arguments gives a column of results that spills', async () => {
  const on = host();
  on.user.enter('Sheet1!A1', [[100], [250], [null], [40]]);
  await withFunctions(async (office) => {
    await onSheet(office, async (sheet, context) => {
      sheet.getRange('C1').formulas = [['=POLICY.SUBSIDY_RATE(A1:A4)']];
      await context.sync();
    });
    await calculated(on);
    const read = await onSheet(office, async (sheet, context) => {
      const range = sheet.getRange('C1').getSpillingToRange().load('address,values,formulas');
      const parent = sheet.getRange('C3').getSpillParentOrNullObject().load('address');
      await context.sync();
      return [range.address, range.values, range.formulas[0], parent.address];
    });
    expect(read).toEqual([
      'Sheet1!C1:C4',
      [[50], [125], [0], [20]],
      ['=POLICY.SUBSIDY_RATE(A1:A4)'],
      'Sheet1!C1',
    ]);
  }, on);
});

test.each([
  ['desktop' as const, [[[1], [0], ['x']], null]],
  ['web' as const, [[[1], [null], ['x']], null]],
])(
  'blanks in cells arrive as Excel for %s hands them over, an omitted argument as null',
  async (platform, expected) => {
    const on = host(platform);
    const seen: unknown[] = [];
    on.user.enter('Sheet1!A1', [[1], [null], ['x']]);
    await inOffice(async (office) => {
      associate(office, seen);
      on.user.type('Sheet1!B1', '=POLICY.SUBSIDY_RATE(A1:A3)');
      await calculated(on);
    }, on);
    expect(JSON.parse(JSON.stringify(seen))).toEqual([expected]);
  },
);

test('arguments of a repeating parameter arrive as one list, their addresses one after another', async () => {
  await inOffice(async ({ CustomFunctions: functions }, on) => {
    functions.associate(
      'EACH',
      (first: unknown, others: unknown, { parameterAddresses }: CustomFunctions.Invocation) =>
        JSON.stringify([first, others, parameterAddresses]),
    );
    on.user.enter('Sheet1!A1', [[1, 2, '=POLICY.EACH(A1)', '=POLICY.EACH(A1,B1,,7)']]);
    await calculated(on);
    const sheet = on.workbook.activeSheet;
    expect([3, 4].map((column) => sheet.content(1, column))).toEqual([
      '[[[1]],[],["Sheet1!A1"]]',
      '[[[1]],[[[2]],null,[[7]]],["Sheet1!A1","Sheet1!B1","",""]]',
    ]);
  }, host());
});

test('a null in a result shows as 0', async () => {
  const on = host('web');
  await withFunctions(async () => {
    on.user.type('Sheet1!B1', '=POLICY.SUBSIDY_RATE(A1:A2)');
    await calculated(on);
    expect([on.workbook.activeSheet.content(1, 2), on.workbook.activeSheet.content(2, 2)]).toEqual([0, 0]);
  }, on);
});

test('calls of one calculation go out as one message, and their results come back', async () => {
  const on = host();
  const rows = 2_000;
  on.user.enter(
    'Sheet1!A1',
    Array.from({ length: rows }, (_, row) => [row]),
  );
  await withFunctions(async (office) => {
    await onSheet(office, async (sheet, context) => {
      sheet.getRange(`B1:B${rows}`).formulas = Array.from({ length: rows }, (_, row) => [
        `=POLICY.PLUS(A${row + 1})`,
      ]);
      await context.sync();
    });
    await calculated(on);
    expect([1, rows].map((row) => on.workbook.activeSheet.content(row, 2))).toEqual([100, rows + 99]);
  }, on);
});

test('formulas nest calls and use their results', async () => {
  await withFunctions(async (_, on) => {
    on.user.enter('Sheet1!A1', [[1, '=POLICY.PLUS(POLICY.PLUS(A1,2),4)*10', '=B1+1']]);
    await calculated(on);
    await calculated(on);
    expect([2, 3].map((column) => on.workbook.activeSheet.content(1, column))).toEqual([70, 71]);
  });
});

describe('errors', () => {
  test('come with the message that the function gave', async () => {
    await inOffice(async ({ CustomFunctions: functions }, on) => {
      const missing: Error = new functions.Error(functions.ErrorCode.notAvailable, '缺少：厂房租金');
      const unusable: Error = new functions.Error(functions.ErrorCode.invalidValue, '不是数字');
      functions.associate('PLUS', () => {
        throw missing;
      });
      functions.associate('SLOW', () => Promise.reject(unusable));
      functions.associate('SEES', () => [[1, new functions.Error(functions.ErrorCode.divisionByZero)]]);
      functions.associate('SUBSIDY_RATE', () => {
        throw new Error('a bug');
      });
      on.user.enter('Sheet1!A1', [
        ['=POLICY.PLUS(1)', '=POLICY.SLOW(1)', '=POLICY.SUBSIDY_RATE(1)', '=POLICY.SEES(1)'],
      ]);
      await calculated(on);
      const sheet = on.workbook.activeSheet;
      expect([1, 2, 3, 4, 5].map((column) => sheet.content(1, column))).toEqual([
        { error: '#N/A', message: '缺少：厂房租金' },
        { error: '#VALUE!', message: '不是数字' },
        { error: '#VALUE!' },
        1,
        { error: '#DIV/0!' },
      ]);
    }, host());
  });

  test('in an argument are the result, unless the function takes errors', async () => {
    await withFunctions(async (_, on) => {
      on.user.enter('Sheet1!A1', [['#N/A', '=POLICY.PLUS(A1)', '=POLICY.SEES(A1)']]);
      await calculated(on);
      const sheet = on.workbook.activeSheet;
      expect(sheet.content(1, 2)).toEqual({ error: '#N/A' });
      expect(sheet.content(1, 3)).toContain('"code":"#N/A"');
    });
  });

  test('a function that the manifest does not have is an unknown name', async () => {
    await withFunctions(async (_, on) => {
      on.user.type('Sheet1!A1', '=POLICY.NOPE(1)');
      await settled();
      expect(on.workbook.activeSheet.content(1, 1)).toEqual({ error: '#NAME?' });
    });
  });

  test('a function without code fails', async () => {
    await inOffice(async (_, on) => {
      on.user.type('Sheet1!A1', '=POLICY.PLUS(1)');
      await calculated(on);
      expect(on.workbook.activeSheet.content(1, 1)).toEqual({ error: '#VALUE!' });
    }, host());
  });

  test('too many or too few arguments, text where a number is due', async () => {
    await withFunctions(async (_, on) => {
      on.user.enter('Sheet1!A1', [
        ['=POLICY.PLUS()', '=POLICY.PLUS(1,2,3)', '=POLICY.PLUS("a")', '=POLICY.PLUS("7")'],
      ]);
      await calculated(on);
      const contents = [1, 2, 3, 4].map((column) => on.workbook.activeSheet.content(1, column));
      expect(contents).toEqual([{ error: '#VALUE!' }, { error: '#VALUE!' }, { error: '#VALUE!' }, 107]);
    });
  });

  test('an array without room is #SPILL!, and spills when there is room', async () => {
    await withFunctions(async (_, on) => {
      on.user.enter('Sheet1!A1', [
        [1, null],
        [2, 'im Weg'],
      ]);
      on.user.type('Sheet1!B1', '=POLICY.SUBSIDY_RATE(A1:A2)');
      await calculated(on);
      const sheet = on.workbook.activeSheet;
      expect(sheet.content(1, 2)).toEqual({ error: '#SPILL!' });
      on.user.clear('Sheet1!B2');
      await calculated(on);
      expect([sheet.content(1, 2), sheet.content(2, 2)]).toEqual([0.5, 1]);
      on.user.type('Sheet1!B2', 'wieder');
      await calculated(on);
      expect([sheet.content(1, 2), sheet.content(2, 2)]).toEqual([{ error: '#SPILL!' }, 'wieder']);
    });
  });
});

test('a function that asks for addresses gets them', async () => {
  await withFunctions(async (_, on) => {
    on.user.type('Sheet1!D4', '=POLICY.WHERE(A1:B2,7)');
    await calculated(on);
    expect(on.workbook.activeSheet.content(4, 4)).toBe('Sheet1!D4 ["Sheet1!A1:B2",""]');
  });
});

test('a call whose arguments change is cancelled; only the later result counts', async () => {
  await inOffice(async ({ CustomFunctions: functions }, on) => {
    const cancelled: unknown[] = [];
    const finish: (() => void)[] = [];
    functions.associate('SLOW', (value: number, invocation: CustomFunctions.Invocation) => {
      invocation.onCanceled = () => {
        cancelled.push(value);
      };
      return new Promise((resolve) => {
        finish.push(() => {
          resolve(value * 10);
        });
      });
    });
    on.user.enter('Sheet1!A1', [[1, '=POLICY.SLOW(A1)']]);
    await until(() => finish.length === 1);
    on.user.type('Sheet1!A1', 2);
    await until(() => finish.length === 2);
    expect(cancelled).toEqual([1]);
    for (const end of finish) end();
    await calculated(on);
    expect(on.workbook.activeSheet.content(1, 2)).toBe(20);
  }, host());
});

test('calls that a lost runtime has not answered go to the next one', async () => {
  const on = host();
  const first = await openOffice(on);
  first.CustomFunctions.associate(
    'SLOW',
    () =>
      new Promise(() => {
        // Never.
      }),
  );
  on.user.type('Sheet1!A1', '=POLICY.SLOW(3)');
  await settled();
  on.kill();
  first.close();
  const second = await openOffice(on, ({ CustomFunctions: functions }) => {
    functions.associate('SLOW', (value: number) => value + 1);
  });
  await calculated(on);
  second.close();
  expect(on.workbook.activeSheet.content(1, 1)).toBe(4);
});

test('a functions.json that the host cannot serve is refused with the reason', () => {
  const bad =
    (item: object): (() => unknown) =>
    () =>
      newHost({ functions: { namespace: 'P', json: { functions: [item] } } });
  expect(bad({ id: 'A' })).toThrow('functions.json: A: no "name"');
  expect(bad({ id: 'A', name: 'A', options: { stream: true } })).toThrow(
    'functions.json: A: the simulated host has no streaming or volatile functions',
  );
  const between = [{ name: 'x', repeating: true }, { name: 'y' }];
  expect(bad({ id: 'A', name: 'A', parameters: between })).toThrow(
    'functions.json: A: only the last parameter can be repeating',
  );
});

test('a formula that Excel calculates and the host does not is no blank: reading it is refused', async () => {
  const on = newHost();
  on.user.type('Sheet1!A1', '=VLOOKUP(1,B:C,2,FALSE)');
  const office = await openOffice(on);
  const failure = await failureOf(
    onSheet(office, async (sheet, context) => {
      sheet.getRange('A1').load('values');
      await context.sync();
    }),
  );
  office.close();
  expect(failure.code).toBe('NotImplemented');
  expect(on.uncovered).toEqual(['the formula =VLOOKUP(1,B:C,2,FALSE) in Sheet1!A1']);
});
