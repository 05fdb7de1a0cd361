import type { Register } from '#engine/register.ts';
import { tokens } from '#engine/reading/tokens.ts';
import type { Actor } from '#engine/types.ts';

export interface NameMet {
  actor: Actor;
  /** UTF-16 code units into the text. */
  start: number;
  end: number;
  /** As printed. */
  text: string;
  adjective: boolean;
}

/** Every name of the register that stands in a text, longest first, none inside another. */
export function namesMet(text: string, register: Register): NameMet[] {
  const row = tokens(text);
  const found: NameMet[] = [];
  for (let at = 0; at < row.length; at++) {
    const met = register.meet(row, at);
    if (!met) continue;
    const { start } = row[at]!;
    const { end } = row[at + met.length - 1]!;
    found.push({ actor: met.actor, start, end, text: text.slice(start, end), adjective: met.adjective });
    at += met.length - 1;
  }
  return found;
}
