import { error, redirect } from '@sveltejs/kit';
import { extractText } from '#documents/extract.ts';
import { say } from '#messages/say.ts';
import { holds, keepers } from '#people/rules.ts';
import { addPaper, circulatePaper, endorsePaper, revisePaper } from '#programme/papers/acts.ts';
import { paperCalled } from '#programme/papers/queries.ts';
import { paperKinds, paperRefusal, stateOfNewVersion, type PaperKind } from '#programme/papers/rules.ts';
import { editionCalled, roundtableNumbered } from '#programme/queries.ts';
import { perform } from '#record/act.ts';
import { answer, isUnanswered, textsOf } from '#routes/answer.ts';
import type { Actions, PageServerLoad } from './$types';

const limitBytes = 20 * 1024 * 1024;

/** A paper to work on, or a new one. */
export const load: PageServerLoad = async ({ parent, params, locals, url }) => {
  const { edition, language } = await parent();
  const { forum, viewer } = locals;
  const roundtable = await roundtableNumbered(forum.db, edition.id, params.number);
  const place = roundtable && { editionId: edition.id, roundtableId: roundtable.id };
  if (!place || !holds(viewer, [...keepers, 'co_chair'], place)) error(404, say('page.not_found', {}, language));
  const slug = url.searchParams.get('paper');
  const paper = slug ? await paperCalled(forum.db, viewer, roundtable, slug) : undefined;
  if (slug && !paper) error(404, say('page.not_found', {}, language));
  return {
    roundtable: { number: roundtable.number, title: roundtable.title },
    paper: paper && {
      ...paper,
      text: paper.paragraphs.map(({ number, text }) => (number === null ? `# ${text}` : text)).join('\n\n'),
      mayCirculate: paperRefusal(paper.state, 'circulated') === null,
      mayEndorse: paperRefusal(paper.state, 'endorsed') === null,
      mayRevise: stateOfNewVersion(paper.state) === 'draft' || paperRefusal(paper.state, 'revised') === null,
    },
    kinds: [...paperKinds],
  };
};

export const actions = {
  add: async ({ request, locals, params }) => {
    const form = await request.formData();
    const given = textsOf(form);
    const { forum, viewer, language } = locals;
    const work = async () => {
      const { title = '', slug = '', language: written = '' } = given;
      const roundtable = await roundtableAt(locals, params);
      const input = { roundtable: roundtable.id, kind: given.kind as PaperKind, title, slug, language: written };
      await perform(forum, viewer, addPaper, { ...input, text: await textIn(form) });
    };
    const outcome = await answer(work(), { language, given });
    if (isUnanswered(outcome)) return outcome;
    redirect(303, `/${params.edition}/rt/${params.number}/papers/${encodeURIComponent(given.slug ?? '')}`);
  },

  revise: async ({ request, locals, params, url }) => {
    const form = await request.formData();
    const given = textsOf(form);
    const { forum, viewer, language } = locals;
    const work = async () => {
      const text = await textIn(form);
      await perform(forum, viewer, revisePaper, { paper: given.paper ?? '', basedOn: Number(given.basedOn), text });
    };
    const outcome = await answer(work(), { language, given });
    if (isUnanswered(outcome)) return outcome;
    redirect(303, paperAddress(params, url));
  },

  move: async ({ request, locals, params, url }) => {
    const given = textsOf(await request.formData());
    const { forum, viewer, language } = locals;
    const act = given.to === 'endorsed' ? endorsePaper : circulatePaper;
    const outcome = await answer(perform(forum, viewer, act, { paper: given.paper ?? '' }), { language, given });
    if (isUnanswered(outcome)) return outcome;
    redirect(303, paperAddress(params, url));
  },
} satisfies Actions;

type Called = { edition: string; number: string };

function paperAddress({ edition, number }: Called, url: URL): string {
  return `/${edition}/rt/${number}/papers/${url.searchParams.get('paper')}`;
}

async function roundtableAt({ forum, language }: App.Locals, { edition: slug, number }: Called) {
  const edition = await editionCalled(forum.db, slug);
  const roundtable = edition && (await roundtableNumbered(forum.db, edition.id, number));
  if (!roundtable) error(404, say('page.not_found', {}, language));
  return roundtable;
}

/** The text that was pasted, or that of the file where one was chosen; a file that cannot be read is refused in a sentence. */
async function textIn(form: FormData): Promise<string> {
  const file = form.get('file');
  if (!(file instanceof File) || file.name === '') return String(form.get('text') ?? '');
  const bytes = new Uint8Array(await file.arrayBuffer());
  return (await extractText({ bytes, name: file.name }, { limitBytes })).text;
}
