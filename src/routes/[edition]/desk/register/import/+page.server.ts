import { error, redirect } from '@sveltejs/kit';
import { decode } from '#documents/decode.ts';
import { DocumentRefusal, named } from '#documents/refusal.ts';
import { packed, unpacked } from '#importing/carried.ts';
import { importList } from '#importing/lists/acts.ts';
import { previewList } from '#importing/lists/queries.ts';
import { countsOf, listColumns, mostBytes, type ListKind } from '#importing/lists/rules.ts';
import { say } from '#messages/say.ts';
import { holds, keepers } from '#people/rules.ts';
import { editionCalled } from '#programme/queries.ts';
import { perform } from '#record/act.ts';
import { Refusal } from '#record/refusals.ts';
import { answer, isUnanswered, textsOf } from '#routes/answer.ts';
import type { Actions, PageServerLoad } from './$types';

const mostShown = 500;

export const load: PageServerLoad = async ({ parent, locals, url }) => {
  const { edition, language } = await parent();
  if (!holds(locals.viewer, keepers, { editionId: edition.id })) error(404, say('page.not_found', {}, language));
  const [entered, corrected] = (url.searchParams.get('done') ?? '').split('-').map(Number);
  return { columns: listColumns, done: Number.isInteger(entered) && Number.isInteger(corrected) ? { entered, corrected } : null }; // prettier-ignore
};

export const actions = {
  /** Reads the list and shows what would become of each row. Writes nothing. */
  read: async ({ request, locals, params }) => {
    const form = await request.formData();
    const given = textsOf(form);
    const edition = await editionToKeep(locals, params.edition);
    const work = async () => {
      const { name, text } = await listIn(form);
      return shown(locals, edition, { name, text, kind: kindOf(given.kind) });
    };
    return answer(work(), { language: locals.language, given: { kind: given.kind ?? '' } });
  },

  /** Enters it; shows it once more where the register has changed since. */
  enter: async ({ request, locals, params }) => {
    const given = textsOf(await request.formData());
    const { forum, viewer, language } = locals;
    const edition = await editionToKeep(locals, params.edition);
    const kind = kindOf(given.kind);
    const work = async () => {
      const { name, text } = unpacked(given.list ?? '');
      const list = {
        edition,
        kind,
        text,
        name,
        fingerprint: given.fingerprint ?? '',
        correct: given.correct === 'yes',
      };
      try {
        return { entered: await perform(forum, viewer, importList, list) };
      } catch (thrown) {
        if (!(thrown instanceof Refusal && thrown.code === 'list.changed_meanwhile')) throw thrown;
        return { again: { ...(await shown(locals, edition, { name, text, kind })), changed: say(thrown.code, {}, language) } }; // prettier-ignore
      }
    };
    const outcome = await answer(work(), { language, given: { kind } });
    if (isUnanswered(outcome)) return outcome;
    if ('again' in outcome) return outcome.again;
    const { entered, corrected } = outcome.entered;
    redirect(303, `/${params.edition}/desk/register/import?done=${entered}-${corrected}#main`);
  },
} satisfies Actions;

interface List {
  name: string;
  text: string;
  kind: ListKind;
}

async function shown({ forum }: App.Locals, edition: string, { name, text, kind }: List) {
  const { fates, ignored, fingerprint } = await previewList(forum.db, edition, kind, text);
  // What needs a look comes first; a list of thousands that are the same is not read by anybody.
  const order = ['refused', 'differs', 'new', 'same'];
  const sorted = fates.toSorted((a, b) => order.indexOf(a.fate) - order.indexOf(b.fate) || a.line - b.line);
  return {
    kind,
    name,
    counts: countsOf(fates),
    fates: sorted.slice(0, mostShown),
    hidden: Math.max(0, fates.length - mostShown),
    ignored,
    fingerprint,
    list: packed({ name, text, edition: '' }),
    changed: '',
  };
}

/** The list as text, whatever the file's encoding: UTF-8, UTF-16 with its mark, or Windows-1252. */
async function listIn(form: FormData): Promise<{ name: string; text: string }> {
  const file = form.get('file');
  const pasted = String(form.get('text') ?? '');
  if (!(file instanceof File) || file.name === '') {
    if (!pasted.trim()) throw new Refusal('list.no_file');
    if (pasted.length > mostBytes) throw new Refusal('list.too_big');
    return { name: 'list.csv', text: pasted };
  }
  if (file.size > mostBytes) throw new Refusal('list.too_big');
  try {
    return { name: file.name.slice(0, 200), text: decode(new Uint8Array(await file.arrayBuffer())).text };
  } catch (thrown) {
    throw thrown instanceof DocumentRefusal ? named(thrown, file.name) : thrown;
  }
}

function kindOf(given = ''): ListKind {
  return given === 'persons' ? 'persons' : 'delegations';
}

async function editionToKeep({ forum, viewer, language }: App.Locals, slug: string): Promise<string> {
  const edition = await editionCalled(forum.db, slug);
  if (!edition || !holds(viewer, keepers, { editionId: edition.id })) error(404, say('page.not_found', {}, language));
  return edition.id;
}
