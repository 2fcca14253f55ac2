import path from 'node:path';
import { unusable, wrongUsage } from './console';
import { isSameFile } from './files';

/**
 * Refuses outputs that would destroy an input or one another, and workbooks that Excel would not open.
 * The workbook itself may be written over: what we write is the same file with our columns.
 */
export function checkOutputs(
  input: string,
  out: string | undefined,
  json: string | undefined,
  others: readonly (string | undefined)[],
): void {
  const jsonFile = json === '-' ? undefined : json;
  const inputs = others.filter((file) => file !== undefined);
  for (const [option, file, taken] of [
    ['--json', jsonFile, [input, ...inputs, ...(out === undefined ? [] : [out])]],
    ['--out', out, inputs],
  ] as const) {
    if (file === undefined || !taken.some((other) => isSameFile(other, file))) continue;
    throw wrongUsage(
      `${option} 不能写到 ${file}：它是另一个输入或输出文件；请换一个文件名。`,
      `${option} cannot write to ${file}: it is another input or output; choose another name.`,
    );
  }
  if (out !== undefined && !WORKBOOKS.includes(extension(out))) {
    const accepted = WORKBOOKS.join(' / ');
    throw wrongUsage(
      `--out 的文件名应以 ${accepted} 结尾，否则 Excel 打不开：${out}。`,
      `--out must end with ${accepted}, or Excel cannot open it: ${out}.`,
    );
  }
}

/** Excel opens a workbook with macros as .xlsm only, one without as .xlsx only, whatever the input is called. */
export function checkOutputKind(input: string, out: string | undefined, isMacroEnabled: boolean): void {
  const accepted = isMacroEnabled ? '.xlsm' : '.xlsx';
  if (out === undefined || extension(out) === accepted) return;
  throw unusable(
    `${input}：工作簿${isMacroEnabled ? '含有' : '没有'}宏，--out 的文件名应以 ${accepted} 结尾，否则 Excel 打不开：${out}。`,
    `${input}: the workbook ${isMacroEnabled ? 'has' : 'has no'} macros: --out must end with ${accepted}, or Excel cannot open it: ${out}.`,
  );
}

function extension(file: string): string {
  return path.extname(file).toLowerCase();
}

const WORKBOOKS = ['.xlsx', '.xlsm'];
