import { low } from './reader.ts';
import type { Reader } from './reader.ts';
import { namesAt } from './relation.ts';

const chaired =
  /^(?:co-chaired|cochaired|chaired|co-moderated|coprésidée?|co-présidée?|présidée?|copresidida|presidida|copresidido|co-presidida)$/;

/** "co-chaired by two very able Chairs: Greece and Morocco": who the co-chairs are, or undefined. */
export function chairsNamed(reader: Reader): string[] | undefined {
  const mark = [1, 2].find((at) => low(reader, at) === ':');
  if (mark) return namesAt(reader, mark + 1, 'support')?.names;
  for (let i = 0; i < reader.row.length; i++) {
    if (!chaired.test(low(reader, i)) || !reader.tongue.by.has(low(reader, i + 1))) continue;
    for (let at = i + 2; at < i + 12 && at < reader.row.length; at++) {
      const list = namesAt(reader, at, 'support');
      const held = list?.names.filter((name) => reader.register.find(name));
      if (held?.length) return held;
    }
  }
  return undefined;
}
