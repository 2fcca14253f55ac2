import type { Bilingual } from '../rules';
import type { RatioScale } from './findings';
import type { ColumnCorrection, SheetCorrections } from './reading';

/**
 * Corrections of a mapping, as the analyst keeps them in a JSON file (`--map`):
 *
 *     { "sheets": {
 *         "规上工业主要指标": {
 *           "headerRows": [3, 4],
 *           "columns": {
 *             "H": "grossOutput",
 *             "I": { "key": "grossOutputPrior", "unit": "千元" },
 *             "J": { "scale": "percent" },
 *             "N": { "key": "registeredInDistrict", "yes": ["西山区"] },
 *             "R": { "clause": "xishan-2020/9.1.1", "unit": "万元" },
 *             "S": null } },
 *         "*": { "columns": { "Z": null } } } }
 *
 * By sheet name (`*`: every sheet without an entry of its own) and column letter. A text is an indicator's
 * key, null leaves the column out, and an object says any of: `key` or `clause`; `unit`, as a header would
 * write it; `scale`, how ratio cells are written (`percent`: 15 is 15 %; `fraction`: 0.15 is); `yes`, the
 * texts that mean yes in a yes/no column. `headerRows` says where the headers are.
 */
export type Corrections = ReadonlyMap<string, SheetCorrections>;

export type CorrectionsResult =
  | { readonly ok: true; readonly corrections: Corrections }
  | { readonly ok: false; readonly problems: readonly CorrectionProblemText[] };
/** Where in the JSON, as a path, and what is wrong there. */
export interface CorrectionProblemText {
  readonly path: string;
  readonly text: Bilingual;
}

type Problems = CorrectionProblemText[];

/** Checks a parsed JSON value; every problem is reported, not only the first. */
export function readCorrections(value: unknown): CorrectionsResult {
  const problems: Problems = [];
  const corrections = new Map<string, SheetCorrections>();
  const sheets = objectAt(value, '$', ['sheets'], problems)?.['sheets'];
  if (problems.length === 0) {
    for (const [name, sheet] of Object.entries(objectAt(sheets, '$.sheets', null, problems) ?? {})) {
      corrections.set(name, readSheet(sheet, `$.sheets.${name}`, problems));
    }
  }
  return problems.length === 0 ? { ok: true, corrections } : { ok: false, problems };
}

export function correctionsFor(corrections: Corrections, sheetName: string): SheetCorrections | undefined {
  return corrections.get(sheetName) ?? corrections.get('*');
}

function readSheet(value: unknown, path: string, problems: Problems): SheetCorrections {
  const sheet = objectAt(value, path, ['headerRows', 'columns'], problems) ?? {};
  const columns = new Map<string, ColumnCorrection | null>();
  for (const [letter, correction] of Object.entries(
    objectAt(sheet['columns'] ?? {}, `${path}.columns`, null, problems) ?? {},
  )) {
    const at = `${path}.columns.${letter}`;
    if (!/^[A-Za-z]{1,3}$/.test(letter))
      problems.push({ path: at, text: expected('列的字母', 'a column letter') });
    columns.set(letter.toUpperCase(), readColumn(correction, at, problems));
  }
  const rows = sheet['headerRows'];
  if (rows === undefined) return { columns };
  if (Array.isArray(rows) && rows.length > 0 && rows.every(isRow)) return { columns, headerRows: rows };
  problems.push({ path: `${path}.headerRows`, text: expected('行号的列表', 'a list of row numbers') });
  return { columns };
}

function isRow(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1;
}

function readColumn(value: unknown, path: string, problems: Problems): ColumnCorrection | null {
  if (value === null) return null;
  if (typeof value === 'string') return { key: value };
  const column = objectAt(value, path, ['key', 'clause', 'unit', 'scale', 'yes'], problems) ?? {};
  const key = textAt(column['key'], `${path}.key`, problems);
  const clauseId = textAt(column['clause'], `${path}.clause`, problems);
  const unit = textAt(column['unit'], `${path}.unit`, problems);
  const scale = scaleAt(column['scale'], `${path}.scale`, problems);
  const yes = textsAt(column['yes'], `${path}.yes`, problems);
  return {
    ...(key !== undefined && { key }),
    ...(clauseId !== undefined && { clauseId }),
    ...(unit !== undefined && { unit }),
    ...(scale !== undefined && { scale }),
    ...(yes !== undefined && { yes }),
  };
}

function objectAt(
  value: unknown,
  path: string,
  allowed: readonly string[] | null,
  problems: Problems,
): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    problems.push({ path, text: expected('一个对象', 'an object') });
    return undefined;
  }
  for (const name of Object.keys(value)) {
    if (allowed !== null && !allowed.includes(name)) {
      problems.push({
        path: `${path}.${name}`,
        text: expected(`${allowed.join('、')} 之一`, `one of ${allowed.join(', ')}`),
      });
    }
  }
  return value as Readonly<Record<string, unknown>>;
}

function textAt(value: unknown, path: string, problems: Problems): string | undefined {
  if (value === undefined || (typeof value === 'string' && value !== '')) return value;
  problems.push({ path, text: expected('文字', 'a text') });
  return undefined;
}

function textsAt(value: unknown, path: string, problems: Problems): readonly string[] | undefined {
  if (value === undefined) return undefined;
  if (Array.isArray(value) && value.every((one): one is string => typeof one === 'string')) return value;
  problems.push({ path, text: expected('文字的列表', 'a list of texts') });
  return undefined;
}

function scaleAt(value: unknown, path: string, problems: Problems): RatioScale | undefined {
  if (value === undefined || value === 'percent' || value === 'fraction') return value;
  problems.push({ path, text: expected('percent 或 fraction', 'percent or fraction') });
  return undefined;
}

function expected(zh: string, en: string): Bilingual {
  return { zh: `此处应为${zh}`, en: `expected ${en} here` };
}
