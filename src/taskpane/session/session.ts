import type { Indicator, IndicatorKey, Lang, Vocabulary } from '../../rules';
import type { Choices, MessageWay, QuestionAnswer, Tab } from '../state/pane-state';
import { createStore, type Store } from '../state/store';
import { initialState } from '../state/pane-state';
import { type Correction, withCorrection, withoutCorrection } from './corrections';
import { Evaluating, FINDINGS_AT_ONCE } from './evaluating';
import { makeHandOver, openHandOver } from './handing-over';
import { Jobs } from './jobs';
import { keepDecisions } from './keeping';
import { sideMessage } from './messages';
import type { Ports, SessionContext } from './ports';
import { finish, lookForUnfinished } from './recovering';
import { SelectedRow } from './row';
import { start } from './starting';
import { TakingBack } from './taking-back';

/** An indicator as a list of them shows it. */
export interface NamedIndicator {
  readonly key: IndicatorKey;
  readonly name: string;
}

/** Everything a user can ask for, by the pane or by the ribbon. Nothing here throws: failures become messages. */
export class Session {
  readonly store: Store;
  private readonly context: SessionContext;
  private readonly jobs: Jobs;
  private readonly evaluating: Evaluating;
  private readonly takingBack: TakingBack;
  private readonly selectedRow: SelectedRow;
  private readonly indicatorLists = new Map<Lang, readonly NamedIndicator[]>();
  private starting: Promise<void> | null = null;

  constructor(ports: Ports, lang: Lang) {
    this.store = createStore(
      initialState(
        lang,
        ports.policies.map(({ id }) => id),
      ),
    );
    this.context = { ...ports, store: this.store };
    this.jobs = new Jobs(this.context);
    this.evaluating = new Evaluating(this.context, this.jobs);
    this.takingBack = new TakingBack(this.context, this.jobs);
    this.selectedRow = new SelectedRow(this.context);
  }

  get policies(): Ports['policies'] {
    return this.context.policies;
  }

  indicator(key: IndicatorKey): Indicator | undefined {
    return this.vocabulary?.indicators.get(key);
  }

  /** All that a column can be, by name. */
  indicators(lang: Lang): readonly NamedIndicator[] {
    const known = this.indicatorLists.get(lang);
    if (known !== undefined) return known;
    const all = [...(this.vocabulary?.indicators.values() ?? [])]
      .filter(({ parameter }) => parameter === undefined)
      .map(({ key, names }) => ({ key, name: names[lang] }))
      .toSorted((a, b) => a.name.localeCompare(b.name, lang));
    this.indicatorLists.set(lang, all);
    return all;
  }

  /** Bundled policies share theirs. */
  private get vocabulary(): Vocabulary | undefined {
    return this.policies[0]?.vocabulary;
  }

  /** Learns what the workbook is, once however often it is asked. */
  async start(): Promise<void> {
    this.starting ??= start(this.context, () => {
      void this.selectedRow.follow();
    });
    await this.starting;
  }

  async read(): Promise<void> {
    await this.evaluating.readOnly();
  }

  async evaluate(): Promise<void> {
    await this.evaluating.evaluate();
  }

  cancel(): void {
    this.jobs.cancel();
  }

  async takeBack(): Promise<void> {
    await this.takingBack.takeBack();
  }

  answer(answer: QuestionAnswer): void {
    this.takingBack.answer(answer);
  }

  async openHandOver(): Promise<void> {
    await openHandOver(this.context, this.jobs);
  }

  async makeHandOver(): Promise<void> {
    await makeHandOver(this.context, this.jobs);
  }

  /** Ends work that was cut short; an evaluation can be made anew at once. */
  async finish({ evaluateAgain }: { readonly evaluateAgain: boolean }): Promise<void> {
    const isDone = await finish(this.context, this.jobs);
    if (isDone && evaluateAgain) await this.evaluate();
  }

