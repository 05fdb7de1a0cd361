import { error } from '@sveltejs/kit';
import { searchPractices } from '#followup/queries.ts';
import { say } from '#messages/say.ts';
import { networkOf } from '#people/accounts/limits.ts';
import { openBuckets } from '#record/bucket.ts';
import { addressesIn } from '#routes/addresses.ts';
import { searchStatements } from '#statements/queries.ts';
import { datesOf } from '#ui/dates.ts';
import { passagesFound } from './passages.ts';
import type { PageServerLoad } from './$types';

const longestQuery = 200;
/** Of one account; or of everyone without one behind one network. */
const perMinute = 60;
const searched = openBuckets('search');

/** What was said, found by its words: `?q=`. */
export const load: PageServerLoad = async ({ locals, parent, url, getClientAddress, setHeaders }) => {
  const { edition, language } = await parent();
  const { db } = locals.forum;
  const asked = (url.searchParams.get('q') ?? '').replaceAll('\0', '').trim();
  const q = asked.slice(0, longestQuery).toWellFormed();
  const whose = locals.viewer.personId ?? networkOf(getClientAddress());
  const seconds = q ? await searched(locals.forum, whose, perMinute) : 0;
  if (seconds > 0) {
    setHeaders({ 'retry-after': String(seconds) });
    error(429, say('pace.searches', { seconds }, language));
  }
  const to = addressesIn(edition.slug);
  const dates = datesOf(edition, language);
  const statements = q ? await searchStatements(db, locals.viewer, edition.id, q) : [];
  const passages = await passagesFound(db, statements, q);
  const practices = q ? await searchPractices(db, locals.viewer, edition.id, q) : [];
  return {
    q,
    practices: practices.map(({ slug, title }) => ({ title, href: `${to.home}/practices/${slug}` })),
    longest: longestQuery,
    isCut: asked.length > longestQuery,
    here: `${to.home}/search`,
    register: `${to.home}/delegations`,
    results: statements.map((statement) => ({
      number: statement.number,
      roundtable: statement.roundtable.number,
      href: to.statement(statement),
      kind: statement.kind,
      when: statement.saidAt ? dates.moment(statement.saidAt) : null,
      in: say('reading.in_language', { language: nameOf(statement.language, language) }, language),
      by: statement.speakers.flatMap(({ part, delegation }) =>
        part === 'speaker' && delegation ? [to.tag(delegation)] : [],
      ),
      passage: { ...passages.get(statement.id)!, lang: statement.language },
    })),
  };
};

function nameOf(code: string, language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code;
}
