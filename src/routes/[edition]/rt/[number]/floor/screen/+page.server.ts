import { error } from '@sveltejs/kit';
import { heardByPart } from '#floor/heard.ts';
import { floorOf, slotsOf } from '#floor/queries.ts';
import { say } from '#messages/say.ts';
import { roundtableNumbered } from '#programme/queries.ts';
import { program } from '#record/viewer.ts';
import type { PageServerLoad } from './$types';

/** The room display: in a room where names are not for everyone, someone who keeps the floor signs in to open it. */
export const load: PageServerLoad = async ({ parent, params, locals, setHeaders }) => {
  const { edition, language } = await parent();
  const { forum, viewer } = locals;
  const roundtable = await roundtableNumbered(forum.db, edition.id, params.number);
  if (!roundtable) error(404, say('page.not_found', {}, language));
  setHeaders({ 'cache-control': 'no-store' });
  const floor = await floorOf(forum.db, viewer, roundtable);
  // Counted, not named: how many were heard is for every room.
  const heard = floor ? await heardByPart(forum.db, edition.id, await slotsOf(forum.db, program, roundtable)) : [];
  return {
    roundtable,
    floor,
    heard: heard.reduce((sum, part) => sum + part.heard.length, 0),
    all: heard.reduce((sum, part) => sum + part.heard.length + part.not.length, 0),
    now: forum.now(),
    sequence: forum.live.sequence,
    address: `${forum.origin.replace(/^https?:\/\//, '')}/${edition.slug}/rt/${roundtable.number}/floor`,
  };
};
