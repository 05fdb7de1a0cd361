// Between the desk and the server: one thing after another, and a question every two seconds whether another hand did something.
import type { DeedName } from '#routes/[edition]/desk/deciding/deeds.ts';
import type { Answer, Synced } from './synced.ts';

const every = 2000;
const patience = 20_000;

export interface Line {
  /** Does an act; what it came to, or null when nobody answered. */
  act(name: string, input: object): Promise<Answer | null>;
  /** The same for what is decided about a point or an issue. */
  decide(deed: Deed): Promise<Answer | null>;
  end(): void;
}

/** What a form of the middle pane asks for, about what was said in a roundtable. */
export interface Deed {
  deed: DeedName;
  form: [name: string, value: string][];
  roundtable: string;
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

  const doing = (what: object) => inTurn(async () => (await send({ have: desk.have(), ...what })).answer);
  timer = setTimeout(() => void ask(), every);
  return {
    act: (act, input) => doing({ act, input }),
    decide: doing,
    end() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
