import type { Scope } from '../check';
import { positionOf } from '../diagnostics';
import type { EntryBase, PolicyRecord, RecordKind } from '../model';
import { type RawClause, RECORD_KINDS, reportMissingKey } from '../schema';
import type { TextNode } from '../yaml';
import { declareFigures } from './names';
import { standaloneAmount } from './standalone-figure';

/** A clause as the file has it, with the file's defaults filled in. */
export interface EntrySource {
  readonly key: TextNode;
  readonly raw: RawClause;
  readonly policy: string;
}

const CALLED = { zh: '条款', en: 'The clause' };

/** What rules and records have in common. */
export function entryBase({ key, raw, policy }: EntrySource, scope: Scope): EntryBase {
  const isRecord = RECORD_KINDS.some((kind) => kind === raw.kind?.value);
  const needed = isRecord ? (['kind', 'department'] as const) : (['kind', 'field', 'department'] as const);
  for (const name of needed) {
    if (raw[name] === undefined && !raw.at.entries.some((entry) => entry.key.value === name)) {
      reportMissingKey(raw.at, name, CALLED, scope.report);
    }
  }
  return {
    id: scope.owner,
    clause: raw.clause?.value ?? numberOf(key.value),
    policy,
    title: raw.title ?? { zh: '', en: '' },
    summary: raw.summary ?? { zh: '', en: '' },
    field: raw.field?.value ?? '',
    ...(raw.project === undefined ? {} : { project: raw.project.value }),
    department: raw.department?.value ?? '',
    notes: raw.notes ?? [],
    figures: scope.book.of(scope.owner),
    position: positionOf(key.span),
  };
}

/** The number in the text: `9.1.1-uplift` belongs to clause 9.1.1, `annex-scope` stands for itself. */
function numberOf(key: string): string {
  return /^(\d[\d.]*)(?:-.*)?$/u.exec(key)?.[1] ?? key;
}

/** A budget, a target or a procedure: shown, never evaluated. */
export function buildRecord(source: EntrySource, kind: RecordKind, scope: Scope): PolicyRecord {
  const { raw } = source;
  declareFigures(raw.figures, scope);
  const amount = standaloneAmount(raw.budget?.amount, 'budget', scope);
  const bound = raw.budget?.bound?.value;
  reportNotOfRecord(raw, kind, scope);
  return {
    ...entryBase(source, scope),
    kind,
    ...(amount === undefined || bound === undefined ? {} : { budget: { amount, bound } }),
  };
}

const OF_RULES = [
  'function',
  'inputs',
  'let',
  'when',
  'requires',
  'award',
  'saving',
  'pool',
  'examples',
  'readings',
];

function reportNotOfRecord(raw: RawClause, kind: RecordKind, scope: Scope): void {
  for (const { key } of raw.at.entries) {
    if (OF_RULES.includes(key.value)) {
      const words = {
        zh: `记录不计算，不能有 ${key.value}`,
        en: `a record is not computed and has no ${key.value}`,
      };
      scope.report('kind-mismatch', key.span, { kind, ...words });
    }
  }
  if (kind === 'budget' && !raw.at.entries.some(({ key }) => key.value === 'budget')) {
    reportMissingKey(raw.at, 'budget', CALLED, scope.report);
  }
}
