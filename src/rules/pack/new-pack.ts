import { DiagnosticList, type SourceFile } from '../diagnostics';
import { parseDate } from '../literal';
import { entryOf, type MapEntry, type MapNode, parseYaml, type TextNode, type YamlNode } from '../yaml';
import { nameOf } from './articles';

/** A stretch of a file's text and what takes its place. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const MARK = '# 待填：下面的值只是占位 / to be set: the value below is a placeholder';

/**
 * The files of a new policy, started from those of an old one: the same clauses, readings and examples
 * under the new id. Dates are moved by the years between the two and marked, for the author to set;
 * custom functions get the year into their name, so that both policies can be loaded side by side.
 *
 * @returns files under the new id's folder; comments and layout as they were
 */
export function newPack(files: readonly SourceFile[], oldId: string, newId: string): readonly SourceFile[] {
  const roots = new Map(files.map((file) => [file, parseYaml(file, new DiagnosticList().report)]));
  const policyFile = files.find((file) => nameOf(file) === 'policy');
  const year = yearOf(policyFile && roots.get(policyFile));
  const newYear = Number(/\d{4}$/u.exec(newId)?.[0] ?? year + 1);
  const shift = newYear > year ? newYear - year : 1;
  return files.map((file) => {
    const root = roots.get(file);
    const edits =
      root?.kind !== 'map'
        ? []
        : file === policyFile
          ? policyEdits(root, newId, shift)
          : articleEdits(root, file, year + shift, shift);
    const text = applied(file.text, edits).replaceAll(`${oldId}/`, `${newId}/`);
    return { path: movedPath(file.path, oldId, newId), text };
  });
}

function movedPath(path: string, oldId: string, newId: string): string {
  const parts = path.split('/');
  const folder = parts.lastIndexOf(oldId);
  return parts.map((part, index) => (index === folder ? newId : part)).join('/');
}

function yearOf(root: YamlNode | undefined): number {
  const year = root?.kind === 'map' ? entryOf(root, 'year')?.value : undefined;
  return year?.kind === 'text' ? Number(year.value) : 0;
}

function policyEdits(root: MapNode, newId: string, shift: number): readonly Edit[] {
  const edits: Edit[] = [];
  for (const entry of root.entries) {
    const { key, value } = entry;
    if (key.value === 'id') edits.push(replacing(value, newId));
    if (key.value === 'year' && value.kind === 'text')
      edits.push(marking(entry), replacing(value, String(Number(value.value) + shift)));
    if (key.value === 'issued') edits.push(marking(entry), ...movedDates(value, shift));
    if (key.value === 'inForce') edits.push(marking(entry), ...movedDates(value, shift));
    if (key.value === 'document') edits.push(marking(entry));
  }
  return edits;
}

function articleEdits(root: MapNode, file: SourceFile, newYear: number, shift: number): readonly Edit[] {
  const clauses = entryOf(root, 'clauses')?.value;
  const defaults = entryOf(root, 'defaults')?.value;
  const maps = clauses?.kind === 'map' ? clauses.entries.map(({ value }) => value) : [];
  return [...maps, defaults].flatMap((clause) =>
    clause?.kind === 'map' ? clauseEdits(clause, file, newYear, shift) : [],
  );
}

function clauseEdits(clause: MapNode, file: SourceFile, newYear: number, shift: number): readonly Edit[] {
  const period = entryOf(clause, 'inForce');
  const name = entryOf(clause, 'function')?.value;
  const renamed =
    name?.kind === 'text' ? [replacing(name, `${name.value.replace(/_\d{4}$/u, '')}_${newYear}`)] : [];
  if (period === undefined) return renamed;
  const mark = isOnOwnLine(period, file) ? [marking(period)] : [];
  return [...renamed, ...mark, ...movedDates(period.value, shift)];
}

const isOnOwnLine = ({ key }: MapEntry, file: SourceFile): boolean =>
  file.text.slice(file.text.lastIndexOf('\n', key.span.start - 1) + 1, key.span.start).trim() === '';

const replacing = ({ span }: YamlNode, text: string): Edit => ({ start: span.start, end: span.end, text });

/** A comment on the line above, indented like the key. */
function marking({ key }: MapEntry): Edit {
  const { source, start } = key.span;
  const lineStart = source.text.lastIndexOf('\n', start - 1) + 1;
  return { start: lineStart, end: lineStart, text: `${source.text.slice(lineStart, start)}${MARK}\n` };
}

function movedDates(node: YamlNode, shift: number): readonly Edit[] {
  if (node.kind === 'text') return [replacing(node, movedDate(node, shift))];
  return node.kind === 'map' ? node.entries.flatMap(({ value }) => movedDates(value, shift)) : [];
}

/** The same day in a later year; 29 February becomes the 28th where there is none. */
function movedDate({ value }: TextNode, shift: number): string {
  const moved = value.replace(/^\d{4}/u, (year) => String(Number(year) + shift));
  return parseDate(moved).ok ? moved : moved.replace(/-29$/u, '-28');
}

function applied(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.start - a.start || b.end - a.end)
    .reduce(
      (result, { start, end, text: replacement }) => result.slice(0, start) + replacement + result.slice(end),
      text,
    );
}
