-- A point of order interrupts whoever speaks: they keep what they used, and get the floor back.
alter table speaker_slot drop constraint speaker_slot_state_check;
alter table speaker_slot add constraint speaker_slot_state_check check (
  state in (
    'requested', 'listed', 'called', 'speaking', 'interrupted', 'spoken', 'yielded', 'absent', 'moved_to_writing'
  )
);
