import { readFileSync } from 'node:fs';
import { everyone, type Ids, type Who } from './roles-forum.ts';

const nobody: Who[] = [];
const signedIn = everyone.filter((who) => who !== 'visitor');
/** What is tried is about what is the delegate's own. */
const itsOwn: Who[] = ['delegate'];
const asker: Who[] = ['outsider'];
const focalPoint: Who[] = ['focal point'];
const chair: Who[] = ['Chair’s office'];
const supportUnit: Who[] = ['support unit'];
const keepers: Who[] = [...supportUnit, ...chair];
const itsOwnAndKeepers: Who[] = [...itsOwn, ...keepers];
const examiners: Who[] = [...focalPoint, ...keepers];
const itsOwnAndExaminers: Who[] = [...itsOwn, ...examiners];
const programmers: Who[] = ['co-chair', ...keepers];
const floorHelpers: Who[] = ['co-chair', 'note-taker', ...keepers];
/** Kenya's own, or those who help at the floor. */
const theirDelegation: Who[] = [...itsOwn, ...focalPoint, ...floorHelpers];
const reporters: Who[] = ['rapporteur', ...keepers];
const reportersAndCoChairs: Who[] = ['co-chair', ...reporters];
const ofKenya: Who[] = ['delegate', 'focal point'];
const writers: Who[] = ['rapporteur', 'note-taker', ...keepers];

const edition = { name: 'Lake Forum', shortName: 'Lake' };
const password = 'a new voice counts';
const announcement = readFileSync(new URL('../../src/importing/golden/announcement.txt', import.meta.url), 'utf8');

/**
 * For each act, who may do it, and what is tried: right in everything but, perhaps, in who tries it. Whoever is not named is
 * told that it is not theirs, or that there is nothing there.
 */
