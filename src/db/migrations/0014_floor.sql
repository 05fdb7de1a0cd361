-- The meeting: its speakers list, who has the floor, how long, and what the chair rules.

create table floor (
  roundtable_id uuid primary key references roundtable,
  state text not null check (state in ('open', 'closing', 'closed')),
  -- the rule the list is ordered by, with its two additions
  order_by text not null check (order_by in ('asked', 'rank', 'groups_first', 'constituencies', 'regions')),
  first_time_first boolean not null,
  every_third boolean not null,
  -- seconds by class of speaker
  allotted jsonb not null,
  reply_seconds integer not null check (reply_seconds between 10 and 7200),
  -- how often one delegation may reply at one meeting
  most_replies integer not null check (most_replies between 0 and 20),
  -- when the chair means to end
  closes_at timestamptz,
  opened_at timestamptz not null,
  opened_by uuid references person,
  rulings integer not null default 0
);

create table speaker_slot (
  id uuid primary key,
  roundtable_id uuid not null references floor,
  queue text not null check (queue in ('list', 'right_of_reply', 'point_of_order')),
  class text not null check (class in ('co_chair', 'panel', 'group', 'state', 'organisation', 'stakeholder')),
  delegation_id uuid references delegation,
  person_id uuid references person,
  -- name, function and rank as they were when the floor was asked for
  name text,
  function text,
  rank text not null default 'other',
  on_behalf_of_id uuid references delegation,
  language text not null check (language ~ '^[a-z]{2,3}$'),
  requested_at timestamptz not null,
  requested_by uuid references person,
  -- among those who wait; null for everyone else
  position integer check (position > 0),
  -- the chair gave it this place: the rule does not move it
  is_moved boolean not null default false,
  state text not null
    check (state in ('requested', 'listed', 'called', 'speaking', 'spoken', 'yielded', 'absent', 'moved_to_writing')),
  allotted_seconds integer not null check (allotted_seconds between 10 and 7200),
  used_seconds integer not null default 0 check (used_seconds >= 0),
  -- the clock runs while this is set
  running_since timestamptz,
  called_at timestamptz,
  started_at timestamptz,
  ended_at timestamptz,
  off_record boolean not null default false,
  -- whom it answers
  reply_to_id uuid references speaker_slot,
  -- there was no time: a written statement was invited
  invited_at timestamptz,
  check (delegation_id is not null or person_id is not null or name is not null),
  check (running_since is null or state = 'speaking')
);
create index speaker_slot_roundtable on speaker_slot (roundtable_id);
create index speaker_slot_delegation on speaker_slot (delegation_id);
-- One voice at a time.
create unique index speaker_slot_speaking on speaker_slot (roundtable_id) where state = 'speaking';

-- What the chair decides at the meeting: never undone, only ruled again.
create table floor_ruling (
  id uuid primary key,
  roundtable_id uuid not null references floor,
  number integer not null check (number > 0),
  kind text not null check (kind in ('move', 'order', 'time', 'list', 'point_of_order', 'adjournment', 'other')),
  -- empty where the kind says it all
  words text not null default '',
  ground text not null check (ground <> ''),
  slot_id uuid references speaker_slot,
  -- of a move: what place everyone concerned had, and has, by slot
  places jsonb,
  by_id uuid references person,
  at timestamptz not null,
  unique (roundtable_id, number)
);
create index floor_ruling_slot on floor_ruling (slot_id);
