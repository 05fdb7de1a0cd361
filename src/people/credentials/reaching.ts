import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';

/** Someone with an account, and the address they sign in with. */
export interface Reached {
  person: string;
  to: string;
}

/** The focal points of a delegation in an edition who can be written to. */
export function focalPointsToReach(db: Kysely<DB>, editionId: string, delegationId: string): Promise<Reached[]> {
  return voices(db, editionId)
    .where('credential.delegation_id', '=', delegationId)
    .where('capacity', '=', 'focal_point')
    .execute();
}

/**
 * Who is told of what concerns each delegation of an edition, by its id: its focal points; where none of them has an
 * account, whoever else speaks for it. A delegation that nobody can write to is not there.
 */
export async function voicesToReach(db: Kysely<DB>, editionId: string): Promise<Map<string, Voice[]>> {
  const all = Map.groupBy(await voices(db, editionId).execute(), ({ delegation }) => delegation);
  return new Map(
    [...all].map(([delegation, some]) => {
      const focal = some.filter(({ capacity }) => capacity === 'focal_point');
      return [delegation, focal.length > 0 ? focal : some];
    }),
  );
}

export interface Voice extends Reached {
  name: string;
  delegation: string;
  capacity: string;
}

function voices(db: Kysely<DB>, editionId: string) {
  return db
    .selectFrom('credential')
    .innerJoin('login', 'login.person_id', 'credential.person_id')
    .innerJoin('person', 'person.id', 'credential.person_id')
    .select(['credential.person_id as person', 'login.email as to', 'person.name', 'capacity'])
    .select('credential.delegation_id as delegation')
    .distinct()
    .where('credential.edition_id', '=', editionId)
    .where('credential.verified_at', 'is not', null)
    .orderBy('person.name')
    .orderBy('login.email');
}
