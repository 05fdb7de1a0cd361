// Between the desk and the server: one thing after another, and a question every two seconds whether another hand did something.
import type { Answer, Synced } from './synced.ts';

const every = 2000;
const patience = 20_000;

export interface Line {
  /** Does an act; what it came to, or null when nobody answered. */
  act(name: string, input: object): Promise<Answer | null>;
  end(): void;
}

interface Desk {
  sequence: number;
  have(): [string, number][];
  writingIn(): string | null;
  heard(synced: Synced): void;
  alone(): void;
}

export function openLine(desk: Desk, address: string): Line {
  const window = Math.random().toString(36).slice(2);
  let turn: Promise<unknown> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function send(more: object): Promise<Synced> {
    const asked = { window, paragraph: desk.writingIn(), since: desk.sequence, ...more };
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(asked),
      signal: AbortSignal.timeout(patience),
    });
    if (!response.ok) throw new Error(String(response.status));
    const synced = (await response.json()) as Synced;
    desk.heard(synced);
    return synced;
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T | null> {
    const mine = turn.then(work).catch(() => {
      desk.alone();
      return null;
    });
    turn = mine;
    return mine;
  }

  async function ask(): Promise<void> {
    await inTurn(async () => {
      const { isBehind } = await send({});
      if (isBehind) await send({ have: desk.have() });
    });
    if (timer !== undefined) timer = setTimeout(() => void ask(), every);
  }

  timer = setTimeout(() => void ask(), every);
  return {
    act: (name, input) => inTurn(async () => (await send({ have: desk.have(), act: name, input })).answer),
    end() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
