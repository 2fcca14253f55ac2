/** Requests of Office.js that are no batches: the workbook as a file, in slices, and a browser window. */
import { safeArray } from './external';
import { DocumentCopies, WINDOW_METHOD, type ExcelWindow } from './excel-window';

const DONE = 0;
/** `ooeInternalError`: Office.js tells the add-in that something went wrong in Excel. */
const FAILED = 5001;

export class WindowRequests {
  private readonly copies = new DocumentCopies();

  constructor(private readonly window: ExcelWindow | null) {}

  /** What Office.js gets; undefined for a request of another kind, or when nobody shows the host. */
  answer(id: number, params: readonly unknown[]): unknown {
    if (this.window === null) return undefined;
    switch (id) {
      case WINDOW_METHOD.documentCopy: {
        const bytes = this.window.documentCopy();
        return safeArray([DONE, this.copies.add(bytes), bytes.length]);
      }
      case WINDOW_METHOD.documentCopyChunk: {
        const [handle, offset, size] = params.map(Number);
        const slice = this.copies.slice(handle ?? 0, offset ?? 0, size ?? 0);
        return slice === undefined ? FAILED : safeArray([DONE, [...slice], slice.length]);
      }
      case WINDOW_METHOD.releaseDocumentCopy:
        this.copies.release(Number(params[0]));
        return safeArray([DONE]);
      case WINDOW_METHOD.openBrowser:
        this.window.openBrowser(String(params[1]));
        return safeArray([DONE]);
      default:
        return undefined;
    }
  }
}
