/**
 * What Excel does outside the workbook when an add-in asks for it: the pane, other windows, the workbook as a
 * file. Whoever shows the simulated Excel provides it; a host that nobody shows refuses such requests.
 */
export interface ExcelWindow {
  showPane(isShown: boolean): void;
  /** `Office.context.ui.openBrowserWindow`. */
  openBrowser(url: string): void;
  /** The bytes of the workbook as it is now (`Office.context.document.getFileAsync`). */
  documentCopy(): Uint8Array;
  /** `Excel.createWorkbook`: a new window with a workbook from a file's bytes. */
  openWorkbook(bytes: Uint8Array): void;
}

/** The numbers under which Office.js asks for such things, apart from batches. */
export const WINDOW_METHOD = {
  documentCopy: 77,
  documentCopyChunk: 80,
  releaseDocumentCopy: 81,
  openBrowser: 102,
} as const;

/** Copies that the add-in is fetching slice by slice. */
export class DocumentCopies {
  private readonly copies = new Map<number, Uint8Array>();
  private last = 0;

  /** @returns the handle under which its slices are asked for */
  add(bytes: Uint8Array): number {
    this.last += 1;
    this.copies.set(this.last, bytes);
    return this.last;
  }

  /** undefined for a copy that is not there. */
  slice(handle: number, offset: number, size: number): Uint8Array | undefined {
    return this.copies.get(handle)?.subarray(offset, offset + size);
  }

  release(handle: number): void {
    this.copies.delete(handle);
  }
}
