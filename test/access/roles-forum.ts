import { enterPoints, nameIssue } from '#analysis/acts.ts';
import { mergeIssues } from '#analysis/issues/acts.ts';
import { noteAnswer } from '#analysis/questions/acts.ts';
import { editPoint, rejectPoint } from '#analysis/points/acts.ts';
import { makeToken } from '#api/tokens/acts.ts';
import { askForContact } from '#followup/contacts/acts.ts';
import { offerPractice, publishPractice, spotPractice } from '#followup/acts.ts';
import { openFloor } from '#floor/acts.ts';
import { requestFloor } from '#floor/list/acts.ts';
import { giveFloor } from '#floor/speaking/acts.ts';
import { takeNote } from '#notes/acts.ts';
import { askCorrection } from '#notes/corrections/acts.ts';
import { composeIntervention } from '#notes/interventions/acts.ts';
import { fileWritten } from '#notes/written/acts.ts';
import { viewerOf } from '#people/access.ts';
import { admitPerson, assignRole, openAccount, registerDelegation } from '#people/acts.ts';
import { passwordMark } from '#people/accounts/password-mark.ts';
import { askCredential, requireRelease } from '#people/credentials/acts.ts';
import { invitePerson } from '#people/invitations/acts.ts';
import { createRoundtable } from '#programme/acts.ts';
import { addPaper } from '#programme/papers/acts.ts';
import { nameWitness } from '#people/witnesses/acts.ts';
import { sealRecord } from '#record/tree/sealing.ts';
import { makeWitness } from '#test/witness.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program, visitor, type RoleKind, type Viewer } from '#record/viewer.ts';
import { draftReport, enterReport } from '#report/acts.ts';
import { recordRecommendation } from '#report/recommendations/acts.ts';
import { askLineCorrection } from '#report/corrections/acts.ts';
import { submitComment } from '#statements/acts.ts';
import { addAttachment } from '#statements/attachments/acts.ts';
import { askErasure } from '#statements/erasure/acts.ts';
import { giveRuling, makeAppeal } from '#statements/rulings/acts.ts';
import { aTurn } from '#test/meeting.ts';
import { madeOnce } from '#test/made-once.ts';
import { smallForum } from '#test/small-forum.ts';

export const everyone = [
  'visitor',
  'outsider',
  'delegate',
  'focal point',
  'co-chair',
  'rapporteur',
  'note-taker',
  'support unit',
  'Chair’s office',
] as const;
export type Who = (typeof everyone)[number];

/**
 * A forum in which somebody holds each role, with one of everything an act can be about. What is somebody's own is the
 * delegate's, who speaks for Kenya; the focal point is Kenya's, and whoever holds an office speaks for nobody.
 */
