import type { LedgerLine, LedgerView } from '#report/views.ts';
import type { Link, Tag } from '#ui/tag.ts';
import { ledgerStates, type LedgerState } from '#report/ledger/rules.ts';
import { speakerTags, type Reading } from './margin.ts';

export interface ShownLine {
  /** “7”, or “2.1/7” in the report of a cluster */
  number: string;
  href: string;
  who: Tag[];
  what: string;
  /** The sentences that rest on it, or the statement it is merged with. */
  where: Link[];
  /** How much of it is there, or why it is not. */
  why: string;
}

/** The lines of a ledger under their states, from most to least present; states without a line are left out. */
export function ledgerByState(ledger: LedgerView, reading: Reading): { state: LedgerState; lines: ShownLine[] }[] {
  const byState = Map.groupBy(ledger.lines, (line) => line.state);
  return ledgerStates.flatMap((state) => {
    const lines = (byState.get(state) ?? []).map((line) => shownLine(line, reading));
    return lines.length > 0 ? [{ state, lines }] : [];
  });
}

function shownLine(line: LedgerLine, reading: Reading): ShownLine {
  const { to, say, dates } = reading;
  const { number, roundtable, kind, speakers, saidAt } = line.statement;
  const isHere = roundtable === reading.report.roundtable.number;
  const other = line.mergedWith;
  const sentences = line.sentences.map(({ paragraph, letter }) => ({
    text: say('reading.place', { paragraph, letter }),
    href: `#p${paragraph}${letter}`,
  }));
  const merged = other
    ? [
        {
          text: say('reading.merged_with', { number: other.number, elsewhere: String(other.roundtable !== roundtable), roundtable: other.roundtable }), // prettier-ignore
          href: to.statement({ roundtable: { number: other.roundtable }, number: other.number }),
        },
      ]
    : [];
  return {
    number: isHere ? String(number) : `${roundtable}/${number}`,
    href: to.statement({ roundtable: { number: roundtable }, number }),
    who: speakerTags(speakers, to),
    what: say(saidAt ? 'reading.said' : 'reading.said.undated', { kind, when: saidAt && dates.moment(saidAt) }),
    where: [...merged, ...sentences],
    why: [pointsIn(line, reading), line.reason, rulingIn(line, reading)].filter(Boolean).join(' '),
  };
}

function pointsIn({ state, points }: LedgerLine, { say }: Reading): string {
  return state === 'reflected' && points.all > 0 ? say('reading.points', points) : '';
}

function rulingIn({ ruling }: LedgerLine, { say, dates }: Reading): string {
  if (!ruling) return '';
  const { title, words, at } = ruling;
  return say('reading.ruling', { title: title ?? '', words, day: dates.shortDay(at) });
}
