import { failureOf, inOffice, sharedOffice } from './in-office';
import { newHost } from './new-host';

const office = sharedOffice();

test('a sheet is added at the end, under a free name when none is given', async () => {
  await inOffice(async ({ Excel: excel }) => {
    const names = await excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.add('明细');
      worksheets.add();
      worksheets.load('items/name,items/position');
      await context.sync();
      return worksheets.items.map(({ name, position }) => `${position} ${name}`);
    });
    expect(names).toEqual(['0 Sheet1', '1 明细', '2 Sheet3']);
  });
});

test.each([
  ['taken, whatever the case', 'SHEET1', 'ItemAlreadyExists'],
  ['too long', '很'.repeat(32), 'InvalidArgument'],
  ['with a forbidden sign', '2024/25', 'InvalidArgument'],
])('a name that is %s is refused', async (_, name, code) => {
  const failure = await failureOf(
    office.run(async (__, context) => {
      context.workbook.worksheets.add(name);
      await context.sync();
    }),
  );
  expect(failure).toMatchObject({ code, location: 'WorksheetCollection.add' });
});

test('a sheet that is renamed keeps its id; formulas and names go with it', async () => {
  const before = office.sheet().name;
  const ids = await office.run(async (sheet, context) => {
    context.workbook.names.add('锚点', sheet.getRange('A1'));
    sheet.getRange('B1').formulas = [[`='${before}'!A1`]];
    sheet.load('id');
    await context.sync();
    sheet.name = '企业 2024';
    const again = context.workbook.worksheets.getItem('企业 2024').load('id');
    await context.sync();
    return [sheet.id, again.id];
  });
  expect(ids[1]).toBe(ids[0]);
  expect(office.sheet().formula(1, 2)?.text).toBe("='企业 2024'!A1");
  expect(office.host.workbook.nameSeenFrom(null, '锚点')?.formula).toBe("='企业 2024'!$A$1");
});

test('the last sheet that is shown cannot go, a very hidden one must be shown first', async () => {
  const host = newHost();
  host.user.addSheet('藏');
  host.user.hideSheet('藏', 'VeryHidden');
  await inOffice(async ({ Excel: excel }) => {
    const failures = await Promise.all(
      ['Sheet1', '藏'].map((name) =>
        failureOf(
          excel.run(async (context) => {
            context.workbook.worksheets.getItem(name).delete();
            await context.sync();
          }),
        ),
      ),
    );
    expect(failures.map(({ code }) => code)).toEqual(['InvalidOperation', 'InvalidOperation']);
  }, host);
});

test('a deleted sheet takes its names along and leaves #REF! behind', async () => {
  office.host.user.addSheet('走');
  office.host.user.type('走!A1', 5);
  office.host.user.type('B1', '=走!A1');
  await office.run(async (_, context) => {
    const sheet = context.workbook.worksheets.getItem('走');
    sheet.names.add('局部', sheet.getRange('A1'));
    context.workbook.names.add('全局', sheet.getRange('A1'));
    await context.sync();
    sheet.delete();
    await context.sync();
  });
  expect(office.host.workbook.names.map(({ name, formula }) => `${name} ${formula}`)).toContain(
    '全局 =#REF!',
  );
  expect(office.host.workbook.names.map(({ name }) => name)).not.toContain('局部');
  expect(office.sheet().formula(1, 2)?.text).toBe('=#REF!');
  expect(office.sheet().content(1, 2)).toEqual({ error: '#REF!' });
});

test('a copy has the cells, looks and tables of the sheet', async () => {
  office.host.user.enter('A1', [
    ['甲', '乙'],
    [1, '=A2*2'],
  ]);
  const copied = await office.run(async (sheet, context) => {
    sheet.tables.add('A1:B2', true).name = `原表${office.sheet().name}`;
    sheet.getRange('A2').format.font.bold = true;
    const copy = sheet.copy('After', sheet).load('name,position');
    copy.tables.load('items/name');
    const range = copy.getRange('A1:B2').load('formulas');
    await context.sync();
    return [copy.name, copy.tables.items.map(({ name }) => name), range.formulas];
  });
  const { name } = office.sheet();
  expect(copied).toEqual([
    `${name} (2)`,
    [`原表${name}_1`],
    [
      ['甲', '乙'],
      [1, '=A2*2'],
    ],
  ]);
});

describe('protection', () => {
  test('a protected sheet refuses what is not allowed', async () => {
    office.host.user.type('A1', 1);
    const codes = await office.run(async (sheet, context) => {
      sheet.getRange('B:B').format.protection.locked = false;
      sheet.protection.protect({ allowFormatColumns: true }, 'geheim');
      sheet.protection.load('protected,options');
      await context.sync();
      expect(sheet.protection.protected).toBe(true);
      const attempts: (() => void)[] = [
        () => (sheet.getRange('A1').values = [[2]]),
        () => (sheet.getRange('A1').format.fill.color = '#FF0000'),
        () => {
          sheet.getRange('3:3').insert('Down');
        },
        () => {
          sheet.protection.unprotect('falsch');
        },
      ];
      const found: string[] = [];
      for (const attempt of attempts) {
        attempt();
        found.push((await failureOf(context.sync())).code);
      }
      return found;
    });
    expect(codes).toEqual(['AccessDenied', 'AccessDenied', 'AccessDenied', 'AccessDenied']);
  });

  test('what may be cleared only in part is not cleared at all', async () => {
    office.host.user.type('B2', 'bleibt');
    const code = await office.run(async (sheet, context) => {
      sheet.getRange('B:B').format.protection.locked = false;
      sheet.protection.protect();
      await context.sync();
      sheet.getRange('B2').clear();
      return (await failureOf(context.sync())).code;
    });
    expect([code, office.sheet().content(2, 2)]).toEqual(['AccessDenied', 'bleibt']);
  });

  test('unlocked cells and allowed changes pass, and the password opens it', async () => {
    await office.run(async (sheet, context) => {
      sheet.getRange('B:B').format.protection.locked = false;
      sheet.protection.protect({ allowFormatColumns: true, allowInsertRows: true }, 'geheim');
      await context.sync();
      sheet.getRange('B2').values = [[2]];
      sheet.getRange('C:C').format.columnWidth = 80;
      sheet.getRange('3:3').insert('Down');
      sheet.protection.unprotect('geheim');
      sheet.getRange('A1').values = [[1]];
      await context.sync();
    });
    const sheet = office.sheet();
    expect([sheet.content(1, 1), sheet.content(2, 2), sheet.protection]).toEqual([1, 2, null]);
  });

  test('while the structure of the workbook is protected no sheet comes or goes', async () => {
    await inOffice(async ({ Excel: excel }) => {
      const failure = await failureOf(
        excel.run(async (context) => {
          context.workbook.protection.protect();
          await context.sync();
          context.workbook.worksheets.add('neu');
          await context.sync();
        }),
      );
      expect(failure.code).toBe('AccessDenied');
    });
  });
});

test('frozen panes are set and found', async () => {
  const found = await office.run(async (sheet, context) => {
    sheet.freezePanes.freezeRows(1);
    const location = sheet.freezePanes.getLocationOrNullObject().load('address');
    await context.sync();
    return location.address.slice(location.address.indexOf('!') + 1);
  });
  expect(found).toBe('1:1');
  expect(office.sheet().frozen).toEqual({ rows: 1, columns: 0 });
});
