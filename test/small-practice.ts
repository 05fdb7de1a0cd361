import { offerPractice, publishPractice } from '#followup/acts.ts';
import { viewerOf } from '#people/access.ts';
import { admitPerson } from '#people/acts.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program } from '#record/viewer.ts';
import { madeOnce } from './made-once.ts';
import { smallForum } from './small-forum.ts';

/** A practice as its form is filled in. */
export const entry = {
  title: 'The night desk',
  summary: 'The city keeps a desk open in the bus station until midnight.',
  countries: ['kenya', 'Ouganda', 'KEN'],
  partners: ['Kenya', 'Bus drivers’ guild'],
  themes: ['First services', 'first services'],
  contactName: 'Wanjiru Kamau',
  contactEmail: 'Desk@Example.org',
};

/** A small forum with that practice published, and Amina, who has had no part in it. */
export const smallPractice = madeOnce(async (forum) => {
  const small = await smallForum(forum);
  const { id: practice } = await perform(forum, small.delegate, offerPractice, { edition: small.edition, ...entry });
  await perform(forum, small.chair, publishPractice, { practice });
  const admitted = await perform(forum, program, admitPerson, { edition: small.edition, name: 'Amina Yusuf' });
  return { ...small, practice, amina: await viewerOf(forum.db, admitted.id) };
});

/** What the record says of a thing: kind and audience of each line. */
export const linesOf = async (forum: Forum, subject: string) =>
  (
    await forum.db.selectFrom('record_line').select(['kind', 'audience']).where('subject_id', '=', subject).execute()
  ).map(({ kind, audience }) => `${kind} ${audience}`);
