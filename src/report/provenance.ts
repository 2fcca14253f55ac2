import type { Plan, PolicyOutcome } from '../engine';
import { figureAsOf, type Lang, type Policy } from '../rules';
import { clauseNumber, indicatorName, indicatorNames, labelled } from './phrases';

/** What a result was made from. */
export interface ProvenanceInput {
  readonly outcome: PolicyOutcome;
  readonly plan: Plan;
  /** What the scenario is called (its file), if one was used. */
  readonly scenarioName: string | undefined;
  /** Name and version of the program. */
  readonly generator: string;
  readonly lang: Lang;
}

/**
 * Enough to make the same figures again a year later, a line each: policy, version of the rules, period,
 * what the scenario changed, the program.
 */
export function provenance({ outcome, plan, scenarioName, generator, lang }: ProvenanceInput): string[] {
  const zh = lang === 'zh';
  const { policy, asOf, unchecked } = outcome;
  const changes = scenarioChanges(plan, asOf, lang);
  const lines = [
    policy.title[lang],
    labelled(zh ? '规则版本' : 'Rules', `${policy.id} ${policy.hash.slice(0, 12)}`, lang),
    labelled(zh ? '适用期' : 'As of', asOf, lang),
  ];
  if (scenarioName !== undefined) {
    const nothing = zh ? '未改动本政策' : 'changes nothing in this policy';
    lines.push(labelled(zh ? '情景' : 'Scenario', scenarioName, lang));
    lines.push(...(changes.length === 0 ? [nothing] : changes).map((change) => `  ${change}`));
  }
  if (unchecked.length > 0) {
    const names = indicatorNames(unchecked, policy, lang);
    lines.push(labelled(zh ? '未核查（表中没有列）' : 'Not checked (no column for it)', names, lang));
  }
  return [...lines, generator];
}

/** What a scenario changes, in short form: `4.4#cap：100万元 → 150万元`. */
function scenarioChanges({ policy, scenario }: Plan, asOf: string, lang: Lang): string[] {
  const figures = Object.entries(scenario.figures ?? {}).map(([id, text]) => {
    const figure = policy.figures.get(id);
    const before = figure === undefined ? '?' : figureAsOf(figure, asOf).text;
    return labelled(placeIn(id), `${before} → ${text}`, lang);
  });
  const readings = Object.entries(scenario.readings ?? {}).map(([id, option]) =>
    labelled(placeIn(id), readingChange(policy, id, option, lang), lang),
  );
  const given = (entries: Plan['scenario']['parameters'], clause: string): string[] =>
    Object.entries(entries ?? {}).map(([key, value]) => {
      const text = typeof value === 'string' ? value : JSON.stringify(value);
      return labelled(`${clause}${indicatorName(key, policy, lang)}`, text, lang);
    });
  const amounts = Object.entries(scenario.amounts ?? {}).flatMap(([id, entries]) =>
    given(entries, `${clauseNumber(id)} `),
  );
  return [...figures, ...readings, ...given(scenario.parameters, ''), ...amounts];
}

/** `xishan-2020/4.4#cap` → `4.4#cap`; `xishan-2020#same-project` → `same-project`. */
function placeIn(id: string): string {
  return id.includes('/') ? clauseNumber(id) : id.slice(id.indexOf('#') + 1);
}

function readingChange(policy: Policy, id: string, option: string, lang: Lang): string {
  const all = [...policy.readings, ...[...policy.clauses.values()].flatMap(({ readings }) => readings)];
  const reading = all.find((candidate) => candidate.id === id);
  const label = (name: string): string =>
    reading?.options.find((candidate) => candidate.name === name)?.label[lang] ?? name;
  return `${label(reading?.recommended ?? '?')} → ${label(option)}`;
}
