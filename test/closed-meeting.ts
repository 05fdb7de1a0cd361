import { findPoints } from '#analysis/acts.ts';
import { viewerOf } from '#people/access.ts';
import { admitPerson, registerDelegation } from '#people/acts.ts';
import { createRoundtable } from '#programme/acts.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program } from '#record/viewer.ts';
import { enterStatement } from '#statements/acts.ts';
import { smallForum } from './small-forum.ts';

// A meeting under the Chatham House Rule: what was said is shared, and who said it is not.

const room: [name: string, kind: 'state' | 'union' | 'un', words: string][] = [
  ['Peru', 'state', 'We propose that forms be shorter. In Cusco a form has one page.'],
  ['Norway', 'state', 'We support shorter forms. The Fjord Desk opened in May.'],
  ['Japan', 'state', 'We oppose a levy on wages.'],
  ['Dockers Union', 'union', 'We ask that hours count as training.'],
];

/** What nobody outside the room may come upon. */
export const secret =
  /Peru|Norway|Japan|Dockers|Cusco|Fjord|heron|forms be shorter\. In|Head of delegation|\bperu\b|dockers-union/;

/** Roundtable 3 of the small forum, at which four spoke, and once something off the record was said. */
export async function closedMeeting(forum: Forum, attribution: 'not_attributed' | 'by_constituency') {
  const small = await smallForum(forum);
  const { edition } = small;
  const { id: roundtable } = await perform(forum, program, createRoundtable, { edition, number: '3', title: 'Behind the door', attribution, state: 'open_for_comment', commentsCloseAt: new Date('2099-01-01') }); // prettier-ignore
  const said: string[] = [];
  const people: string[] = [];
  for (const [shortName, kind, body] of room) {
    const slug = shortName.toLowerCase().replace(' ', '-');
    const { id: delegation } = await perform(forum, program, registerDelegation, { slug, shortName, kind });
    const { id: person } = await perform(forum, program, admitPerson, { edition, name: `${shortName} Person`, function: 'Head of delegation', delegation }); // prettier-ignore
    people.push(person);
    said.push((await perform(forum, program, enterStatement, { roundtable, kind: 'intervention', body, speakers: [{ delegation, person }] })).id); // prettier-ignore
  }
  await perform(forum, program, enterStatement, { roundtable, kind: 'intervention', body: 'Peru will leave the talks if the heron flies.', onRecord: false, speakers: [{ delegation: small.kenya }] }); // prettier-ignore
  await perform(forum, program, findPoints, { statements: said });
  const admitted = await perform(forum, program, admitPerson, { edition, name: 'Someone Else' });
  return { ...small, roundtable, said, people, stranger: await viewerOf(forum.db, admitted.id) };
}
