import type { Environment } from './environment';

/** An object of Office.js as the host sees it. Its members are in the table of its type. */
export abstract class HostObject {
  /** The type's name in Office.js: `Range`, `TableCollection`. */
  abstract readonly type: string;
  /** Under which the host keeps the object for the add-in; null while it does not. */
  referenceId: string | null = null;

  constructor(readonly env: Environment) {}

  /** Where messages about the object's events are addressed; null when it has none. */
  get eventTarget(): string | null {
    return null;
  }

  /** Whether the add-in may ask for the object to be kept between requests, as ranges are. */
  get isKeepable(): boolean {
    return false;
  }

  /** The object is kept from now on: it has to follow the cells. */
  keep(): void {}

  release(): void {}
}

/** What an `…OrNullObject` method finds when there is nothing. */
export class NullObject extends HostObject {
  readonly type = 'null';
}