export const rolesForum = madeOnce(async (forum) => {
  const { edition, roundtable, kenya, delegate, chair, questions } = await smallForum(forum);
  const viewers = { visitor, delegate, 'Chair’s office': chair } as Record<Who, Viewer>;
  const admit = async (name: string, of: object = {}) =>
    (await perform(forum, program, admitPerson, { edition, name, ...of })).id;
  viewers.outsider = await viewerOf(forum.db, await admit('Ana Ruiz'));
  const focal = await admit('Moses Otieno', { delegation: kenya, capacity: 'focal_point' });
  viewers['focal point'] = await viewerOf(forum.db, focal);
  const roles: [Who, RoleKind, string, boolean][] = [
    ['co-chair', 'co_chair', 'Carla Reyes', true],
    ['rapporteur', 'rapporteur', 'Leila Haddad', true],
    ['note-taker', 'note_taker', 'Ruth Auma', true],
    ['support unit', 'support_unit', 'Jonas Keller', false],
  ];
  const { id: session } = await perform(forum, program, createRoundtable, { edition, number: '3.1', title: 'Schools', state: 'in_session' }); // prettier-ignore
  for (const [who, kind, name, here] of roles) {
    const person = await admit(name);
    for (const place of here ? [roundtable, session] : [null])
      await perform(forum, program, assignRole, { edition, kind, person, roundtable: place });
    viewers[who] = await viewerOf(forum.db, person);
  }
  const as = viewers.delegate;
  const { id: peru } = await perform(forum, program, registerDelegation, { slug: 'peru', shortName: 'Peru', kind: 'state' }); // prettier-ignore
  const { id: login } = await perform(forum, program, openAccount, { edition, person: as.personId!, email: 'wanjiru@lakeforum.example', password: 'every voice counts' }); // prettier-ignore
  const { password } = await forum.db.selectFrom('login_method').select('password').executeTakeFirstOrThrow();
  const comment = (body: string, who = as, more: object = {}) =>
    perform(forum, who, submitComment, { roundtable, body, language: 'en', ...more });
  const { id: said } = await comment('We propose that reception comes first.');
  const file = { name: 'list.txt', content: Buffer.from('Miremba, 112').toString('base64') };
  const { id: attachment } = await perform(forum, as, addAttachment, { statement: said, ...file });
  const guests = await comment('The clinic first.', visitor, { name: 'Ada Kimani', email: 'ada@example.org' });
  const rule = (statement: string) =>
    perform(forum, chair, giveRuling, { statement, decision: 'not_relevant', reason: 'A', words: 'It answers none.' });
  const { id: ruledOut } = await comment('Buy our lamps.');
  await rule(ruledOut);
  const { id: appealed } = await comment('Buy our beds.');
  await rule(appealed);
  const { id: appeal } = await perform(forum, as, makeAppeal, { statement: appealed, words: 'Beds are reception.' });
  await perform(forum, viewers['focal point'], requireRelease, { edition, delegation: kenya, required: true });
  const { id: draft } = await comment('We open at six.');
  const found = { sentenceStart: 0, sentenceEnd: 38, messageStart: 16, messageEnd: 37, act: 'proposed', topic: 'reception', foundBy: 'person' } as const; // prettier-ignore
  const { points } = await perform(forum, program, enterPoints, { statement: said, points: [found] });
  const { points: others } = await perform(forum, program, enterPoints, { statement: said, points: [{ ...found, messageStart: 26 }] }); // prettier-ignore
  const { decision } = await perform(forum, program, rejectPoint, { point: others[0]!, reason: 'Said once.' });
  const { points: more } = await perform(forum, program, enterPoints, { statement: said, points: [{ ...found, messageStart: 21 }] }); // prettier-ignore
  const issue = async (title: string) => (await perform(forum, program, nameIssue, { roundtable, kind: 'main_issue', title })).id; // prettier-ignore
  const [anIssue, otherIssue, mergedIssue] = [await issue('Reception'), await issue('Arrival'), await issue('Beds')];
  await perform(forum, program, mergeIssues, { issue: mergedIssue, into: otherIssue });
  const { id: recommendation } = await perform(forum, program, recordRecommendation, { roundtable, text: 'Reception comes first', points }); // prettier-ignore
  await perform(forum, program, editPoint, { point: more[0]!, act: 'questioned' });
  await perform(forum, program, noteAnswer, { point: more[0]!, statement: guests.id });
  const { id: report } = await perform(forum, program, draftReport, { roundtable });
  const sentence = await forum.db.selectFrom('sentence').select(['id', 'paragraph_id']).limit(1).executeTakeFirst();
  const citation = await forum.db.selectFrom('citation').select('id').where('sentence_id', '=', sentence!.id).executeTakeFirstOrThrow(); // prettier-ignore
  const circulated = await perform(forum, program, enterReport, { roundtable: session, kind: 'record', title: 'Record', source: 'import', state: 'correction_window', paragraphs: [] }); // prettier-ignore
  const line = await perform(forum, as, askLineCorrection, { report: circulated.id, delegation: kenya, body: 'Kenya spoke too.' }); // prettier-ignore
  const practice = { edition, title: 'The night desk', summary: 'A desk open until midnight.', countries: ['kenya'] };
  const { id: offered } = await perform(forum, as, offerPractice, practice);
  const spotted = await perform(forum, chair, spotPractice, { title: 'Reception first', summary: 'Reception before papers.', countries: ['kenya'], statement: said, quotation: 'reception comes first' }); // prettier-ignore
  const { id: published } = await perform(forum, as, offerPractice, { ...practice, title: 'The day desk' });
  await perform(forum, program, publishPractice, { practice: published });
  const contact = await perform(forum, viewers.outsider, askForContact, { practice: published, kind: 'does_too' });
  const { id: credential } = await perform(forum, viewers.outsider, askCredential, { edition, delegation: kenya, function: 'consul' }); // prettier-ignore
  const standing = await forum.db.selectFrom('credential').select('id').where('person_id', '=', as.personId).executeTakeFirstOrThrow(); // prettier-ignore
  const { id: invitation } = await perform(forum, program, invitePerson, { edition, email: 'new@example.org', name: 'Njeri Wambui', kind: 'note_taker', roundtable }); // prettier-ignore
  const role = await forum.db.selectFrom('role').select('id').where('kind', '=', 'note_taker').executeTakeFirstOrThrow(); // prettier-ignore
  const { id: paper } = await perform(forum, program, addPaper, { roundtable, kind: 'concept_note', title: 'Note', slug: 'note', language: 'en', text: 'One.\n\nTwo.' }); // prettier-ignore
  const { id: request } = await perform(forum, visitor, askErasure, { edition, email: 'ada@example.org' });
  const { id: token } = await perform(forum, as, makeToken, { name: 'mine' });
  const listed = await aSpeakersList(forum, { session, kenya, peru, chair });
  const floor = await aSpokenTurn(forum, { roundtable, kenya, as });
  await forum.db.insertInto('login_passkey').values({ id: 'key', user_id: login, public_key: '', credential_id: 'c', counter: 0, device_type: 'singleDevice', backed_up: false }).execute(); // prettier-ignore
  await forum.db.insertInto('login_method').values({ id: 'm', user_id: login, account_id: 'm', provider_id: 'ministry' }).execute(); // prettier-ignore
  await sealRecord(forum);
  const cosigner = makeWitness('witness.example');
  const { id: witness } = await perform(forum, program, nameWitness, { edition, key: cosigner.key });
  return {
    viewers,
    ids: {
      edition,
      roundtable,
      kenya,
      peru,
      question: questions[0]!,
      said,
      attachment,
      draft,
      ruledOut,
      appeal,
      guests: guests.id,
      guestsCode: guests.receipt,
      offered,
      spotted: spotted.id,
      published,
      contact: contact.id,
      credential,
      standing: standing.id,
      invitation,
      role: role.id,
      paper,
      request,
      ...floor,
      ...listed,
      session,
      token,
      witness,
      witnessKey: makeWitness('another.example').key,
      cosigned: await cosigner.cosigned(forum.db, forum.now()),
      report,
      circulated: circulated.id,
      line: line.id,
      sentence: sentence!.id,
      citation: citation.id,
      paragraph: sentence!.paragraph_id!,
      point: points[0]!,
      otherPoint: more[0]!,
      decision,
      issue: anIssue,
      otherIssue,
      mergedIssue,
      recommendation,
      person: as.personId!,
      login,
      mark: passwordMark(password),
      outsider: viewers.outsider.personId!,
    },
  };
});