// prettier-ignore
export function table(ids: Ids): Record<string, [who: readonly Who[], input: unknown]> {
  const { edition: of, roundtable, said } = ids;
  const kept = { ...edition, number: null, place: null, startsOn: null, endsOn: null, timeZone: 'UTC', languages: ['en'] };
  const rt = { roundtable, basedOn: 1, number: '2.1', title: 'Cities', lead: '', description: '', room: null };
  const practice = { title: 'A third desk', summary: 'A desk in the station.', countries: ['kenya'] };
  const ruling = { statement: said, decision: 'relevant' };
  return {
    'delegation.register': [keepers, { edition: of, slug: 'chad', shortName: 'Chad', kind: 'state' }],
    'delegation.correct': [keepers, { edition: of, delegation: ids.peru, basedOn: 1, shortName: 'Peru', formalName: 'Peru', kind: 'state', code: null, region: null, aliases: [], groups: [] }],
    'delegation.merge': [keepers, { edition: of, from: ids.peru, into: ids.kenya }],
    'person.correct': [keepers, { edition: of, person: ids.person, basedOn: 1, name: 'Wanjiru Kamau', title: null, function: 'head' }],
    'person.admit': [keepers, { edition: of, name: 'Somebody New' }],
    'role.assign': [keepers, { edition: of, roundtable, kind: 'note_taker', person: ids.person }],
    'role.withdraw': [keepers, { role: ids.role }],
    'role.hand_over': [keepers, { role: ids.role, person: ids.person }],
    'account.open': [keepers, { edition: of, person: ids.outsider, email: 'ana@lakeforum.example', password }],
    // For whoever holds the link, which a page looks at before the program acts.
    'account.sign_up': [nobody, { name: 'Somebody New', email: 'new@lakeforum.example' }],
    'credential.ask': [signedIn, { edition: of, delegation: ids.peru, function: 'consul' }],
    'credential.verify': [examiners, { credential: ids.credential, how: 'by telephone' }],
    'credential.refuse': [examiners, { credential: ids.credential, reason: 'The mission does not know you.' }],
    'credential.correct': [examiners, { credential: ids.standing, function: 'head', capacity: 'head', rank: 'minister' }],
    'credential.withdraw': [itsOwnAndExaminers, { credential: ids.standing }],
    'delegation.require_release': [focalPoint, { edition: of, delegation: ids.kenya, required: false }],
    'person.describe': [itsOwn, { person: ids.person, name: 'Wanjiru Kamau' }],
    'account.set_password': [itsOwn, { login: ids.login, password, replaces: ids.mark }],
    'account.end_sessions': [itsOwnAndKeepers, { person: ids.person }],
    'passkey.add': [itsOwn, { passkey: 'key', name: 'telephone' }],
    'passkey.remove': [itsOwn, { passkey: 'key' }],
    'account.link_ministry': [itsOwn, { login: ids.login }],
    'account.invite': [keepers, { edition: of, email: 'another@example.org', name: 'Somebody New', kind: 'rapporteur', roundtable }],
    'invitation.withdraw': [keepers, { invitation: ids.invitation }],
    // For whoever holds the link, which a page looks at before the program acts.
    'invitation.accept': [nobody, { invitation: ids.invitation, password }],
    'witness.name': [chair, { edition: of, key: ids.witnessKey }],
    'witness.withdraw': [chair, { edition: of, witness: ids.witness }],
    // The signature says whose it is, whoever brings it.
    'checkpoint.cosign': [everyone, { note: ids.cosigned }],
    // For whoever has the code from the console, which its page looks at before the program acts.
    'forum.set_up': [nobody, { ...edition, person: 'Somebody New', email: 'first@lakeforum.example', password }],
    'edition.open': [keepers, { ...edition, slug: 'next-year' }],
    'edition.move': [keepers, { edition: of, to: 'preparatory' }],
    'edition.hand_over': [keepers, { edition: of, sha256: '0'.repeat(64), files: 1, confidential: false }],
    'edition.correct': [keepers, { edition: of, basedOn: 1, ...kept, attribution: 'attributed', commentsDeadline: null }],
    'roundtable.create': [keepers, { edition: of, number: '2.2', title: 'Schools' }],
    'roundtable.move': [programmers, { roundtable, to: 'comment_closed' }],
    'roundtable.correct': [keepers, { ...rt, startsAt: null, endsAt: null, commentsCloseAt: null, attribution: null }],
    // It closes what has run out of time, whoever looks; before that it does nothing.
    'comments.close': [everyone, { roundtable }],
    'reasons.publish': [chair, { edition: of, reasons: [{ code: 'Z', title: 'Another', words: 'It is another subject.' }] }],
    'question.add': [keepers, { roundtable, text: 'Who stays?' }],
    'question.reword': [keepers, { question: ids.question, basedOn: 1, answersSeen: 0, text: 'Who stays?' }],
    'question.move': [keepers, { question: ids.question, to: 2 }],
    'paper.add': [keepers, { roundtable, kind: 'concept_note', title: 'Paper', slug: 'paper', language: 'en', text: 'One.' }],
    'paper.revise': [programmers, { paper: ids.paper, basedOn: 1, text: 'Two.' }],
    'paper.circulate': [programmers, { paper: ids.paper }],
    'paper.endorse': [programmers, { paper: ids.paper }],
    'comment.submit': [everyone, { roundtable, body: 'The school first.' }],
    'statement.enter': [writers, { roundtable, kind: 'intervention', body: 'We agree.', speakers: [] }],
    'statement.revise': [itsOwn, { statement: said, basedOn: 1, body: 'We propose that reception comes first of all.' }],
    'statement.withdraw': [itsOwn, { statement: said }],
    'statement.release': [focalPoint, { statement: ids.draft, revision: 1 }],
    'statement.send_back': [focalPoint, { statement: ids.draft, revision: 1, words: 'Shorter.' }],
    'comment.confirm_email': [keepers, { statement: ids.guests }],
    'attachment.add': [itsOwn, { statement: said, name: 'more.txt', content: 'TW9yZQ==' }],
    'attachment.withdraw': [itsOwn, { attachment: ids.attachment }],
    'ruling.give': [chair, ruling],
    'ruling.give_several': [chair, { rulings: [ruling] }],
    'statement.mark_abuse': [keepers, { statement: said, reason: 'spam', words: 'An advertisement.' }],
    'appeal.make': [itsOwn, { statement: ids.ruledOut, words: 'Lamps are reception.' }],
    'appeal.answer': [chair, { appeal: ids.appeal, outcome: 'upheld', answer: 'They are not.' }],
    'erasure.ask': [everyone, { edition: of, email: 'someone@example.org' }],
    'erasure.carry_out': [supportUnit, { edition: of, person: ids.person, verifiedHow: 'in person' }],
    'erasure.decline': [supportUnit, { edition: of, request: ids.request, answer: 'Nothing of yours is here.' }],
    'translation.add': [reporters, { statement: said, language: 'es', body: 'Primero la acogida.', translator: 'Ana' }],
    'points.find': [writers, { statements: [said] }],
    'points.enter': [writers, { statement: said, points: [] }],
    'point.accept': [reporters, { points: [ids.point] }],
    'point.edit': [reporters, { point: ids.point, wording: 'Reception first' }],
    'point.reject': [reporters, { point: ids.point, reason: 'It is none.' }],
    'point.split': [reporters, { point: ids.point, at: 26 }],
    'point.merge': [reporters, { into: ids.point, points: [ids.otherPoint] }],
    'point.undo': [reporters, { decision: ids.decision }],
    'point.carry': [reporters, { point: ids.point, into: null }],
    'issue.rename': [reportersAndCoChairs, { issue: ids.issue, title: 'Arrival' }],
    'issue.merge': [reportersAndCoChairs, { issue: ids.issue, into: ids.otherIssue }],
    'issue.compare': [reporters, { issue: ids.issue, other: ids.otherIssue, same: true }],
    'issue.take_apart': [reportersAndCoChairs, { issue: ids.mergedIssue }],
    'issue.place': [reportersAndCoChairs, { issue: ids.issue, points: [ids.point] }],
    'issue.take_out': [reportersAndCoChairs, { issue: ids.issue, points: [ids.point] }],
    'issue.decline': [reportersAndCoChairs, { roundtable, seed: 'reception' }],
    'question.note_answer': [reportersAndCoChairs, { point: ids.point, statement: ids.guests }],
    'question.take_back_answer': [reportersAndCoChairs, { point: ids.otherPoint, statement: ids.guests }],
    'recommendation.record': [reportersAndCoChairs, { roundtable, text: 'Reception comes first', points: [ids.point] }],
    'recommendation.support': [reportersAndCoChairs, { recommendation: ids.recommendation, point: ids.otherPoint }],
    'recommendation.take_back_support': [reportersAndCoChairs, { recommendation: ids.recommendation, point: ids.point }],
    'recommendation.address': [reportersAndCoChairs, { recommendation: ids.recommendation, to: ['Kenya'] }],
    'recommendation.reword': [reportersAndCoChairs, { recommendation: ids.recommendation, basedOn: 1, text: 'Reception first' }],
    'recommendation.move': [reportersAndCoChairs, { recommendation: ids.recommendation, to: 'noted' }],
    'issue.name': [reportersAndCoChairs, { roundtable, kind: 'main_issue', title: 'Reception' }],
    'report.enter': [reporters, { roundtable, kind: 'general_rapporteur', title: 'Report', language: 'en', source: 'import', paragraphs: [] }],
    'report.draft': [reporters, { roundtable }],
    'sentence.write': [reporters, { sentence: ids.sentence, basedOn: 1, text: 'One delegation proposed it.' }],
    'sentence.split': [reporters, { sentence: ids.sentence, basedOn: 1, at: 0 }],
    'sentence.join': [reporters, { sentence: ids.sentence, basedOn: 1 }],
    'sentence.part': [reporters, { sentence: ids.sentence, basedOn: 1 }],
    'sentence.move': [reporters, { sentence: ids.sentence, basedOn: 1, to: ids.paragraph, toBasedOn: 1 }],
    'sentence.remove': [reporters, { sentence: ids.sentence, basedOn: 1 }],
    'sentence.put_back': [reporters, { sentence: ids.sentence }],
    'sentence.add': [reporters, { paragraph: ids.paragraph, basedOn: 1, text: 'Nobody objected.' }],
    'point.tell': [reporters, { paragraph: ids.paragraph, basedOn: 1, point: ids.point }],
    'sentences.paste': [reporters, { paragraph: ids.paragraph, basedOn: 1, text: 'Nobody objected. Nobody left.' }],
    'paragraph.split': [reporters, { paragraph: ids.paragraph, basedOn: 1, before: ids.sentence }],
    'paragraph.join': [reporters, { paragraph: ids.paragraph, basedOn: 1, nextBasedOn: 1 }],
    'paragraph.move': [reporters, { paragraph: ids.paragraph, basedOn: 1, after: ids.paragraph }],
    'citation.remove': [reporters, { sentence: ids.sentence, citation: ids.citation }],
    'citation.add': [reporters, { sentence: ids.sentence, statement: said, quotation: 'reception comes first' }],
    'disposition.decide': [reporters, { report: ids.report, statement: ids.guests, kind: 'noted' }],
    'report.compile': [reporters, { roundtable }],
    'report.sign': [['co-chair'], { report: ids.circulated, capacity: 'co_chair', digest: '0'.repeat(64) }],
    'finding.keep': [reporters, { report: ids.report, sentence: ids.sentence, code: 'no_evidence', about: '', reason: 'It stays.' }],
    'citations.renew': [reporters, { report: ids.report }],
    'report.ask_correction': [ofKenya, { report: ids.circulated, delegation: ids.kenya, body: 'Kenya spoke first.' }],
    'report.withdraw_correction': [ofKenya, { correction: ids.line }],
    'report.decide_correction': [reporters, { correction: ids.line, decision: 'declined', words: 'It did not.' }],
    'report.move': [reportersAndCoChairs, { report: ids.report, to: 'co_chair_review' }],
    'acknowledgement.decide': [itsOwn, { statement: said, byName: true }],
    'practice.offer': [signedIn, { edition: of, ...practice }],
    'practice.spot': [keepers, { ...practice, statement: said, quotation: 'reception comes first' }],
    'practice.consent': [itsOwnAndKeepers, { practice: ids.spotted, how: 'by telephone' }],
    'practice.publish': [keepers, { practice: ids.offered }],
    'practice.withdraw': [itsOwnAndKeepers, { practice: ids.offered }],
    'practice.revise': [itsOwnAndKeepers, { practice: ids.offered, basedOn: 1, ...practice }],
    'practice.pass_over': [keepers, { point: ids.point }],
    'contact.ask': [signedIn, { practice: ids.published, kind: 'seeks_partners' }],
    'contact.withdraw': [asker, { contact: ids.contact }],
    'token.make': [signedIn, { name: 'another' }],
    'token.revoke': [itsOwn, { token: ids.token }],
    'document.import': [keepers, { name: 'report.txt', text: announcement, edition: '' }],
    'register.import': [keepers, { edition: of, kind: 'delegations', text: 'short_name,kind\nChad,state' }],
    'delegations.register': [keepers, { edition: of, delegations: [{ slug: 'chad', shortName: 'Chad', kind: 'state' }] }],
    'floor.open': [programmers, { roundtable: ids.session }],
    'floor.move_list': [programmers, { roundtable: ids.session, to: 'closing' }],
    'floor.choose_order': [programmers, { roundtable: ids.session, by: 'rank', firstTimeFirst: false, everyThird: false, ground: 'As agreed.' }],
    'floor.set_times': [programmers, { roundtable: ids.session, times: { state: 120 }, closesAt: null, ground: 'As agreed.' }],
    'session.move': [programmers, { roundtable: ids.session, to: 'suspended', ground: 'For lunch.' }],
    'slot.request': [theirDelegation, { roundtable: ids.session }],
    'slot.list': [programmers, { slot: ids.waiting }],
    'slot.call': [programmers, { slot: ids.waiting }],
    'slot.move': [programmers, { slot: ids.waiting, to: 1, ground: 'A minister.' }],
    'slot.yield': [theirDelegation, { slot: ids.waiting }],
    'slot.take_back': [theirDelegation, { slot: ids.waiting }],
    'slot.absent': [programmers, { slot: ids.waiting }],
    'slot.move_to_writing': [theirDelegation, { slot: ids.waiting }],
    'floor.give': [programmers, { slot: ids.waiting, instead: ids.speaking }],
    'floor.end': [programmers, { slot: ids.speaking }],
    'clock.pause': [programmers, { slot: ids.speaking }],
    'clock.resume': [programmers, { slot: ids.speaking }],
    'clock.extend': [programmers, { slot: ids.speaking }],
    'slot.set_off_record': [floorHelpers, { slot: ids.waiting, offRecord: true }],
    'floor.rule': [programmers, { roundtable: ids.session, words: 'The list stands.', ground: 'As agreed.' }],
    'note.take': [writers, { id: ids.fresh, roundtable, line: 'ken q how' }],
    'note.correct': [writers, { note: ids.note, basedOn: 1, line: 'ken q who' }],
    'notes.merge': [writers, { first: ids.note, second: ids.otherNote, keep: 'first' }],
    'intervention.compose': [writers, { slot: ids.turn }],
    'intervention.check': [writers, { statement: ids.spoken }],
    'intervention.set_record': [reportersAndCoChairs, { statement: ids.spoken, onRecord: false, reason: 'Asked.' }],
    'written.file': [[...ofKenya, ...writers], { roundtable, delegation: ids.kenya, language: 'en', body: 'Reception first.' }],
    'written.add_version': [[...ofKenya, ...writers], { statement: ids.written, language: 'es', body: 'Primero la acogida.' }],
    'written.place': [writers, { statement: ids.written, slot: ids.turn, reading: 'verbatim' }],
    'written.lift_embargo': [[...ofKenya, ...writers], { statement: ids.written }],
    'attendance.note': [writers, { roundtable, delegations: [ids.peru] }],
    'corrections.open': [reporters, { roundtable, closesAt: new Date('2030-01-01T00:00:00Z') }],
    'intervention.confirm': [ofKenya, { statement: ids.spoken, delegation: ids.kenya, revision: 1 }],
    'correction.ask': [ofKenya, { statement: ids.spoken, delegation: ids.kenya, revision: 1, body: 'Kenya asked how.' }],
    'correction.decide': [reporters, { correction: ids.correction, decision: 'declined', words: 'It was said so.' }],
    'statements.enter': [writers, { roundtable, statements: [] }],
    'points.enter_together': [writers, { roundtable, statements: [] }],
  };
}
