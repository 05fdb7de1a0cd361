import type { Uncertain, UnderstoodDelegation, UnderstoodParagraph, UnderstoodRoundtable } from './understanding.ts';

/** Below this confidence a point is shown to a person before it is entered. */
export const surely = 0.5;

/** What a person should look at: points below .5, actors who are on no register, and sentences nobody is credited with. */
export function uncertainOf(about: {
  roundtables: UnderstoodRoundtable[];
  delegations: UnderstoodDelegation[];
  paragraphs: UnderstoodParagraph[];
}): Uncertain[] {
  const statements = about.roundtables.flatMap((roundtable) => roundtable.statements);
  const points = statements.flatMap((statement) =>
    statement.points
      .filter(({ confidence }) => confidence < surely)
      .map((point) => ({
        what: 'point' as const,
        point: point.key,
        statement: statement.key,
        message: statement.body.slice(point.messageStart, point.messageEnd),
        actors: point.actors,
        confidence: point.confidence,
      })),
  );
  const actors = about.delegations
    .filter((delegation) => delegation.as === 'named')
    .map(({ name }) => ({
      what: 'actor' as const,
      name,
      statements: statements.filter(({ speakers }) => speakers.includes(name)).map(({ key }) => key),
    }));
  return [...points, ...actors, ...unattributed(about.paragraphs)];
}

/** Said within a roundtable, but by nobody who is named; a line that only opens a list is not meant. */
function unattributed(paragraphs: UnderstoodParagraph[]): Uncertain[] {
  return paragraphs
    .filter(({ roundtable, section }) => roundtable !== null && section !== 'thanks')
    .flatMap(({ sentences }) => sentences)
    .filter(({ fact, text }) => fact === 'printed' && !text.endsWith(':'))
    .map(({ start, end, text }) => ({ what: 'unattributed', start, end, text }));
}
