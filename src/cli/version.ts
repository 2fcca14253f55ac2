import path from 'node:path';
import type { CommandLineIo } from './console';
import { readJson } from './files';

/** Name and version of this program: stands in results, so that figures can be traced to what made them. */
export function generator(io: CommandLineIo): string {
  const manifest = readJson(path.join(io.packageRoot, 'package.json'));
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest
      ? String(manifest.version)
      : '?';
  return `subsidy ${version}`;
}
