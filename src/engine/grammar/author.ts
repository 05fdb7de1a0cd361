import type { Act } from './act.ts';
import { subjectOf } from './act.ts';
import { trimmed } from './message.ts';
import { openingActs } from './opening.ts';
import { low } from './reader.ts';
import type { Reader } from './reader.ts';

/**
 * A text whose author is known: "We call on …" is their act; a question asks, a "should" proposes, and every other
 * sentence states, so that nothing they wrote is lost.
 */
export function authorActs(reader: Reader, author: string): Act[] {
  const found = openingActs(reader).filter((act) => act.verb && act.to > act.from);
  if (found.length) return found.map((act) => ({ ...act, attribution: 'first_person' as const }));
  const [from, to] = trimmed(reader, 0, reader.row.length);
  if (to - from < 2) return [];
  const words = reader.text.slice(reader.row[from]!.start, reader.row[to - 1]!.end);
  const asks = low(reader, reader.row.length - 1) === '?';
  const act = asks ? 'questioned' : reader.tongue.ought.test(words) ? 'proposed' : 'stated';
  const end = asks && low(reader, to - 1) !== '?' ? to : to;
  return [
    {
      subject: subjectOf([author]),
      verb: null,
      act,
      from,
      to: end,
      attribution: 'first_person',
      topic: '',
      refersBack: false,
      doubts: asks ? [] : ['bare'],
    },
  ];
}
