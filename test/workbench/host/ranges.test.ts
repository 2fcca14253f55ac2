import { failureOf, sharedOffice } from './in-office';

const office = sharedOffice();

/** The address without the sheet of the test. */
const local = (address: string): string => address.slice(address.indexOf('!') + 1);

describe('from range to range', () => {
  test.each<[string, (range: Excel.Range) => Excel.Range, string]>([
    ['getCell', (range) => range.getCell(1, 0), 'C5'],
    ['getCell beyond the range', (range) => range.getCell(4, 3), 'F8'],
    ['getRow', (range) => range.getRow(2), 'C6:E6'],
    ['getColumn', (range) => range.getColumn(1), 'D4:D7'],
    ['getLastRow', (range) => range.getLastRow(), 'C7:E7'],
    ['getLastColumn', (range) => range.getLastColumn(), 'E4:E7'],
    ['getLastCell', (range) => range.getLastCell(), 'E7'],
    ['getEntireRow', (range) => range.getEntireRow(), '4:7'],
    ['getEntireColumn', (range) => range.getEntireColumn(), 'C:E'],
    ['getOffsetRange', (range) => range.getOffsetRange(-2, 1), 'D2:F5'],
    ['getResizedRange', (range) => range.getResizedRange(1, -2), 'C4:C8'],
    ['getAbsoluteResizedRange', (range) => range.getAbsoluteResizedRange(2, 2), 'C4:D5'],
    ['getRowsAbove', (range) => range.getRowsAbove(2), 'C2:E3'],
    ['getRowsBelow', (range) => range.getRowsBelow(), 'C8:E8'],
    ['getColumnsBefore', (range) => range.getColumnsBefore(2), 'A4:B7'],
    ['getColumnsAfter', (range) => range.getColumnsAfter(1), 'F4:F7'],
    ['getBoundingRect', (range) => range.getBoundingRect('A1'), 'A1:E7'],
    ['getIntersection', (range) => range.getIntersection('D1:Z5'), 'D4:E5'],
  ])('%s', async (_, step, expected) => {
    const address = await office.run(async (sheet, context) => {
      const range = step(sheet.getRange('C4:E7')).load('address');
      await context.sync();
      return local(range.address);
    });
    expect(address).toBe(expected);
  });

  test('no range reaches beyond the sheet', async () => {
    const failure = await failureOf(
      office.run(async (sheet, context) => {
        sheet.getRange('A1').getOffsetRange(-1, 0).load('address');
        await context.sync();
      }),
    );
    expect(failure).toMatchObject({ code: 'InvalidArgument', location: 'Range.getOffsetRange' });
  });

  test('ranges without a common cell have no intersection', async () => {
    const found = await office.run(async (sheet, context) => {
      const none = sheet.getRange('A1:B2').getIntersectionOrNullObject('C3').load('address');
      await context.sync();
      return none.isNullObject;
    });
    expect(found).toBe(true);
  });

  test('an address may name the sheet, a defined name or a table', async () => {
    const { name } = office.sheet();
    const addresses = await office.run(async (sheet, context) => {
      sheet.names.add('数据区', sheet.getRange('B2:C3'));
      const ranges = [`'${name}'!D4`, '$A$1:$B$2', '数据区', 'B:C', '3:4'].map((address) =>
        sheet.getRange(address).load('address'),
      );
      await context.sync();
      return ranges.map((range) => local(range.address));
    });
    expect(addresses).toEqual(['D4', 'A1:B2', 'B2:C3', 'B:C', '3:4']);
  });

  test('getRangeByIndexes and getCell count from 0', async () => {
    const addresses = await office.run(async (sheet, context) => {
      const ranges = [sheet.getRangeByIndexes(1, 2, 3, 4), sheet.getCell(0, 0)].map((range) =>
        range.load('address'),
      );
      await context.sync();
      return ranges.map((range) => local(range.address));
    });
    expect(addresses).toEqual(['C2:F4', 'A1']);
  });
});

