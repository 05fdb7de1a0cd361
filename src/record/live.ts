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
  /** Says something to the other processes that is kept nowhere: at most 8,000 bytes, and who does not hear it never will. */
  mention(word: string): void;
  /** What another process mentioned; or this one, which is told its own words too. */
  hear(word: string): void;
  onMention(listener: (word: string) => void): void;
}

/** `carry` brings a word to all processes of this forum; without it there are no others. */
export function openLive(sequence: number, carry: (word: string) => void = () => {}): Live {
  const hearing: ((word: string) => void)[] = [];
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
    mention: carry,
    hear(word) {
      for (const listener of hearing) listener(word);
    },
    onMention(listener) {
      hearing.push(listener);
    },
  };
}
