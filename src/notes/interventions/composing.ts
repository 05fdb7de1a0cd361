// What an intervention is composed from: its turn, and the lines under it.
import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { linesOf, mergesIn, type NoteLine } from '#notes/queries.ts';
import { textOf } from '#notes/sentence/rules.ts';
import { unnamedSpeaker } from '#statements/rules.ts';
import { standing } from './rules.ts';

/** A turn, with what must be known of who had it. */
export function turnCalled(tx: Kysely<DB>, slotId: string) {
  return tx
    .selectFrom('speaker_slot as slot')
    .innerJoin('roundtable', 'roundtable.id', 'slot.roundtable_id')
    .innerJoin('edition', 'edition.id', 'roundtable.edition_id')
    .leftJoin('delegation', 'delegation.id', 'slot.delegation_id')
    .leftJoin('person', 'person.id', 'slot.person_id')
    .leftJoin('credential', (join) =>
      join
        .onRef('credential.person_id', '=', 'slot.person_id')
        .onRef('credential.delegation_id', '=', 'slot.delegation_id')
        .onRef('credential.edition_id', '=', 'roundtable.edition_id')
        .on('credential.verified_at', 'is not', null),
    )
    .select(['slot.id', 'slot.roundtable_id', 'slot.class', 'slot.delegation_id', 'slot.person_id', 'slot.state'])
    .select(['slot.on_behalf_of_id', 'slot.started_at', 'slot.ended_at', 'slot.off_record', 'roundtable.edition_id'])
    .select(['edition.languages', 'delegation.short_name', 'credential.capacity', 'credential.rank'])
    .select(({ fn, ref }) => [
      fn.coalesce(ref('slot.name'), ref('person.name')).as('name'),
      fn.coalesce(ref('slot.function'), ref('credential.function'), ref('person.function')).as('function'),
      fn.coalesce(ref('roundtable.attribution'), ref('edition.attribution')).as('attribution'),
    ])
    .where('slot.id', '=', slotId)
    .executeTakeFirst();
}

export type Turn = NonNullable<Awaited<ReturnType<typeof turnCalled>>>;

/**
 * The text of a turn from its lines as they stand, and where each of them is in it; null where nobody noted a word. Where
 * the policy names nobody the text does not either.
 */
export async function composedOf(tx: Kysely<DB>, turn: Composed) {
  const all = (await linesOf(tx, { slot: turn.id })).filter(({ words }) => words !== '');
  const ids = all.map(({ id }) => id);
  const { lines, isOnRecord } = standing(all, await mergesIn(tx, ids));
  if (lines.length === 0) return null;
  const mayName = turn.attribution === 'attributed';
  const speaker = mayName ? (turn.short_name ?? turn.name ?? unnamedSpeaker) : unnamedSpeaker;
  const others = ({ delegation }: NoteLine) => (mayName && delegation && delegation.id !== turn.delegation_id ? delegation.name : null); // prettier-ignore
  const text = textOf(speaker, lines.map((line) => ({ ...line, speaker: others(line) }))); // prettier-ignore
  return { ...text, lines, isOnRecord };
}

type Composed = Pick<Turn, 'id' | 'short_name' | 'name' | 'delegation_id' | 'attribution'>;
