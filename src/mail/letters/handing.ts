import { roundtableHolders } from '#mail/addresses.ts';
import { post } from '#mail/post.ts';
import type { Forum } from '#record/forum.ts';
import { reportToWriteOf } from './lines.ts';

/** To the co-chairs, that a report is with them; to whoever writes it, that they have sent it back. */
export async function tellHanded(forum: Forum, report: string): Promise<void> {
  const handed = await reportToWriteOf(forum, report);
  const state = handed?.row.state;
  if (!handed || (state !== 'co_chair_review' && state !== 'draft')) return;
  const { row, slug } = handed;
  const writers = row.kind === 'record' ? 'rapporteur' : 'general_rapporteur';
  const readers = await roundtableHolders(forum.db, row.roundtable_id, state === 'draft' ? writers : 'co_chair');
  const { moves } = await forum.db
    .selectFrom('record_line')
    .select(({ fn }) => fn.countAll<number>().as('moves'))
    .where('subject_id', '=', report)
    .where('kind', '=', 'report.moved')
    .executeTakeFirstOrThrow();
  for (const { person, to } of readers)
    await post(forum, {
      to,
      person,
      edition: row.edition_id,
      code: 'mail.report_handed',
      // It may be handed over and sent back again and again.
      key: `handed ${report} ${moves} ${person}`,
      values: {
        number: row.roundtable_number,
        report: row.title,
        back: state === 'draft' ? 'yes' : 'no',
        page: `${forum.origin}/${slug}/rt/${row.roundtable_number}/report`,
      },
    });
}
