import { failureOf, sharedOffice } from './in-office';

const office = sharedOffice();

test.each<[string, (range: Excel.Range) => object, Record<string, unknown>]>([
  [
    'format',
    (range) => range.format,
    {
      horizontalAlignment: 'Center',
      verticalAlignment: 'Top',
      wrapText: true,
      indentLevel: 2,
      columnWidth: 90,
      rowHeight: 30,
    },
  ],
  ['fill', (range) => range.format.fill, { color: '#FFEB9C' }],
  [
    'font',
    (range) => range.format.font,
    {
      name: '黑体',
      size: 14,
      color: '#FF0000',
      bold: true,
      italic: true,
      underline: 'Single',
      strikethrough: true,
    },
  ],
  ['protection', (range) => range.format.protection, { locked: false, formulaHidden: true }],
])('what is set of a %s is read again', async (_, part, values) => {
  const read = await office.run(async (sheet, context) => {
    const set = part(sheet.getRange('B2:C3')) as OfficeExtension.ClientObject & { set(values: object): void };
    set.set(values);
    await context.sync();
    const again = part(sheet.getRange('C3')) as { load(): void; toJSON(): object };
    again.load();
    await context.sync();
    return again.toJSON();
  });
  expect(read).toMatchObject(values);
});

test('a value of the wrong kind is refused', async () => {
  const attempts: ((sheet: Excel.Worksheet) => void)[] = [
    (sheet) => (sheet.getRange('A1').format.wrapText = 'ja' as never),
    (sheet) => (sheet.getRange('A1').format.columnWidth = -1),
    (sheet) => (sheet.getRange('A1').format.fill.color = '#12'),
    (sheet) => (sheet.visibility = 'Unsichtbar' as never),
    (sheet) => (sheet.getRange('A1').values = [[{ a: 1 }]]),
    (sheet) => (sheet.position = 99),
  ];
  for (const attempt of attempts) {
    const failure = await failureOf(
      office.run(async (sheet, context) => {
        attempt(sheet);
        await context.sync();
      }),
    );
    expect(failure.code).toBe('InvalidArgument');
  }
});

test('each edge of a range has its own line', async () => {
  const edges = [
    'EdgeTop',
    'EdgeBottom',
    'EdgeLeft',
    'EdgeRight',
    'InsideHorizontal',
    'InsideVertical',
  ] as const;
  const read = await office.run(async (sheet, context) => {
    const { borders } = sheet.getRange('B2:D4').format;
    for (const edge of edges) {
      const border = borders.getItem(edge);
      border.color = '#00FF00';
      border.weight = 'Thick';
      border.style = 'Double';
    }
    borders.getItem('EdgeLeft').style = 'None';
    borders.load('items/sideIndex,items/style,items/weight,items/color,count');
    await context.sync();
    return [
      borders.count,
      borders.items.map(({ sideIndex, style, color }) => `${sideIndex} ${style} ${color}`),
    ];
  });
  expect(read).toEqual([
    6,
    [
      'EdgeTop Double #00FF00',
      'EdgeBottom Double #00FF00',
      'EdgeLeft None #000000',
      'EdgeRight Double #00FF00',
      'InsideHorizontal Double #00FF00',
      'InsideVertical Double #00FF00',
    ],
  ]);
  const sheet = office.sheet();
  expect([Object.keys(sheet.style(2, 3).borders), Object.keys(sheet.style(3, 2).borders)]).toEqual([
    ['EdgeTop', 'InsideHorizontal', 'InsideVertical'],
    ['InsideHorizontal', 'InsideVertical'],
  ]);
});

