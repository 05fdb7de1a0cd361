export default {
  'report.too_short': 'A report of fewer than 100 words says nothing of anybody. Give it more.',
  'report.too_long': 'That is more than a million words. Give a smaller number, or none for as long as it takes.',
  'report.title_missing': 'The report has no title. Give it the one it will be printed under.',
  'report.exists_already': 'This roundtable already has such a report: “{title}”. Change that one.',
  'report.came_from_outside':
    'This roundtable’s report came in from outside, so it is somebody’s words and is not drafted anew. Change its sentences one by one.',
  'report.not_a_draft':
    'This report is no longer a draft ({state, select, co_chair_review {it is with the co-chairs} correction_window {it is circulated for corrections} final {it is final} other {it has a corrigendum}}), so it is not drafted anew. Change its sentences one by one.',
  'report.cannot_move':
    'A report cannot go from {from, select, draft {draft} co_chair_review {co-chair review} correction_window {the correction window} final {final} other {corrigendum}} to {to, select, draft {draft} co_chair_review {co-chair review} correction_window {the correction window} final {final} other {corrigendum}}. Take the steps in their order.',
  'report.lines_open':
    'The report cannot become final: {count, plural, one {one statement has} other {# statements have}} no line in the ledger ({numbers}). Cite {count, plural, one {it} other {them}}, or decide what becomes of {count, plural, one {it} other {them}}.',
  'report.final_already': 'This report is final. What is wrong in it is put right in a corrigendum.',
  'report.nothing_said': 'Nothing has been said in this roundtable yet, so there is nothing to draft a report from.',
  'report.not_in_hand':
    'The report {state, select, co_chair_review {is with the co-chairs} correction_window {is circulated} other {has a corrigendum}}: its paragraphs are spoken of by their numbers, so no sentence or paragraph is added, moved, divided or taken out. {state, select, co_chair_review {The co-chairs can send it back.} correction_window {Its words change by the corrections you accept.} other {Its words change by the corrections you accept.}}',
  'paragraph.changed_meanwhile':
    'Paragraph {paragraph} was changed while you were writing, and nothing was overwritten. It now says: “{now}”. Read it as it is now, then write again what should be otherwise.',
  'paragraph.nothing_after':
    'No paragraph of the same section comes after this one, so there is nothing to join it with. Move a paragraph there first.',
  'paragraph.nothing_before': 'That is the paragraph’s first sentence. Split it before a later one.',
  'paragraph.is_heading': 'That is a heading. It stays where it is; move or join the paragraphs under it.',
  'paragraph.after_itself': 'Nothing can be placed after itself. Choose another place.',
  'sentence.nothing_after':
    'That is the paragraph’s last sentence, so there is nothing to join it with. Move a sentence there, or join the paragraphs.',
  'sentence.nothing_to_split': 'There are words on one side only. Split the sentence between two of its words.',
  'sentence.split_in_word': 'That is the middle of a word. Split the sentence between two of its words.',
  'sentence.split_in_quotation':
    'That is in the middle of the quotation “{words}”. Split before or after it, so that it stays whole.',
  'sentence.cited_elsewhere':
    'The {count, plural, one {report} other {reports}} of RT {reports} {count, plural, one {rests} other {rest}} on this sentence, so it stays. Take it out of there first, or write it anew here.',
  'sentence.is_joined':
    'This sentence was joined with another, and its words stand there. Part the two to have it back.',
  'sentence.not_joined': 'This sentence is joined with no other. There is nothing to part.',
  'sentence.joined_changed':
    'The words of the two sentences have been changed since they were joined. Split the sentence where the second should begin.',
  'sentence.stands_already': 'This sentence is in the report. There is nothing to put back.',
  'sentence.paste_too_long':
    'That is more than 200,000 characters at once. Paste it in parts, and each part as a paragraph of its own.',
  'sentence.text_missing': 'The sentence is empty. Write what it should say.',
  'sentence.text_too_long': 'The sentence is longer than 20,000 characters. Divide it.',
  'sentence.quotation_not_in_source':
    'The words “{words}” stand in quotation marks, but they are not, exactly, in anything this sentence cites. Quote word for word, or take the marks away.',
  'citation.not_in_source':
    'The words “{words}” are not, exactly and only once, in statement {number} of RT {roundtable}. Copy them from the statement, long enough to be found in one place.',
  'citation.off_the_record': 'Statement {number} is not on the record, so a report cannot cite it.',
  'citation.point_rejected':
    'The point “{words}” was rejected or split since, so a report cannot rest on it. Cite another, or the words themselves.',
  'citation.withdrawn': 'Statement {number} has been withdrawn by its author, so a report cannot cite it.',
  'citation.held':
    'Statement {number} is held until its author has been identified. It can be cited once the support unit has received it.',
  'citation.not_retained':
    'Statement {number} has been ruled not relevant, so a report cannot cite it. A new ruling by the Chair would let it in.',
  'disposition.withdrawn': 'Statement {number} has been withdrawn. The ledger says so by itself.',
  'disposition.merged_with_nothing':
    'Say with which statement of this report’s roundtables statement {number} is merged.',
  'disposition.merged_with_itself':
    'Statement {number} cannot be merged with itself. Choose the statement that stands for it.',
  'disposition.no_ruling':
    'No ruling says that statement {number} is not relevant. Ask the Chair’s office for one, or decide otherwise.',
  'disposition.reason_missing': 'Say why statement {number} is left out: the reason is printed in the ledger.',
  'disposition.reason_too_long': 'The reason is longer than 2,000 characters. Shorten it.',
} as const;
