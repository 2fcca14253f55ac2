/** Says what a file is that is no zip archive, so that the message can help. */
import type { FileKind } from './errors';

const starts = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte);

export function fileKind(bytes: Uint8Array): FileKind | 'encrypted' | 'lock-file' {
  if (bytes.length === 0) return 'empty';
  if (isLockFile(bytes)) return 'lock-file';
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return compoundKind(bytes);
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46)) return 'pdf';
  if (
    starts(bytes, 0x52, 0x61, 0x72, 0x21) ||
    starts(bytes, 0x37, 0x7a, 0xbc, 0xaf) ||
    starts(bytes, 0x1f, 0x8b)
  )
    return 'archive';
  // BIFF 2 to 5 streams without a compound file around them.
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? -1)) return 'xls';
  return textKind(bytes);
}

/**
 * What Excel keeps beside an open workbook, by the same name after `~$`: who has it open, the name's length and the
 * name padded with spaces, first in the code page of the machine (55 bytes), then in UTF-16 (55 characters).
 */
function isLockFile(bytes: Uint8Array): boolean {
  const [bytesOfName = 0, charactersOfName = 0] = [bytes[0], bytes[55]];
  const isPadded = bytes[54] === 0x20 && bytes[163] === 0x20 && bytes[164] === 0;
  return bytes.length === 165 && bytesOfName > 0 && charactersOfName > 0 && bytes[56] === 0 && isPadded;
}

/** A compound file: an encrypted .xlsx has a stream `EncryptedPackage`, an old .xls `Workbook` or `Book`. */
function compoundKind(bytes: Uint8Array): FileKind | 'encrypted' {
  if (hasUtf16(bytes, 'EncryptedPackage')) return 'encrypted';
  if (hasUtf16(bytes, 'Workbook') || hasUtf16(bytes, 'Book')) return 'xls';
  return hasUtf16(bytes, 'WordDocument') || hasUtf16(bytes, 'PowerPoint Document') ? 'office' : 'unknown';
}

/** Whether a name stands in a directory entry: entries are 128 bytes long and begin with the name. */
function hasUtf16(bytes: Uint8Array, name: string): boolean {
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    let i = 0;
    while (i < name.length && bytes[at + 2 * i] === name.charCodeAt(i) && bytes[at + 2 * i + 1] === 0) i++;
    if (i === name.length && bytes[at + 2 * i] === 0 && bytes[at + 2 * i + 1] === 0) return true;
  }
  return false;
}

function textKind(bytes: Uint8Array): FileKind {
  const head = bytes.subarray(0, 4096);
  const utf16 = starts(head, 0xff, 0xfe) || starts(head, 0xfe, 0xff);
  if (!utf16 && head.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27))) return 'unknown';
  const text = Array.from(head, (byte) => (byte > 0 && byte < 128 ? String.fromCharCode(byte) : ''))
    .join('')
    .trimStart()
    .toLowerCase();
  if (/^(<!--[^]*?-->\s*)*(<!doctype html|<html|<head|<body|<table|<meta)/.test(text)) return 'html';
  if (text.startsWith('<?xml')) return text.includes('<html') ? 'html' : 'xml';
  return 'text';
}
