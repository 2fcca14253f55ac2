import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { type CommandError, unusable } from './console';

/** @throws CommandError that names the file and what is wrong with it. */
export function readBytes(file: string): Uint8Array {
  try {
    if (statSync(file).isDirectory()) {
      throw unusable(`${file} 是文件夹，需要一个文件。`, `${file} is a folder; a file is needed.`);
    }
    return readFileSync(file);
  } catch (error) {
    throw fileError(error, file);
  }
}

export function readText(file: string): string {
  return new TextDecoder('utf-8').decode(readBytes(file)).replace(/^\uFEFF/, '');
}

export function readJson(file: string): unknown {
  const text = readText(file);
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    throw unusable(`${file} 不是正确的 JSON：${reason}`, `${file} is not valid JSON: ${reason}`);
  }
}

/** Writes beside the target first and renames at the end: nothing half-written ever stands under the name. */
export function writeWhole(file: string, content: Uint8Array | string): void {
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`);
  try {
    const handle = openSync(temporary, 'w');
    try {
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw fileError(error, file);
  }
}

function fileError(error: unknown, file: string): CommandError | Error {
  if (!(error instanceof Error) || !('code' in error))
    return error instanceof Error ? error : new Error(String(error));
  switch (error.code) {
    case 'ENOENT':
      return unusable(
        `找不到 ${file}；请检查路径和文件夹是否存在。`,
        `${file} was not found; check the path and that the folder exists.`,
      );
    case 'EACCES':
    case 'EPERM':
      return unusable(`没有权限访问 ${file}。`, `No permission to access ${file}.`);
    case 'EBUSY':
      return unusable(
        `${file} 正被其他程序占用；请先在 Excel 中关闭它。`,
        `${file} is in use by another program; close it in Excel first.`,
      );
    case 'ENOSPC':
      return unusable(`磁盘空间不足，未能写入 ${file}。`, `The disk is full; ${file} was not written.`);
    case 'EISDIR':
      return unusable(`${file} 是文件夹，需要一个文件。`, `${file} is a folder; a file is needed.`);
    default:
      return unusable(
        `无法读写 ${file}：${error.message}`,
        `${file} could not be read or written: ${error.message}`,
      );
  }
}
