import type { ExcelWindow } from '../../../src/workbench/host';
import { inOffice, newHost, until } from './in-office';

/** A window that remembers what it was asked for. */
function remembering(document = new Uint8Array()): { window: ExcelWindow; asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    window: {
      showPane: (isShown) => {
        asked.push(`pane ${isShown}`);
      },
      openBrowser: (url) => {
        asked.push(url);
      },
      documentCopy: () => document,
      openWorkbook: (bytes) => {
        asked.push(`workbook of ${bytes.length} bytes`);
      },
    },
  };
}

test('the add-in shows and hides its pane', async () => {
  const { window, asked } = remembering();
  await inOffice(async ({ Office: office }) => {
    await office.addin.showAsTaskpane();
    await office.addin.hide();
  }, newHost({ window }));
  expect(asked).toEqual(['pane true', 'pane false']);
});

test('the workbook comes as a file in slices, each of the size that was asked for', async () => {
  const bytes = Uint8Array.from({ length: 1_000 }, (_, index) => index % 251);
  const slices = await inOffice(
    async ({ Office: office }) => {
      const file = await fileOf(office);
      const parts: number[][] = [];
      for (let index = 0; index < file.sliceCount; index += 1) parts.push(await sliceOf(file, index));
      return parts;
    },
    newHost({ window: remembering(bytes).window }),
  );
  expect(slices.map((slice) => slice.length)).toEqual([400, 400, 200]);
  expect(slices.flat()).toEqual([...bytes]);
});

function fileOf(office: typeof Office): Promise<Office.File> {
  return new Promise((resolve) => {
    office.context.document.getFileAsync(office.FileType.Compressed, { sliceSize: 400 }, ({ value }) => {
      resolve(value);
    });
  });
}

function sliceOf(file: Office.File, index: number): Promise<number[]> {
  return new Promise((resolve) => {
    file.getSliceAsync(index, ({ value }) => {
      resolve([...(value.data as readonly number[])]);
    });
  });
}

test('a workbook made from a file opens in a window of its own', async () => {
  const { window, asked } = remembering();
  await inOffice(async ({ Excel: excel }) => {
    await excel.createWorkbook(btoa('twelve bytes'));
  }, newHost({ window }));
  expect(asked).toEqual(['workbook of 12 bytes']);
});

test('a page is opened in the browser', async () => {
  const { window, asked } = remembering();
  await inOffice(async ({ Office: office }) => {
    office.context.ui.openBrowserWindow('https://localhost/help.html');
    await until(() => asked.length > 0);
  }, newHost({ window }));
  expect(asked).toEqual(['https://localhost/help.html']);
});