  /** The other window may be done by now. */
  async lookAgain(): Promise<void> {
    try {
      await lookForUnfinished(this.context);
    } catch (error) {
      this.store.dispatch({ type: 'messageShown', message: sideMessage(error) });
    }
  }

  leaveUnfinished(): void {
    this.store.dispatch({ type: 'unfinishedFound', unfinished: null });
  }

  /** What a message offers. */
  async follow(way: MessageWay): Promise<void> {
    switch (way.kind) {
      case 'retry':
        await this.retry(way.job);
        return;
      case 'evaluateAgain':
        await this.evaluate();
        return;
      case 'newSheet':
        await this.evaluating.write('ownSheet');
        return;
      case 'columnsOnly':
        await this.evaluating.write('columnsOnly');
        return;
      case 'show':
        await this.select(way.sheetName, way.till, way.cell);
    }
  }

  private async retry(job: Extract<MessageWay, { kind: 'retry' }>['job']): Promise<void> {
    switch (job) {
      case 'read':
        return this.read();
      case 'evaluate':
        return this.evaluate();
      case 'write':
        return this.evaluating.write('beside');
      case 'takeBack':
        return this.takeBack();
      case 'openHandOver':
        return this.openHandOver();
      case 'makeHandOver':
        return this.makeHandOver();
      case 'finish':
        return this.finish({ evaluateAgain: false });
    }
  }

  dismiss(id: number): void {
    this.store.dispatch({ type: 'messageDismissed', id });
  }

  chooseLang(lang: Lang): void {
    this.context.keepLang(lang);
    this.store.dispatch({ type: 'langChosen', lang });
  }

  /** Takes Excel's language, which is not remembered as the user's choice. */
  followLang(lang: Lang): void {
    this.store.dispatch({ type: 'langChosen', lang });
  }

  showHelp(isHelpShown: boolean): void {
    this.store.dispatch({ type: 'helpShown', isHelpShown });
  }

  chooseTab(tab: Tab): void {
    this.store.dispatch({ type: 'tabChosen', tab });
  }

  chooseSheet(sheet: Choices['sheet']): void {
    this.store.dispatch({ type: 'chosen', choices: { sheet } });
  }

  async choosePolicies(policies: readonly string[]): Promise<void> {
    const inOrder = this.policies.map(({ id }) => id).filter((id) => policies.includes(id));
    this.store.dispatch({ type: 'chosen', choices: { policies: inOrder } });
    await keepDecisions(this.context);
  }

  async chooseGroup(groupBy: string | null): Promise<void> {
    this.store.dispatch({ type: 'chosen', choices: { groupBy } });
    await keepDecisions(this.context);
  }

  /** Says what a column is; `undefined` takes the analyst's word back. The sheets are understood anew. */
  async correct(sheetName: string, column: string, correction: Correction | undefined): Promise<void> {
    const { corrections } = this.store.state();
    const next =
      correction === undefined
        ? withoutCorrection(corrections, sheetName, column)
        : withCorrection(corrections, sheetName, column, correction);
    this.store.dispatch({ type: 'corrected', corrections: next });
    await keepDecisions(this.context);
    await this.evaluating.understandAgain();
  }

  async moreFindings(): Promise<void> {
    const from = this.store.state().results?.findings.length ?? 0;
    try {
      const findings = await this.context.evaluation.findings({ from, to: from + FINDINGS_AT_ONCE });
      this.store.dispatch({ type: 'findingsLoaded', findings });
    } catch (error) {
      this.store.dispatch({ type: 'messageShown', message: sideMessage(error) });
    }
  }

  /** Shows cells of the sheet to the user, one after the other; the last stays selected. */
  async select(sheetName: string, ...cells: readonly string[]): Promise<void> {
    try {
      await this.context.excel.select(sheetName, cells);
    } catch (error) {
      this.store.dispatch({ type: 'messageShown', message: sideMessage(error) });
    }
  }

  async derive(policy: string, clause: string): Promise<void> {
    await this.selectedRow.derive(policy, clause);
  }

  async showPane(): Promise<void> {
    await this.context.excel.showPane();
  }
}
