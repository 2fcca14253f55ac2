import { ExcelProblem } from '../problems/problem';

/** The part of `Office.context.document` that gives the workbook's bytes. */
export type FileSource = Pick<Office.Document, 'getFileAsync'>;

const SLICE = 4_194_304;

/** The workbook as it is now, in Base64. @throws ExcelProblem */
export async function documentBase64(source: FileSource): Promise<string> {
  const file = await asked<Office.File>((callback) => {
    source.getFileAsync(Office.FileType.Compressed, { sliceSize: SLICE }, callback);
  });
  try {
    const parts: Uint8Array[] = [];
    for (let index = 0; index < file.sliceCount; index += 1) {
      const slice = await asked<Office.Slice>((callback) => {
        file.getSliceAsync(index, callback);
      });
      parts.push(Uint8Array.from(slice.data as ArrayLike<number>));
    }
    return base64(parts);
  } finally {
    file.closeAsync();
  }
}

async function asked<T>(ask: (callback: (result: Office.AsyncResult<T>) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    ask((result) => {
      if (result.status === Office.AsyncResultStatus.Succeeded) resolve(result.value);
      else {
        const { code, message } = result.error;
        reject(new ExcelProblem('excel', { what: `${code} – ${message}` }));
      }
    });
  });
}

/** Three bytes are four characters: what is left over of a slice goes with the next. */
function base64(parts: readonly Uint8Array[]): string {
  let text = '';
  let left = new Uint8Array();
  for (const part of parts) {
    const bytes = new Uint8Array(left.length + part.length);
    bytes.set(left);
    bytes.set(part, left.length);
    const whole = bytes.length - (bytes.length % 3);
    text += encoded(bytes.subarray(0, whole));
    left = bytes.slice(whole);
  }
  return text + encoded(left);
}

function encoded(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(binary);
}