test('objects are loaded whole', async () => {
  office.host.user.enter('A1', [
    ['名称', '值'],
    ['甲', 1],
  ]);
  const json = await office.run(async (sheet, context) => {
    const table = sheet.tables.add('A1:B2', true);
    sheet.names.add('局部', sheet.getRange('A1'), '说明');
    context.workbook.settings.add('k', 1);
    const objects = {
      workbook: context.workbook.load(),
      application: context.application.load(),
      sheet: sheet.load(),
      protection: sheet.protection.load(),
      range: sheet.getRange('A1:B2').load(),
      view: sheet.getRange('A1:B2').getVisibleView().load(),
      areas: sheet.getRanges('A1,B2').load(),
      table: table.load(),
      column: table.columns.getItemAt(0).load(),
      row: table.rows.getItemAt(0).load(),
      sort: table.sort.load(),
      filter: table.autoFilter.load(),
      name: sheet.names.getItem('局部').load(),
      setting: context.workbook.settings.getItem('k').load(),
      comment: sheet.comments.add('A1', '注').load(),
      part: context.workbook.customXmlParts.add('<a xmlns="urn:a"/>').load(),
      runtime: context.runtime.load(),
    };
    await context.sync();
    context.workbook.comments.getItemByCell(sheet.getRange('A1')).delete();
    await context.sync();
    return Object.fromEntries(Object.entries(objects).map(([name, object]) => [name, object.toJSON()]));
  });
  expect(json).toMatchObject({
    workbook: { name: '工作簿1.xlsx', readOnly: false },
    application: { calculationMode: 'Automatic', decimalSeparator: '.' },
    sheet: { visibility: 'Visible' },
    protection: { protected: false },
    range: {
      cellCount: 4,
      text: [
        ['名称', '值'],
        ['甲', '1'],
      ],
      hidden: false,
      hasSpill: false,
    },
    view: { rowCount: 2, columnCount: 2 },
    areas: { areaCount: 2, cellCount: 2, isEntireRow: false },
    table: { showHeaders: true, showTotals: false, style: 'TableStyleMedium2' },
    column: { index: 0, name: '名称', values: [['名称'], ['甲']] },
    row: { index: 0, values: [['甲', 1]] },
    sort: { fields: [] },
    filter: { isDataFiltered: false },
    name: { name: '局部', comment: '说明', scope: 'Worksheet', visible: true },
    setting: { key: 'k', value: 1 },
    comment: { content: '注', resolved: false },
    part: { namespaceUri: 'urn:a' },
    runtime: { enableEvents: true },
  });
});

test('sheets have neighbours; hidden ones are passed over where only visible ones are asked for', async () => {
  const names = await office.run(async (sheet, context) => {
    const { worksheets } = context.workbook;
    const hidden = worksheets.add('藏起来');
    const last = worksheets.add('最后');
    hidden.visibility = 'Hidden';
    await context.sync();
    const next = sheet.getNext(true).load('name');
    const previous = last.getPrevious().load('name');
    const none = last.getNextOrNullObject().load('name');
    const first = worksheets.getFirst().load('name');
    const end = worksheets.getLast(true).load('name');
    const count = worksheets.getCount(true);
    const all = worksheets.getCount();
    await context.sync();
    const found = [
      next.name,
      previous.name,
      none.isNullObject,
      first.name,
      end.name,
      all.value - count.value,
    ];
    hidden.delete();
    last.delete();
    await context.sync();
    return found;
  });
  expect(names).toEqual(['最后', '藏起来', true, 'Sheet1', '最后', 1]);
});

test('rows are sorted by several keys, on a range and in a table', async () => {
  office.host.user.enter('A1', [
    ['街道', '产值'],
    ['西', 2],
    ['东', 3],
    ['西', 1],
    ['东', 4],
  ]);
  const values = await office.run(async (sheet, context) => {
    const range = sheet.getRange('A1:B5');
    range.sort.apply(
      [
        { key: 0, ascending: true },
        { key: 1, ascending: false },
      ],
      false,
      true,
    );
    range.load('values');
    await context.sync();
    return range.values;
  });
  expect(values).toEqual([
    ['街道', '产值'],
    ['东', 4],
    ['东', 3],
    ['西', 2],
    ['西', 1],
  ]);
});

test('cells are moved to another sheet, and what refers to them follows', async () => {
  office.host.user.addSheet('目标');
  office.host.user.enter('A1', [[5, '=A1*2+E1']]);
  office.host.user.type('E1', 0);
  office.host.user.type('D1', '=A1+B1');
  await office.run(async (sheet, context) => {
    sheet.getRange('A1:B1').moveTo('目标!C3');
    await context.sync();
  });
  const target = office.host.workbook.sheetNamed('目标');
  expect([target?.content(3, 3), target?.formula(3, 4)?.text, target?.content(3, 4)]).toEqual([
    5,
    `=C3*2+${office.sheet().name}!E1`,
    10,
  ]);
  expect([office.sheet().formula(1, 4)?.text, office.sheet().content(1, 4)]).toEqual([
    '=目标!C3+目标!D3',
    15,
  ]);
  office.host.user.deleteSheet('目标');
});
