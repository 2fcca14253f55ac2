/** Which events a runtime of the add-in asked for, and the messages that go to it. */
import type { Change, Origin } from '../book/change';
import type { Sheet, Tracked } from '../book/sheet';
import type { EventSubscriptions } from '../wire/environment';
import { NotCovered } from '../wire/office-errors';
import { eventMessages, TOLD_EVENTS } from './event-messages';

export interface AddressedMessage {
  readonly eventType: number;
  readonly target: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** The cells of this many past messages can still be asked for. */
const REMEMBERED = 1_000;

export class Subscriptions implements EventSubscriptions {
  private readonly wanted = new Set<string>();
  private readonly ranges = new Map<string, Tracked & { readonly sheet: Sheet }>();
  private last = 0;

  add(eventType: number, target: string): void {
    if (!TOLD_EVENTS.has(eventType)) throw new NotCovered(`event ${eventType}`);
    this.wanted.add(`${eventType} ${target}`);
  }

  remove(eventType: number, target: string): void {
    this.wanted.delete(`${eventType} ${target}`);
  }

  rangeOf(referenceId: string): (Tracked & { readonly sheet: Sheet }) | undefined {
    return this.ranges.get(referenceId);
  }

  /** The messages that a change is worth to this runtime. */
  messagesFor(change: Change, origin: Origin): AddressedMessage[] {
    if (this.wanted.size === 0) return [];
    return eventMessages(change, origin).flatMap(({ eventType, targets, args, cells }) => {
      const listening = targets.filter((target) => this.wanted.has(`${eventType} ${target}`));
      if (listening.length === 0) return [];
      const referenceId = cells === undefined ? {} : { referenceId: this.remember(cells.sheet, cells.area) };
      return listening.map((target) => ({ eventType, target, args: { ...args, ...referenceId } }));
    });
  }

  private remember(sheet: Sheet, area: Tracked['area']): string {
    this.last += 1;
    const id = `event-${this.last}`;
    const range = { sheet, area };
    sheet.tracked.add(range);
    this.ranges.set(id, range);
    const old = `event-${this.last - REMEMBERED}`;
    const forgotten = this.ranges.get(old);
    if (forgotten !== undefined) forgotten.sheet.tracked.delete(forgotten);
    this.ranges.delete(old);
    return id;
  }
}
