import { error, redirect } from '@sveltejs/kit';
import { delegationsIn as register } from '#people/queries.ts';
import { editionCalled, programmeOf, roundtableNumbered, type RoundtableView } from '#programme/queries.ts';
import { perform } from '#record/act.ts';
import { draftReport, moveReport } from '#report/acts.ts';
import { compileReport } from '#report/cluster/acts.ts';
import { isCluster } from '#report/cluster/queries.ts';
import { ledgerOf, readableReport, reportOf } from '#report/queries.ts';
import type { ReportState } from '#report/rules.ts';
import { corrigendaOf } from '#report/versions/corrigenda.ts';
import { signReport } from '#report/versions/acts.ts';
import type { Capacity } from '#report/versions/rules.ts';
import { say } from '#messages/say.ts';
import { addressesIn } from '#routes/addresses.ts';
import { answer } from '#routes/answer.ts';
import { statementsOf } from '#statements/queries.ts';
import { datesOf } from '#ui/dates.ts';
import { momentIn } from '#routes/form-time.ts';
import { byParagraph, findingsFor } from './findings.ts';
import { finishingFor } from './finishing.ts';
import { headOf } from './head.ts';
import { ledgerByState } from './ledger-lines.ts';
import { mayDraft, movesFor } from './moves.ts';
import { reachFor } from './reaching.ts';
import { sectionsOf } from './sections.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { edition } = await parent();
  const { db } = locals.forum;
  const speak = (code: string, values?: Record<string, unknown>) => say(code, values, locals.language);
  const programme = await programmeOf(db, edition.id);
  const roundtable = programme.find(({ number }) => number === params.number);
  if (!roundtable) error(404, speak('page.not_found'));
  const to = addressesIn(edition.slug);
  const dates = datesOf(edition, locals.language);
  const place = { editionId: edition.id, roundtableId: roundtable.id };
  const at = { number: roundtable.number, title: roundtable.title, href: to.roundtable(roundtable.number) };

  const report = await reportOf(db, locals.viewer, roundtable);
  const draft = mayDraft(locals.viewer, place, report);
  const cluster = programme.some(({ parentId }) => parentId === roundtable.id);
  if (!report) return { title: speak('reading.none_yet', at), roundtable: at, report: null, cluster, draft, moves: [] };

  const ledger = (await ledgerOf(db, locals.viewer, report))!;
  const scope = programme.filter(({ id, parentId }) => id === roundtable.id || parentId === roundtable.id);
  const statements = [];
  for (const one of scope) statements.push(...(await statementsOf(db, locals.viewer, one)));
  const { paragraphs: _, ...head } = report;
  const asked = new Map(programme.flatMap(({ number, questions }) => questions.map(({ id }) => [id, number])));
  const reading = { report: head, to, dates, say: speak, asked };
  const delegations = await register(db, edition.id);
  const found = await findingsFor(locals.forum, locals.viewer, report, speak);
  const finishing = await finishingFor(locals.forum, locals.viewer, report, ledger, reading);
  return {
    title: report.title,
    roundtable: at,
    found: found && { summary: found.summary, by: byParagraph(found.all) },
    report: headOf(report, reading, { roundtable, statements, registered: delegations.length, parent: parentOf(roundtable, programme) }), // prettier-ignore
    ledger: { counts: ledger.counts, total: ledger.total, offRecord: ledger.offRecord, setAside: ledger.setAside, states: ledgerByState(ledger, reading) }, // prettier-ignore
    ...sectionsOf(report, reading, programme, statements),
    mine: delegations
      .filter(({ id }) => locals.viewer.delegationIds.includes(id))
      .map(({ slug, name }) => ({ name, href: to.lines(params.number, slug) })),
    register: `${to.home}/delegations`,
    cluster,
    draft,
    finishing,
    reach: await reachFor(locals.forum, locals.viewer, report, edition, speak),
    corrigenda: await corrigendaFor(locals, roundtable),
    lang: report.language,
    moves: movesFor(locals.viewer, place, report, finishing?.missing ?? [], reading),
    zone: dates.zone(),
  };
};

/** Only where there is one: they are looked up with the versions they stand between. */
async function corrigendaFor({ forum, viewer }: App.Locals, roundtable: { id: string }) {
  const row = await readableReport(forum.db, viewer, roundtable);
  return row ? corrigendaOf(forum.db, viewer, row) : [];
}

function parentOf({ parentId }: RoundtableView, programme: readonly RoundtableView[]) {
  return programme.find(({ id }) => id === parentId);
}

export const actions: Actions = {
  move: async ({ locals, params, request }) => {
    const form = await request.formData();
    const { edition, roundtable } = await roundtableAt(locals, params);
    const report = await readableReport(locals.forum.db, locals.viewer, roundtable);
    const closes = momentIn(edition.time_zone, String(form.get('closes') ?? ''));
    const moved = perform(locals.forum, locals.viewer, moveReport, {
      report: report?.id ?? '',
      to: String(form.get('to')) as ReportState,
      ...(closes ? { correctionsCloseAt: closes } : {}),
    });
    return answer(moved.then(backTo(params)), { language: locals.language, given: form });
  },

  sign: async ({ locals, params, request }) => {
    const form = await request.formData();
    const { roundtable } = await roundtableAt(locals, params);
    const report = await readableReport(locals.forum.db, locals.viewer, roundtable);
    const signed = perform(locals.forum, locals.viewer, signReport, {
      report: report?.id ?? '',
      capacity: String(form.get('capacity')) as Capacity,
      digest: String(form.get('digest')),
    });
    return answer(signed.then(backTo(params)), { language: locals.language, given: form });
  },

  draft: async ({ locals, params }) => {
    const { roundtable } = await roundtableAt(locals, params);
    const work = (await isCluster(locals.forum.db, roundtable)) ? compileReport : draftReport;
    const drafted = perform(locals.forum, locals.viewer, work, { roundtable: roundtable.id });
    return answer(drafted.then(backTo(params)), { language: locals.language });
  },
};

interface Called {
  edition: string;
  number: string;
}

async function roundtableAt({ forum, language }: App.Locals, { edition: slug, number }: Called) {
  const edition = await editionCalled(forum.db, slug);
  const roundtable = edition && (await roundtableNumbered(forum.db, edition.id, number));
  if (!roundtable) error(404, say('page.not_found', {}, language));
  return { edition, roundtable };
}

function backTo({ edition, number }: Called): () => never {
  return () => redirect(303, addressesIn(edition).report(number));
}
