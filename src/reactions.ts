import { findPoints } from '#analysis/acts.ts';
import { byWhoeverHasAnAddress, inReply } from '#mail/addresses.ts';
import { tellAnswered } from '#mail/letters/answers.ts';
import { tellAppealAnswered, tellAppealMade } from '#mail/letters/appeals.ts';
import { tellCorrectionAsked, tellCorrectionDecided, tellCorrectionsOpened } from '#mail/letters/corrections.ts';
import { tellCredentialAsked, tellCredentialDecided } from '#mail/letters/credentials.ts';
import { tellErasureAsked, tellErasureDeclined } from '#mail/letters/erasures.ts';
import { tellInvitedToWrite } from '#mail/letters/floor.ts';
import { askForConsent, tellContact, tellPublished } from '#mail/letters/practices.ts';
import { sendInvitation, sendPasswordChanged } from '#mail/letters/accounts.ts';
import { sendReceipt } from '#mail/letters/receipts.ts';
import { askForRelease, tellReleased, tellSentBack } from '#mail/letters/release.ts';
import { tellHanded } from '#mail/letters/handing.ts';
import { tellLineAsked, tellLineDecided, tellLines } from '#mail/letters/lines.ts';
import { tellCited } from '#mail/letters/reports.ts';
import { tellRuling } from '#mail/letters/rulings.ts';
import { composeFrom } from '#notes/interventions/following.ts';
import { deliverTexts } from '#notes/written/following.ts';
import { closeComments } from '#programme/acts.ts';
import { perform } from '#record/act.ts';
import { each, type Reaction } from '#record/queue.ts';
import { program } from '#record/viewer.ts';

/** What follows from what: record line → effect, after commit, one line each. */
export const reactions: readonly Reaction[] = [
  {
    on: 'comment.submitted',
    name: 'find-points',
    run: (forum, statements) => perform(forum, program, findPoints, { statements }),
  },
  {
    on: 'statement.released',
    name: 'find-points-released',
    run: (forum, statements) => perform(forum, program, findPoints, { statements }),
  },
  {
    on: 'statement.revised',
    name: 'find-points-again',
    run: (forum, statements) => perform(forum, program, findPoints, { statements }),
  },
  {
    on: 'intervention.composed',
    name: 'find-points-composed',
    run: (forum, statements) => perform(forum, program, findPoints, { statements }),
  },
  {
    on: 'written.filed',
    name: 'find-points-filed',
    run: (forum, statements) => perform(forum, program, findPoints, { statements }),
  },
  {
    on: 'written.delivered',
    name: 'find-points-delivered',
    run: (forum, statements) => perform(forum, program, findPoints, { statements }),
  },
  {
    on: 'correction.accepted',
    name: 'find-points-corrected',
    run: (forum, statements) => perform(forum, program, findPoints, { statements }),
  },
  { on: 'floor.ended', name: 'compose-intervention', run: each(composeFrom) },
  { on: 'note.taken', name: 'compose-with-line', run: each(composeFrom) },
  { on: 'note.corrected', name: 'compose-with-correction', run: each(composeFrom) },
  { on: 'note.refiled', name: 'compose-without-line', run: each(composeFrom) },
  { on: 'notes.merged', name: 'compose-merged', run: each(composeFrom) },
  { on: 'floor.ended', name: 'lift-embargo', run: each(deliverTexts) },
  { on: 'slot.moved_to_writing', name: 'lift-embargo-in-writing', run: each(deliverTexts) },
  {
    on: 'comments.opened',
    name: 'close-comments',
    run: each((forum, roundtable) => perform(forum, program, closeComments, { roundtable })),
  },
  {
    on: 'comments.deadline_moved',
    name: 'close-comments-then',
    run: each((forum, roundtable) => perform(forum, program, closeComments, { roundtable })),
  },
  { on: 'comment.submitted', name: 'send-receipt', run: each(sendReceipt, byWhoeverHasAnAddress) },
  { on: 'comment.email_confirmed', name: 'send-receipt-confirmed', run: each(sendReceipt, byWhoeverHasAnAddress) },
  { on: 'comment.submitted', name: 'tell-answered', run: each(tellAnswered, inReply) },
  { on: 'comment.email_confirmed', name: 'tell-answered-confirmed', run: each(tellAnswered, inReply) },
  { on: 'statement.released', name: 'tell-answered-released', run: each(tellAnswered, inReply) },
  { on: 'ruling.given', name: 'tell-ruling', run: each(tellRuling) },
  { on: 'appeal.made', name: 'tell-appeal-made', run: each(tellAppealMade) },
  { on: 'appeal.answered', name: 'tell-appeal-answered', run: each(tellAppealAnswered) },
  { on: 'credential.asked', name: 'tell-credential-asked', run: each(tellCredentialAsked) },
  { on: 'credential.verified', name: 'tell-credential-verified', run: each(tellCredentialDecided) },
  { on: 'credential.refused', name: 'tell-credential-refused', run: each(tellCredentialDecided) },
  { on: 'statement.release_asked', name: 'ask-for-release', run: each(askForRelease) },
  { on: 'statement.released', name: 'tell-released', run: each(tellReleased) },
  { on: 'statement.sent_back', name: 'tell-sent-back', run: each(tellSentBack) },
  { on: 'corrections.opened', name: 'tell-corrections-opened', run: each(tellCorrectionsOpened) },
  { on: 'correction.asked', name: 'tell-correction-asked', run: each(tellCorrectionAsked) },
  { on: 'correction.accepted', name: 'tell-correction-accepted', run: each(tellCorrectionDecided) },
  { on: 'correction.declined', name: 'tell-correction-declined', run: each(tellCorrectionDecided) },
  { on: 'report.moved', name: 'tell-cited', run: each(tellCited) },
  { on: 'report.moved', name: 'tell-lines', run: each(tellLines) },
  { on: 'report.moved', name: 'tell-handed', run: each(tellHanded) },
  { on: 'report.correction_asked', name: 'tell-line-asked', run: each(tellLineAsked) },
  { on: 'report.correction_accepted', name: 'tell-line-accepted', run: each(tellLineDecided) },
  { on: 'report.correction_declined', name: 'tell-line-declined', run: each(tellLineDecided) },
  { on: 'practice.spotted', name: 'ask-for-consent', run: each(askForConsent) },
  { on: 'practice.published', name: 'tell-published', run: each(tellPublished) },
  { on: 'slot.invited_to_write', name: 'tell-invited-to-write', run: each(tellInvitedToWrite) },
  { on: 'contact.asked', name: 'tell-contact', run: each(tellContact) },
  { on: 'account.invited', name: 'send-invitation', run: each(sendInvitation) },
  { on: 'account.password_set', name: 'send-password-changed', run: each(sendPasswordChanged) },
  { on: 'erasure.asked', name: 'tell-erasure-asked', run: each(tellErasureAsked) },
  { on: 'erasure.declined', name: 'tell-erasure-declined', run: each(tellErasureDeclined) },
];
