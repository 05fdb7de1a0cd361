import { takeNote } from '#notes/acts.ts';
import { noteAttendance } from '#notes/attendance/acts.ts';
import { fileWritten } from '#notes/written/acts.ts';
import { admitPerson, assignRole } from '#people/acts.ts';
import { viewerOf } from '#people/access.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program } from '#record/viewer.ts';
import type { Ids } from './world.ts';

/** What two note-takers typed at the meeting of this hour: once the same, once each something else; and a text to check. */
export async function notesTaken(forum: Forum, ids: Ids): Promise<void> {
  const { edition, delegations, people } = ids;
  const roundtable = ids.roundtables.get('3.2')!;
  const { id: otto } = await perform(forum, program, admitPerson, { edition, name: 'Otto Lindqvist', function: 'note-taker' }); // prettier-ignore
  await perform(forum, program, assignRole, { edition, roundtable, kind: 'note_taker', person: otto });
  const hands = { A: await viewerOf(forum.db, otto), B: await viewerOf(forum.db, people.get('auma')!) };
  const slots = await forum.db
    .selectFrom('speaker_slot')
    .select(['id', 'delegation_id', 'started_at'])
    .where('roundtable_id', '=', roundtable)
    .where('started_at', 'is not', null)
    .execute();
  const slotOf = (slug: string) => slots.find(({ delegation_id }) => delegation_id === delegations.get(slug))!;
  for (const [hand, slug, seconds, line] of lines) {
    const { id: slot, started_at } = slotOf(slug);
    const typedAt = new Date(started_at!.getTime() + seconds * 1000);
    await perform(forum, hands[hand], takeNote, { id: forum.newId(), roundtable, line, typedAt, slot });
  }
  const text = { ...written, roundtable, delegation: delegations.get('portugal')!, slot: slotOf('portugal').id };
  await perform(forum, hands.B, fileWritten, text);
  const silent = ['ghana', 'mexico'].flatMap((slug) => delegations.get(slug) ?? []);
  if (silent.length > 0) await perform(forum, hands.A, noteAttendance, { roundtable, delegations: silent });
}

const lines: [hand: 'A' | 'B', slug: string, seconds: number, line: string][] = [
  ['A', 'kenya', 40, 'e #1 the telephone at the border post, free in the first week'],
  ['B', 'kenya', 42, 'e the telephone at the border post, free in the first week'],
  ['B', 'kenya', 120, 'cm ten family rooms by the end of next year'],
  ['A', 'portugal', 50, 'o a single form for all ages, would support a short one'],
  ['B', 'portugal', 55, 'o one form for all ages; would support a shore one'],
  ['A', 'portugal', 130, 'p a guardian within two days'],
  ['A', 'philippines', 60, 'q #2 who decides where two courts have spoken'],
  ['B', 'guatemala', 20, 'p a place at school from the first week'],
];

const written = {
  language: 'en',
  body: 'Portugal could not support a single form for all ages, and would support a short one for children.\n\nPortugal proposed a guardian within two working days, whatever the papers say.',
  versions: [
    {
      language: 'es',
      body: 'Portugal no puede apoyar un único formulario para todas las edades y apoyaría uno corto para los niños.',
    },
  ],
  reading: 'check_against_delivery' as const,
};
