import {
  compilePolicy,
  evaluateSheets,
  type Explainer,
  explainer,
  isInForceForSome,
  type Plan,
  type PolicyOutcome,
} from '../../engine';
import { identities, type ReportSource, reportSource, workbookReport } from '../../report';
import type { Policy, Vocabulary } from '../../rules';
import { EvaluationProblem } from '../problem';
import type {
  Answer,
  Ask,
  EvaluateAsk,
  EvaluationProgress,
  Exchanges,
  Kind,
  ReportAsk,
  UnderstandAsk,
} from '../protocol';
import type { Evaluated, ExplanationNode, FindingSummary, Understood } from '../summaries';
import { policyFigures } from './figures';
import { findingSummaries } from './findings';
import { ReceivedSheets } from './received-sheets';
import { rowAt, rowSummary } from './row';
import { type ReadTable, understandTables, understoodSummary } from './understanding';

export type OnProgress = (progress: EvaluationProgress) => void;

interface Evaluation {
  readonly plans: readonly Plan[];
  readonly outcomes: readonly PolicyOutcome[];
  readonly groupBy: string | null;
  readonly findings: readonly FindingSummary[];
  /** By policy, made when first asked. */
  readonly explainers: Map<string, Explainer>;
}

type Handlers = {
  readonly [K in Kind]: (ask: Ask<K>, onProgress: OnProgress) => Answer<K> | Promise<Answer<K>>;
};

/**
 * Sheets in, summaries out: understands what it was sent, evaluates, reports, explains. It keeps what it has
 * made, so that the page never holds it; each step builds on the one before.
 */
export class Evaluator {
  private sheets = new ReceivedSheets();
  private tables: readonly ReadTable[] = [];
  private evaluation: Evaluation | null = null;
  private report: ReportSource | null = null;

  constructor(private readonly policies: readonly Policy[]) {}

  /** @throws EvaluationProblem, EngineError */
  async answer<K extends Kind>(kind: K, ask: Ask<K>, onProgress: OnProgress): Promise<Answer<K>> {
    // A mapped type looked up with a free key loses the bond between argument and result.
    const handle = this.handlers[kind] as (ask: Ask<K>, onProgress: OnProgress) => Exchanges[K]['answer'];
    return handle(ask, onProgress);
  }

  private readonly handlers: Handlers = {
    begin: () => {
      this.sheets = new ReceivedSheets();
      this.tables = [];
      this.evaluation = null;
      this.report = null;
      return null;
    },
    chunk: ({ key, chunk }) => {
      this.sheets.add(key, chunk);
      return null;
    },
    sheet: ({ key, frame }) => {
      this.sheets.complete(key, frame);
      return null;
    },
    understand: (ask, onProgress) => this.understand(ask, onProgress),
    evaluate: (ask, onProgress) => this.evaluate(ask, onProgress),
    findings: ({ from, to }) => this.evaluated.findings.slice(from, to),
    report: (ask, onProgress) => {
      onProgress({ stage: 'reporting', done: 0, total: 1 });
      this.report = this.newReport(ask);
      return this.report.outline;
    },
    columnValues: ({ placement, column, from, to }) => this.made.columnValues(placement, column, from, to),
    sheetRows: ({ sheet, from, to }) => this.made.sheetRows(sheet, from, to),
    row: (ask) => {
      const at = rowAt(this.readings, ask);
      return at === undefined ? null : rowSummary(this.evaluated.outcomes, this.readings, at);
    },
    derivation: ({ policy, clause, ...ask }) => {
      const at = rowAt(this.readings, ask);
      return at === undefined ? null : this.explainerOf(policy)(clause, at);
    },
  };

  private understand(ask: UnderstandAsk, onProgress: OnProgress): Understood {
    this.evaluation = null;
    this.report = null;
    const grids = ask.sheets.flatMap((name) => this.sheets.grid(name) ?? []);
    const policies = this.chosen(ask.policies);
    const read = understandTables(grids, policies, this.vocabulary, ask, (done) => {
      onProgress({ stage: 'understanding', done, total: grids.length });
    });
    this.tables = read.tables;
    return {
      ...understoodSummary(read, policies, this.vocabulary),
      inForce: this.policiesInForce(),
    };
  }

  private policiesInForce(): readonly string[] {
    const data = this.readings.map((reading) => reading.data);
    return this.policies.filter((policy) => isInForceForSome(policy, data)).map(({ id }) => id);
  }

  private evaluate({ policies, groupBy }: EvaluateAsk, onProgress: OnProgress): Evaluated {
    this.report = null;
    const data = this.readings.map((reading) => reading.data);
    if (groupBy !== null && !data.some(({ groups }) => groups.has(groupBy))) throw noSuchGroup(groupBy);
    const plans = this.chosen(policies).map((policy) => compilePolicy(policy));
    const outcomes = plans.flatMap((plan, done) => {
      onProgress({ stage: 'evaluating', done, total: plans.length });
      return evaluateSheets([plan], data, groupBy === null ? {} : { groupBy }).policies;
    });
    const findings = findingSummaries(outcomes, this.readings);
    this.evaluation = { plans, outcomes, groupBy, findings, explainers: new Map() };
    return { policies: outcomes.map(policyFigures), findingCount: findings.length };
  }

  private newReport(ask: ReportAsk): ReportSource {
    const { plans, outcomes, groupBy } = this.evaluated;
    return reportSource(
      workbookReport({
        ...ask,
        plans,
        outcome: { policies: outcomes },
        tables: this.tables,
        identity: identities(this.readings),
        groupBy: groupBy ?? undefined,
        scenarioName: undefined,
        gridOf: (name) => this.sheets.grid(name),
      }),
    );
  }

  private explainerOf(policy: string): (...of: Parameters<Explainer>) => ExplanationNode {
    const { plans, outcomes, explainers } = this.evaluated;
    const known = explainers.get(policy);
    if (known !== undefined) return known;
    const at = outcomes.findIndex((outcome) => outcome.policy.id === policy);
    const plan = plans[at];
    if (plan === undefined) throw new RangeError(`${policy} was not evaluated`);
    const data = this.readings.map((reading) => reading.data);
    const made = explainer(plan, data, outcomes[at]);
    explainers.set(policy, made);
    return made;
  }

  private chosen(ids: readonly string[]): readonly Policy[] {
    return this.policies.filter(({ id }) => ids.includes(id));
  }

  private get readings() {
    return this.tables.map(({ reading }) => reading);
  }

  /** Bundled policies share their vocabulary. */
  private get vocabulary(): Vocabulary {
    const [first] = this.policies;
    if (first === undefined) throw new RangeError('there are no policies');
    return first.vocabulary;
  }

  private get evaluated(): Evaluation {
    if (this.evaluation === null) throw new RangeError('nothing has been evaluated');
    return this.evaluation;
  }

  private get made(): ReportSource {
    if (this.report === null) throw new RangeError('no report has been made');
    return this.report;
  }
}

function noSuchGroup(header: string): EvaluationProblem {
  return new EvaluationProblem({
    zh: `表里没有可用于分组的列“${header}”。请另选一列，或不分组。`,
    en: `There is no column “${header}” to group by. Choose another, or none.`,
  });
}
