import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { OfficeMembers } from '../../../src/workbench/host';

const root = path.join(__dirname, '../../..');

/** The types and members of Office.js, derived from the package once for each of its versions. */
export function officeMembers(): OfficeMembers {
  const { version } = JSON.parse(
    readFileSync(path.join(root, 'node_modules/@microsoft/office-js/package.json'), 'utf8'),
  ) as { version: string };
  const script = path.join(root, 'scripts/office-members.mjs');
  const file = path.join(root, `.cache/office/members-${version}.json`);
  if (!existsSync(file)) execFileSync(process.execPath, [script, file]);
  return JSON.parse(readFileSync(file, 'utf8')) as OfficeMembers;
}
