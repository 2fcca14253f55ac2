import { failureOf, inOffice, onSheet, settled } from './in-office';
import { newHost } from './new-host';

const MEGABYTE = 1024 * 1024;

describe('payload on the web', () => {
  test('a request may have 5 MB: a Chinese character counts as three bytes', async () => {
    const host = newHost({ platform: 'web' });
    await inOffice(async (office) => {
      const write = (characters: number): Promise<void> =>
        onSheet(office, async (sheet, context) => {
          // 100 cells of equal length: one cell holds 32,767 characters at most.
          const text = '税'.repeat(Math.floor(characters / 100));
          sheet.getRange('A1:A100').values = Array.from({ length: 100 }, () => [text]);
          await context.sync();
        });
      await write(1.6 * MEGABYTE);
      const failure = await failureOf(write(1.75 * MEGABYTE));
      expect(failure.code).toBe('RequestPayloadSizeLimitExceeded');
      expect(host.traffic.largestRequest).toBeGreaterThan(5 * MEGABYTE);
    }, host);
  });

  test('nothing of a request that is too large is done', async () => {
    const host = newHost({ platform: 'web', limits: { payloadBytes: 10_000 } });
    await inOffice(async (office) => {
      const failure = await failureOf(
        onSheet(office, async (sheet, context) => {
          sheet.getRange('A1').values = [['klein']];
          sheet.getRange('A2').values = [['groß'.repeat(3_000)]];
          await context.sync();
        }),
      );
      expect(failure.code).toBe('RequestPayloadSizeLimitExceeded');
    }, host);
    expect(host.workbook.activeSheet.usedArea(true)).toBeNull();
  });

  test('a response that is too large is an error, but what the request wrote is written', async () => {
    const host = newHost({ platform: 'web', limits: { payloadBytes: 10_000 } });
    host.user.type('Sheet1!A1', 'x'.repeat(9_000));
    await inOffice(async (office) => {
      const failure = await failureOf(
        onSheet(office, async (sheet, context) => {
          sheet.getRange('B1').values = [['geschrieben']];
          sheet.getRange('A1').load('values,formulas');
          await context.sync();
        }),
      );
      expect(failure.code).toBe('ResponsePayloadSizeLimitExceeded');
    }, host);
    expect(host.workbook.activeSheet.content(1, 2)).toBe('geschrieben');
  });

  test('Excel for Windows has no such limit', async () => {
    const host = newHost({ limits: {} });
    await inOffice(async (office) => {
      await onSheet(office, async (sheet, context) => {
        const text = 'x'.repeat(30_000);
        sheet.getRange('A1:A200').values = Array.from({ length: 200 }, () => [text]);
        await context.sync();
      });
    }, host);
    expect(host.traffic.largestRequest).toBeGreaterThan(5 * MEGABYTE);
  });
});

describe('cells of one read', () => {
  test.each([
    ['error' as const, 'RangeExceedsLimit'],
    ['null' as const, null],
  ])('more than 5,000,000 give %s', async (oversizedRead, expected) => {
    await inOffice(
      async (office) => {
        const outcome = await onSheet(office, async (sheet, context) => {
          const range = sheet.getRange('A1:E1000001').load('values');
          await context.sync();
          return range.values as unknown;
        }).catch(({ code }: OfficeExtension.Error) => code);
        expect(outcome).toBe(expected);
      },
      newHost({ limits: { oversizedRead } }),
    );
  });

  test('the number can be lowered for a test', async () => {
    await inOffice(
      async (office) => {
        const read = (address: string): Promise<number> =>
          onSheet(office, async (sheet, context) => {
            const range = sheet.getRange(address).load('values');
            await context.sync();
            return range.values.length;
          });
        expect(await read('A1:B5')).toBe(5);
        expect((await failureOf(read('A1:B6'))).code).toBe('RangeExceedsLimit');
      },
      newHost({ limits: { readCells: 10 } }),
    );
  });
});

