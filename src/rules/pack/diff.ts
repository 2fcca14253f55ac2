import type { Clause, EntryBase, Figure, Policy, PolicyRecord, Reading } from '../model';
import { printAward, printExpr } from '../print';
import type { Bilingual } from '../vocabulary';

/** What changed from one policy to another, clause by clause; a clause is known by its number. */
export interface PolicyDiff {
  readonly from: string;
  readonly to: string;
  /** Of the policy itself: period, year, figures, readings, groups. */
  readonly policy: readonly Change[];
  readonly added: readonly EntrySummary[];
  readonly removed: readonly EntrySummary[];
  readonly changed: readonly ClauseDiff[];
}

export interface EntrySummary {
  /** The number after the policy's id: `9.1.1-uplift`. */
  readonly clause: string;
  readonly title: Bilingual;
}

export interface ClauseDiff extends EntrySummary {
  readonly changes: readonly Change[];
}

export type ChangedPart =
  | 'figure'
  | 'condition'
  | 'amount'
  | 'reading'
  | 'recommended'
  | 'period'
  | 'year'
  | 'kind'
  | 'grain'
  | 'department'
  | 'inputs'
  | 'requires'
  | 'payout'
  | 'exclusive'
  | 'review'
  | 'scope'
  | 'vetoes';

/** Something that is another, was added (no `before`) or taken out (no `after`). */
export interface Change {
  readonly part: ChangedPart;
  /** Which one, where there can be several: the figure's place, the reading's name. */
  readonly name?: string;
  readonly before?: string;
  readonly after?: string;
}

export function diffPolicies(from: Policy, to: Policy): PolicyDiff {
  const [before, after] = [entriesOf(from), entriesOf(to)];
  return {
    from: from.id,
    to: to.id,
    policy: policyChanges(from, to),
    added: [...after].filter(([clause]) => !before.has(clause)).map(([, entry]) => summary(entry)),
    removed: [...before].filter(([clause]) => !after.has(clause)).map(([, entry]) => summary(entry)),
    changed: [...before].flatMap(([clause, old]) => {
      const now = after.get(clause);
      const changes = now === undefined ? [] : entryChanges(old, from, now, to);
      return now === undefined || changes.length === 0 ? [] : [{ ...summary(now), changes }];
    }),
  };
}

type Entry = Clause | PolicyRecord;

const entriesOf = (policy: Policy): ReadonlyMap<string, Entry> =>
  new Map(
    [...policy.clauses.values(), ...policy.records.values()].map((entry) => [afterSlash(entry.id), entry]),
  );

const afterSlash = (id: string): string => id.slice(id.indexOf('/') + 1);
const afterHash = (id: string): string => id.slice(id.indexOf('#') + 1);
const summary = (entry: EntryBase): EntrySummary => ({ clause: afterSlash(entry.id), title: entry.title });

function policyChanges(from: Policy, to: Policy): readonly Change[] {
  const describe = (policy: Policy): Parts => ({
    ...one('year', String(policy.year)),
    ...one('period', period(policy.inForce)),
    ...figures(policy.figures, policy.id),
    ...readings(policy.readings),
    ...one('scope', policy.scope.map(({ key }) => key).join(', ')),
    ...one('vetoes', policy.vetoes.map(({ key }) => key).join(', ')),
    ...many(
      'exclusive',
      policy.exclusive.map(({ name, clauses, order }) => [
        name,
        `${clauses.map(afterSlash).join(', ')} (${order})`,
      ]),
    ),
    ...many(
      'review',
      policy.review.map(({ name, parties }) => [
        name,
        parties.map((party) => party.map(afterSlash).join(', ')).join(' | '),
      ]),
    ),
  });
  return changesBetween(describe(from), describe(to));
}

function entryChanges(old: Entry, from: Policy, now: Entry, to: Policy): readonly Change[] {
  return changesBetween(describeEntry(old, from), describeEntry(now, to));
}

