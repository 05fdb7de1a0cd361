import type { addressesIn } from '#routes/addresses.ts';
import type { StatementView } from '#statements/queries.ts';
import type { Tag } from '#ui/tag.ts';

export interface Echo {
  agreed: Tag[];
  opposed: Tag[];
  answeredBy: Tag[];
}

/** Who is on record for and against a statement, and who replied to it, in the thread as this viewer may see it. */
export function echoOf(
  statement: StatementView,
  thread: readonly StatementView[],
  slug: string,
  to: ReturnType<typeof addressesIn>,
): Echo {
  const tagsOf = (speakers: StatementView['speakers'], part: string) =>
    speakers.flatMap((one) =>
      one.part === part && one.delegation && one.delegation.slug !== slug ? [to.tag(one.delegation)] : [],
    );
  const replies = thread.filter(({ repliesTo, body }) => repliesTo === statement.number && body !== null);
  return {
    agreed: tagsOf(statement.speakers, 'supported_by'),
    opposed: tagsOf(statement.speakers, 'opposed_by'),
    answeredBy: once(replies.flatMap(({ speakers }) => tagsOf(speakers, 'speaker'))),
  };
}

function once(tags: Tag[]): Tag[] {
  return [...new Map(tags.map((tag) => [tag.href ?? tag.name, tag])).values()];
}
