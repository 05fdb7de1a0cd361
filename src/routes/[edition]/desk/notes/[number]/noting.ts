import { error } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { takesNotes } from '#notes/rules.ts';
import { editionCalled, roundtableNumbered } from '#programme/queries.ts';

/** The roundtable whose desk this is; there is none for whoever does not take its notes. */
export async function roundtableNoted(
  { forum, viewer, language }: App.Locals,
  params: { edition: string; number: string },
) {
  const edition = await editionCalled(forum.db, params.edition);
  const roundtable = edition && (await roundtableNumbered(forum.db, edition.id, params.number));
  const mayNote = roundtable && takesNotes(viewer, { editionId: edition.id, roundtableId: roundtable.id });
  if (!mayNote) error(404, say('page.not_found', {}, language));
  return roundtable;
}
