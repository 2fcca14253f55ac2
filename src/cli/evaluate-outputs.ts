import path from 'node:path';
import { wrongUsage } from './console';
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
  const [from, to] = [input, out ?? input].map((file) => path.extname(file).toLowerCase());
  const fits = WORKBOOKS.includes(from ?? '') ? to === from : WORKBOOKS.includes(to ?? '');
  if (out !== undefined && !fits) {
    const accepted = WORKBOOKS.includes(from ?? '') ? (from ?? '') : WORKBOOKS.join(' / ');
    throw wrongUsage(
      `--out 的文件名应以 ${accepted} 结尾（与输入同类），否则 Excel 打不开：${out}。`,
      `--out must end with ${accepted}, the kind of the input, or Excel cannot open it: ${out}.`,
    );
  }
}

const WORKBOOKS = ['.xlsx', '.xlsm'];
