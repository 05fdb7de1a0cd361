import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';

/**
 * Everything that is kept of the recommendations of a roundtable, each list in the order in which it is told: by number,
 * voices from for to against and as they were said, addressees as they were named, wordings and moves as they followed. Who
 * may see what of it is for the caller to say.
 */
export async function recommendationsKept(db: Kysely<DB>, roundtable: string) {
  const rows = await db
    .selectFrom('recommendation')
    .leftJoin('person', 'person.id', 'by_id')
    .selectAll('recommendation')
    .select('person.name as by')
    .where('roundtable_id', '=', roundtable)
    .orderBy('recommendation.number')
    .execute();
  if (rows.length === 0) return { rows, voices: [], addressees: [], texts: [], moves: [] };
  const [voices, addressees] = [await voicesOf(db, roundtable), await addresseesOf(db, roundtable)];
  return { rows, voices, addressees, ...(await lineageOf(db, roundtable)) };
}

function voicesOf(db: Kysely<DB>, roundtable: string) {
  return db
    .selectFrom('recommendation_voice as voice')
    .innerJoin('recommendation', 'recommendation.id', 'voice.recommendation_id')
    .innerJoin('point', 'point.id', 'voice.point_id')
    .innerJoin('statement', 'statement.id', 'point.statement_id')
    .select(['voice.recommendation_id', 'voice.point_id', 'voice.part', 'voice.at', 'point.statement_id'])
    .where('recommendation.roundtable_id', '=', roundtable)
    .orderBy(sql`array_position(array['proposed', 'supported', 'opposed'], voice.part)`)
    .orderBy('statement.number')
    .orderBy('point.revision')
    .orderBy('point.position')
    .execute();
}

function addresseesOf(db: Kysely<DB>, roundtable: string) {
  return db
    .selectFrom('recommendation_addressee as to')
    .innerJoin('recommendation', 'recommendation.id', 'to.recommendation_id')
    .leftJoin('delegation', 'delegation.id', 'to.delegation_id')
    .select(['to.recommendation_id', 'to.name', 'short_name', 'delegation.slug'])
    .where('roundtable_id', '=', roundtable)
    .orderBy('to.position')
    .execute();
}

async function lineageOf(db: Kysely<DB>, roundtable: string) {
  const texts = await db
    .selectFrom('recommendation_text as earlier')
    .innerJoin('recommendation', 'recommendation.id', 'earlier.recommendation_id')
    .leftJoin('person', 'person.id', 'earlier.by_id')
    .select(['earlier.recommendation_id', 'earlier.version', 'earlier.text', 'until', 'person.name as by'])
    .where('roundtable_id', '=', roundtable)
    .orderBy('earlier.version')
    .execute();
  const moves = await db
    .selectFrom('recommendation_move as move')
    .innerJoin('recommendation', 'recommendation.id', 'move.recommendation_id')
    .leftJoin('person', 'person.id', 'move.by_id')
    .select(['move.recommendation_id', 'from_state', 'to_state', 'words', 'move.at', 'person.name as by'])
    .where('roundtable_id', '=', roundtable)
    .orderBy('move.number')
    .execute();
  return { texts, moves };
}
