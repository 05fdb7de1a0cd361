import { createHash } from 'node:crypto';
import { say } from '#messages/say.ts';
import type { Forum } from '#record/forum.ts';
import { visitor } from '#record/viewer.ts';
import { reflectionsOf } from '#report/queries.ts';
import { addressOf } from '#mail/addresses.ts';
import { post } from '#mail/post.ts';
import { datesOf } from '#ui/dates.ts';

/** To everyone whose words a report rests on, once it is circulated and once it is final: where, in its sentences. */
export async function tellCited(forum: Forum, report: string): Promise<void> {
  const moved = await reportToWriteOf(forum, report);
  if (moved?.state !== 'correction_window' && moved?.state !== 'final') return;
  const cited = await citedIn(forum, moved);
  for (const [to, { person, places, statements }] of cited) {
    const list = places.join('\n\n');
    const closes = moved.state === 'correction_window' && moved.corrections_close_at;
    await post(forum, {
      to,
      person,
      edition: moved.edition,
      code: moved.state === 'final' ? 'mail.cited_final' : 'mail.cited_circulated',
      // Circulated again with other sentences, it is told again; with the same ones, not.
      key: `cited ${report} ${moved.state} ${person ?? statements[0]} ${createHash('sha256').update(list).digest('hex')}`,
      values: {
        report: moved.title,
        count: places.length,
        list,
        page: `${forum.origin}/${moved.slug}/rt/${moved.roundtable}/report`,
        dated: closes ? 'yes' : 'no',
        closes: closes ? datesOf(moved).deadline(closes) : '',
      },
    });
  }
}

interface Cited {
  person: string | null;
  statements: string[];
  /** Each in words: which statement, which paragraph, what the sentence says, and where to read it. */
  places: string[];
}

/** By address, for an author may have made several statements. */
async function citedIn(forum: Forum, { id, edition, slug }: ReportToWriteOf): Promise<Map<string, Cited>> {
  const statements = await forum.db
    .selectFrom('statement')
    .innerJoin('roundtable', 'roundtable.id', 'statement.roundtable_id')
    .leftJoin('guest', 'guest.statement_id', 'statement.id')
    .select(['statement.id', 'statement.number', 'author_id', 'roundtable.number as roundtable'])
    .where('roundtable.edition_id', '=', edition)
    .where((eb) => eb.or([eb('author_id', 'is not', null), eb('guest.confirmed_at', 'is not', null)]))
    .orderBy('roundtable.number')
    .orderBy('statement.number')
    .execute();
  const ids = statements.map((statement) => statement.id);
  // As anyone may read it: a letter shows no more than the page it leads to.
  const reflections = await reflectionsOf(forum.db, visitor, ids, { areOwn: true });
  const cited = new Map<string, Cited>();
  for (const { id: statement, number, roundtable, author_id } of statements) {
    const here = (reflections.get(statement) ?? []).filter(({ report }) => report.id === id);
    const to = here.length > 0 ? await addressOf(forum.db, { statement }) : null;
    if (!to) continue;
    const theirs = cited.get(to) ?? { person: author_id, statements: [], places: [] };
    theirs.statements.push(statement);
    const seen = new Set<string>();
    for (const { paragraph, letter, sentence, report } of here) {
      if (seen.has(sentence.id)) continue;
      seen.add(sentence.id);
      const page = `${forum.origin}/${slug}/rt/${report.roundtable}/report#p${paragraph}${letter}`;
      theirs.places.push(say('mail.cited_place', { number, roundtable, paragraph, letter, text: sentence.text, page }));
    }
    cited.set(to, theirs);
  }
  return cited;
}

type ReportToWriteOf = NonNullable<Awaited<ReturnType<typeof reportToWriteOf>>>;

function reportToWriteOf({ db }: Forum, id: string) {
  return db
    .selectFrom('report')
    .innerJoin('roundtable', 'roundtable.id', 'report.roundtable_id')
    .innerJoin('edition', 'edition.id', 'roundtable.edition_id')
    .select(['report.id', 'report.title', 'report.state', 'corrections_close_at', 'roundtable.number as roundtable'])
    .select(['edition.id as edition', 'edition.slug', 'time_zone', 'starts_on'])
    .where('report.id', '=', id)
    .executeTakeFirst();
}
