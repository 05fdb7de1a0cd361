import { viewerOf } from '#people/access.ts';
import { admitPerson } from '#people/acts.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program, type Viewer } from '#record/viewer.ts';
import { submitComment } from '#statements/acts.ts';
import { reacting } from './reacting.ts';
import { smallForum } from './small-forum.ts';

export const wanjiru = 'wanjiru@example.org';
export const grace = 'grace@example.org';
export const body = 'Reception first, then papers.';

/** The small forum with people who can be written to, its record followed by `react`. */
export async function people(bare: Forum) {
  const { forum, react } = reacting(bare);
  const small = await smallForum(forum);
  await login(forum, small.delegate, wanjiru);
  await login(forum, small.chair, grace);
  await react();
  const comment = async (viewer: Viewer, more: object = {}) =>
    (await perform(forum, viewer, submitComment, { roundtable: small.roundtable, body, ...more })).id;
  return { ...small, forum, react, comment };
}

export async function login({ db }: Forum, { personId, name }: Viewer, email: string) {
  await db.insertInto('login').values({ id: email, name: name!, email, person_id: personId }).execute();
}

export async function admit(
  forum: Forum,
  edition: string,
  name: string,
  delegation: string | null = null,
  capacity: 'focal_point' | 'delegate' = 'delegate',
) {
  // prettier-ignore
  const { id } = await perform(forum, program, admitPerson, { edition, name, delegation, capacity });
  const viewer = await viewerOf(forum.db, id);
  const email = `${name.split(' ')[0]!.toLowerCase()}@example.org`;
  await login(forum, viewer, email);
  return { viewer, email };
}

/** Each letter there is, as “code → address”, oldest first. */
export async function letters({ db }: Forum) {
  const rows = await db
    .selectFrom('mail')
    .innerJoin('mail_recipient', 'mail_recipient.id', 'recipient_id')
    .selectAll('mail')
    .select('address')
    .orderBy('mail.created_at')
    .execute();
  const sent = rows.map(({ code, address }) => `${code} → ${address}`).sort();
  const text = (code: string) => rows.find((row) => row.code === code)!.body!;
  return { rows, sent, text };
}
