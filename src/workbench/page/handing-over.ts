/**
 * A workbook that the add-in made opens in a workbench of its own: the bytes wait in the browser's own store
 * for the new window, which takes them away.
 */
const DATABASE = 'subsidy-workbench';
const STORE = 'copies';

export interface HandedOver {
  readonly bytes: Uint8Array;
  readonly name: string;
}

export function openCopyIn(bytes: Uint8Array, name: string): void {
  const key = crypto.randomUUID();
  const { search, pathname } = window.location;
  // Opened at once, while the click that led here still counts: browsers keep later windows back.
  const opened = window.open('', '_blank');
  void put(key, { bytes, name }).then(() => {
    if (opened !== null) opened.location.href = `${pathname}${search}#copy=${key}`;
  });
}

/** @param hash of this window's address; null when it was not opened for a copy */
export async function handedOver(hash: string): Promise<HandedOver | null> {
  const [, key] = /^#copy=([\w-]+)$/.exec(hash) ?? [];
  return key === undefined ? null : take(key);
}

async function put(key: string, copy: HandedOver): Promise<void> {
  const store = await openStore();
  await done(store.put(copy, key));
}

async function take(key: string): Promise<HandedOver | null> {
  const store = await openStore();
  const copy: unknown = await done(store.get(key));
  await done(store.delete(key));
  return copy === undefined ? null : (copy as HandedOver);
}

async function openStore(): Promise<IDBObjectStore> {
  const request = indexedDB.open(DATABASE, 1);
  request.addEventListener('upgradeneeded', () => {
    request.result.createObjectStore(STORE);
  });
  const database = await done(request);
  return database.transaction(STORE, 'readwrite').objectStore(STORE);
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => {
      resolve(request.result);
    });
    request.addEventListener('error', () => {
      reject(request.error ?? new Error('the browser keeps no data for this page'));
    });
  });
}
