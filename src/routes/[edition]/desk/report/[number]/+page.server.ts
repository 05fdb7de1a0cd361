import { redirect } from '@sveltejs/kit';
import { perform } from '#record/act.ts';
import { citePassage, decideDisposition, writeSentence } from '#report/acts.ts';
import { joinSentences, putBackSentence, removeSentence } from '#report/editing/acts.ts';
import { tellPoint } from '#report/editing/adding/acts.ts';
import { deskSaid, deskText, wordsOf } from '#report/editing/queries.ts';
import { addressesIn } from '#routes/addresses.ts';
import { answer, isUnanswered, textsOf } from '#routes/answer.ts';
import { deskAt, inWords, mayDecide, readOnlyBecause, reportAt } from './at-desk.ts';
import { decidingActions, decidingAsked } from './deciding-forms.ts';
import { Layout } from './desk-layout.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

// A desk where every key does something, and what another hand does arrives by itself.
export const csr = true;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { forum, viewer, language } = locals;
  const { edition, roundtable, report } = await deskAt(locals, params);
  const to = addressesIn(edition.slug);
  const at = { number: roundtable.number, title: roundtable.title, report: to.report(roundtable.number) };
  if (!report) return { at, report: null };
  const { sequence } = forum.live;
  const asked = (name: string) => url.searchParams.get(name) ?? '';
  const opened = isId(asked('statement')) ? await wordsOf(forum.db, viewer, report, asked('statement')) : undefined;
  const said = await deskSaid(forum.db, viewer, report);
  return {
    at,
    report: { id: report.id, title: report.title, language: report.language },
    me: viewer.personId ?? '',
    sequence,
    text: await deskText(forum.db, report),
    said,
    readOnly: inWords(readOnlyBecause(viewer, report), language),
    decides: mayDecide(viewer, report),
    /** Without script: what is open, and whether all of a long list is shown. */
    opened: opened ?? null,
    writing: asked('sentence'),
    deciding: await decidingAsked(locals, { edition, report }, said, url),
    isWhole: asked('whole') !== '',
  };
};

type Event = Pick<RequestEvent, 'request' | 'locals' | 'params' | 'url'>;
type Given = Record<string, string>;

/** Performs what a form asks for on the report of this desk, and shows the page again where it was. */
async function doing(
  { request, locals, params, url }: Event,
  work: (given: Given, layout: Layout, report: string) => Promise<unknown>,
) {
  const given = textsOf(await request.formData());
  const { report } = await reportAt(locals, params);
  const text = await deskText(locals.forum.db, report);
  const layout = new Layout(text, await deskSaid(locals.forum.db, locals.viewer, report));
  const outcome = await answer(work(given, layout, report.id), { language: locals.language, given });
  if (isUnanswered(outcome)) return outcome;
  const sentence = given.sentence ? `#s-${given.sentence}` : '#statements';
  redirect(303, `${url.pathname}${sentence}`);
}

export const actions: Actions = {
  ...decidingActions,
  write: (event) =>
    doing(event, ({ sentence = '', text = '', basedOn }) =>
      perform(event.locals.forum, event.locals.viewer, writeSentence, { sentence, text, basedOn: Number(basedOn) }),
    ),
  join: (event) =>
    doing(event, ({ sentence = '', basedOn }) =>
      perform(event.locals.forum, event.locals.viewer, joinSentences, { sentence, basedOn: Number(basedOn) }),
    ),
  remove: (event) =>
    doing(event, ({ sentence = '', basedOn }) =>
      perform(event.locals.forum, event.locals.viewer, removeSentence, { sentence, basedOn: Number(basedOn) }),
    ),
  put_back: (event) =>
    doing(event, ({ sentence = '' }) =>
      perform(event.locals.forum, event.locals.viewer, putBackSentence, { sentence }),
    ),
  cite: (event) =>
    doing(event, ({ statement = '', words = '', into = '' }, layout) =>
      perform(event.locals.forum, event.locals.viewer, citePassage, {
        sentence: layout.sentenceCalled(into)?.id ?? '',
        statement,
        quotation: words,
      }),
    ),
  tell: (event) =>
    doing(event, ({ point = '', into = '' }, layout) => {
      const place = layout.sentenceCalled(into);
      return perform(event.locals.forum, event.locals.viewer, tellPoint, {
        point,
        paragraph: place?.paragraph.id ?? '',
        basedOn: place?.paragraph.version ?? 1,
        after: place?.id ?? null,
      });
    }),
  decide: (event) =>
    doing(event, ({ statement = '', kind, reason = '', with: into = '' }, layout, report) =>
      perform(event.locals.forum, event.locals.viewer, decideDisposition, {
        report,
        statement,
        kind: kind as 'merged',
        reason,
        mergedWith: into ? (layout.statementCalled(into)?.id ?? null) : null,
      }),
    ),
};

function isId(text: string): boolean {
  return /^[0-9a-f-]{36}$/.test(text);
}
