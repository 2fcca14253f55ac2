import { documentBase64, type FileSource } from '../../../src/excel/hand-over/document-file';

const globals = globalThis as { Office?: unknown };
beforeAll(() => {
  globals.Office = { AsyncResultStatus: { Succeeded: 'succeeded' }, FileType: { Compressed: 'compressed' } };
});
afterAll(() => {
  delete globals.Office;
});

/** A document of these bytes, given in slices as Office.js gives them. */
function documentOf(
  bytes: Uint8Array,
  slice: number,
  failing = false,
): { source: FileSource; closed: () => number } {
  let closed = 0;
  const file = {
    sliceCount: Math.ceil(bytes.length / slice),
    getSliceAsync: (index: number, callback: (result: unknown) => void) => {
      callback(
        failing
          ? { status: 'failed', error: { code: 5001, message: 'gone' } }
          : { status: 'succeeded', value: { data: [...bytes.subarray(index * slice, (index + 1) * slice)] } },
      );
    },
    closeAsync: () => {
      closed += 1;
    },
  };
  const source = {
    getFileAsync: (_type: unknown, _options: unknown, callback: (result: unknown) => void) => {
      callback({ status: 'succeeded', value: file });
    },
  } as unknown as FileSource;
  return { source, closed: () => closed };
}

test.each([1, 2, 3, 4, 7, 100])('slices of %i bytes make the whole file', async (slice) => {
  const bytes = Uint8Array.from({ length: 100 }, (_, index) => (index * 37) % 256);
  const { source, closed } = documentOf(bytes, slice);
  expect(await documentBase64(source)).toBe(Buffer.from(bytes).toString('base64'));
  expect(closed()).toBe(1);
});

test('a slice that Excel does not give is a problem, and the file is let go', async () => {
  const { source, closed } = documentOf(new Uint8Array(10), 4, true);
  await expect(documentBase64(source)).rejects.toMatchObject({
    code: 'excel',
    details: { what: '5001 – gone' },
  });
  expect(closed()).toBe(1);
});
