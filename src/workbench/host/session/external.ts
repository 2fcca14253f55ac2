/** The Excel side of Office.js in a page: `window.external`, as Excel for Windows provides it. */

/** A page before office.js is loaded into it. */
export interface OfficePage {
  external?: unknown;
}

/** Takes the answer: a list of Excel for Windows, or the number of an error. */
export type Callback = (response: unknown) => unknown;

export type EventHandler = (id: number, payload: unknown) => void;

/** What office.js finds; the names are its own. */
export interface External {
  GetHostInfo(): string;
  GetContext(): object;
  GetLoggingAllowed(): boolean;
  Execute(id: number, params: readonly unknown[], callback: Callback): void;
  RegisterEvent(id: number, target: string, handler: EventHandler, callback: Callback): void;
  UnregisterEvent(id: number, target: string, callback: Callback): void;
}

/** The numbers under which Office.js calls. */
export const METHOD = { executeBatch: 93, commandCompleted: 94 } as const;

/** The numbers under which it listens. */
export const EVENT = {
  settingsChanged: 1,
  documentSelectionChanged: 2,
  richApiMessage: 33,
  commandInvoked: 39,
} as const;

/** Requests that may wait until the user leaves the cell (`delayForCellEdit`) have this flag. */
export const MAY_WAIT = 64;

/** Before office.js is loaded. */
export function install(page: OfficePage, external: External): void {
  const present = page.external;
  if (typeof present !== 'object' || present === null) {
    Object.defineProperty(page, 'external', { value: external, configurable: true });
    return;
  }
  // A browser's own window.external cannot be replaced, only filled.
  for (const [name, value] of Object.entries(external)) {
    Object.defineProperty(present, name, { value, configurable: true, writable: true });
  }
}

/** The lists of Excel for Windows, as Office.js unpacks them. */
export function safeArray(items: readonly unknown[]): { toArray: () => unknown[] } {
  return { toArray: () => [...items] };
}

/** A batch of messages, each of a category and type, to the parts of Office.js that listen to them. */
export interface RichApiMessage {
  readonly category: number;
  readonly type: number;
  readonly target: string;
  readonly content: unknown;
}

export const MESSAGE = {
  /** The type is the number of the event. */
  event: { category: 65_536 },
  functionCall: { category: 1, type: 1_000, target: '' },
  functionCancel: { category: 1, type: 1_001, target: '' },
  action: { category: 2, type: 1_000, target: '' },
} as const;

export function messagePayload(messages: readonly RichApiMessage[]): { toArray: () => unknown[] } {
  const entries = messages.map(({ category, type, target, content }) =>
    safeArray([category, type, target, JSON.stringify(content), 0, false]),
  );
  // Office.js takes the payload's first item for the list of entries.
  return safeArray([entries].flat());
}
