import { acts } from '#acts.ts';
import type { AnyAct } from '#record/act.ts';

/**
 * The acts that can be performed through the API. An act is listed when it decides by itself, from who acts and from what
 * is handed in, whether they may: a page that checks a signature or a password before it performs an act is not to be
 * walked round. Accounts and tokens are looked after by people, on their pages.
 */
const names: readonly string[] = [
  'comment.submit',
  'statement.enter',
  'statement.revise',
  'statement.withdraw',
  'translation.add',
  'ruling.give',
  'appeal.make',
  'appeal.answer',
  'points.find',
  'issue.name',
  'report.draft',
  'sentence.write',
  'citation.add',
  'disposition.decide',
  'report.move',
  'acknowledgement.decide',
  'practice.offer',
  'practice.spot',
  'practice.consent',
  'practice.revise',
  'practice.publish',
  'practice.withdraw',
  'contact.ask',
  'contact.withdraw',
  'delegation.register',
  'roundtable.create',
  'roundtable.move',
];

export const offeredActs: readonly AnyAct[] = acts.filter(({ name }) => names.includes(name));
export { names as offeredNames };
