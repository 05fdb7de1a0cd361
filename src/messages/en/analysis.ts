export default {
  'point.outside_statement':
    'A point lies outside the words of its statement: characters {start} to {end}, of {length}. Nothing was kept; find the points again in the statement as it stands.',
  'point.stands_no_more':
    'This point stands no more: it was split, or its making was undone. Look at the points of its statement as they stand.',
  'point.rejected_already': 'This point was rejected. Undo that first.',
  'point.accepted_already': 'This point was accepted or corrected already. There is nothing left to accept.',
  'point.is_merged': 'This point is told together with others. Undo the merging first.',
  'point.reason_missing': 'A rejected point needs a reason: whoever looks for it wants to know why it is gone.',
  'point.reason_too_long': 'The reason is longer than 2,000 characters. Shorten it.',
  'point.wording_too_long': 'A wording of your own has at most 300 characters. Shorten it.',
  'point.split_nowhere':
    'A point is split before one of its words, and both parts need words. Choose a word within it.',
  'point.merge_nothing': 'Nothing was chosen to merge. Choose at least one other point.',
  'point.merge_itself': 'A point cannot be merged into itself. Choose another.',
  'point.merge_elsewhere': 'Points are merged within one roundtable. Choose points of this one.',
  'point.merge_into_merged': 'This point is itself told with another. Merge into that one.',
  'point.merge_off_record': 'What was said on and off the record is not told together. Choose points on the same side.',
  'point.merge_opposed': 'One of these speaks for it and one against: a dissent is told by itself.',
  'point.merge_other_act':
    'One of these is “{one}” and one “{other}”, by different speakers. Told together, one would have done what only the other did; correct the act of one first, if it was misread.',
  'point.merge_other_strength':
    'These ask for “{word}” with different strength, and would come out stronger or weaker than they were said. Keep them apart.',
  'point.words_missing': 'There are no words. Give the exact words of the statement.',
  'point.words_not_there': 'The statement has no such words: “{words}”. Copy them from it exactly.',
  'point.words_twice':
    'These words stand in the statement more than once: “{words}”. Take a few more, so that there is one place.',
  'point.verb_not_there':
    'The sentence has no “{verb}”. Take a word that stands in it, or leave it empty for the usual one.',
  'point.undone_already': 'This was undone already.',
  'point.undo_later_first': 'Something was decided about these points since. Undo the later decision first.',
  'point.undo_erased': 'The words these points were found in were erased on request. There is nothing to go back to.',
  'issue.title_missing': 'The issue has no title. Give it the words people know it by.',
  'issue.merge_itself': 'An issue cannot be merged into itself. Choose another.',
  'issue.moved_nowhere': 'The points are under this issue already. Choose another to move them to.',
  'issue.merge_elsewhere': 'Issues are merged within one roundtable. Choose one of this roundtable’s.',
  'issue.merge_other_kind':
    'An issue, a means of implementation, a tool and a model are kept apart. Choose one of the same kind.',
  'issue.merged_already': '“{title}” is merged into another issue already. Take it apart first, or choose that one.',
  'issue.not_merged': '“{title}” is not merged into any issue, so there is nothing to take apart.',
  'issue.point_elsewhere': 'A point lies under issues of the roundtable it was made in. Choose one of those.',
  'issue.no_points': 'No point was chosen. Choose at least one.',
  'issue.decline_what': 'Say which suggestion is declined: an issue, or the words one was suggested from.',
  'question.not_asked': 'This point asks nothing. Correct its act to a question first, if it was misread.',
  'question.answered_elsewhere':
    'A question from the floor is answered in its own roundtable. Choose a statement of this one.',
  'question.answers_itself': 'The question stands in this very statement. Choose the one that answers it.',
  'question.answer_gone':
    'This statement was withdrawn or is off the record, so it cannot stand as an answer. Choose another.',
  'point.carried_already':
    'This decision has gone along to the statement as it reads now already. Look at the point there.',
  'point.nothing_to_carry': 'Nothing was decided about earlier words of this statement. Decide about the point itself.',
  'point.carry_elsewhere': 'A decision goes to a point of the same statement as it reads now. Choose one of those.',
  'point.undo_revised':
    'The statement was revised since, and the decision went along. Decide about the point as it stands now.',
  'recommendation.text_missing': 'The recommendation has no words. Give it those in which it was proposed.',
  'recommendation.text_too_long': 'A recommendation has at most 2,000 characters. Shorten it.',
  'recommendation.words_too_long': 'The words are longer than 2,000 characters. Shorten them.',
  'recommendation.nobody_proposed':
    'A recommendation is somebody’s: choose at least one point in which it was proposed.',
  'recommendation.voice_elsewhere':
    'A recommendation rests on what was said in its own roundtable. Choose a point of this one.',
  'recommendation.voice_off_record':
    'What was said off the record proposes and supports nothing in a report. Choose another point.',
  'recommendation.same_words': 'These are the words it has already. Change them, or leave it as it is.',
  'recommendation.voice_already': 'This point is counted for the recommendation already.',
  'recommendation.proposed_against':
    'This point speaks against something: nobody proposes in it. Choose another, or correct the point.',
  'recommendation.proposer_stays': 'Whoever proposed a recommendation stays with it. Let it lapse, and record it anew.',
  'recommendation.strength_changed':
    'It asks for “{word}” more strongly, or less, than whoever proposed it did. To consider ratifying is not to ratify: keep the words that were used.',
  'recommendation.call_changed':
    'Its operative verb is of the class “{now}”, and whoever proposed it said “{was}”. Keep it as firm as it was.',
  'recommendation.changed_meanwhile':
    'Somebody has worded this recommendation anew meanwhile: “{text}”. Read that first.',
  'recommendation.cannot_move':
    'A recommendation that is {from, select, in_progress {in progress} other {{from}}} does not become {to, select, in_progress {in progress} other {{to}}}. Choose one of the moves offered.',
  'issue.parent_elsewhere':
    'An issue can only lie under another of the same roundtable. Choose one of this roundtable’s.',
} as const;
