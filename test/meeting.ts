import { randomUUID } from 'node:crypto';
import { takeNote } from '#notes/acts.ts';
import { registerDelegation } from '#people/acts.ts';
import { moveRoundtable } from '#programme/acts.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program, type Viewer } from '#record/viewer.ts';
import { madeOnce } from './made-once.ts';
import { officer, smallForum } from './small-forum.ts';

const enter = madeOnce(async (forum) => {
  const small = await smallForum(forum);
  const { roundtable, chair, kenya } = small;
  const { id: guatemala } = await perform(forum, program, registerDelegation, { slug: 'guatemala', shortName: 'Guatemala', kind: 'state', code: 'GTM' }); // prettier-ignore
  const noteTaker = (name: string) => officer(forum, small, 'note_taker', name);
  const [ruth, otto] = [await noteTaker('Ruth Auma'), await noteTaker('Otto Lindqvist')];
  for (const to of ['comment_closed', 'ready', 'in_session'] as const)
    await perform(forum, chair, moveRoundtable, { roundtable, to });
  const turn = await aTurn(forum, { roundtable, delegation: kenya });
  return { ...small, guatemala, ruth, otto, turn };
});

/** The small forum at its meeting: two note-takers, and Kenya has spoken. */
export async function atTheMeeting(forum: Forum) {
  const entered = await enter(forum);
  const { roundtable } = entered;
  const at = (minutes: number) => new Date(forum.now().getTime() + minutes * 60_000);
  const take = (who: Viewer, line: string, minutes = -8, more = {}) =>
    perform(forum, who, takeNote, { id: randomUUID(), roundtable, line, typedAt: at(minutes), ...more });
  return { ...entered, at, take };
}

/** A turn on the speakers list as it stands in the database, begun and ended so many minutes from now. */
export async function aTurn(forum: Forum, turn: Turn): Promise<string> {
  const id = randomUUID();
  const { roundtable, delegation, name = null, from = -10, to = -5, behalf = null, offRecord = false } = turn;
  const at = (minutes: number) => new Date(forum.now().getTime() + minutes * 60_000);
  const state = to === null ? 'speaking' : 'spoken';
  await forum.db
    .insertInto('floor')
    .values({
      roundtable_id: roundtable,
      state: 'open',
      order_by: 'asked',
      first_time_first: false,
      every_third: false,
      allotted: '{}',
      reply_seconds: 60,
      most_replies: 1,
      opened_at: at(-90),
    }) // prettier-ignore
    .onConflict((one) => one.doNothing())
    .execute();
  await forum.db
    .insertInto('speaker_slot')
    .values({
      id,
      roundtable_id: roundtable,
      queue: 'list',
      class: turn.class ?? 'state',
      delegation_id: delegation,
      name,
      on_behalf_of_id: behalf,
      language: 'en',
      requested_at: at(-60),
      state,
      allotted_seconds: 180,
      started_at: at(from),
      ended_at: to === null ? null : at(to),
      off_record: offRecord,
    }) // prettier-ignore
    .execute();
  return id;
}

interface Turn {
  roundtable: string;
  delegation: string | null;
  name?: string;
  /** Minutes from now; a turn without an end goes on. */
  from?: number;
  to?: number | null;
  class?: string;
  offRecord?: boolean;
  behalf?: string;
}
