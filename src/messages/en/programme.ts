export default {
  'programme.text_too_long': 'A text here has at most 50,000 characters. Put the rest in a paper.',
  'edition.name_missing': 'Give the edition a name.',
  'edition.name_taken': 'There is an edition called “{name}” already. Choose another name.',
  'edition.address_reserved':
    'The address “{slug}” belongs to a page of the forum itself. Choose another for the edition.',
  'edition.cannot_move':
    'An edition that is {from, select, in_session {in session} other {{from}}} cannot become {to, select, in_session {in session} other {{to}}}. Take the steps in their order.',
  'edition.in_session_still':
    '{count, plural, one {RT {numbers} has not been adjourned} other {RT {numbers} have not been adjourned}}. Adjourn what is in session first, or what is suspended.',
  'edition.open_still':
    '{count, plural, one {RT {numbers} is open for comment} other {RT {numbers} are open for comment}}. Close the comments first.',
  'edition.closed':
    'This edition is closed: nothing is opened for comment and no meeting begins in it. Take it back to reporting first.',
  'edition.archived':
    'This edition is archived and stays as it is. Open it again from the archives to put something right.',
  'edition.time_zone_unknown': 'This time zone is not known. Write it as in “Africa/Kampala”.',
  'roundtable.number_wrong':
    'A roundtable’s number is made of up to four figures, or of several such with full stops between, as in “2.1”.',
  'roundtable.title_missing': 'Give the roundtable a title.',
  'roundtable.number_taken':
    'Number {number} is taken in this edition by “{title}”. Choose another number, or another edition.',
  'roundtable.cannot_move': 'A roundtable that is {from} cannot become {to}. Take the steps in their order.',
  'comments.deadline_past': 'The time for comments has passed ({deadline}). Give a later one to reopen.',
  'programme.changed_meanwhile':
    'Someone else has changed this meanwhile (version {version}). Nothing of yours was entered; both are shown below. Choose what is to stand, and save again.',
  'programme.moment_wrong': 'Give the date and the time, as in 2026-06-09 and 18:00.',
  'programme.attribution_promised':
    'Statements were made under the stricter rule, and whoever spoke under it keeps its protection. The policy can only be made stricter now.',
  'edition.short_name_too_long': 'The short name has at most 60 characters: it stands at the top of every page.',
  'edition.number_wrong':
    'The number of an edition is a whole number from 1 on, as in “14”. Leave it empty where there is none.',
  'edition.day_wrong': 'Give the day in full, as in 2026-06-09.',
  'edition.start_missing': 'There is a last day but no first one. Give the first day too.',
  'edition.ends_before': 'The last day lies before the first one. Exchange them, or correct one.',
  'edition.language_wrong': 'A language is written with its code of two or three letters, as in “en” or “es”.',
  'edition.language_missing': 'Name at least one language, as in “en”.',
  'edition.scale_too_long': 'The scale has at most 5,000 characters. Leave out the words that no report will use.',
  'edition.scale_wrong':
    'This line of the scale is not understood: “{line}”. Write a word, a colon and when it fits, as in “several: at least 5, up to 25%”.',
  'roundtable.title_too_long': 'A title has at most 300 characters. Put the rest into the lead.',
  'roundtable.room_too_long': 'A room has at most 100 characters. Shorten it.',
  'roundtable.start_missing': 'There is an end but no start. Give the start too.',
  'roundtable.ends_before': 'The meeting would end before it starts. Correct one of the two.',
  'roundtable.is_final':
    'The record of this roundtable is final, and so is what it was drawn up about. It changes by a corrigendum of the report.',
  'question.text_missing': 'Write the question.',
  'question.text_too_long': 'A question has at most 2,000 characters. Shorten it, or make two of it.',
  'question.too_many': 'A roundtable has at most {most} guiding questions.',
  'question.reworded_meanwhile':
    'Someone else has reworded this question meanwhile. Read the wording that stands now, then make your change there.',
  'question.answers_unseen':
    'This question has {answers, plural, one {one answer} other {# answers}} now, and not all of them were shown to you. Read them below, then save again.',
  'paper.text_missing': 'Paste the text of the paper, or choose a file.',
  'paper.text_too_long': 'A paper has at most 200,000 characters. Cut it into two papers.',
  'paper.too_many_paragraphs': 'A paper has at most 1,000 paragraphs. Cut it into two papers.',
  'paper.title_missing': 'Give the paper a title.',
  'paper.slug_too_long': 'The address name has at most 60 characters. Shorten it.',
  'paper.address_taken':
    'The address “{slug}” is taken in this roundtable by “{title}”. Choose another, or add a version to that paper.',
  'paper.cannot_move':
    'A paper that is {from, select, draft {a draft} circulated {circulated} revised {revised} other {endorsed}} cannot be {to, select, circulated {circulated} revised {revised} other {endorsed}}. {from, select, endorsed {What was endorsed stays as it is; add a new paper.} draft {Circulate it first.} other {It has been circulated already.}}',
  'paper.revised_meanwhile':
    'There is a newer version of this paper by now (version {version}). Read it, then add your changes to that one.',

  'record.edition.moved': 'The edition went on to its next state, or back',
  'record.edition.handed_over': 'The edition was handed over as a folder of files',
  'record.edition.corrected': 'The edition’s entry was corrected',
  'record.roundtable.corrected': 'RT {roundtable} was corrected in the programme',
  'record.comments.deadline_moved': 'The time for comments on RT {roundtable} was changed',
  'record.question.added': 'Question {number} was added to RT {roundtable}',
  'record.question.reworded': 'Question {number} of RT {roundtable} was reworded; its answers stay',
  'record.question.moved': 'The questions of RT {roundtable} were put in another order',
  'record.paper.added': 'The paper “{name}” was added to RT {roundtable} as a draft',
  'record.paper.revised': 'The paper “{name}” of RT {roundtable} has a new version; the earlier ones stay',
  'record.paper.circulated': 'The paper “{name}” was circulated for RT {roundtable}',
  'record.paper.endorsed': 'The paper “{name}” of RT {roundtable} was endorsed',
} as const;