describe('what is in use', () => {
  test('with valuesOnly a look of its own does not count', async () => {
    const addresses = await office.run(async (sheet, context) => {
      sheet.getRange('B2').values = [['x']];
      sheet.getRange('D9').format.fill.color = '#FF0000';
      const used = [
        sheet.getUsedRange(),
        sheet.getUsedRange(true),
        sheet.getRange('B:B').getUsedRange(),
        sheet.getRange('C1:Z100').getUsedRange(),
      ].map((range) => range.load('address'));
      await context.sync();
      return used.map((range) => local(range.address));
    });
    expect(addresses).toEqual(['B2:D9', 'B2', 'B2', 'D9']);
  });

  test('an empty sheet uses A1, or nothing where a null object is asked for', async () => {
    const used = await office.run(async (sheet, context) => {
      const range = sheet.getUsedRange().load('address');
      const none = sheet.getUsedRangeOrNullObject().load('address');
      await context.sync();
      return [local(range.address), none.isNullObject];
    });
    expect(used).toEqual(['A1', true]);
  });

  test('the surrounding region ends at blank rows and columns', async () => {
    const address = await office.run(async (sheet, context) => {
      sheet.getRange('B2:C3').values = [
        [1, 2],
        [3, 4],
      ];
      sheet.getRange('E2').values = [[9]];
      const region = sheet.getRange('C3').getSurroundingRegion().load('address');
      await context.sync();
      return local(region.address);
    });
    expect(address).toBe('B2:C3');
  });
});

describe('values', () => {
  test('each type of content comes back as such', async () => {
    const read = await office.run(async (sheet, context) => {
      const range = sheet.getRange('A1:E1');
      range.values = [[1.5, '文字', true, '#N/A', '']];
      range.load('values,valueTypes,text,formulas');
      await context.sync();
      return range.toJSON();
    });
    expect(read.values).toEqual([[1.5, '文字', true, '#N/A', '']]);
    expect(read.valueTypes).toEqual([['Double', 'String', 'Boolean', 'Error', 'Empty']]);
    expect(read.text).toEqual([['1.5', '文字', 'TRUE', '#N/A', '']]);
    expect(read.formulas).toEqual([[1.5, '文字', true, '#N/A', '']]);
  });

  test('one value fills a range, null leaves a cell as it is, an empty text empties it', async () => {
    await office.run(async (sheet, context) => {
      const range = sheet.getRange('A1:B2');
      range.values = 7 as unknown as number[][];
      range.values = [
        [null, ''],
        ['neu', null],
      ];
      await context.sync();
    });
    const sheet = office.sheet();
    expect([sheet.content(1, 1), sheet.content(1, 2), sheet.content(2, 1), sheet.content(2, 2)]).toEqual([
      7,
      null,
      'neu',
      7,
    ]);
  });

  test('of a merged area only the first cell takes a value', async () => {
    office.host.user.merge('A1:B2');
    await office.run(async (sheet, context) => {
      sheet.getRange('A1:B2').values = [
        [1, 2],
        [3, 4],
      ];
      await context.sync();
    });
    const sheet = office.sheet();
    expect([sheet.content(1, 1), sheet.content(1, 2), sheet.content(2, 1)]).toEqual([1, null, null]);
  });

  test('whole columns are not read cell by cell, and not written', async () => {
    const read = await office.run(async (sheet, context) => {
      const column = sheet.getRange('B:B').load('values,address,rowCount,isEntireColumn');
      await context.sync();
      return [column.values, local(column.address), column.rowCount, column.isEntireColumn];
    });
    expect(read).toEqual([null, 'B:B', 1_048_576, true]);
    const failure = await failureOf(
      office.run(async (sheet, context) => {
        sheet.getRange('B:B').values = [['x']];
        await context.sync();
      }),
    );
    expect(failure).toMatchObject({ code: 'InvalidArgument', location: 'Range.values' });
  });
});

