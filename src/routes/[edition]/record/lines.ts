import type { RecordLineView } from '#record/queries.ts';
import type { addressesIn } from '#routes/addresses.ts';
import type { Dates } from '#ui/dates.ts';

export interface ShownLine {
  sequence: number;
  /** The number of the roundtable it happened in, or empty. */
  roundtable: string;
  when: string;
  what: string;
  /** Where what it is about can be seen. */
  href: string | null;
  who: string;
  deskOnly: boolean;
  /** SHA-256 in hexadecimal. */
  commitment: string;
}

type Say = (code: string, values?: Record<string, unknown>) => string;

/** A line of the record as a sentence. */
export function shownLine(line: RecordLineView, to: ReturnType<typeof addressesIn>, dates: Dates, say: Say): ShownLine {
  const { sequence, at, commitment, deskOnly, actor } = line;
  return {
    sequence,
    roundtable: line.roundtable ?? '',
    when: dates.exactly(at),
    what: whatHappened(line, say),
    href: addressOf(line, to),
    who: actor.by === 'program' ? say('reading.by_program') : (actor.name ?? say('reading.by_someone')),
    deskOnly,
    commitment,
  };
}

/** From the kind of line; one without a sentence of its own is told by its kind. */
function whatHappened({ kind, subject, roundtable }: RecordLineView, say: Say): string {
  const code = `record.${kind}`;
  const values = {
    number: subject?.number ?? '',
    name: subject?.name ?? '',
    what: subject?.what ?? 'gone',
    roundtable: subject?.roundtable ?? roundtable ?? '',
  };
  const sentence = say(code, values);
  return sentence === code ? say('reading.record.other', { kind: kind.replace(/[._]/g, ' ') }) : sentence;
}

function addressOf({ subject, isAside }: RecordLineView, to: ReturnType<typeof addressesIn>): string | null {
  if (!subject || isAside) return null;
  const { what, number, roundtable } = subject;
  if (what === 'statement') return to.statement({ roundtable: { number: roundtable! }, number: Number(number) });
  if (what === 'delegation') return to.delegation(number!);
  if (what === 'edition') return to.home;
  if (what === 'practice') return `${to.home}/practices/${number}`;
  if (what === 'report') return to.report(roundtable!);
  if (what === 'paper') return to.paper({ roundtable: { number: roundtable! }, slug: number! });
  if (what === 'sentence') return `${to.report(roundtable!)}#p${number}`;
  return roundtable ? to.roundtable(roundtable) : null;
}
