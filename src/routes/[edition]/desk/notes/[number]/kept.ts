// What a device keeps by itself: the line in hand at every keystroke, and each line until the server has it. In the
// browser's two stores at once: one is written before the next keystroke comes, the other is on the disk when it says so.
import type { Keep } from '#notes/rules.ts';

/** Something done at the desk that the server does not have yet. The id is made here: sent twice, it is taken once. */
export type Kept = { id: string; n: number; why?: string; isConflict?: boolean } & (
  | { kind: 'take'; line: string; typedAt: string; delegation: string | null }
  | { kind: 'correct'; note: string; basedOn: number; line: string; slot?: string | null; delegation: string | null }
  | { kind: 'merge'; first: string; second: string; keep: Keep }
);

export interface Answer {
  id: string;
  is: 'taken' | 'conflict' | 'refused';
  why?: string;
}

/** The line in hand: what is typed, and which line it corrects. */
export interface InHand {
  line: string;
  correcting: { note: string; basedOn: number } | null;
  /** How many keystrokes this is after; of two copies the later one is true. */
  n: number;
}

const inHandOf = (tab: number) => `hand ${tab}`;

export interface Device<One = Kept> {
  kept: One[];
  inHand: InHand | null;
  holdKept(one: One): void;
  drop(id: string): void;
  holdInHand(inHand: InHand): void;
  /** Resolves once all that was held is on the disk. */
  settled(): Promise<void>;
}

/** Opens what this device keeps for one person at one desk, as it was left: by a closed tab, or a browser that was killed. */
export async function openDevice<One extends { id: string; n: number } = Kept>(desk: string): Promise<Device<One>> {
  const tab = await ownTab(desk);
  const database = await openDatabase();
  const quick = quickly(desk);
  const last = new Map<string, string>(await (database ? allIn(database, desk) : []));
  // Of two copies the later one is true, and what only one of them has is true too.
  for (const [key, value] of quick.all()) if (later(value, last.get(key))) last.set(key, value);
  const parse = (key: string) => JSON.parse(last.get(key)!) as unknown;
  const kept = [...last.keys()].filter((key) => key.startsWith('kept ')).map((key) => parse(key) as One);
  let settled: Promise<unknown> = Promise.resolve();
  const put = (key: string, value: string | null) => {
    quick.put(key, value);
    if (database) settled = Promise.allSettled([settled, write(database, desk, key, value)]);
  };
  return {
    kept: kept.sort((a, b) => a.n - b.n),
    inHand: last.has(inHandOf(tab)) ? (parse(inHandOf(tab)) as InHand) : null,
    holdKept: (one) => put(`kept ${one.id}`, JSON.stringify(one)),
    drop: (id) => put(`kept ${id}`, null),
    holdInHand: (inHand) => put(inHandOf(tab), JSON.stringify(inHand)),
    settled: async () => void (await settled),
  };
}

function later(one: string, other: string | undefined): boolean {
  if (other === undefined) return true;
  return (JSON.parse(one) as { n: number }).n > (JSON.parse(other) as { n: number }).n;
}

/** Two tabs at one desk have a line in hand each. A tab that was closed leaves its place, and its line, to the next. */
async function ownTab(desk: string): Promise<number> {
  if (!navigator.locks) return 0;
  for (let tab = 0; ; tab++) {
    const mine = await new Promise<boolean>((tell) => {
      void navigator.locks.request(`${desk} ${tab}`, { ifAvailable: true }, (lock) => {
        tell(lock !== null);
        // Held until the tab is gone.
        return lock ? new Promise(() => {}) : undefined;
      });
    });
    if (mine) return tab;
  }
}

function quickly(desk: string) {
  const prefix = `${desk} `;
  const attempt = <T>(work: () => T, otherwise: T): T => {
    // Full, or not allowed here: the other store has it.
    try {
      return work();
    } catch {
      return otherwise;
    }
  };
  return {
    put: (key: string, value: string | null) =>
      attempt(() => (value === null ? localStorage.removeItem(prefix + key) : localStorage.setItem(prefix + key, value)), undefined), // prettier-ignore
    all: () =>
      attempt(
        () =>
          Object.keys(localStorage)
            .filter((key) => key.startsWith(prefix))
            .map((key): [string, string] => [key.slice(prefix.length), localStorage.getItem(key)!]),
        [],
      ),
  };
}

const store = 'kept';

function openDatabase(): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    try {
      const opening = indexedDB.open('rapporteur notes', 1);
      opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(store));
      opening.addEventListener('success', () => resolve(opening.result));
      opening.addEventListener('error', () => resolve(null));
    } catch {
      resolve(null);
    }
  });
}

function allIn(database: IDBDatabase, desk: string): Promise<[string, string][]> {
  return new Promise((resolve, reject) => {
    const found: [string, string][] = [];
    const range = IDBKeyRange.bound([desk], [desk, []]);
    const reading = database.transaction(store).objectStore(store).openCursor(range);
    reading.addEventListener('error', () => reject(reading.error));
    reading.addEventListener('success', () => {
      const cursor = reading.result;
      if (!cursor) return resolve(found);
      found.push([(cursor.key as [string, string])[1], cursor.value as string]);
      cursor.continue();
    });
  });
}

function write(database: IDBDatabase, desk: string, key: string, value: string | null): Promise<void> {
  return new Promise((resolve, reject) => {
    // On the disk, and not only handed to the system, before it is said to be done.
    const transaction = database.transaction(store, 'readwrite', { durability: 'strict' });
    if (value === null) transaction.objectStore(store).delete([desk, key]);
    else transaction.objectStore(store).put(value, [desk, key]);
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('error', () => reject(transaction.error));
    transaction.addEventListener('abort', () => reject(transaction.error));
  });
}
