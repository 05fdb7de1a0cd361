export default {
  'floor.not_meeting':
    'A speakers list goes with a meeting that is prepared or under way. Make the roundtable ready in the programme first.',
  'floor.open_already': 'The speakers list of this roundtable is there already. Open it again on the co-chair’s desk.',
  'floor.cannot_move': 'The list is {from}; it cannot be made {to} from there.',
  'floor.list_closed':
    'The speakers list is closed. You can still ask for a right of reply, or hand in a written statement.',
  'floor.not_in_session': 'The meeting is not in session. Open or resume it, then give the floor.',
  'floor.has_it_already': '{name} has the floor already.',
  'floor.given_meanwhile':
    'Someone else was quicker: {name} has just been given the floor. Look at the list and decide again.',
  'floor.ended_meanwhile':
    'The speech you meant to follow has just been ended by someone else. Look at the list and decide again.',
  'floor.time_wrong': 'A time to speak is between 10 seconds and two hours.',
  'floor.ground_missing': 'Say why, or by which rule: it is read out and recorded.',
  'floor.ground_too_long': 'A ground has at most 500 characters. Shorten it.',
  'floor.words_missing': 'Say what is ruled.',
  'floor.words_too_long': 'A ruling has at most 2000 characters. Shorten it.',
  'slot.cannot_move':
    'This place is {from, select, requested {waiting for the chair} listed {on the list} called {called} speaking {the one that has the floor} interrupted {interrupted by a point of order} spoken {spoken already} yielded {given up} absent {marked as absent} moved_to_writing {moved to writing} other {elsewhere}}; that cannot be done from there.',
  'slot.waits_already': 'This delegation is on the list already. It keeps the place it has.',
  'slot.replies_used':
    'A delegation may reply {most, plural, =0 {in writing only} one {once} other {# times}} at one meeting, and this one has.',
  'slot.called_since': 'Somebody has been given the floor since you gave up your place. Ask for the floor again.',
  'slot.not_yours': 'Only those who speak for this delegation, and those who keep the floor, can do that.',
  'slot.not_accredited':
    'To ask for the floor you speak for a delegation of this forum. Ask your focal point for credentials, or raise your plate.',
  'slot.nobody_named': 'Say who asks: choose a delegation, or write a name.',
  'slot.waits_not': 'Only somebody who waits can be given another place.',
  'slot.no_such_place':
    '{among, plural, one {One waits: there is one place.} other {# wait: choose a place from 1 to #.}}',
  'slot.there_already': 'They have that place already.',
  'clock.nobody_speaks': 'This speech is not under way: there is no clock to change.',
  'clock.stands_already': 'The clock stands already.',
  'clock.runs_already': 'The clock is running already.',
} as const;
