/** Runs the program on a broken workbook and says what it did that it may not. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openWorkbook, type Workbook } from '../../../src/xlsx';
import { root, run } from '../../cli/run';
import { same } from '../../xlsx/workbooks';
import { userSheets, writtenColumns } from '../annotated';
import { damage, parseXml } from '../untouched';
import { unzip } from '../unzip';
import type { Mutant } from './mutants';
import { isOfTheList } from './sentences';

export interface Verdict {
  readonly outcome: 'usable' | 'refused';
  readonly problems: readonly string[];
}

const RULES = path.relative(process.cwd(), path.join(root, 'test/corpus/rules'));

export async function verdict({ number, base, how, bytes }: Mutant): Promise<Verdict> {
  const folder = mkdtempSync(path.join(tmpdir(), 'subsidy-fuzz-'));
  const [file, out, json] = [path.extname(base), `.out${path.extname(base)}`, '.json'].map((end) =>
    path.join(folder, `mutant${end}`),
  ) as [string, string, string];
  try {
    writeFileSync(file, bytes);
    const { exit, err } = await run('evaluate', file, '--rules', RULES, '--out', out, '--json', json);
    const problems = [
      ...(same(readFileSync(file), bytes) ? [] : ['the input was changed']),
      ...(exit === 0 ? wrongCopy(bytes, out, json) : wrongRefusal({ exit, err, file, folder })),
    ];
    return { outcome: exit === 0 ? 'usable' : 'refused', problems: problems.map(named) };
  } catch (error) {
    return { outcome: 'refused', problems: [named(error instanceof Error ? String(error.stack) : 'thrown')] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }

  function named(problem: string): string {
    return `mutant ${number} (${base}, ${how}): ${problem}`;
  }
}

function wrongRefusal(refusal: {
  readonly exit: number;
  readonly err: string;
  readonly file: string;
  readonly folder: string;
}): string[] {
  const left = readdirSync(refusal.folder).filter((name) => name !== path.basename(refusal.file));
  return [
    ...(refusal.exit === 1 ? [] : [`exit status ${refusal.exit}`]),
    ...(isOfTheList(refusal.err, refusal.file) ? [] : [`said ${JSON.stringify(refusal.err.slice(0, 400))}`]),
    ...(left.length === 0 ? [] : [`left ${left.join(', ')} behind`]),
  ];
}

function wrongCopy(before: Uint8Array, out: string, json: string): string[] {
  if (!existsSync(out) || !existsSync(json)) return ['nothing was written'];
  JSON.parse(readFileSync(json, 'utf8'));
  const after = readFileSync(out);
  const copy = openWorkbook(after);
  const written = writtenColumns(copy);
  return [
    ...(written.size === 0 ? ['no columns of ours in the copy'] : []),
    ...(isReadByOthers(before) ? damage({ before, after, written }) : changedCells(before, copy)),
  ];
}

/** Parts that we do not look at, or XML that we are lenient with, may be more than another parser takes. */
function isReadByOthers(file: Uint8Array): boolean {
  try {
    for (const [name, content] of Object.entries(unzip(file)))
      if (/\.(?:xml|rels|vml)$/i.test(name)) parseXml(content);
    return true;
  } catch {
    return false;
  }
}

function changedCells(before: Uint8Array, copy: Workbook): string[] {
  const [was, is] = [openWorkbook(before), copy].map((workbook) => JSON.stringify(userSheets(workbook)));
  return was === is ? [] : ['cells of the user changed'];
}
