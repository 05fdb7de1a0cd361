import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { tellsOfPractice } from '#engine/practices.ts';
import type { StatementView } from '#statements/queries.ts';
import { pointsIn } from './queries.ts';

/** A passage in which somebody tells of something they do. */
export interface Told {
  pointId: string;
  statementId: string;
  /** The sentence it stands in, exactly as it was said. */
  passage: string;
}

/**
 * The passages of these statements that tell of a practice rather than ask for one, in order. Statements whose words are
 * not the viewer's to read are passed over.
 */
export async function practicesTold(db: Kysely<DB>, statements: readonly StatementView[]): Promise<Told[]> {
  const bodies = new Map(statements.flatMap(({ id, body, revision }) => (body ? [[id, { body, revision }]] : [])));
  const points = await pointsIn(db, [...bodies.keys()]);
  return points.flatMap(({ id, statementId, act, message, revision, sentenceStart, sentenceEnd }) => {
    const statement = bodies.get(statementId)!;
    if (revision !== statement.revision || !tellsOfPractice(act, message)) return [];
    return [{ pointId: id, statementId, passage: statement.body.slice(sentenceStart, sentenceEnd).trim() }];
  });
}
