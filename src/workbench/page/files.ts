/** Files between the disk and the page. Nothing is sent anywhere. */
import { WorkbookError } from '../../xlsx';
import { loaded } from './site';
import type { Workbench } from './workbench';
import { SENTENCES } from './words';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const XLSM = 'application/vnd.ms-excel.sheet.macroEnabled.12';

/** The file that the user chose. */
export async function chooseFile(workbench: Workbench, input: HTMLInputElement): Promise<void> {
  const [file] = input.files ?? [];
  if (file === undefined) return;
  await openBlob(workbench, file, file.name);
  // The same file can be chosen again.
  input.value = '';
}

export async function openBlob(workbench: Workbench, file: Blob, name: string): Promise<void> {
  workbench.begin('opening');
  await painted();
  try {
    workbench.open(new Uint8Array(await file.arrayBuffer()), name);
  } finally {
    workbench.begin(null);
  }
}

/** null opens an empty workbook. */
export function openBytes(workbench: Workbench, file: { bytes: Uint8Array; name: string } | null): void {
  if (file === null) workbench.openEmpty();
  else workbench.open(file.bytes, file.name);
}

export async function openSampleNamed(workbench: Workbench, name: string): Promise<void> {
  workbench.begin('opening');
  try {
    const answer = await loaded(workbench.site.samplePath(name));
    workbench.openSample(new Uint8Array(await answer.arrayBuffer()), name);
  } catch (error) {
    const text = error instanceof Error ? error.message : '';
    workbench.say({ kind: 'problem', text: SENTENCES.cannotOpen(name, { zh: text, en: text }) });
  } finally {
    workbench.begin(null);
  }
}

export async function saveToDisk(workbench: Workbench): Promise<void> {
  workbench.begin('saving');
  await painted();
  try {
    const name = copyName(workbench.workbook.name);
    const type = name.endsWith('.xlsm') ? XLSM : XLSX;
    download(new Blob([workbench.save() as Uint8Array<ArrayBuffer>], { type }), name);
    workbench.say({ kind: 'done', text: SENTENCES.saved(name) });
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    const why = { zh: error.text('zh'), en: error.text('en') };
    workbench.say({ kind: 'problem', text: SENTENCES.cannotSave(why) });
  } finally {
    workbench.begin(null);
  }
}

/** Never the name of the file that was opened: a browser would not ask before it is replaced. */
export function copyName(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? `${name}-1.xlsx` : `${name.slice(0, dot)}-1${name.slice(dot)}`;
}

function download(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 60_000);
}

/** What was said is on the screen before the work begins that blocks it. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      setTimeout(resolve);
    });
  });
}
