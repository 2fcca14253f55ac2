import type { Report } from '../diagnostics';
import type { ClauseId, FigureId, Reading } from '../model';
import type { Indicator, IndicatorKey, Vocabulary } from '../vocabulary';
import type { ClauseNames } from './clause-names';
import type { FigureBook } from './figures';
import { typeOfIndicator, UNKNOWN, type ValueType } from './type';

/** What a name in an expression stands for. */
export type Resolved =
  | { readonly kind: 'indicator'; readonly indicator: Indicator; readonly type: ValueType }
  | { readonly kind: 'let'; readonly name: string; readonly type: ValueType }
  | { readonly kind: 'figure'; readonly id: FigureId; readonly type: ValueType };

export interface NamedFigure {
  readonly id: FigureId;
  readonly type: ValueType;
}

/**
 * The names of one clause: its inputs, figures, lets and readings, those of the policy behind them, and
 * which of them have been used.
 */
export class Scope {
  readonly vocabulary: Vocabulary;
  readonly report: Report;
  readonly book: FigureBook;
  readonly owner: ClauseId;
  readonly clauses: ClauseNames;
  readonly inputs = new Set<IndicatorKey>();
  /** Lets further down, not usable yet. */
  readonly later = new Set<string>();
  readonly #outer: Scope | undefined;
  readonly #lets = new Map<string, ValueType>();
  readonly #figures = new Map<string, NamedFigure>();
  readonly #readings = new Map<string, Reading>();
  readonly #used = new Set<string>();
  /** Names of which something has been reported: whatever uses them says nothing more. */
  readonly #broken: Set<string>;
  /** The inputs could not be read, so that any indicator may be one. */
  #anyInput = false;

  constructor(setting: {
    readonly vocabulary: Vocabulary;
    readonly report: Report;
    readonly book: FigureBook;
    readonly owner: ClauseId;
    readonly clauses: ClauseNames;
    readonly outer?: Scope;
    readonly broken?: Iterable<string>;
  }) {
    this.vocabulary = setting.vocabulary;
    this.report = setting.report;
    this.book = setting.book;
    this.owner = setting.owner;
    this.clauses = setting.clauses;
    this.#outer = setting.outer;
    this.#broken = new Set(setting.broken);
  }

  addLet(name: string, type: ValueType): void {
    this.#lets.set(name, type);
  }

  addFigure(name: string, figure: NamedFigure): void {
    this.#figures.set(name, figure);
  }

  addReading(name: string, reading: Reading): void {
    this.#readings.set(name, reading);
  }

  addBroken(name: string): void {
    this.#broken.add(name);
  }

  isBroken(name: string): boolean {
    return this.#broken.has(name) || this.#outer?.isBroken(name) === true;
  }

  acceptAnyInput(): void {
    this.#anyInput = true;
  }

  isInput(key: IndicatorKey): boolean {
    return this.inputs.has(key) || this.#anyInput;
  }

  /** What a name stands for, and marks it as used. */
  resolve(name: string): Resolved | undefined {
    const type = this.#lets.get(name);
    if (type !== undefined) return this.#use({ kind: 'let', name, type }, name);
    const figure = this.#figures.get(name);
    if (figure !== undefined) return this.#use({ kind: 'figure', ...figure }, name);
    if (this.isBroken(name)) return { kind: 'let', name, type: UNKNOWN };
    const indicator = this.isInput(name) ? this.vocabulary.indicators.get(name) : undefined;
    if (indicator !== undefined) {
      return this.#use({ kind: 'indicator', indicator, type: typeOfIndicator(indicator) }, name);
    }
    return this.#outer?.resolve(name);
  }

  reading(name: string): Reading | undefined {
    const own = this.#readings.get(name);
    if (own === undefined) return this.#outer?.reading(name);
    this.#used.add(`reading ${name}`);
    return own;
  }

  /** A reading that an example sets, which does not make it used. */
  readingWithoutUse(name: string): Reading | undefined {
    return this.#readings.get(name) ?? this.#outer?.readingWithoutUse(name);
  }

  figure(name: string): NamedFigure | undefined {
    const own = this.#figures.get(name);
    if (own === undefined) return this.#outer?.figure(name);
    this.#used.add(name);
    return own;
  }

  isUsed(name: string): boolean {
    return this.#used.has(name);
  }

  isReadingUsed(name: string): boolean {
    return this.#used.has(`reading ${name}`);
  }

  /** Every name an expression may use here, for suggestions. */
  get known(): readonly string[] {
    return [...this.#lets.keys(), ...this.#figures.keys(), ...this.inputs, ...(this.#outer?.known ?? [])];
  }

  get figureNames(): readonly string[] {
    return [...this.#figures.keys()];
  }

  get readingNames(): readonly string[] {
    return [...this.#readings.keys(), ...(this.#outer?.readingNames ?? [])];
  }

  #use(resolved: Resolved, name: string): Resolved {
    this.#used.add(name);
    return resolved;
  }
}
