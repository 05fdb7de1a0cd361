import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { visitor } from '#record/viewer.ts';
import { statements, toView, visibleTo, type Roundtable } from '#statements/rows.ts';

/** One who contributed, and whether they are thanked by name. */
export interface Contributor {
  /** Null for a person who spoke for nobody, or whom nobody knows. */
  delegation: { slug: string; name: string; kind: string } | null;
  /** Those who made a statement for it and wish to be named. */
  people: string[];
  isNamed: boolean;
}

/**
 * Those who contributed to a roundtable by something everyone may read: each delegation once, and each person who spoke
 * for nobody. Names only with consent and where speakers are named at all; otherwise only the kind of delegation remains.
 */
export async function contributorsTo(db: Kysely<DB>, roundtable: Roundtable): Promise<Contributor[]> {
  const rows = await db
    .selectFrom('statement')
    .innerJoin('statement_speaker as speaker', (join) =>
      join.onRef('speaker.statement_id', '=', 'statement.id').on('speaker.part', '=', 'speaker'),
    )
    .leftJoin('delegation', 'delegation.id', 'speaker.delegation_id')
    .leftJoin('acknowledgement', 'acknowledgement.statement_id', 'statement.id')
    .select(['statement.id', 'speaker.name as person', 'slug', 'short_name', 'delegation.kind', 'by_name'])
    .where('statement.roundtable_id', '=', roundtable.id)
    .where(visibleTo(visitor, roundtable) as never)
    .where('statement.state', 'not in', ['held', 'withdrawn'])
    .orderBy('statement.number')
    .execute();
  const retained = await retainedIn(db, roundtable);
  const heard = rows.filter(({ id }) => retained.has(id));
  const mayName = roundtable.attribution === 'attributed';
  const one = ({ id, slug, person }: (typeof rows)[number]) => (slug ? `of ${slug}` : (person ?? id));
  return [...Map.groupBy(heard, one).values()].map((theirs) => {
    const { slug, short_name, kind } = theirs[0]!;
    const named = mayName ? theirs.filter(({ by_name }) => by_name === true) : [];
    const isNamed = named.length > 0;
    const people = [...new Set(named.flatMap(({ person }) => person ?? []))];
    const known = slug ? { slug, name: short_name!, kind: kind! } : null;
    const hidden = known && { slug: '', name: '', kind: known.kind };
    return { delegation: isNamed ? known : hidden, people, isNamed };
  });
}

/** Whoever was not retained by the Chair is not thanked for that. */
async function retainedIn(db: Kysely<DB>, roundtable: Roundtable): Promise<Set<string>> {
  const rows = await statements(db, visitor, roundtable).execute();
  const views = rows.map((row) => toView(row, visitor, roundtable));
  const isRetained = ({ ruling, isErased }: (typeof views)[number]) =>
    !isErased && (ruling === null || ruling.decision === 'relevant');
  return new Set(views.filter(isRetained).map(({ id }) => id));
}

/** Whether those who made a statement are to be thanked by name; null where they have not said. */
export async function acknowledgementOf(db: Kysely<DB>, statementId: string): Promise<boolean | null> {
  const row = await db
    .selectFrom('acknowledgement')
    .select('by_name')
    .where('statement_id', '=', statementId)
    .executeTakeFirst();
  return row?.by_name ?? null;
}
