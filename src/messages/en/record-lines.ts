// What a line of the record says, by its kind; those of other folders stand with their acts.
export default {
  'record.edition.opened': 'The edition was opened',
  'record.delegation.registered':
    '{what, select, delegation {{name} was entered in the register} other {A delegation was entered in the register}}',
  'record.person.admitted': '{what, select, person {{name} was admitted} other {A person was admitted}}',
  'record.account.opened': '{what, select, person {{name} was given a sign-in} other {A sign-in was opened}}',
  'record.role.assigned':
    '{name, select, chairs_office {{number} joined the Chair’s office} support_unit {{number} joined the support unit} co_chair {{number} became co-chair} rapporteur {{number} became rapporteur} general_rapporteur {{number} became general rapporteur} note_taker {{number} became note-taker} other {An office was given}}',
  'record.reasons.published': 'The reasons for rulings on relevance were published',
  'record.roundtable.created': 'RT {roundtable} was set up',
  'record.roundtable.moved': 'RT {roundtable} moved on',
  'record.comments.opened': 'RT {roundtable} was opened for comment',
  'record.comments.closed': 'RT {roundtable} was closed for comment',
  'record.comment.submitted': 'Comment {number} came in',
  'record.statement.entered': 'Statement {number} was entered',
  'record.statement.revised': 'Statement {number} was revised; the earlier words stay',
  'record.statement.withdrawn': 'Statement {number} was withdrawn by its author',
  'record.statement.abuse_marked': 'Statement {number} was set aside as spam or abuse',
  'record.erasure.asked': 'Someone asked for what identifies them to be erased',
  'record.erasure.declined': 'A request for erasure was declined',
  'record.erasure.carried_out': 'What identified someone was erased on their request',
  'record.witness.named': 'A witness of the record was named',
  'record.witness.withdrawn': 'A witness of the record is asked no longer',
  'record.checkpoint.cosigned': 'A witness signed a head of the record',
  'record.appeal.made': 'The author of statement {number} appealed against the ruling',
  'record.appeal.answered': 'The appeal about statement {number} was answered',
  'record.ruling.given': 'The Chair ruled on statement {number}',
  'record.translation.added': 'A translation was set beside statement {number}',
  'record.points.found': 'Points were found in statement {number}',
  'record.points.entered': 'Points were entered for statement {number}',
  'record.points.carried': 'Decisions about points of statement {number} went along to its new words',
  'record.point.carried': 'It was settled what becomes of a decision about earlier words of statement {number}',
  'record.point.accepted': 'A point of statement {number} was accepted',
  'record.point.edited': 'A point of statement {number} was corrected',
  'record.point.rejected': 'A point of statement {number} was rejected',
  'record.point.split': 'A point of statement {number} was split in two',
  'record.point.merged': 'Points were merged into one of statement {number}',
  'record.point.undone': 'A decision about a point of statement {number} was undone',
  'record.issue.renamed': '{what, select, issue {An issue is now called “{name}”} other {An issue was renamed}}',
  'record.issue.compared': 'Said whether issues of two roundtables are the same',
  'record.issue.merged':
    '{what, select, issue {Another issue was merged into “{name}”} other {Two issues were merged}}',
  'record.issue.taken_apart':
    '{what, select, issue {The issue “{name}” was taken apart again} other {Two issues were taken apart}}',
  'record.issue.points_placed':
    '{what, select, issue {Points were put under the issue “{name}”} other {Points were put under an issue}}',
  'record.issue.points_taken_out':
    '{what, select, issue {Points were taken out of the issue “{name}”} other {Points were taken out of an issue}}',
  'record.issue.declined': 'A suggested issue was declined',
  'record.question.answered': 'A statement was noted as the answer to a question in statement {number}',
  'record.question.answer_taken_back': 'An answer to a question in statement {number} was taken back',
  'record.recommendation.recorded': 'A recommendation was recorded',
  'record.recommendation.supported': 'A recommendation was supported',
  'record.recommendation.opposed': 'A recommendation was opposed',
  'record.recommendation.support_taken_back': 'A support of a recommendation was taken back',
  'record.recommendation.addressed': 'A recommendation was addressed',
  'record.recommendation.reworded': 'A recommendation was worded anew',
  'record.recommendation.moved': 'It was noted what became of a recommendation',
  'record.issue.named': '{what, select, issue {The issue “{name}” was named} other {An issue was named}}',
  'record.report.entered':
    '{what, select, report {The report of RT {roundtable} was entered} other {A report was entered}}',
  'record.report.drafted':
    '{what, select, report {The report of RT {roundtable} was drafted} other {A report was drafted}}',
  'record.report.moved': '{what, select, report {The report of RT {roundtable} moved on} other {A report moved on}}',
  'record.disposition.decided': 'It was decided what becomes of statement {number} in the report',
  'record.sentence.written':
    '{what, select, sentence {A sentence of paragraph {number} was written anew} other {A sentence was written anew}}',
  'record.sentence.split':
    '{what, select, sentence {A sentence of paragraph {number} was split in two} other {A sentence was split in two}}',
  'record.sentence.joined':
    '{what, select, sentence {Two sentences of paragraph {number} were joined} other {Two sentences were joined}}',
  'record.sentence.parted':
    '{what, select, sentence {Two sentences of paragraph {number} were parted again} other {Two sentences were parted again}}',
  'record.sentence.moved':
    '{what, select, sentence {A sentence was moved, and stands in paragraph {number}} other {A sentence was moved}}',
  'record.sentence.removed':
    '{what, select, sentence {A sentence that stands in paragraph {number} again was taken out of a report} other {A sentence was taken out of a report}}',
  'record.sentence.put_back':
    '{what, select, sentence {A sentence was put back into paragraph {number}} other {A sentence was put back}}',
  'record.sentence.added':
    '{what, select, sentence {A sentence was added to paragraph {number}} other {A sentence was added to a report}}',
  'record.sentences.pasted':
    '{what, select, sentence {Sentences were pasted into paragraph {number}} other {Sentences were pasted into a report}}',
  'record.paragraph.split': 'A paragraph of a report was split in two',
  'record.paragraph.joined': 'Two paragraphs of a report were joined',
  'record.paragraph.moved': 'A paragraph of a report was moved',
  'record.citation.removed':
    '{what, select, sentence {A source was taken away in paragraph {number}} other {A source was taken away from a sentence}}',
  'record.citation.added':
    '{what, select, sentence {A source was added in paragraph {number}} other {A source was added to a sentence}}',
  'record.document.imported':
    '{what, select, text {The document “{name}” was imported} other {A document was imported}}',
} as const;
