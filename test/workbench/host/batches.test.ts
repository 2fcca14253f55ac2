import { REQUIREMENT_SETS } from '../../../src/workbench/host';
import { failureOf, inOffice, onSheet, settled } from './in-office';
import { newHost } from './new-host';

test('what one batch writes another reads', async () => {
  await inOffice(async (office) => {
    await onSheet(office, async (sheet, context) => {
      sheet.getRange('B2:C3').values = [
        ['名称', '数量'],
        ['甲', 1.5],
      ];
      await context.sync();
    });
    const read = await onSheet(office, async (sheet, context) => {
      const used = sheet.getUsedRange().load('address,values,rowCount,columnIndex');
      await context.sync();
      return used.toJSON();
    });
    expect(read).toMatchObject({
      address: 'Sheet1!B2:C3',
      values: [
        ['名称', '数量'],
        ['甲', 1.5],
      ],
      rowCount: 2,
      columnIndex: 1,
    });
  });
});

test('a range read again after a sync is the same range, also when rows came in above it', async () => {
  await inOffice(async (office, host) => {
    const addresses = await onSheet(office, async (sheet, context) => {
      const range = sheet.getRange('A5:B6').load('address');
      await context.sync();
      const before = range.address;
      host.user.insert('Sheet1!2:3');
      range.load('address');
      await context.sync();
      return [before, range.address];
    });
    expect(addresses).toEqual(['Sheet1!A5:B6', 'Sheet1!A7:B8']);
  });
});

test('a range whose rows were deleted is no reference any more', async () => {
  await inOffice(async (office, host) => {
    const failure = await failureOf(
      onSheet(office, async (sheet, context) => {
        const range = sheet.getRange('A5').load('address');
        await context.sync();
        host.user.delete('Sheet1!4:6');
        range.load('values');
        await context.sync();
      }),
    );
    expect(failure.code).toBe('InvalidReference');
  });
});

test('references are let go when Excel.run ends', async () => {
  await inOffice(async (office, host) => {
    const [sheet] = host.workbook.sheets;
    await onSheet(office, async (worksheet, context) => {
      worksheet.getRange('A1').load('values');
      await context.sync();
      expect(sheet?.tracked.size).toBe(1);
    });
    await settled();
    expect(sheet?.tracked.size).toBe(0);
  });
});

test('what was not loaded cannot be read', async () => {
  await inOffice(async (office) => {
    const failure = await failureOf(
      onSheet(office, async (sheet, context) => {
        await context.sync();
        return sheet.name;
      }),
    );
    expect(failure.code).toBe('PropertyNotLoaded');
  });
});

test('an object that is not there is an error, or a null object where it is asked for', async () => {
  await inOffice(async (office) => {
    const failure = await failureOf(
      office.Excel.run(async (context) => {
        context.workbook.worksheets.getItem('没有').load('name');
        await context.sync();
      }),
    );
    expect(failure).toEqual({
      code: 'ItemNotFound',
      message: "The requested resource doesn't exist.",
      location: 'WorksheetCollection.getItem',
    });
    const isNull = await office.Excel.run(async (context) => {
      const missing = context.workbook.worksheets.getItemOrNullObject('没有');
      const below = missing.getRange('A1').load('values');
      const present = context.workbook.worksheets.getItemOrNullObject('sheet1').load('name');
      await context.sync();
      return [missing.isNullObject, below.isNullObject, present.isNullObject, present.name];
    });
    expect(isNull).toEqual([true, true, false, 'Sheet1']);
  });
});

test('the first operation that fails ends the batch; those before it are done', async () => {
  await inOffice(async (office, host) => {
    const failure = await failureOf(
      onSheet(office, async (sheet, context) => {
        sheet.getRange('A1').values = [['vor']];
        sheet.getRange('A2:A3').values = [['zu wenig']];
        sheet.getRange('A4').values = [['nach']];
        await context.sync();
      }),
    );
    expect(failure).toEqual({
      code: 'InvalidArgument',
      message:
        "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
      location: 'Range.values',
    });
    const contents = [1, 2, 3, 4].map((row) => host.workbook.activeSheet.content(row, 1));
    expect(contents).toEqual(['vor', null, null, null]);
  });
});

