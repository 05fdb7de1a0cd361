import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { findPoints } from '#engine/points.ts';
import { reporters, roleRefusal } from '#people/rules.ts';
import type { Context } from '#record/act.ts';
import { found, refuseIf } from '#record/refusals.ts';
import { lastPosition, type Finding, type pointsBefore } from './point-writing.ts';
import { engineVersion, registerFor } from './register.ts';
import { isFirstPerson } from './rules.ts';
import { asTyped, typedSentences } from './typed.ts';

export type Read = Awaited<ReturnType<typeof statementsToRead>>[number];

/** Statements with their current words, locked, in the order asked for; refused to whoever does not keep the record. */
export async function statementsToRead({ tx, actor }: Context, ids: string[]) {
  const statements = await tx
    .selectFrom('statement')
    .innerJoin('roundtable', 'roundtable.id', 'statement.roundtable_id')
    .innerJoin('statement_revision as revision', (join) =>
      join.onRef('revision.statement_id', '=', 'statement.id').onRef('revision.revision', '=', 'statement.revisions'),
    )
    .select([
      'statement.id',
      'statement.kind',
      'statement.source',
      'on_record',
      'roundtable_id',
      'edition_id',
      'slot_id',
    ])
    .select(['revision.revision', 'revision.body', 'revision.language'])
    .where('statement.id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('statement.id')
    .forUpdate('statement')
    .execute();
  const known = new Map(statements.map((statement) => [statement.id, statement]));
  const asked = [...new Set(ids)].map((id) => found(known.get(id), 'statement'));
  for (const { edition_id: editionId, roundtable_id: roundtableId } of asked)
    refuseIf(roleRefusal(actor, [...reporters, 'note_taker'], { editionId, roundtableId }));
  return asked;
}

/** What the engine finds in the words, beside the points that are kept. */
export async function pointsFound(
  tx: Kysely<DB>,
  statements: Read[],
  kept: Awaited<ReturnType<typeof pointsBefore>>,
): Promise<Finding[]> {
  const register = await registerFor(tx);
  const typed = await typedSentences(tx, statements);
  const isTyped = ({ id }: Read) => typed.has(id);
  const speakers = await firstSpeakers(
    tx,
    statements.filter((one) => !isTyped(one) && one.source !== 'import'),
  );
  return statements.map((statement) => {
    const isKept = (start: number, act: string) =>
      kept.some(
        ({ statement_id, revision, message_start, act: its, found_as }) =>
          statement_id === statement.id &&
          revision === statement.revision &&
          [`${message_start} ${its}`, ...(found_as ?? [])].includes(`${start} ${act}`),
      );
    const sentences = typed.get(statement.id);
    // The verbs of what was composed from notes are English, whatever language the words are in.
    const language = sentences ? 'en' : statement.language;
    const speaker = speakers.get(statement.id);
    const author = !isTyped(statement) && isFirstPerson(statement) ? (speaker ?? 'Somebody') : null;
    const read = (author: string | null | undefined) =>
      findPoints(statement.body, {
        register,
        ...(author ? { author } : {}),
        ...(isRead(language) ? { language } : {}),
      });
    const account = read(author);
    // What reads as an account and names nobody is the speaker's own words, taken down without a "we".
    const isOwn = author === null && account.length === 0 && !isTyped(statement);
    const found = (isOwn && speaker ? read(speaker) : account).map(({ sentence: _sentence, message: _message, ...point }) => point); // prettier-ignore
    const points = sentences ? asTyped(found, sentences) : found;
    return {
      statement,
      after: lastPosition(kept, statement),
      points: points
        .filter((point) => point.messageStart < point.messageEnd && !isKept(point.messageStart, point.act))
        .map(({ start, end, ...point }) => ({
          ...point,
          sentenceStart: start,
          sentenceEnd: end,
          foundBy: engineVersion,
        })),
    };
  });
}

/** By the name the register knows, or as a person gave it. */
async function firstSpeakers(tx: Kysely<DB>, statements: Read[]): Promise<Map<string, string | null>> {
  if (statements.length === 0) return new Map();
  const speakers = await tx
    .selectFrom('statement_speaker as speaker')
    .leftJoin('delegation', 'delegation.id', 'speaker.delegation_id')
    .leftJoin('person', 'person.id', 'speaker.person_id')
    .distinctOn('statement_id')
    .select('statement_id')
    .select(({ fn }) => fn.coalesce('delegation.short_name', 'speaker.name', 'person.name').as('name'))
    .where('statement_id', '=', sql<string>`any(${statements.map(({ id }) => id)}::uuid[])`)
    .where('part', '=', 'speaker')
    .orderBy('statement_id')
    .orderBy('position')
    .execute();
  return new Map(speakers.map(({ statement_id, name }) => [statement_id, name]));
}

function isRead(language: string): language is 'en' | 'fr' | 'es' {
  return language === 'en' || language === 'fr' || language === 'es';
}
