import { error } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { programmeOf } from '#programme/queries.ts';
import { recordOf } from '#record/queries.ts';
import { addressesIn } from '#routes/addresses.ts';
import { datesOf } from '#ui/dates.ts';
import { shownLine } from './lines.ts';
import type { PageServerLoad } from './$types';

/** A page of the record, newest first: `?before=` a sequence number, `?rt=` a roundtable's number. */
export const load: PageServerLoad = async ({ locals, parent, url }) => {
  const { edition, language } = await parent();
  const { db } = locals.forum;
  const programme = await programmeOf(db, edition.id);
  const asked = url.searchParams.get('rt') || null;
  const roundtable = asked ? programme.find(({ number }) => number === asked) : null;
  const before = beforeGiven(url.searchParams.get('before'));
  if (roundtable === undefined || before === undefined) error(404, say('page.not_found', {}, language));
  const { lines, older } = await recordOf(db, locals.viewer, edition.id, {
    before,
    roundtableId: roundtable?.id ?? null,
  });
  const to = addressesIn(edition.slug);
  const dates = datesOf(edition, language);
  const here = `${to.home}/record`;
  const only = roundtable ? `rt=${roundtable.number}` : '';
  return {
    lines: lines.map((line) => shownLine(line, to, dates, (code, values) => say(code, values, language))),
    here,
    asked: roundtable?.number ?? '',
    roundtables: programme.map(({ number, title }) => ({ number, title })),
    newest: before === null ? null : `${here}${only && `?${only}`}`,
    older: older === null ? null : `${here}?${only && `${only}&`}before=${older}`,
  };
};

/** Null where none is given, undefined where it is no sequence number. */
function beforeGiven(text: string | null): number | null | undefined {
  if (text === null || text === '') return null;
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
