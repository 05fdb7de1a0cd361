import { error, redirect } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { editionCalled, roundtableNumbered } from '#programme/queries.ts';
import { perform } from '#record/act.ts';
import { remembered } from '#record/remembered.ts';
import { holds } from '#people/rules.ts';
import { draftReport } from '#report/acts.ts';
import { compileReport } from '#report/cluster/acts.ts';
import { isCluster } from '#report/cluster/queries.ts';
import { dialOf, type Setting } from '#report/dial.ts';
import { stops, wordsIn, wordsPerMinute } from '#report/length.ts';
import { reportOf } from '#report/queries.ts';
import { desk } from '#report/rules.ts';
import { addressesIn } from '#routes/addresses.ts';
import { answer } from '#routes/answer.ts';
import { mayDraft } from '#routes/[edition]/rt/[number]/report/moves.ts';
import type { Actions, PageServerLoad } from './$types';

/** The length dial of a roundtable's report: what each setting holds, and who falls out of the body at it. */
export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { edition } = await parent();
  const { forum, viewer, language } = locals;
  const speak = (code: string, values?: Record<string, unknown>) => say(code, values, language);
  const roundtable = await roundtableNumbered(forum.db, edition.id, params.number);
  const place = roundtable && { editionId: edition.id, roundtableId: roundtable.id };
  if (!roundtable || !place || !holds(viewer, desk, place)) error(404, speak('page.not_found'));
  const to = addressesIn(edition.slug);
  const at = { number: roundtable.number, title: roundtable.title, href: to.roundtable(roundtable.number), report: to.report(roundtable.number) }; // prettier-ignore
  const report = await reportOf(forum.db, viewer, roundtable);
  const dial = report && (await remembered(forum, `dial ${report.id}`, () => dialOf(forum.db, viewer, report)));
  if (!report || !dial || dial.now.everyone === 0) return { roundtable: at, title: speak('reading.none_yet', at), dial: null }; // prettier-ignore
  const tag = ({ slug, name, kind }: Setting['fallen'][number]) =>
    slug ? to.tag({ slug, name, kind: kind ?? 'individual' }) : { name, kind: 'none' as const };
  const shown = ({ counted, fallen, ...setting }: Setting) => ({ ...setting, counted: counted.map(tag), fallen: fallen.map(tag) }); // prettier-ignore
  const { settings, now, limit } = dial;
  const draft = mayDraft(viewer, place, report);
  const [shortest] = settings as [Setting];
  // What a person wrote is not drafted anew: then the dial only says what a draft would hold.
  const title = draft
    ? speak('length.title', { minutes: now.minutes, inBody: now.inBody, everyone: now.everyone })
    : speak('length.would', { minutes: stops[0], fallen: shortest.fallen.length, everyone: shortest.everyone });
  return {
    title,
    roundtable: at,
    report: { title: report.title },
    isCluster: report.kind === 'general_rapporteur',
    dial: {
      settings: settings.map(shown),
      now: shown(now),
      isOwnLength: !settings.some((one) => one.limit === limit),
      stops: settings.flatMap(({ limit, inBody, everyone }) =>
        limit === null ? [] : [{ minutes: limit / wordsPerMinute, inBody, everyone }],
      ),
    },
    draft,
    pace: wordsPerMinute,
    minutes: Math.round((wordsIn(report.paragraphs) / wordsPerMinute) * 10) / 10,
  };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await request.formData();
    const edition = await editionCalled(locals.forum.db, params.edition);
    const roundtable = edition && (await roundtableNumbered(locals.forum.db, edition.id, params.number));
    if (!roundtable) error(404, say('page.not_found', {}, locals.language));
    const given = String(form.get('words') ?? '').trim();
    const words = given === '' ? null : Number(given);
    const work = (await isCluster(locals.forum.db, roundtable)) ? compileReport : draftReport;
    const drafted = perform(locals.forum, locals.viewer, work, { roundtable: roundtable.id, words });
    const back = () => redirect(303, addressesIn(params.edition).report(params.number));
    return answer(drafted.then(back), { language: locals.language, given: form });
  },
};