/** A part's identity → what it is, in a form in which it can be compared, and as it is shown. */
type Parts = Readonly<Record<string, { readonly compared: string; readonly shown: string }>>;

function describeEntry(entry: Entry, policy: Policy): Parts {
  const common: Parts = {
    ...one('kind', entry.kind),
    ...one('department', entry.department),
    ...figures(policy.figures, entry.id),
  };
  if (!('grain' in entry)) return common;
  return {
    ...common,
    ...one('grain', entry.grain),
    ...one('inputs', entry.inputs.map(({ key, required }) => (required ? key : `${key}?`)).join(', ')),
    ...one('requires', entry.requiresAny.map(afterSlash).join(', ')),
    ...one('period', entry.inForce === undefined ? '' : period(entry.inForce)),
    ...one('payout', entry.payout.map(({ after, weight }) => `${after}: ${weight}`).join(', ')),
    ...readings(entry.readings),
    ...computed(entry, policy),
  };
}

/** Conditions, lets and the amount: compared without their figures, which are listed by themselves. */
function computed(clause: Clause, policy: Policy): Parts {
  const masked = {
    figures: new Map([...policy.figures].map(([id, figure]) => [id, { ...figure, text: afterHash(id) }])),
  };
  const shown = (expr: Parameters<typeof printExpr>[0]) => ({
    compared: printExpr(expr, masked),
    shown: printExpr(expr, policy),
  });
  const conditions = clause.when.map(({ expr }) => shown(expr));
  const lets = [...clause.let].map(([name, expr]) => ({ name, ...shown(expr) }));
  const parts: Record<string, Parts[string]> = {};
  for (const { compared, shown: text } of conditions)
    parts[key('condition', compared)] = { compared, shown: text };
  for (const { name, compared, shown: text } of lets) parts[key('amount', name)] = { compared, shown: text };
  if (clause.award !== undefined) {
    parts[key('amount')] = {
      compared: printAward(clause.award, masked),
      shown: printAward(clause.award, policy),
    };
  }
  return parts;
}

const key = (part: ChangedPart, name = ''): string => `${part}\n${name}`;
const one = (part: ChangedPart, text: string): Parts => many(part, [['', text]]);
const many = (part: ChangedPart, entries: readonly (readonly [string, string])[]): Parts =>
  Object.fromEntries(entries.map(([name, text]) => [key(part, name), { compared: text, shown: text }]));

const period = ({ from, to }: { readonly from?: string; readonly to?: string }): string =>
  `${from ?? ''}..${to ?? ''}`;

function figures(all: Policy['figures'], owner: string): Parts {
  const own = [...all.values()].filter(({ clause }) => clause === owner);
  return many(
    'figure',
    own.map((figure) => [afterHash(figure.id), figureText(figure)]),
  );
}

const figureText = ({ text, dated }: Figure): string =>
  [text, ...dated.map(({ from, text: later }) => `${from}: ${later}`)].join('; ');

function readings(all: readonly Reading[]): Parts {
  return {
    ...many(
      'reading',
      all.map(({ id, options }) => [afterHash(id), options.map(({ name }) => name).join(' | ')]),
    ),
    ...many(
      'recommended',
      all.map(({ id, recommended }) => [afterHash(id), recommended]),
    ),
  };
}

function changesBetween(before: Parts, after: Parts): readonly Change[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((each): Change[] => {
    const [old, now] = [before[each], after[each]];
    if (old?.compared === now?.compared) return [];
    const [part = '', name = ''] = each.split('\n');
    const isNamed = name !== '' && part !== 'condition';
    return [
      {
        part: part as ChangedPart,
        ...(isNamed ? { name } : {}),
        ...(old === undefined || old.shown === '' ? {} : { before: old.shown }),
        ...(now === undefined || now.shown === '' ? {} : { after: now.shown }),
      },
    ];
  });
}
