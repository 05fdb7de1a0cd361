import type { Printing } from './print.ts';
import { keyOf } from './print-names.ts';
import type { PrintedRecommendation } from './whole.ts';

/** The recommendations on record, each with who stands behind it, to whom it is addressed and how it came to read so. */
export function printedRecommendations({ gathered, dates, say, withWords }: Printing): PrintedRecommendation[] {
  return gathered.recommendations.map((one): PrintedRecommendation => {
    const { roundtable, number, text, state, version, recordedAt, recordedBy, to, voices, earlier, moves } = one;
    const by = (name: string | null) => name ?? 'none';
    return {
      key: `${roundtable}/${number}`,
      title: say('rec.title', { number }),
      text,
      voices: voices.map(({ part, who, statement }) => ({
        part: say(`rec.${part}`),
        who: who.join(', ') || say('lists.somebody'),
        statement: withWords.has(keyOf(statement)) ? keyOf(statement) : null,
        what: `${say('rec.in_statement', { number: statement.number })}`,
        address: `${gathered.home}/rt/${statement.roundtable.number}/statements/${statement.number}`,
      })),
      lines: [
        ...(to.length > 0 ? [say('lists.addressed', { names: to.map(({ name }) => name).join(', ') })] : []),
        `${say('rec.state', { state })}.`,
        say('rec.recorded', { at: dates.moment(recordedAt), by: by(recordedBy) }),
        ...earlier.map((was) => `${say('rec.version', { version: was.version, at: dates.moment(was.until), by: by(was.by) })}: ${was.text}`), // prettier-ignore
        ...(earlier.length > 0 ? [`${say('rec.now', { version })}.`] : []),
        ...moves.map((move) => `${say('rec.moved', { from: say('rec.state', { state: move.from }), to: say('rec.state', { state: move.to }), at: dates.moment(move.at), by: by(move.by) })}. ${move.words}`.trim()), // prettier-ignore
      ],
    };
  });
}
