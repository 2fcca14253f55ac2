import { positionOf, type Span } from '../diagnostics';
import type { ClauseId, Figure, FigureId, FigureValue } from '../model';

/** Where a figure stands within its clause, which is what it is called by. */
export interface Place {
  /** `['tiers', '20%', 'cap']`. */
  readonly path: readonly string[];
  /** Options of readings, which come last in the id. */
  readonly options: readonly string[];
  /** In a condition the name on the other side of the comparison is added. */
  readonly inCondition: boolean;
}

export const placeAt = (...path: readonly string[]): Place => ({ path, options: [], inCondition: false });
export const conditionAt = (...path: readonly string[]): Place => ({ path, options: [], inCondition: true });
export const child = (place: Place, name: string): Place => ({ ...place, path: [...place.path, name] });
export const underOption = (place: Place, option: string): Place => ({
  ...place,
  options: [...place.options, option],
});

/** The place of the figures on one side of a comparison. */
export function beside(place: Place, otherSide: string | undefined): Place {
  if (!place.inCondition || otherSide === undefined) return place;
  return { ...child(place, otherSide), inCondition: false };
}

/** All figures of a policy, each once, under ids that are unique. */
export class FigureBook {
  readonly figures = new Map<FigureId, Figure>();

  /** All of them, clause by clause in the order of the text. */
  get inOrder(): ReadonlyMap<FigureId, Figure> {
    const owners = new Set([...this.figures.values()].map(({ clause }) => clause));
    const all = [...owners].flatMap((owner) => this.of(owner));
    return new Map(all.flatMap((id) => this.#entry(id)));
  }

  add(
    owner: ClauseId,
    place: Place,
    figure: { readonly text: string; readonly value: FigureValue; readonly dated?: Figure['dated'] },
    span: Span,
  ): FigureId {
    const id = this.#unusedId(`${owner}#${[...place.path, ...place.options].join('.')}`);
    this.figures.set(id, {
      id,
      clause: owner,
      text: figure.text,
      value: figure.value,
      dated: figure.dated ?? [],
      position: positionOf(span),
    });
    return id;
  }

  of(owner: ClauseId): readonly FigureId[] {
    return [...this.figures.values()]
      .filter(({ clause }) => clause === owner)
      .toSorted((a, b) => a.position.line - b.position.line || a.position.column - b.position.column)
      .map(({ id }) => id);
  }

  #entry(id: FigureId): [FigureId, Figure][] {
    const figure = this.figures.get(id);
    return figure === undefined ? [] : [[id, figure]];
  }

  #unusedId(id: FigureId): FigureId {
    if (!this.figures.has(id)) return id;
    let count = 2;
    while (this.figures.has(`${id}.${count}`)) count += 1;
    return `${id}.${count}`;
  }
}
