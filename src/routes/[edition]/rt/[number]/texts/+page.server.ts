import { error, redirect } from '@sveltejs/kit';
import { extractText } from '#documents/extract.ts';
import { say } from '#messages/say.ts';
import { everyoneNamed } from '#notes/queries.ts';
import { takesNotes } from '#notes/rules.ts';
import { turnsOf } from '#notes/desk/queries.ts';
import { fileWritten } from '#notes/written/acts.ts';
import type { Reading } from '#notes/written/rules.ts';
import { editionCalled, roundtableNumbered } from '#programme/queries.ts';
import { perform } from '#record/act.ts';
import { Refusal } from '#record/refusals.ts';
import { answer, isUnanswered, textsOf } from '#routes/answer.ts';
import { filesIn } from '#routes/files.ts';
import { largestAttachment } from '#statements/attachments/rules.ts';
import type { Actions, PageServerLoad } from './$types';

/** Where a written statement or a presentation is handed in: by a delegation's own people, or for it. */
export const load: PageServerLoad = async ({ parent, params, locals }) => {
  const { edition, language } = await parent();
  const { forum, viewer } = locals;
  const roundtable = await roundtableNumbered(forum.db, edition.id, params.number);
  const mayNote = roundtable && takesNotes(viewer, { editionId: edition.id, roundtableId: roundtable.id });
  if (!roundtable || !(mayNote || viewer.delegationIds.length > 0)) error(404, say('page.not_found', {}, language));
  const register = await everyoneNamed(forum.db);
  const own = register.filter(({ id }) => viewer.delegationIds.includes(id));
  return {
    roundtable,
    delegations: (mayNote ? [...own, ...register.filter((one) => !own.includes(one))] : own).map(({ id, name }) => ({ id, name })), // prettier-ignore
    turns: mayNote ? await turnsOf(forum.db, roundtable.id) : [],
  };
};

export const actions = {
  file: async ({ request, locals, params, url }) => {
    const { forum, viewer, language } = locals;
    const form = await request.formData();
    const given = textsOf(form);
    const edition = await editionCalled(forum.db, params.edition);
    const roundtable = edition && (await roundtableNumbered(forum.db, edition.id, params.number));
    if (!roundtable) error(404, say('page.not_found', {}, language));
    const work = async () => {
      const attachments = await filesIn(form, 'files');
      const body = (given.body ?? '').trim() || (await textOf(attachments[0]));
      const other = (given.other_body ?? '').trim();
      return perform(forum, viewer, fileWritten, {
        roundtable: roundtable.id,
        delegation: given.delegation ?? '',
        kind: given.kind === 'presentation' ? 'presentation' : 'written_statement',
        mode: given.video === 'yes' ? 'video' : 'written',
        language: given.language ?? 'en',
        body,
        versions: other ? [{ language: given.other_language ?? '', body: other }] : [],
        reading: (given.reading ?? 'not_read') as Reading,
        embargo: given.embargo === 'yes',
        slot: given.slot || null,
        link: given.link ?? '',
        attachments,
      });
    };
    const outcome = await answer(work(), { language, given });
    if (isUnanswered(outcome)) return outcome;
    redirect(303, `${url.pathname.replace(/\/texts$/, '/meeting')}#texts`);
  },
} satisfies Actions;

/** The words of a document that came without any typed: read in a process of its own, which a hostile file cannot outlive. */
async function textOf(file: { name: string; content: string } | undefined): Promise<string> {
  if (!file) return '';
  const bytes = Buffer.from(file.content, 'base64');
  if (/^(?:png|jpe?g)$/i.test(file.name.split('.').at(-1) ?? '')) throw new Refusal('written.file_unread');
  const { text } = await extractText({ bytes, name: file.name }, { limitBytes: largestAttachment });
  if (text.trim() === '') throw new Refusal('written.file_unread');
  return text;
}
