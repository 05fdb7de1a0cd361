import { error, redirect } from '@sveltejs/kit';
import { extractText } from '#documents/extract.ts';
import { packed, unpacked, type Carried } from '#importing/carried.ts';
import type { Corrections } from '#importing/corrections.ts';
import { correctionsFrom } from '#importing/form.ts';
import { performImport, previewImport, understoodFrom } from '#importing/importing.ts';
import { isArchive } from '#importing/rules.ts';
import { editionsToImportInto } from '#importing/queries.ts';
import { say } from '#messages/say.ts';
import { Refusal } from '#record/refusals.ts';
import { addressesIn } from '#routes/addresses.ts';
import { answer } from '#routes/answer.ts';
import { registeredNames } from '#people/register/queries.ts';
import { delegationKinds } from '#people/rules.ts';
import type { Actions, PageServerLoad } from './$types';

const limitBytes = 20 * 1024 * 1024;

export const load: PageServerLoad = async ({ locals }) => {
  const editions = await editionsOpenTo(locals);
  const register = (await registeredNames(locals.forum.db)).map(({ shortName }) => shortName);
  return { editions, register, kinds: [...delegationKinds] };
};

export const actions: Actions = {
  /** Reads the file and shows what was understood. */
  read: ({ locals, request }) =>
    answering(locals, async () => {
      const form = await request.formData();
      const file = form.get('file');
      if (!(file instanceof File) || file.name === '') throw new Refusal('import.no_file');
      const bytes = new Uint8Array(await file.arrayBuffer());
      const { text, notices } = await extractText({ bytes, name: file.name }, { limitBytes });
      const warnings = notices.map(({ code, values }) => say(`document.warning.${code}`, values, locals.language));
      const document = { name: file.name, text, edition: String(form.get('edition') ?? '') };
      return { ...(await shown(locals, document)), warnings };
    }),

  /** Shows it once more, as corrected so far. */
  correct: ({ locals, request }) =>
    answering(locals, async () => {
      const { document, corrections } = await correctedIn(locals, await request.formData());
      return shown(locals, document, corrections);
    }),

  /** Enters it and goes to what was made of it; shows it once more where a correction is still needed. */
  enter: ({ locals, request }) =>
    answering(locals, async () => {
      const { document, corrections } = await correctedIn(locals, await request.formData());
      const again = await shown(locals, document, corrections);
      if (again.problem) return again;
      const { edition, home } = await performImport(locals.forum, locals.viewer, document, corrections);
      redirect(303, addressesIn(edition.slug).roundtable(home));
    }),
};

async function correctedIn(
  locals: App.Locals,
  form: FormData,
): Promise<{ document: Carried; corrections: Corrections }> {
  const document = unpacked(String(form.get('document') ?? ''));
  return { document, corrections: correctionsFrom(form, await understoodFrom(locals.forum, document)) };
}

async function shown(locals: App.Locals, document: Carried, corrections: Corrections = {}) {
  const editions = await editionsOpenTo(locals);
  const isOpen = document.edition === '' || editions.some(({ slug }) => slug === document.edition);
  if (!isOpen) throw new Refusal('import.edition_missing');
  const { plan, destination, problem } = await previewImport(locals.forum, document, corrections);
  const { text: _, paragraphs, ...understood } = plan;
  const reason = typeof problem === 'string' ? { code: problem, values: {} } : problem;
  return {
    plan: { ...understood, sentences: paragraphs.flatMap((paragraph) => paragraph.sentences).length },
    destination: destination.name,
    isArchive: isArchive(document.text),
    document: packed(document),
    meant: corrections.delegations ?? {},
    dropped: corrections.dropped ?? [],
    problem: reason && say(reason.code, reason.values, locals.language),
    warnings: [] as string[],
  };
}

/** The support unit and the Chair's office import, each into its own editions; nobody else has business here. */
async function editionsOpenTo({ forum, viewer, language }: App.Locals) {
  const editions = await editionsToImportInto(forum.db, viewer);
  if (editions.length === 0) error(403, say('import.only_offices', {}, language));
  return editions;
}

/** A refusal becomes its sentence beside the form, whether the file cannot be read or the document cannot be entered. */
async function answering<T>(locals: App.Locals, work: () => Promise<T>) {
  await editionsOpenTo(locals);
  return answer(work(), { language: locals.language });
}
