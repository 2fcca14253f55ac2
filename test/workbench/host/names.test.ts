import { failureOf, sharedOffice } from './in-office';

const office = sharedOffice();

/** The name that the test gives to B2:C5 of its own sheet; unique, because all tests share one workbook. */
async function named(): Promise<string> {
  const name = `名_${office.host.workbook.nextId()}`;
  await office.run(async (sheet, context) => {
    const item = context.workbook.names.add(name, sheet.getRange('B2:C5'));
    item.visible = false;
    await context.sync();
  });
  return name;
}

const formulaOf = (name: string): string | undefined =>
  office.host.workbook.nameSeenFrom(null, name)?.formula;

test('a hidden name is found like any other', async () => {
  const name = await named();
  const found = await office.run(async (_, context) => {
    const item = context.workbook.names
      .getItemOrNullObject(name)
      .load('name,formula,value,type,visible,scope');
    const range = item.getRangeOrNullObject().load('address');
    await context.sync();
    return [
      item.formula as unknown,
      item.value as unknown,
      item.type,
      item.visible,
      item.scope,
      range.address,
    ];
  });
  const sheet = office.sheet().name;
  expect(found).toEqual([
    `=${sheet}!$B$2:$C$5`,
    `${sheet}!$B$2:$C$5`,
    'Range',
    false,
    'Workbook',
    `${sheet}!B2:C5`,
  ]);
});

test('a name may stand for a constant', async () => {
  const name = `常_${office.host.workbook.nextId()}`;
  const found = await office.run(async (_, context) => {
    const item = context.workbook.names.add(name, '="规则 2024"', '版本').load('type,value,comment');
    const range = item.getRangeOrNullObject().load('address');
    await context.sync();
    item.formula = '=42';
    item.load('type,value');
    await context.sync();
    return [item.comment, item.type, item.value as unknown, range.isNullObject];
  });
  expect(found).toEqual(['版本', 'Integer', 42, true]);
});

test.each([
  [
    'inserting rows above',
    (user: typeof office.host.user) => {
      user.insert('1:2');
    },
    '$B$4:$C$7',
  ],
  [
    'inserting rows inside',
    (user: typeof office.host.user) => {
      user.insert('3:3');
    },
    '$B$2:$C$6',
  ],
  [
    'inserting a column before',
    (user: typeof office.host.user) => {
      user.insert('A:A');
    },
    '$C$2:$D$5',
  ],
  [
    'deleting some of its rows',
    (user: typeof office.host.user) => {
      user.delete('4:9');
    },
    '$B$2:$C$3',
  ],
  [
    'deleting a column of it',
    (user: typeof office.host.user) => {
      user.delete('B:B');
    },
    '$B$2:$B$5',
  ],
  [
    'moving its cells',
    (user: typeof office.host.user) => {
      user.move('A1:C5', 'E10');
    },
    '$F$11:$G$14',
  ],
  [
    'moving other cells',
    (user: typeof office.host.user) => {
      user.move('B2:B3', 'H1');
    },
    '$B$2:$C$5',
  ],
  [
    'sorting its rows',
    (user: typeof office.host.user) => {
      user.sort('B2:C5', [{ column: 0, ascending: false }], false);
    },
    '$B$2:$C$5',
  ],
])('a name follows %s', async (_, act, expected) => {
  const name = await named();
  office.host.user.enter('B2', [
    [1, 2],
    [3, 4],
    [5, 6],
    [7, 8],
  ]);
  act(office.host.user);
  expect(formulaOf(name)).toBe(`=${office.sheet().name}!${expected}`);
});

test('a name whose cells are deleted refers to nothing', async () => {
  const name = await named();
  office.host.user.delete('B:C');
  const found = await office.run(async (_, context) => {
    const item = context.workbook.names.getItem(name).load('type,value');
    const none = item.getRangeOrNullObject().load('address');
    await context.sync();
    return [item.type, item.value as unknown, none.isNullObject];
  });
  expect(found).toEqual(['Error', '#REF!', true]);
  const failure = await failureOf(
    office.run(async (_, context) => {
      context.workbook.names.getItem(name).getRange().load('address');
      await context.sync();
    }),
  );
  expect(failure).toMatchObject({ code: 'InvalidReference', location: 'NamedItem.getRange' });
});

test('names of a sheet and of the workbook are kept apart', async () => {
  const name = await named();
  const counts = await office.run(async (sheet, context) => {
    sheet.names.add(name, sheet.getRange('A1'));
    const own = sheet.names.getItem(name).load('formula,scope');
    const all = context.workbook.names.getItem(name).load('formula');
    await context.sync();
    own.delete();
    const gone = sheet.names.getItemOrNullObject(name).load('name');
    const still = context.workbook.names.getItemOrNullObject(name).load('name');
    await context.sync();
    return [own.scope, String(all.formula).includes('$B$2'), gone.isNullObject, still.isNullObject];
  });
  expect(counts).toEqual(['Worksheet', true, true, false]);
});

async function refusalOf(name: string): Promise<{ code: string; location: string }> {
  return failureOf(
    office.run(async (sheet, context) => {
      context.workbook.names.add(name, sheet.getRange('A1'));
      await context.sync();
    }),
  );
}

test('a name that is taken is refused', async () => {
  const failure = await refusalOf(await named());
  expect(failure).toMatchObject({ code: 'InvalidArgument', location: 'NamedItemCollection.add' });
});

test.each([
  ['like an address', 'AB12'],
  ['with a blank', 'zwei Wörter'],
])('a name that is %s is refused', async (_, name) => {
  const failure = await refusalOf(name);
  expect(failure).toMatchObject({ code: 'InvalidArgument', location: 'NamedItemCollection.add' });
});
