import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { offices } from '#people/rules.ts';
import { NotFound } from '#record/refusals.ts';
import type { RoleKind, Viewer } from '#record/viewer.ts';

/** An office looks after the accounts of those who have a part in its edition; anyone after their own. */
export async function managesRefusal(db: Kysely<DB>, viewer: Viewer, person: string): Promise<void> {
  if (viewer.program || viewer.personId === person) return;
  const editions = viewer.roles
    .filter(({ kind, roundtableId }) => roundtableId === null && (offices as readonly RoleKind[]).includes(kind))
    .map(({ editionId }) => editionId);
  const part = editions.length
    ? await db
        .selectFrom('person')
        .select('id')
        .where('id', '=', person)
        .where((eb) =>
          eb.or([
            eb.exists(
              eb
                .selectFrom('role')
                .select('role.id')
                .whereRef('role.person_id', '=', 'person.id')
                .where('role.edition_id', 'in', editions),
            ),
            eb.exists(
              eb
                .selectFrom('credential')
                .select('credential.id')
                .whereRef('credential.person_id', '=', 'person.id')
                .where('credential.edition_id', 'in', editions),
            ),
          ]),
        )
        .executeTakeFirst()
    : undefined;
  if (!part) throw new NotFound('person');
}
