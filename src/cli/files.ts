import {
  chmodSync,
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { CommandError, unusable } from './console';

/** Real workbooks of a million rows have a fifth of it; the whole file is held in memory. */
const MAX_BYTES = 536_870_912;

/** @throws CommandError that names the file and what is wrong with it. */
export function readBytes(file: string): Uint8Array {
  try {
    if (statSync(file).size > MAX_BYTES)
      throw unusable(`${file} 超过 512 MB，未读取。`, `${file} is larger than 512 MB and was not read.`);
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
    throw unusable(`${file} 不是正确的 JSON：${reason}。`, `${file} is not valid JSON: ${reason}.`);
  }
}

export interface FileContent {
  readonly file: string;
  readonly content: Uint8Array | string;
}

/**
 * Writes every file beside its target first and renames them when all are whole: after an error the
 * targets are what they were. A file that is there keeps its permissions, a link stays a link.
 */
export function writeWhole(files: readonly FileContent[]): void {
  const written: { readonly temporary: string; readonly target: string }[] = [];
  let current = '';
  try {
    for (const { file, content } of files) {
      current = file;
      const target = linkTarget(file);
      const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`);
      written.push({ temporary, target });
      writeBytes(temporary, typeof content === 'string' ? new TextEncoder().encode(content) : content);
      const earlier = statSync(target, { throwIfNoEntry: false });
      if (earlier !== undefined) chmodSync(temporary, earlier.mode);
    }
    for (const [index, { temporary, target }] of written.entries()) {
      current = files[index]?.file ?? target;
      renameSync(temporary, target);
    }
  } catch (error) {
    for (const { temporary } of written) rmSync(temporary, { force: true });
    throw fileError(error, current);
  }
}

function writeBytes(file: string, bytes: Uint8Array): void {
  const handle = openSync(file, 'w');
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function linkTarget(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

/** Whether two paths lead to the same file, or would. */
export function isSameFile(a: string, b: string): boolean {
  return path.resolve(linkTarget(a)) === path.resolve(linkTarget(b));
}

/** A path of ours as people read it: from the folder they are in, unless that leads out of it. */
export function shownPath(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return relative === '' || relative.startsWith('..') || path.isAbsolute(relative) ? file : relative;
}

function fileError(error: unknown, file: string): Error {
  if (error instanceof CommandError) return error;
  const { code, message } = systemError(error);
  switch (code) {
    case 'ENOENT':
      return unusable(
        `找不到 ${file}；请检查路径，文件夹须已存在。`,
        `${file} was not found; check the path, the folder must exist.`,
      );
    case 'ENOTDIR':
      return unusable(
        `${file} 的路径中有一段不是文件夹；请检查路径。`,
        `A part of the path ${file} is not a folder; check the path.`,
      );
    case 'EACCES':
    case 'EPERM':
      return unusable(
        `没有权限访问 ${file}；请检查权限，或换一个位置。`,
        `No permission to access ${file}; check the permissions or choose another place.`,
      );
    case 'EBUSY':
      return unusable(
        `${file} 正被其他程序占用；请先在 Excel 中关闭它。`,
        `${file} is in use by another program; close it in Excel first.`,
      );
    case 'ENOSPC':
      return unusable(`磁盘空间不足，未能写入 ${file}。`, `The disk is full; ${file} was not written.`);
    case 'EISDIR':
      return unusable(`${file} 是文件夹；此处需要一个文件。`, `${file} is a folder; a file is needed here.`);
    default:
      return unusable(`无法读写 ${file}：${message}。`, `${file} could not be read or written: ${message}.`);
  }
}

function systemError(error: unknown): { readonly code: unknown; readonly message: string } {
  if (typeof error !== 'object' || error === null) return { code: undefined, message: String(error) };
  return {
    code: 'code' in error ? error.code : undefined,
    message: 'message' in error ? String(error.message) : '',
  };
}
