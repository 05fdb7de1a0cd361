import { sql, type Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { DB } from '#db/schema.ts';
import { holds, offices } from '#people/rules.ts';
import type { Viewer } from '#record/viewer.ts';
import type { Capacity, CredentialState, Rank } from './rules.ts';

/** A credential as those who examine it see it, and the person it is about. */
export interface CredentialView {
  id: string;
  state: CredentialState;
  person: { id: string; name: string; title: string | null };
  /** In this credential; the person's own where it names none. */
  function: string | null;
  capacity: Capacity;
  rank: Rank;
  delegation: { id: string; slug: string; name: string; kind: string; requiresRelease: boolean };
  edition: { slug: string; name: string };
  /** What the person wrote to those who verify. */
  words: string;
  askedAt: Date | null;
  verified: { at: Date; by: string | null; how: string } | null;
  /** Every decision on it, oldest first. */
  decisions: { decision: CredentialState; by: string | null; how: string; at: string }[];
}

/** The credentials of an edition, those that wait first: all to its offices, else none. */
export async function credentialsIn(db: Kysely<DB>, viewer: Viewer, editionId: string): Promise<CredentialView[]> {
  if (!holds(viewer, offices, { editionId })) return [];
  return (await credentials(db, editionId).execute()).map(toView);
}

/** How many wait to be decided, as the edition's offices count them. */
export async function countAsked(db: Kysely<DB>, viewer: Viewer, editionId: string): Promise<number> {
  if (!holds(viewer, offices, { editionId })) return 0;
  const { all } = await db
    .selectFrom('credential')
    .select(({ fn }) => fn.countAll<number>().as('all'))
    .where('edition_id', '=', editionId)
    .where('state', '=', 'asked')
    .executeTakeFirstOrThrow();
  return Number(all);
}

/** Those of one delegation, to its focal points and the offices; undefined to anyone else. */
export async function credentialsOf(
  db: Kysely<DB>,
  viewer: Viewer,
  editionId: string,
  delegationId: string,
): Promise<CredentialView[] | undefined> {
  const mayExamine =
    holds(viewer, offices, { editionId }) || (await focalPointFor(db, viewer, editionId)).includes(delegationId);
  if (!mayExamine) return undefined;
  return (await credentials(db, editionId).where('delegation_id', '=', delegationId).execute()).map(toView);
}

/** A person's own, wherever they stand; of every edition, newest first, where none is given. */
export async function ownCredentials(db: Kysely<DB>, viewer: Viewer, editionId?: string): Promise<CredentialView[]> {
  if (!viewer.personId) return [];
  return (await credentials(db, editionId).where('person_id', '=', viewer.personId).execute()).map(toView);
}

/** The delegations a viewer is a focal point of in an edition. */
export async function focalPointFor(db: Kysely<DB>, viewer: Viewer, editionId: string): Promise<string[]> {
  if (!viewer.personId) return [];
  const rows = await db
    .selectFrom('credential')
    .select('delegation_id')
    .where('edition_id', '=', editionId)
    .where('person_id', '=', viewer.personId)
    .where('capacity', '=', 'focal_point')
    .where('verified_at', 'is not', null)
    .execute();
  return rows.map((row) => row.delegation_id);
}

/** Who can verify for a delegation, besides the support unit: the names of its focal points. */
export async function focalPoints(db: Kysely<DB>, editionId: string, delegationId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('credential')
    .innerJoin('person', 'person.id', 'credential.person_id')
    .select('person.name')
    .where('edition_id', '=', editionId)
    .where('delegation_id', '=', delegationId)
    .where('capacity', '=', 'focal_point')
    .where('verified_at', 'is not', null)
    .orderBy('person.name')
    .execute();
  return rows.map(({ name }) => name);
}

/** Those that one person holds in an edition, to its offices: to be corrected. */
export async function credentialsHeldBy(
  db: Kysely<DB>,
  viewer: Viewer,
  editionId: string,
  personId: string,
): Promise<CredentialView[]> {
  if (!holds(viewer, offices, { editionId })) return [];
  const held = credentials(db, editionId).where('person_id', '=', personId).where('verified_at', 'is not', null);
  return (await held.execute()).map(toView);
}

function credentials(db: Kysely<DB>, editionId?: string) {
  return db
    .selectFrom('credential')
    .innerJoin('person', 'person.id', 'credential.person_id')
    .innerJoin('delegation', 'delegation.id', 'credential.delegation_id')
    .innerJoin('edition', 'edition.id', 'credential.edition_id')
    .leftJoin('person as examiner', 'examiner.id', 'credential.verified_by')
    .select([
      'credential.id',
      'credential.state',
      'credential.capacity',
      'rank',
      'credential.words',
      'asked_at',
      'person_id',
    ])
    .select(['verified_at', 'verified_how', 'examiner.name as verified_by', 'person.name', 'person.title'])
    .select(['delegation_id', 'delegation.slug', 'delegation.short_name', 'delegation.kind', 'requires_release'])
    .select(['edition.slug as edition_slug', 'edition.short_name as edition_name'])
    .select((eb) => [
      eb.fn.coalesce('credential.function', 'person.function').as('function'),
      jsonArrayFrom(
        eb
          .selectFrom('credential_decision as decision')
          .leftJoin('person as by', 'by.id', 'decision.by_id')
          .select(['decision.decision', 'by.name as by', 'decision.how', 'decision.at'])
          .whereRef('decision.credential_id', '=', 'credential.id')
          .orderBy('decision.at'),
      ).as('decisions'),
    ])
    .$if(editionId !== undefined, (all) => all.where('credential.edition_id', '=', editionId!))
    .orderBy('edition.created_at', 'desc')
    .orderBy(sql`array_position(array['asked', 'verified', 'refused', 'withdrawn'], credential.state)`)
    .orderBy('asked_at')
    .orderBy('delegation.short_name')
    .orderBy('person.name');
}

type Row = Awaited<ReturnType<ReturnType<typeof credentials>['execute']>>[number];

function toView(row: Row): CredentialView {
  const { person_id, name, title, delegation_id, slug, short_name, kind, requires_release } = row;
  return {
    id: row.id,
    state: row.state as CredentialState,
    person: { id: person_id, name, title },
    function: row.function,
    capacity: row.capacity as Capacity,
    rank: row.rank as Rank,
    delegation: { id: delegation_id, slug, name: short_name, kind, requiresRelease: requires_release },
    edition: { slug: row.edition_slug, name: row.edition_name },
    words: row.words,
    askedAt: row.asked_at,
    verified: row.verified_at ? { at: row.verified_at, by: row.verified_by, how: row.verified_how ?? '' } : null,
    decisions: row.decisions as unknown as CredentialView['decisions'],
  };
}
