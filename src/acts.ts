import { enterPoints, findPoints, nameIssue } from '#analysis/acts.ts';
import {
  acceptPoint,
  carryDecision,
  editPoint,
  mergePoints,
  rejectPoint,
  splitPoint,
  undoDecision,
} from '#analysis/points/acts.ts';
import { declineSuggestion, mergeIssues, placePoints } from '#analysis/issues/acts.ts';
import { renameIssue, takeApartIssue, takeOutPoints } from '#analysis/issues/acts.ts';
import { noteAnswer, takeBackAnswer } from '#analysis/questions/acts.ts';
import { addressRecommendation, moveRecommendation, recordRecommendation } from '#report/recommendations/acts.ts';
import { rewordRecommendation, supportRecommendation, takeBackSupport } from '#report/recommendations/acts.ts';
import { makeToken, revokeToken } from '#api/tokens/acts.ts';
import { chooseOrder, moveList, moveSession, openFloor, setTimes } from '#floor/acts.ts';
import { callSlot, listSlot, markAbsent, moveSlot, moveToWriting } from '#floor/list/acts.ts';
import { requestFloor, takeBackSlot, yieldSlot } from '#floor/list/acts.ts';
import { ruleAtFloor } from '#floor/ruling/acts.ts';
import { endSpeech, extendClock, giveFloor, pauseClock, resumeClock, setOffRecord } from '#floor/speaking/acts.ts';
import { askForContact, withdrawContact } from '#followup/contacts/acts.ts';
import { consentToPractice, offerPractice, passOverPassage, publishPractice } from '#followup/acts.ts';
import { revisePractice, spotPractice, withdrawPractice } from '#followup/acts.ts';
import { importDocument } from '#importing/acts.ts';
import { enterPointsTogether, enterStatements, registerDelegations } from '#importing/entering/acts.ts';
import { importList } from '#importing/lists/acts.ts';
import { askCredential, correctCredential, refuseCredential, requireRelease } from '#people/credentials/acts.ts';
import { verifyCredential, withdrawCredential } from '#people/credentials/acts.ts';
import { addPasskey, describePerson, endSessions, linkMinistry } from '#people/accounts/acts.ts';
import { removePasskey, setPassword } from '#people/accounts/acts.ts';
import { admitPerson, assignRole, openAccount, registerDelegation } from '#people/acts.ts';
import { acceptInvitation, invitePerson, withdrawInvitation } from '#people/invitations/acts.ts';
import { handOverRole, withdrawRole } from '#people/offices/acts.ts';
import { mergeDelegations } from '#people/merging/acts.ts';
import { correctDelegation, correctPerson } from '#people/register/acts.ts';
import { cosignCheckpoint, nameWitness, withdrawWitness } from '#people/witnesses/acts.ts';
import { signUp } from '#people/sign-up/acts.ts';
import { correctEdition, correctRoundtable } from '#programme/correcting/acts.ts';
import { addPaper, circulatePaper, endorsePaper, revisePaper } from '#programme/papers/acts.ts';
import { addQuestion, moveQuestion, rewordQuestion } from '#programme/questions/acts.ts';
import { closeComments, createRoundtable, moveRoundtable, openEdition, publishReasons } from '#programme/acts.ts';
import { handOverEdition } from '#programme/handover/acts.ts';
import { moveEdition } from '#programme/standing/acts.ts';
import { setUpForum } from '#programme/set-up/acts.ts';
import { correctNote, mergeNotes, takeNote } from '#notes/acts.ts';
import { noteAttendance } from '#notes/attendance/acts.ts';
import { askCorrection, confirmIntervention, decideCorrection, openCorrections } from '#notes/corrections/acts.ts';
import { checkIntervention, composeIntervention, setOnRecord } from '#notes/interventions/acts.ts';
import { addVersion, fileWritten, liftEmbargo, placeWritten } from '#notes/written/acts.ts';
import type { AnyAct } from '#record/act.ts';
import { citePassage, decideDisposition, draftReport, enterReport, moveReport, writeSentence } from '#report/acts.ts';
import { compareIssues, compileReport } from '#report/cluster/acts.ts';
import { askLineCorrection, decideLineCorrection, withdrawLineCorrection } from '#report/corrections/acts.ts';
import { keepFinding, renewCitations, signReport } from '#report/versions/acts.ts';
import {
  joinSentences,
  moveSentence,
  partSentences,
  putBackSentence,
  removeSentence,
  splitSentence,
} from '#report/editing/acts.ts';
import { addSentence, pasteSentences, takeCitation, tellPoint } from '#report/editing/adding/acts.ts';
import { joinParagraphs, moveParagraph, splitParagraph } from '#report/editing/paragraphs/acts.ts';
import { releaseStatement, sendBackStatement } from '#statements/release/acts.ts';
import { decideAcknowledgement } from '#statements/acknowledgements/acts.ts';
import { addTranslation, enterStatement } from '#statements/acts.ts';
import { reviseStatement, submitComment, withdrawStatement } from '#statements/acts.ts';
import { addAttachment, withdrawAttachment } from '#statements/attachments/acts.ts';
import { confirmEmail } from '#statements/guests/acts.ts';
import { askErasure, carryOutErasure, declineErasure } from '#statements/erasure/acts.ts';
import { answerAppeal, giveRuling, giveRulings, makeAppeal, markAbuse } from '#statements/rulings/acts.ts';

