-- The note-taker's desk: lines under a slot, as typed and as read; which of two stands; what was handed in in writing; who
-- was there; what delegations say of the record of what they said.

create table note (
  -- made on the device, so that a line sent twice is kept once
  id uuid primary key,
  roundtable_id uuid not null references roundtable,
  -- null: typed while nobody had the floor, or about someone who is not on the list
  slot_id uuid references speaker_slot,
  by_id uuid references person,
  typed_at timestamptz not null,
  at timestamptz not null,
  revisions integer not null default 1
);
create index note_roundtable on note (roundtable_id, typed_at);
create index note_slot on note (slot_id);

create table note_revision (
  note_id uuid not null references note,
  revision integer not null check (revision > 0),
  -- letter for letter, codes and all; empty: the line was struck out
  line text not null,
  -- what it was read as; null: whoever has the slot
  delegation_id uuid references delegation,
  verb text,
  act text check (act in ('stated', 'emphasised', 'questioned', 'proposed', 'supported', 'opposed', 'concern', 'presented',
    'committed', 'procedural')),
  words text not null,
  exact boolean not null default false,
  on_record boolean not null default true,
  to_check boolean not null default false,
  questions integer[] not null default '{}',
  follows integer,
  by_id uuid references person,
  at timestamptz not null,
  primary key (note_id, revision)
);

-- Two note-takers heard the same: which line stands, and who decided. The other stays.
create table note_merge (
  first_id uuid not null references note,
  second_id uuid not null references note,
  keep text not null check (keep in ('first', 'second', 'both')),
  by_id uuid references person,
  at timestamptz not null,
  primary key (first_id, second_id),
  check (first_id <> second_id)
);

-- The intervention that was spoken in a slot.
alter table statement add column slot_id uuid unique references speaker_slot;

-- Whether an intervention is on the record was decided after it was made; the newest decision stands.
create table on_record_decision (
  id uuid primary key,
  statement_id uuid not null references statement,
  on_record boolean not null,
  reason text not null check (reason <> ''),
  by_id uuid references person,
  at timestamptz not null
);
create index on_record_decision_statement on on_record_decision (statement_id, at);

-- Handed in in writing, or shown: a text, a video, slides. `reading` says how it relates to what was said aloud.
create table delivery (
  statement_id uuid primary key references statement,
  delegation_id uuid not null references delegation,
  slot_id uuid references speaker_slot,
  reading text not null check (reading in ('verbatim', 'check_against_delivery', 'not_read')),
  -- shown to others once it was delivered
  embargoed boolean not null default false,
  link text,
  filed_by uuid references person,
  filed_at timestamptz not null,
  check (not embargoed or reading <> 'not_read')
);
create index delivery_slot on delivery (slot_id);

-- Who was there. Whoever spoke was; the others are noted.
create table attendance (
  roundtable_id uuid not null references roundtable,
  delegation_id uuid not null references delegation,
  present boolean not null,
  by_id uuid references person,
  at timestamptz not null,
  primary key (roundtable_id, delegation_id)
);

-- Until when delegations may correct the record of what they said.
alter table roundtable add column record_closes_at timestamptz;

-- A delegation confirms the record of its intervention, or asks for other words.
create table correction (
  id uuid primary key,
  statement_id uuid not null,
  revision integer not null,
  delegation_id uuid not null references delegation,
  -- null: confirmed as it stands
  body text check (body <> ''),
  reason text not null default '',
  late boolean not null,
  by_id uuid references person,
  at timestamptz not null,
  decision text check (decision in ('accepted', 'declined')),
  words text not null default '',
  decided_by uuid references person,
  decided_at timestamptz,
  foreign key (statement_id, revision) references statement_revision,
  check ((decision is null) = (decided_at is null)),
  check (body is not null or decision is null)
);
create index correction_statement on correction (statement_id, at);
