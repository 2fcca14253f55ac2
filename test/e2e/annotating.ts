import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { settled, type Workbench } from './workbench-page';

const root = path.resolve(__dirname, '../..');
export const SAMPLE = path.join(root, 'samples', 'xishan-2020.xlsx');
export const POLICY = '西山区2020年稳定经济运行20条措施';

/** Presses the pane's own button and waits until the results are written. */
export async function evaluate({ pane, page }: Workbench): Promise<void> {
  await pane.getByRole('button', { name: '测算本表', exact: true }).first().click();
  await pane
    .getByText(/结果已写在/u)
    .first()
    .waitFor();
  await settled(page);
}

export async function takeBack({ pane, page }: Workbench): Promise<void> {
  await pane.getByRole('button', { name: '撤回结果', exact: true }).click();
  await pane
    .getByText(/已撤回 \d+ 列结果/u)
    .first()
    .waitFor();
  await settled(page);
}

/** Opens a file of this machine in the page. */
export async function open({ handle, page }: Workbench, bytes: Buffer): Promise<void> {
  const refused = await handle.evaluate(
    (workbench, text) => workbench.open(Uint8Array.from(atob(text), (sign) => sign.codePointAt(0) ?? 0)),
    bytes.toString('base64'),
  );
  if (refused !== null) throw new Error(refused);
  await settled(page);
}

/** The page's workbook as a file. */
export async function saved({ handle }: Workbench): Promise<Buffer> {
  const text = await handle.evaluate((workbench) => {
    let binary = '';
    for (const byte of workbench.save()) binary += String.fromCodePoint(byte);
    return btoa(binary);
  });
  return Buffer.from(text, 'base64');
}

/** Keeps what the workbook holds now, inside the page. */
export async function remember({ page }: Workbench, name: string): Promise<void> {
  await page.evaluate((key) => {
    Reflect.set(window, key, window.workbench?.snapshot());
  }, name);
}

/**
 * Where the workbook differs from what was remembered: sheets, cells (values, formulas, looks), names, notes,
 * settings and all else, each with both versions; the first few.
 */
export async function differences({ page }: Workbench, name: string): Promise<string[]> {
  return page.evaluate((key) => {
    const found: string[] = [];
    const compare = (place: string, before: unknown, now: unknown): void => {
      if (found.length >= 20 || JSON.stringify(before) === JSON.stringify(now)) return;
      if (typeof before === 'object' && before !== null && typeof now === 'object' && now !== null) {
        const names = new Set([...Object.keys(before), ...Object.keys(now)]);
        for (const one of names) compare(`${place}/${one}`, Reflect.get(before, one), Reflect.get(now, one));
        return;
      }
      found.push(`${place}: ${JSON.stringify(before)} → ${JSON.stringify(now)}`);
    };
    compare('', Reflect.get(window, key), window.workbench?.snapshot());
    return found;
  }, name);
}

export interface CommandLineResult {
  readonly annotated: Buffer;
  readonly json: {
    readonly sheets: readonly {
      readonly sheet: string;
      readonly rows: readonly { readonly row: number; readonly name: string; readonly award: string }[];
    }[];
    readonly totals: { readonly award: string };
  };
}

/** `subsidy evaluate` on a file with these bytes. */
export function evaluateWithCommandLine(bytes: Buffer): CommandLineResult {
  const folder = mkdtempSync(path.join(tmpdir(), 'e2e-'));
  try {
    const [input, out, json] = ['in.xlsx', 'out.xlsx', 'out.json'].map((name) => path.join(folder, name));
    writeFileSync(String(input), bytes);
    const program = path.join(root, 'dist', 'subsidy.cjs');
    const args = ['evaluate', input, '--policy', 'xishan-2020', '--out', out, '--json', json];
    const run = spawnSync(process.execPath, [program, ...args.map(String)], { encoding: 'utf8' });
    if (run.status !== 0) throw new Error(run.stderr);
    return {
      annotated: readFileSync(String(out)),
      json: JSON.parse(readFileSync(String(json), 'utf8')) as CommandLineResult['json'],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The first row of a sheet; what is no text is ''. */
export async function headersOf({ handle }: Workbench, sheetName: string): Promise<string[]> {
  return handle.evaluate(({ host }, name) => {
    const sheet = host.workbook.sheetNamed(name);
    const right = sheet?.usedArea(true)?.right ?? 0;
    return Array.from({ length: right }, (_, at) => {
      const content = sheet?.content(1, at + 1);
      return typeof content === 'string' ? content : '';
    });
  }, sheetName);
}

/** The numbers in 2,000 cells of a column, from a row on; what is no number is null. */
export async function numbersIn(
  { handle }: Workbench,
  place: { readonly sheet: string; readonly column: number; readonly from: number },
): Promise<(number | null)[]> {
  return handle.evaluate(({ host }, { sheet: name, column, from }) => {
    const sheet = host.workbook.sheetNamed(name);
    return Array.from({ length: 2000 }, (_, at) => {
      const content = sheet?.content(from + at, column);
      return typeof content === 'number' ? content : null;
    });
  }, place);
}
