import { ClauseNames, FigureBook, type KnownClause, Scope } from '../check';
import {
  buildClause,
  buildRecord,
  checkDate,
  checkPeriod,
  declareFigures,
  declareReadings,
  keyOf,
  reportUnusedReadings,
} from '../clause';
import { positionOf, type Report, severityOf, type Span } from '../diagnostics';
import { reportClauseLints, reportUnusedFigures } from '../lint';
import type { Clause, ClauseId, Policy, PolicyRecord, RecordKind } from '../model';
import { type RawClause, type RawPolicy, RECORD_KINDS, reportMissingKey } from '../schema';
import type { TextNode } from '../yaml';
import type { Articles } from './articles';
import { checkApproval, checkProvisions, readSteps } from './provisions';
import { checkStacking } from './stacking';
import type { ReadVocabulary } from './vocabulary';

/** Checks a whole policy. What comes out is only handed on where nothing was wrong. */
export function buildPolicy(
  raw: RawPolicy,
  articles: Articles,
  { vocabulary, broken }: ReadVocabulary,
  hash: string,
  outerReport: Report,
): Policy {
  let sound = articles.complete;
  const report: Report = (code, at, params) => {
    if (severityOf(code) === 'error') sound = false;
    outerReport(code, at, params);
  };
  const id = raw.id?.value ?? '';
  const clauseNames = new ClauseNames(id, knownClauses(articles), articles.complete);
  const book = new FigureBook();
  const scope = new Scope({ vocabulary, report, book, owner: id, clauses: clauseNames, broken });
  const readings = declareReadings(raw.readings, scope);
  declareFigures(raw.figures, scope);
  const entries = buildEntries(articles, scope);
  const inForce = checkPeriod(raw.inForce, report);
  const approval = checkApproval(raw.approval, scope);
  const stacking = checkStacking(raw.stacking, scope);
  const provisions = { scope: checkProvisions(raw.scope, scope), vetoes: checkProvisions(raw.vetoes, scope) };
  reportPeriodGaps(raw, inForce, report);
  if (sound) {
    reportUnusedReadings(raw.readings, scope);
    reportUnusedFigures(raw.figures, scope);
  }
  return {
    id,
    title: raw.title ?? { zh: '', en: '' },
    document: raw.document ?? { zh: '', en: '' },
    issuer: raw.issuer ?? { zh: '', en: '' },
    level: raw.level?.value ?? 'district',
    issued: checkDate(raw.issued, report) ?? '',
    inForce: { from: inForce.from ?? '', to: inForce.to ?? '' },
    year: raw.year?.value ?? 0,
    ...provisions,
    readings,
    ...stacking,
    ...(approval === undefined ? {} : { approval }),
    steps: readSteps(raw.steps),
    ...entries,
    figures: book.inOrder,
    vocabulary,
    notes: raw.notes ?? [],
    hash,
  };
}

function knownClauses({ clauses }: Articles): ReadonlyMap<string, KnownClause> {
  return new Map(
    clauses.map(({ key, raw }): [string, KnownClause] => [
      key.value,
      {
        hasAmount: raw.award !== undefined || raw.saving !== undefined,
        inputs: (raw.inputs ?? []).map(keyOf),
      },
    ]),
  );
}

interface Entries {
  readonly clauses: ReadonlyMap<ClauseId, Clause>;
  readonly records: ReadonlyMap<ClauseId, PolicyRecord>;
}

function buildEntries(articles: Articles, outer: Scope): Entries {
  const clauses = new Map<ClauseId, Clause>();
  const records = new Map<ClauseId, PolicyRecord>();
  const places = new Map<ClauseId, Span>();
  const functions = new Map<string, ClauseId>();
  for (const { key, raw } of articles.clauses) {
    const id = `${outer.owner}/${key.value}`;
    const first = places.get(id);
    if (first !== undefined) {
      const { file, line } = positionOf(first);
      outer.report('duplicate-id', key.span, { id: key.value, first: `${file}:${line}` });
      continue;
    }
    places.set(id, key.span);
    reportDuplicateFunction(raw, id, functions, outer.report);
    const entry = buildOne(key, raw, outer);
    if (isRule(entry)) clauses.set(id, entry);
    else records.set(id, entry);
  }
  return { clauses, records };
}

const isRule = (entry: Clause | PolicyRecord): entry is Clause => 'grain' in entry;

/** One clause with names of its own; what follows from an error in it is not reported again. */
function buildOne(key: TextNode, raw: RawClause, outer: Scope): Clause | PolicyRecord {
  let sound = true;
  const report: Report = (code, at, params) => {
    if (severityOf(code) === 'error') sound = false;
    outer.report(code, at, params);
  };
  const owner = `${outer.owner}/${key.value}`;
  const { vocabulary, book, clauses } = outer;
  const scope = new Scope({ vocabulary, report, book, owner, clauses, outer });
  const source = { key, raw, policy: outer.owner };
  const kind = raw.kind?.value;
  if (isRecordKind(kind)) return buildRecord(source, kind, scope);
  const clause = buildClause(source, kind ?? 'support', scope);
  if (sound) reportClauseLints(clause, raw, scope);
  return clause;
}

const isRecordKind = (kind: string | undefined): kind is RecordKind =>
  RECORD_KINDS.some((known) => known === kind);

function reportDuplicateFunction(
  raw: RawClause,
  id: ClauseId,
  functions: Map<string, ClauseId>,
  report: Report,
): void {
  if (raw.function === undefined) return;
  const name = raw.function.value;
  const first = functions.get(name);
  if (first !== undefined) report('duplicate-function', raw.function.span, { name, first });
  functions.set(name, first ?? id);
}

function reportPeriodGaps(raw: RawPolicy, inForce: { from?: string; to?: string }, report: Report): void {
  for (const end of ['from', 'to'] as const) {
    if (raw.inForce !== undefined && raw.inForce[end] === undefined) {
      reportMissingKey(raw.inForce.at, end, { zh: '施行期', en: 'The period in force' }, report);
    }
  }
  const { from, to } = inForce;
  if (raw.year === undefined || from === undefined || to === undefined || from > to) return;
  const year = String(raw.year.value);
  if (year < from.slice(0, 4) || year > to.slice(0, 4))
    report('year-outside-period', raw.year.span, { year, from, to });
}