test('set() writes several properties at once', async () => {
  await inOffice(async (office, host) => {
    await onSheet(office, async (sheet, context) => {
      sheet.set({ name: '企业', tabColor: '#FF0000' });
      sheet
        .getRange('A1')
        .set({ values: [[7]], format: { fill: { color: '#FFFF00' }, font: { bold: true } } });
      await context.sync();
    });
    const sheet = host.workbook.activeSheet;
    expect([sheet.name, sheet.tabColor, sheet.content(1, 1)]).toEqual(['企业', '#FF0000', 7]);
    expect(sheet.style(1, 1)).toMatchObject({ fill: '#FFFF00', bold: true });
  });
});

test('collections are loaded with the properties of their items', async () => {
  await inOffice(async (office, host) => {
    host.user.addSheet('汇总');
    const names = await office.Excel.run(async (context) => {
      const sheets = context.workbook.worksheets.load('items/name,items/visibility');
      await context.sync();
      return sheets.items.map(({ name, visibility }) => [name, visibility]);
    });
    expect(names).toEqual([
      ['Sheet1', 'Visible'],
      ['汇总', 'Visible'],
    ]);
  });
});

test('$top and $skip choose among items', async () => {
  await inOffice(async (office, host) => {
    for (const name of ['二', '三', '四']) host.user.addSheet(name);
    const names = await office.Excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      sheets.load({ name: true, $skip: 1, $top: 2 });
      await context.sync();
      return sheets.items.map(({ name }) => name);
    });
    expect(names).toEqual(['二', '三']);
  });
});

test('a large array is sent in portions and arrives whole', async () => {
  await inOffice(async (office, host) => {
    const values = Array.from({ length: 3_000 }, (_, row) =>
      Array.from({ length: 4 }, (__, column) => row * 4 + column),
    );
    await onSheet(office, async (sheet, context) => {
      sheet.getRange('A1:D3000').values = values;
      await context.sync();
    });
    const sheet = host.workbook.activeSheet;
    expect(sheet.usedArea(true)).toEqual({ top: 1, left: 1, bottom: 3_000, right: 4 });
    expect(sheet.content(3_000, 4)).toBe(11_999);
    const failure = await failureOf(
      onSheet(office, async (worksheet, context) => {
        worksheet.getRange('A1:D2999').values = values;
        await context.sync();
      }),
    );
    expect(failure.code).toBe('InvalidArgument');
  });
});

describe('loud about what is not there', () => {
  test('a member that the host does not cover is an error, and is remembered', async () => {
    const host = newHost();
    const failure = await failureOf(
      inOffice(
        (office) =>
          onSheet(office, async (sheet, context) => {
            sheet.charts.load('items');
            await context.sync();
          }),
        host,
      ),
    );
    expect(failure.code).toBe('NotImplemented');
    expect(failure.message).toBe('The simulated host does not cover Excel.Worksheet.charts (navigate).');
    expect(() => {
      host.requireCovered();
    }).toThrow('The simulated host does not cover: Excel.Worksheet.charts (navigate)');
  });

  test('a property that Office.js does not have is named', async () => {
    await inOffice(async (office) => {
      const failure = await failureOf(
        onSheet(office, async (sheet, context) => {
          sheet.getRange('A1').load('adress');
          await context.sync();
        }),
      );
      expect(failure).toEqual({
        code: 'InvalidArgument',
        message: 'Excel.Range has no member Adress.',
        location: 'Range.Adress',
      });
    });
  });

  test('a member of a newer API than this Excel has is not found', async () => {
    const host = newHost({ requirementSets: { ...REQUIREMENT_SETS.desktop, ExcelApi: '1.8' } });
    await inOffice(async (office) => {
      expect(office.Office.context.requirements.isSetSupported('ExcelApi', '1.8')).toBe(true);
      expect(office.Office.context.requirements.isSetSupported('ExcelApi', '1.9')).toBe(false);
      const failure = await failureOf(
        onSheet(office, async (sheet, context) => {
          sheet.autoFilter.load('enabled');
          await context.sync();
        }),
      );
      expect(failure.code).toBe('ApiNotFound');
    }, host);
  });
});

test('the add-in finds the Excel that the host stands for', async () => {
  await inOffice(async ({ Office: office }) => {
    expect(office.context.host).toBe('Excel');
    expect(office.context.displayLanguage).toBe('zh-CN');
    const { requirements } = office.context;
    expect(requirements.isSetSupported('ExcelApi', '1.14')).toBe(true);
    expect(requirements.isSetSupported('SharedRuntime', '1.1')).toBe(true);
    expect(requirements.isSetSupported('CustomFunctionsRuntime', '1.3')).toBe(true);
    expect(requirements.isSetSupported('ExcelApi', '1.15')).toBe(false);
  });
});
