import { admitPerson, assignRole, registerDelegation } from '#people/acts.ts';
import { viewerOf } from '#people/access.ts';
import { createRoundtable, openEdition, publishReasons } from '#programme/acts.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program, type RoleKind, type Viewer } from '#record/viewer.ts';
import { madeOnce } from './made-once.ts';

/** A forum with one roundtable open for comment, a delegate of Kenya, and the Chair's office: enough for most acts. */
export interface SmallForum {
  edition: string;
  roundtable: string;
  questions: string[];
  kenya: string;
  delegate: Viewer;
  chair: Viewer;
}

export const deadline = new Date('2026-06-10T15:00:00Z');

/** Somebody who holds an office: of the roundtable where one is named, else of the edition. */
export async function officer(
  forum: Forum,
  { edition, roundtable }: { edition: string; roundtable?: string },
  kind: RoleKind,
  name: string,
): Promise<Viewer> {
  const { id: person } = await perform(forum, program, admitPerson, { edition, name });
  await perform(forum, program, assignRole, { edition, ...(roundtable ? { roundtable } : {}), kind, person });
  return viewerOf(forum.db, person);
}

export const smallForum = madeOnce(async (forum): Promise<SmallForum> => {
  const { id: kenya } = await perform(forum, program, registerDelegation, { slug: 'kenya', shortName: 'Kenya', kind: 'state', code: 'KEN', region: 'Africa' }); // prettier-ignore
  const { id: edition } = await perform(forum, program, openEdition, { slug: 'lake', name: 'Lake Forum', shortName: 'Lake', languages: ['en', 'es'] }); // prettier-ignore
  await perform(forum, program, publishReasons, { edition, reasons: [{ code: 'A', title: 'Another subject', words: 'It answers no question.' }] }); // prettier-ignore
  const { id: roundtable, questions } = await perform(forum, program, createRoundtable, {
    edition,
    number: '2.1',
    title: 'Cities as first hosts',
    state: 'open_for_comment',
    commentsCloseAt: deadline,
    questions: ['Which services open first?', 'Who pays?'],
  });
  const admit = async (name: string, delegation: string | null) =>
    (await perform(forum, program, admitPerson, { edition, name, function: 'adviser', delegation })).id;
  const delegate = await admit('Wanjiru Kamau', kenya);
  const chair = await admit('Grace Nakato', null);
  await perform(forum, program, assignRole, { edition, kind: 'chairs_office', person: chair });
  return {
    edition,
    roundtable,
    questions,
    kenya,
    delegate: await viewerOf(forum.db, delegate),
    chair: await viewerOf(forum.db, chair),
  };
});
