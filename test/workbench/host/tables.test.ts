import { failureOf, sharedOffice } from './in-office';

const office = sharedOffice();

const local = (address: string): string => address.slice(address.indexOf('!') + 1);

const ROWS = [
  ['企业', '产值'],
  ['丙', 3],
  ['甲', 1],
  ['乙', 2],
];

/** A table over A1:B4 on the sheet of the test. */
async function withTable<T>(
  work: (table: Excel.Table, sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>,
): Promise<T> {
  office.host.user.enter('A1', ROWS);
  return office.run(async (sheet, context) => {
    const table = sheet.tables.add('A1:B4', true);
    return work(table, sheet, context);
  });
}

test('a table has a header, a body and columns by name', async () => {
  const found = await withTable(async (table, _, context) => {
    const header = table.getHeaderRowRange().load('values');
    const body = table.getDataBodyRange().load('address');
    const column = table.columns.getItem('产值').load('index,values');
    table.columns.load('count,items/name');
    table.rows.load('count');
    await context.sync();
    return [
      header.values,
      local(body.address),
      [column.index, column.values],
      table.columns.items.map(({ name }) => name),
      table.rows.count,
    ];
  });
  expect(found).toEqual([[['企业', '产值']], 'A2:B4', [1, [['产值'], [3], [1], [2]]], ['企业', '产值'], 3]);
});

test('header cells become texts that are all different', async () => {
  office.host.user.enter('A1', [
    [2024, '', 'a', 'A'],
    [1, 2, 3, 4],
  ]);
  await office.run(async (sheet, context) => {
    sheet.tables.add('A1:D2', true);
    await context.sync();
  });
  const sheet = office.sheet();
  expect([1, 2, 3, 4].map((column) => sheet.content(1, column))).toEqual(['2024', '列2', 'a', 'A2']);
});

test('without headers a header row comes in above', async () => {
  office.host.user.enter('A1', [[1, 2]]);
  const address = await office.run(async (sheet, context) => {
    const range = sheet.tables.add('A1:B1', false).getRange().load('address');
    await context.sync();
    return local(range.address);
  });
  expect(address).toBe('A1:B2');
  expect([office.sheet().content(1, 1), office.sheet().content(2, 1)]).toEqual(['列1', 1]);
});

test('a table cannot overlap another one, nor merged cells', async () => {
  const codes = await withTable(async (_, sheet, context) => {
    await context.sync();
    office.host.user.merge('E1:F2');
    const found: string[] = [];
    for (const address of ['B4:C6', 'D1:E3']) {
      sheet.tables.add(address, true);
      found.push((await failureOf(context.sync())).code);
    }
    return found;
  });
  expect(codes).toEqual(['MergedRangeConflict', 'MergedRangeConflict']);
});

test('a table can be renamed, also to what formulas call it', async () => {
  const name = `收入_${office.host.workbook.nextId()}`;
  await withTable(async (table, sheet, context) => {
    table.load('name');
    await context.sync();
    sheet.getRange('D1').formulas = [[`=SUM(${table.name}[产值])`]];
    table.name = name;
    await context.sync();
  });
  expect(office.sheet().formula(1, 4)?.text).toBe(`=SUM(${name}[产值])`);
  expect(office.sheet().content(1, 4)).toBe(6);
});

test('sorting moves whole rows of the table', async () => {
  const values = await withTable(async (table, _, context) => {
    table.sort.apply([{ key: 1, ascending: true }]);
    const body = table.getDataBodyRange().load('values');
    await context.sync();
    return body.values;
  });
  expect(values).toEqual([
    ['甲', 1],
    ['乙', 2],
    ['丙', 3],
  ]);
});

test('rows and columns are added and deleted', async () => {
  const found = await withTable(async (table, _, context) => {
    table.rows.add(undefined, [['丁', 4]]);
    table.rows.add(0, [['戊', 5]]);
    table.columns.add(1, [['年度'], [2024], [2024], [2024], [2024], [2024]]);
    table.rows.getItemAt(1).delete();
    const range = table.getRange().load('values');
    await context.sync();
    table.columns.getItem('年度').delete();
    const after = table.getRange().load('address');
    await context.sync();
    return [range.values, local(after.address)];
  });
  expect(found).toEqual([
    [
      ['企业', '年度', '产值'],
      ['戊', 2024, 5],
      ['甲', 2024, 1],
      ['乙', 2024, 2],
      ['丁', 2024, 4],
    ],
    'A1:B5',
  ]);
});

test('rows that do not fit are refused before the table grows', async () => {
  const found = await withTable(async (table, _, context) => {
    await context.sync();
    table.rows.add(undefined, [['丁', 4, '多']]);
    const { code } = await failureOf(context.sync());
    const range = table.getRange().load('address');
    await context.sync();
    return [code, local(range.address)];
  });
  expect(found).toEqual(['InvalidArgument', 'A1:B4']);
});

test('a filter hides rows of the table', async () => {
  const found = await withTable(async (table, sheet, context) => {
    table.columns.getItem('产值').filter.applyCustomFilter('>=2');
    const view = table.getDataBodyRange().getVisibleView().load('values');
    table.autoFilter.load('enabled,isDataFiltered');
    const hidden = sheet.getRange('A3').load('rowHidden');
    await context.sync();
    const before = [view.values, table.autoFilter.isDataFiltered, hidden.rowHidden];
    table.clearFilters();
    hidden.load('rowHidden');
    await context.sync();
    return [...before, hidden.rowHidden];
  });
  expect(found).toEqual([
    [
      ['丙', 3],
      ['乙', 2],
    ],
    true,
    true,
    false,
  ]);
});

test('resizing keeps the header row; the totals row comes and goes', async () => {
  const found = await withTable(async (table, sheet, context) => {
    table.resize('A1:C3');
    table.showTotals = true;
    const totals = table.getTotalRowRange().load('address');
    await context.sync();
    table.showTotals = false;
    const range = table.getRange().load('address');
    await context.sync();
    const failure = await failureOf(
      (async () => {
        table.resize(sheet.getRange('A2:C5'));
        await context.sync();
      })(),
    );
    return [local(totals.address), local(range.address), failure.code];
  });
  expect(found).toEqual(['A4:C4', 'A1:C3', 'InvalidArgument']);
});

test('converted to a range the cells stay, deleted they go', async () => {
  await withTable(async (table, sheet, context) => {
    table.convertToRange();
    await context.sync();
    expect(office.sheet().content(2, 1)).toBe('丙');
    const again = sheet.tables.add('A1:B4', true);
    again.delete();
    await context.sync();
  });
  expect(office.sheet().usedArea(true)).toBeNull();
  expect(office.sheet().tables).toEqual([]);
});

test('tables are found from the workbook by name or id, and on a range', async () => {
  const found = await withTable(async (table, sheet, context) => {
    table.load('name,id');
    await context.sync();
    const byId = context.workbook.tables.getItem(table.id).load('name');
    const onRange = sheet.getRange('B2').getTables(false).load('items/name');
    const none = context.workbook.tables.getItemOrNullObject('没有').load('name');
    await context.sync();
    return [byId.name === table.name, onRange.items.length, none.isNullObject];
  });
  expect(found).toEqual([true, 1, true]);
});

test('a table is not torn by inserting or deleting beside it', async () => {
  const codes = await withTable(async (_, sheet, context) => {
    await context.sync();
    const found: string[] = [];
    sheet.getRange('A2').insert('Down');
    found.push((await failureOf(context.sync())).code);
    sheet.getRange('B1:B2').delete('Left');
    found.push((await failureOf(context.sync())).code);
    sheet.getRange('1:1').delete('Up');
    found.push((await failureOf(context.sync())).code);
    return found;
  });
  expect(codes).toEqual(['InsertDeleteConflict', 'InsertDeleteConflict', 'InsertDeleteConflict']);
});