/** Another meeting, where Peru has the floor and Kenya is the next. */
async function aSpeakersList(
  forum: Forum,
  { session, kenya, peru, chair }: { session: string; kenya: string; peru: string; chair: Viewer },
) {
  await perform(forum, chair, openFloor, { roundtable: session });
  const ask = async (delegation: string) =>
    (await perform(forum, chair, requestFloor, { roundtable: session, delegation })).id;
  const [speaking, waiting] = [await ask(peru), await ask(kenya)];
  await perform(forum, chair, giveFloor, { slot: speaking });
  return { speaking, waiting };
}

/** What Kenya said on the floor, as two people noted it, with a text under embargo and a correction that is asked for. */
async function aSpokenTurn(forum: Forum, { roundtable, kenya, as }: { roundtable: string; kenya: string; as: Viewer }) {
  const state = (to: string) => forum.db.updateTable('roundtable').set({ state: to }).where('id', '=', roundtable).execute(); // prettier-ignore
  await state('in_session');
  const turn = await aTurn(forum, { roundtable, delegation: kenya });
  const take = async (line: string) => (await perform(forum, program, takeNote, { id: forum.newId(), roundtable, line, slot: turn })).id; // prettier-ignore
  const [note, otherNote] = [await take('q how reception comes first'), await take('p beds')];
  const text = { roundtable, delegation: kenya, language: 'en', body: 'Reception.', reading: 'verbatim' } as const;
  const waits = await aTurn(forum, { roundtable, delegation: kenya, from: -1, to: null });
  const { id: written } = await perform(forum, program, fileWritten, { ...text, embargo: true, slot: waits });
  const { id: spoken } = await perform(forum, program, composeIntervention, { slot: turn });
  const other = await aTurn(forum, { roundtable, delegation: kenya, from: -4, to: -3 });
  await perform(forum, program, takeNote, { id: forum.newId(), roundtable, line: 'st it', slot: other });
  const { id: statement } = await perform(forum, program, composeIntervention, { slot: other });
  const asked = { statement, delegation: kenya, revision: 1, body: 'Kenya agreed.' };
  const { id: correction } = await perform(forum, as, askCorrection, asked);
  await state('open_for_comment');
  return { turn, note, otherNote, written, spoken, correction, fresh: forum.newId() };
}

export type Ids = Awaited<ReturnType<typeof rolesForum>>['ids'];