test('no cell holds more than 32,767 characters, no formula more than 8,192', async () => {
  await inOffice(async (office) => {
    const write = (text: string): Promise<void> =>
      onSheet(office, async (sheet, context) => {
        sheet.getRange('A1').values = [[text]];
        await context.sync();
      });
    await write('x'.repeat(32_767));
    expect((await failureOf(write('x'.repeat(32_768)))).code).toBe('InvalidArgument');
    expect((await failureOf(write(`="${'x'.repeat(8_190)}"`))).code).toBe('FormulaLengthExceedsLimit');
  });
});

test('no more than 512 merged areas are given at once', async () => {
  const host = newHost();
  for (let row = 1; row <= 513; row += 1) host.user.merge(`Sheet1!A${row}:B${row}`);
  await inOffice(async (office) => {
    const count = (address: string): Promise<number> =>
      onSheet(office, async (sheet, context) => {
        const merged = sheet.getRange(address).getMergedAreasOrNullObject().load('areaCount');
        await context.sync();
        return merged.areaCount;
      });
    expect(await count('A1:B512')).toBe(512);
    expect((await failureOf(count('A1:B513'))).code).toBe('GeneralException');
  }, host);
});

test('cells that are not empty are not pushed off the sheet', async () => {
  const host = newHost();
  host.user.type('Sheet1!A1048576', 'letzte');
  await inOffice(async (office) => {
    const failure = await failureOf(
      onSheet(office, async (sheet, context) => {
        sheet.getRange('1:1').insert('Down');
        await context.sync();
      }),
    );
    expect(failure.code).toBe('NonBlankCellOffSheet');
  }, host);
});

describe('while the user edits a cell', () => {
  test('requests are refused', async () => {
    const host = newHost();
    await inOffice(async (office) => {
      host.user.enterCell();
      const failure = await failureOf(
        onSheet(office, async (sheet, context) => {
          sheet.getRange('A1').values = [[1]];
          await context.sync();
        }),
      );
      expect(failure.code).toBe('InvalidOperationInCellEditMode');
      host.user.leaveCell();
      await onSheet(office, async (sheet, context) => {
        sheet.getRange('A1').values = [[2]];
        await context.sync();
      });
    }, host);
    expect(host.workbook.activeSheet.content(1, 1)).toBe(2);
  });

  test('requests that may be delayed wait until the user leaves the cell', async () => {
    const host = newHost();
    await inOffice(async ({ Excel: excel }) => {
      host.user.enterCell();
      const done: string[] = [];
      const waiting = excel
        .run({ delayForCellEdit: true }, async (context) => {
          context.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [[1]];
          await context.sync();
        })
        .then(() => done.push('written'));
      await settled();
      expect(done).toEqual([]);
      host.user.leaveCell();
      await waiting;
      expect(done).toEqual(['written']);
    }, host);
  });
});

describe('rows that a filter hides', () => {
  const rows = [
    ['企业', '街道'],
    ['甲', '东'],
    ['乙', '西'],
    ['丙', '东'],
    ['丁', '西'],
  ];

  async function written(filteredWrites: 'misplaced' | 'exact'): Promise<unknown[]> {
    const host = newHost({ limits: { filteredWrites } });
    host.user.enter('Sheet1!A1', rows);
    host.user.filter('Sheet1!A1:B5', 1, { filterOn: 'Values', values: ['东'] });
    await inOffice(async (office) => {
      await onSheet(office, async (sheet, context) => {
        sheet.getRange('C2:C5').values = [[1], [2], [3], [4]];
        await context.sync();
      });
    }, host);
    return [2, 3, 4, 5].map((row) => host.workbook.activeSheet.content(row, 3));
  }

  test('an array written over them lands in the wrong rows, as in Excel', async () => {
    expect(await written('misplaced')).toEqual([1, null, 1, null]);
  });

  test('the fault can be switched off', async () => {
    expect(await written('exact')).toEqual([1, 2, 3, 4]);
  });

  test('cells cannot be shifted past them', async () => {
    const host = newHost();
    host.user.enter('Sheet1!A1', rows);
    host.user.filter('Sheet1!A1:B5', 1, { filterOn: 'Values', values: ['东'] });
    await inOffice(async (office) => {
      const failure = await failureOf(
        onSheet(office, async (sheet, context) => {
          sheet.getRange('A3:B3').delete('Up');
          await context.sync();
        }),
      );
      expect(failure.code).toBe('FilteredRangeConflict');
    }, host);
  });
});
