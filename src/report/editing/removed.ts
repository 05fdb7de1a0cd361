import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { Context } from '#record/act.ts';
import { found } from '#record/refusals.ts';
import { paragraphsOf, type ReportRow } from '#report/text-rows.ts';
import { paragraphHeld, type Held } from './hand.ts';
import { openParagraphAfter } from './laying.ts';

/**
 * Where a removed sentence goes back to: its paragraph; if that is gone, one of its own at the end of its section, or at
 * the end of the report.
 */
export async function homeOfRemoved(
  context: Context,
  report: ReportRow,
  removed: { removed_paragraph: string | null; removed_section: string | null },
): Promise<Held> {
  const { tx } = context;
  const paragraphs = await paragraphsOf(tx, report.id);
  const same = paragraphs.find(({ id, heading }) => id === removed.removed_paragraph && heading === null);
  if (same) return paragraphHeld(tx, same.id, report);
  const near = paragraphs.findLast(({ section }) => section === removed.removed_section) ?? paragraphs.at(-1);
  const last = await paragraphHeld(tx, found(near, 'paragraph').id, report);
  return paragraphHeld(tx, await openParagraphAfter(context, last), report);
}

/** The report a sentence stands in, or was taken out of. */
export async function reportOfSentence(tx: Kysely<DB>, id: string): Promise<string> {
  const row = await tx
    .selectFrom('sentence')
    .leftJoin('report_paragraph as paragraph', 'paragraph.id', 'sentence.paragraph_id')
    .select(({ fn }) => fn.coalesce('removed_from', 'report_id').as('report'))
    .where('sentence.id', '=', id)
    .executeTakeFirst();
  return found(row?.report, 'sentence');
}

/** What is said of a sentence that stands. */
export const standing = { removed_from: null, removed_paragraph: null, removed_section: null, removed_at: null, removed_by: null, joined_into: null }; // prettier-ignore

/** What is said of one that stands no more in this paragraph. */
export function takenOut({ now, actor }: Context, { id, section, report }: Held) {
  return { paragraph_id: null, removed_from: report.id, removed_paragraph: id, removed_section: section, removed_at: now, removed_by: actor.personId }; // prettier-ignore
}