/** Every way in which state can change, one line each. */
export const acts: readonly AnyAct[] = [
  registerDelegation,
  correctDelegation,
  mergeDelegations,
  correctPerson,
  admitPerson,
  assignRole,
  withdrawRole,
  handOverRole,
  openAccount,
  nameWitness,
  withdrawWitness,
  cosignCheckpoint,
  signUp,
  askCredential,
  verifyCredential,
  refuseCredential,
  correctCredential,
  withdrawCredential,
  requireRelease,
  describePerson,
  setPassword,
  endSessions,
  addPasskey,
  removePasskey,
  linkMinistry,
  invitePerson,
  withdrawInvitation,
  acceptInvitation,
  setUpForum,
  openEdition,
  createRoundtable,
  moveRoundtable,
  closeComments,
  publishReasons,
  moveEdition,
  handOverEdition,
  correctEdition,
  correctRoundtable,
  addQuestion,
  rewordQuestion,
  moveQuestion,
  addPaper,
  revisePaper,
  circulatePaper,
  endorsePaper,
  submitComment,
  enterStatement,
  reviseStatement,
  withdrawStatement,
  releaseStatement,
  sendBackStatement,
  confirmEmail,
  addAttachment,
  withdrawAttachment,
  giveRuling,
  giveRulings,
  markAbuse,
  makeAppeal,
  answerAppeal,
  askErasure,
  carryOutErasure,
  declineErasure,
  addTranslation,
  openFloor,
  moveList,
  chooseOrder,
  setTimes,
  moveSession,
  requestFloor,
  listSlot,
  callSlot,
  moveSlot,
  yieldSlot,
  takeBackSlot,
  markAbsent,
  moveToWriting,
  giveFloor,
  endSpeech,
  pauseClock,
  resumeClock,
  extendClock,
  setOffRecord,
  ruleAtFloor,
  findPoints,
  enterPoints,
  nameIssue,
  acceptPoint,
  editPoint,
  rejectPoint,
  splitPoint,
  mergePoints,
  undoDecision,
  carryDecision,
  renameIssue,
  mergeIssues,
  takeApartIssue,
  placePoints,
  takeOutPoints,
  declineSuggestion,
  noteAnswer,
  takeBackAnswer,
  recordRecommendation,
  supportRecommendation,
  takeBackSupport,
  addressRecommendation,
  rewordRecommendation,
  moveRecommendation,
  enterReport,
  draftReport,
  writeSentence,
  splitSentence,
  joinSentences,
  partSentences,
  moveSentence,
  removeSentence,
  putBackSentence,
  addSentence,
  tellPoint,
  pasteSentences,
  splitParagraph,
  joinParagraphs,
  moveParagraph,
  citePassage,
  takeCitation,
  decideDisposition,
  moveReport,
  compileReport,
  compareIssues,
  signReport,
  keepFinding,
  renewCitations,
  askLineCorrection,
  withdrawLineCorrection,
  decideLineCorrection,
  decideAcknowledgement,
  offerPractice,
  spotPractice,
  consentToPractice,
  publishPractice,
  withdrawPractice,
  revisePractice,
  passOverPassage,
  askForContact,
  withdrawContact,
  makeToken,
  revokeToken,
  importDocument,
  importList,
  registerDelegations,
  enterStatements,
  enterPointsTogether,
  takeNote,
  correctNote,
  mergeNotes,
  composeIntervention,
  checkIntervention,
  setOnRecord,
  fileWritten,
  addVersion,
  placeWritten,
  liftEmbargo,
  noteAttendance,
  openCorrections,
  confirmIntervention,
  askCorrection,
  decideCorrection,
];