describe('looks', () => {
  test('a format of cells that differ is null', async () => {
    const read = await office.run(async (sheet, context) => {
      sheet.getRange('A1').format.font.bold = true;
      const range = sheet.getRange('A1:B1');
      range.load('format/font/bold,format/font/italic,format/fill/color,format/wrapText');
      await context.sync();
      const { font, fill, wrapText } = range.format;
      return [font.bold, font.italic, fill.color, wrapText];
    });
    expect(read).toEqual([null, false, '#FFFFFF', false]);
  });

  test('the look of a whole column is that of its cells', async () => {
    await office.run(async (sheet, context) => {
      sheet.getRange('C2').format.font.italic = true;
      const column = sheet.getRange('C:C');
      column.format.columnWidth = 90;
      column.format.font.bold = true;
      column.columnHidden = true;
      await context.sync();
    });
    const sheet = office.sheet();
    expect(sheet.style(500, 3).bold).toBe(true);
    expect(sheet.style(2, 3)).toMatchObject({ bold: true, italic: true });
    expect([sheet.columnWidths.get(3), sheet.hiddenColumns.has(3)]).toEqual([90, true]);
    expect(sheet.usedArea(false)).toEqual({ top: 2, left: 3, bottom: 2, right: 3 });
  });

  test('number formats are read and written cell by cell', async () => {
    const read = await office.run(async (sheet, context) => {
      const range = sheet.getRange('A1:B2');
      range.values = [
        [1234.5, 0.256],
        [45_292, 1],
      ];
      range.numberFormat = [
        ['#,##0.00', '0.0%'],
        ['yyyy-mm-dd', null],
      ];
      range.load('numberFormat,text');
      await context.sync();
      return [range.numberFormat, range.text];
    });
    expect(read).toEqual([
      [
        ['#,##0.00', '0.0%'],
        ['yyyy-mm-dd', 'General'],
      ],
      [
        ['1,234.50', '25.6%'],
        ['2024-01-01', '1'],
      ],
    ]);
  });

  test('borders are lines along edges', async () => {
    const style = await office.run(async (sheet, context) => {
      sheet.getRange('A1:B2').format.borders.getItem('EdgeBottom').style = 'Continuous';
      const edge = sheet.getRange('A2').format.borders.getItem('EdgeBottom').load('style,weight');
      const other = sheet.getRange('A1').format.borders.getItem('EdgeBottom').load('style');
      await context.sync();
      return [edge.style, edge.weight, other.style];
    });
    expect(style).toEqual(['Continuous', 'Thin', 'None']);
  });

  test('the properties of many cells come and go in one call', async () => {
    const read = await office.run(async (sheet, context) => {
      const range = sheet.getRange('A1:B1');
      range.setCellProperties([
        [{ format: { fill: { color: '#FFEB9C' }, font: { bold: true } } }, { format: { wrapText: true } }],
      ]);
      const cells = range.getCellProperties({
        address: true,
        format: { fill: { color: true }, font: { bold: true } },
      });
      const columns = range.getColumnProperties({
        columnHidden: true,
        format: { columnWidth: true },
      });
      await context.sync();
      return [cells.value, columns.value];
    });
    const name = `${office.sheet().name}!`;
    expect(read).toEqual([
      [
        [
          { address: `${name}A1`, format: { fill: { color: '#FFEB9C' }, font: { bold: true } } },
          { address: `${name}B1`, format: { fill: { color: '#FFFFFF' }, font: { bold: false } } },
        ],
      ],
      [
        { columnHidden: false, format: { columnWidth: 54 } },
        { columnHidden: false, format: { columnWidth: 54 } },
      ],
    ]);
    expect(office.sheet().style(1, 2).wrapText).toBe(true);
  });
});

