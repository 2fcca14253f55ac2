/**
 * The simulated Excel: a workbook, its calculation, the user at the screen, and the runtimes of the add-in
 * that are connected. It stays when a runtime is lost; the next one finds the workbook as it was left.
 */
import { Workbook } from './book/workbook';
import { Calculation } from './formula/calculation';
import { CustomCalls } from './functions/custom-calls';
import { readFunctions } from './functions/metadata';
import { Faults, type Fault } from './session/faults';
import type { ExcelWindow } from './session/excel-window';
import type { OfficePage } from './session/external';
import { Session } from './session/session';
import { Traffic } from './session/traffic';
import { User } from './user';
import { LIMITS, type Limits } from './wire/limits';
import type { OfficeMembers } from './wire/office-members';
import { REQUIREMENT_SETS, type RequirementSets } from './wire/requirement-sets';
import type { Batch } from './wire/request';
import type { Step } from './wire/steps';

export interface HostOptions {
  /** What Office.js has, from `scripts/office-members.mjs`. */
  readonly members: OfficeMembers;
  /** A new one with one empty sheet when absent. */
  readonly workbook?: Workbook;
  /** Limits, requirement sets and blanks of Excel for Windows (the default) or on the web. */
  readonly platform?: 'desktop' | 'web';
  readonly limits?: Partial<Limits>;
  readonly requirementSets?: RequirementSets;
  /** How blank cells reach custom functions, where it is not the platform's way: as 0 or as null. */
  readonly blanks?: 'zero' | 'null';
  readonly locale?: 'zh-CN' | 'en-US';
  /** Excel's own colours; light when absent. */
  readonly theme?: 'light' | 'dark';
  /** The add-in's custom functions: their namespace and the parsed functions.json. */
  readonly functions?: { readonly namespace: string; readonly json: unknown };
  /** What is around the workbook on a screen; without it requests for it are refused. */
  readonly window?: ExcelWindow;
  /** Milliseconds before a request is looked at; a task of its own when absent. */
  readonly latency?: number;
}

export class SimulatedHost {
  readonly members: OfficeMembers;
  readonly workbook: Workbook;
  readonly calculation: Calculation;
  readonly calls: CustomCalls;
  readonly limits: Limits;
  readonly sets: RequirementSets;
  readonly locale: string;
  readonly theme: 'light' | 'dark';
  readonly window: ExcelWindow | null;
  readonly latency: number;
  readonly faults = new Faults();
  readonly traffic = new Traffic();
  /** Does what people do: at this screen, and as another author of the workbook. */
  readonly user: User;
  readonly coauthor: User;
  /** The operations of the add-in so far. */
  readonly steps: Step[] = [];
  /** What the add-in wanted and the host does not cover. A test that ends well leaves it empty. */
  readonly uncovered: string[] = [];
  isEditingCell = false;
  /** Milliseconds of the host's own work for requests, to be taken off when the add-in's work is measured. */
  milliseconds = 0;
  private readonly sessions: Session[] = [];
  private batch = 0;

  constructor(options: HostOptions) {
    const platform = options.platform ?? 'desktop';
    this.members = options.members;
    this.workbook = options.workbook ?? emptyWorkbook();
    this.limits = { ...LIMITS[platform], ...options.limits };
    this.sets = options.requirementSets ?? REQUIREMENT_SETS[platform];
    this.locale = options.locale ?? 'zh-CN';
    this.theme = options.theme ?? 'light';
    this.window = options.window ?? null;
    this.latency = options.latency ?? 0;
    this.calls = new CustomCalls(
      options.functions?.namespace ?? '',
      options.functions === undefined ? [] : readFunctions(options.functions.json),
      options.blanks ?? (platform === 'web' ? 'null' : 'zero'),
    );
    this.calculation = new Calculation(this.workbook, this.calls);
    this.calculation.settle();
    this.user = new User(this, 'user');
    this.coauthor = new User(this, 'coauthor');
  }

  /** Connects a page in which office.js is not loaded yet. After a kill the next page is the restart. */
  connect(page: OfficePage): Session {
    const session = new Session(this, `simulated-${Math.random().toString(36).slice(2)}`);
    session.install(page);
    this.sessions.push(session);
    return session;
  }

  /** All runtimes of the add-in are lost at once. */
  kill(): void {
    for (const session of this.sessions.splice(0)) session.kill();
  }

  /** The workbook is given over to another host: this one does nothing any more. */
  dispose(): void {
    this.kill();
    this.calculation.stop();
  }

  endCellEdit(): void {
    this.isEditingCell = false;
    for (const session of this.sessions) session.endCellEdit();
  }

  /** @throws when the add-in used anything that the host does not cover */
  requireCovered(): void {
    if (this.uncovered.length > 0)
      throw new Error(`The simulated host does not cover: ${this.uncovered.join('; ')}`);
  }

  /** A request begins: it is counted, unless Office.js sends it for itself. */
  begin(batch: Batch): Fault | undefined {
    if (isHousekeeping(batch)) return undefined;
    this.batch += 1;
    return this.faults.forBatch();
  }

  /** @throws what the operation fails with */
  step(step: Omit<Step, 'batch' | 'number'>): void {
    if (isInternal(step.member)) return;
    const counted: Step = { ...step, batch: this.batch, number: this.steps.length + 1 };
    this.steps.push(counted);
    this.faults.beforeStep(counted);
  }

  report(problem: Error): void {
    this.uncovered.push(problem.message);
  }

  measure<T>(work: () => T): T {
    const started = performance.now();
    try {
      return work();
    } finally {
      this.milliseconds += performance.now() - started;
    }
  }
}

/** Letting go of references, and the transport of function results: no operations of the add-in's code. */
function isHousekeeping({ actions, paths }: Batch): boolean {
  if ([...paths.values()].some(({ kind }) => kind === 'service')) return true;
  return (
    actions.every(
      ({ kind, name }) =>
        kind === 'trace' || kind === 'instantiate' || (kind === 'method' && name === '_RemoveReference'),
    ) && [...paths.values()].every(({ kind }) => kind !== 'method' && kind !== 'indexer')
  );
}

function isInternal(member: string): boolean {
  return member.startsWith('CustomFunctions') || member.startsWith('AddinInternalService');
}

function emptyWorkbook(): Workbook {
  const workbook = new Workbook();
  workbook.addSheet('Sheet1');
  return workbook;
}
