import type { Witnessed } from './witness.ts';

/** Told after commit what the record has gained. Knows how far the record has come, which is what a page's age is measured by. */
export interface Live {
  /**
   * The sequence number of the newest line this process knows to be committed. Not a number while nobody tells it what
   * other processes commit: that is equal to nothing, and so nothing that was kept for a sequence number is given out.
   */
  readonly sequence: number;
  /** Says whether others' changes are heard of. */
  setDeaf(isDeaf: boolean): void;
  announce(sequence: number, lines: Witnessed[]): void;
  /** Calls back on every change, with no lines when another process made it; returns how to stop. */
  onChange(listener: (sequence: number, lines: Witnessed[]) => void): () => void;
}

export function openLive(sequence: number): Live {
  const listeners = new Set<(sequence: number, lines: Witnessed[]) => void>();
  let deaf = false;
  return {
    get sequence() {
      return deaf ? NaN : sequence;
    },
    setDeaf(isDeaf) {
      deaf = isDeaf;
    },
    announce(next, lines) {
      if (next > sequence) sequence = next;
      for (const listener of listeners) listener(next, lines);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