describe('changing cells', () => {
  test('clear takes contents, looks or both', async () => {
    await office.run(async (sheet, context) => {
      const range = sheet.getRange('A1:A3');
      range.values = [[1], [2], [3]];
      range.format.font.bold = true;
      sheet.getRange('A1').clear('Contents');
      sheet.getRange('A2').clear('Formats');
      sheet.getRange('A3').clear();
      await context.sync();
    });
    const sheet = office.sheet();
    expect([1, 2, 3].map((row) => [sheet.content(row, 1), sheet.style(row, 1).bold])).toEqual([
      [null, true],
      [2, false],
      [null, false],
    ]);
  });

  test('insert moves cells out of the way, delete closes the gap', async () => {
    await office.run(async (sheet, context) => {
      sheet.getRange('A1:C2').values = [
        [1, 2, 3],
        [4, 5, 6],
      ];
      sheet.getRange('A1').insert('Down');
      sheet.getRange('B1').delete('Left');
      sheet.getRange('C:C').insert('Right');
      await context.sync();
    });
    const sheet = office.sheet();
    const rows = [1, 2, 3].map((row) => [1, 2, 3, 4].map((column) => sheet.content(row, column)));
    expect(rows).toEqual([
      [null, 3, null, null],
      [1, 5, null, 6],
      [4, null, null, null],
    ]);
  });

  test('copyFrom copies values, formulas read from their new place, and looks', async () => {
    await office.run(async (sheet, context) => {
      sheet.getRange('A1:B1').formulas = [[2, '=A1*10']];
      sheet.getRange('B1').format.font.bold = true;
      sheet.getRange('A2:B3').copyFrom('A1:B1');
      sheet.getRange('D1').copyFrom('B1', 'Values');
      await context.sync();
    });
    const sheet = office.sheet();
    expect([sheet.formula(3, 2)?.text, sheet.content(3, 2), sheet.style(3, 2).bold]).toEqual([
      '=A3*10',
      20,
      true,
    ]);
    expect([sheet.formula(1, 4), sheet.content(1, 4), sheet.style(1, 4).bold]).toEqual([
      undefined,
      20,
      false,
    ]);
  });

  test('merged areas are found', async () => {
    office.host.user.merge('B2:C3');
    const found = await office.run(async (sheet, context) => {
      const merged = sheet.getRange('A1:D4').getMergedAreasOrNullObject().load('address,areaCount');
      const none = sheet.getRange('E5').getMergedAreasOrNullObject().load('address');
      await context.sync();
      return [local(merged.address), merged.areaCount, none.isNullObject];
    });
    expect(found).toEqual(['B2:C3', 1, true]);
  });

  test('several ranges at once', async () => {
    const read = await office.run(async (sheet, context) => {
      const ranges = sheet.getRanges('A1:A2, C3');
      ranges.format.fill.color = '#00FF00';
      ranges.load('address,cellCount,areas/items/address');
      await context.sync();
      return [ranges.cellCount, ranges.areas.items.map((range) => local(range.address))];
    });
    expect(read).toEqual([3, ['A1:A2', 'C3']]);
    expect(office.sheet().style(3, 3).fill).toBe('#00FF00');
  });

  test('the visible view leaves hidden rows and columns out', async () => {
    office.host.user.enter('A1', [
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
    office.host.user.hideRows('2:2');
    const values = await office.run(async (sheet, context) => {
      const view = sheet.getRange('A1:B3').getVisibleView().load('values,rowCount');
      const hidden = sheet.getRange('A2').load('rowHidden');
      const mixed = sheet.getRange('A1:A2').load('rowHidden');
      await context.sync();
      return [view.values, view.rowCount, hidden.rowHidden, mixed.rowHidden];
    });
    expect(values).toEqual([
      [
        [1, 2],
        [5, 6],
      ],
      2,
      true,
      null,
    ]);
  });

  test('what is selected is the active cell', async () => {
    const selected = await office.run(async (sheet, context) => {
      sheet.getRange('B3:C4').select();
      const range = context.workbook.getSelectedRange().load('address');
      const cell = context.workbook.getActiveCell().load('address');
      await context.sync();
      return [local(range.address), local(cell.address)];
    });
    expect(selected).toEqual(['B3:C4', 'B3']);
  });
});
