// Between the desk and the server: sends what waits, asks how things stand, and goes on by itself when nobody answers.
import type { DeskState } from '#notes/desk/queries.ts';
import type { NotesDesk } from './desk.svelte.ts';
import type { Answer } from './kept.ts';

const every = 3000;
const patience = 8000;

/** Begins to send and to listen; the answer ends it. `soon` sends what has just been kept. */
export function keepInTouch(desk: NotesDesk, address: string): { soon(): void; end(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let under = false;
  let again = false;
  let ended = false;

  async function turn(): Promise<void> {
    clearTimeout(timer);
    if (under) {
      again = true;
      return;
    }
    under = true;
    try {
      await exchange(desk, address);
    } catch {
      desk.alone();
    }
    under = false;
    if (ended) return;
    const wait = again ? 0 : every;
    again = false;
    timer = setTimeout(() => void turn(), wait);
  }

  const soon = () => void turn();
  const lost = () => desk.alone();
  addEventListener('online', soon);
  addEventListener('offline', lost);
  soon();
  return {
    soon,
    end() {
      ended = true;
      clearTimeout(timer);
      removeEventListener('online', soon);
      removeEventListener('offline', lost);
    },
  };
}

async function exchange(desk: NotesDesk, address: string): Promise<void> {
  // The browser knows: it need not try in vain.
  if (!navigator.onLine) throw new Error('offline');
  const sent = desk.toSend();
  const signal = AbortSignal.timeout(patience);
  const response = await fetch(address, {
    signal,
    ...(sent.length > 0
      ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ kept: sent }) }
      : {}),
  });
  // Signed out elsewhere, or no longer a note-taker: what waits here goes on waiting.
  if (response.status === 404 || response.status === 401) {
    desk.isSignedOut = true;
    return;
  }
  if (!response.ok) throw new Error(String(response.status));
  if (sent.length === 0) desk.heard((await response.json()) as DeskState);
  else {
    const { answers, state } = (await response.json()) as { answers: Answer[]; state: DeskState };
    desk.answered(sent, answers, state);
  }
}
