import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { OfficeMembers } from '../../../src/workbench/host';

const root = path.join(__dirname, '../../..');
const script = path.join(root, 'scripts/office-members.mjs');

/** The types and members of Office.js, derived from the package once for each version of it and of the script. */
export function officeMembers(): OfficeMembers {
  const manifest = readFileSync(path.join(root, 'node_modules/@microsoft/office-js/package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const file = path.join(root, `.cache/office/members-${version}.json`);
  const isCurrent = existsSync(file) && statSync(file).mtimeMs > statSync(script).mtimeMs;
  if (!isCurrent) execFileSync(process.execPath, [script, file]);
  return JSON.parse(readFileSync(file, 'utf8')) as OfficeMembers;
}
