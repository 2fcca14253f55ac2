import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { problem } from '../problem';
import { pack, sha256 } from '../release/pack';
import { releaseFiles } from '../release/release-files';
import { buildFor } from './build-for';
import { say, type SiteConsole } from './console';
import { baseOf, editionOf, readOptions } from './options';
import type { Project } from './project';

/**
 * `npm run release`: a zip of static files for IIS or nginx and its checksum beside it.
 *
 * @returns the zip's path
 * @throws SiteProblem when an option will not do or the add-in does not build
 */
export async function release(argv: readonly string[], to: SiteConsole, project: Project): Promise<string> {
  const options = readOptions(argv, { values: ['base', 'id', 'office', 'out'], flags: [] });
  const given = options.values.get('base');
  if (given === undefined) {
    throw problem(
      '请用 --base 给出加载项的地址，如 --base https://intranet.example/subsidy。',
      'Give the address of the add-in with --base, such as --base https://intranet.example/subsidy.',
    );
  }
  const base = baseOf(given);
  const folder = path.join(project.root, 'dist', 'release');
  await buildFor(to, project, { folder, base, ...editionOf(options) });

  const name = `subsidy-addin-${project.version}`;
  const out = path.resolve(options.values.get('out') ?? path.join(project.root, 'out', `${name}.zip`));
  const archive = pack(releaseFiles(folder, base, project.version), name);
  mkdirSync(path.dirname(out), { recursive: true });
  put(out, archive);
  put(`${out}.sha256`, Buffer.from(`${sha256(archive)}  ${path.basename(out)}\n`));
  say(to, {
    zh: `已写出 ${out}（${size(archive)}）和 ${path.basename(out)}.sha256。\n怎样部署见压缩包里的 README.txt。`,
    en: `Wrote ${out} (${size(archive)}) and ${path.basename(out)}.sha256.\nHow to deploy it: README.txt inside.`,
  });
  return out;
}

/** Whole or not at all. */
function put(file: string, bytes: Buffer): void {
  const partial = `${file}.${process.pid}`;
  writeFileSync(partial, bytes);
  renameSync(partial, file);
}

function size(bytes: Buffer): string {
  return `${(bytes.length / 1_000_000).toFixed(1)} MB`;
}
