-- Editions, their roundtables in a tree, and the guiding questions.

create table edition (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (name <> ''),
  short_name text not null check (short_name <> ''),
  number integer,
  place text,
  time_zone text not null default 'UTC',
  starts_on date,
  ends_on date,
  languages text[] not null default '{en}',
  attribution text not null default 'attributed' check (attribution in ('attributed', 'by_constituency', 'not_attributed')),
  chair_id uuid references delegation,
  state text not null default 'planning'
    check (state in ('planning', 'preparatory', 'in_session', 'reporting', 'closed', 'archived')),
  created_at timestamptz not null
);

create table roundtable (
  id uuid primary key,
  edition_id uuid not null references edition,
  parent_id uuid references roundtable,
  number text not null check (number ~ '^[0-9]+(\.[0-9]+)*$'),
  title text not null check (title <> ''),
  lead text not null default '',
  description text not null default '',
  room text,
  starts_at timestamptz,
  ends_at timestamptz,
  comments_close_at timestamptz,
  -- null: the edition's policy
  attribution text check (attribution in ('attributed', 'by_constituency', 'not_attributed')),
  state text not null default 'draft' check (state in ('draft', 'open_for_comment', 'comment_closed', 'ready', 'in_session',
    'suspended', 'adjourned', 'record_draft', 'record_final')),
  -- how many statement numbers have been given out
  statements integer not null default 0,
  unique (edition_id, number),
  check (ends_at is null or starts_at is null or ends_at > starts_at)
);
create index roundtable_parent on roundtable (parent_id);

-- A cluster's or roundtable's co-chairs, rapporteurs and note-takers, and the edition's offices.
-- A co-chair can be a delegation without a named person.
create table role (
  id uuid primary key,
  edition_id uuid not null references edition,
  roundtable_id uuid references roundtable,
  kind text not null check (kind in ('chairs_office', 'support_unit', 'co_chair', 'rapporteur', 'general_rapporteur', 'note_taker')),
  person_id uuid references person,
  delegation_id uuid references delegation,
  position integer not null default 0,
  check (person_id is not null or delegation_id is not null)
);
create index role_person on role (person_id);
create index role_roundtable on role (roundtable_id);

create table credential (
  id uuid primary key,
  edition_id uuid not null references edition,
  person_id uuid not null references person,
  delegation_id uuid not null references delegation,
  capacity text not null check (capacity in ('head', 'delegate', 'deputy', 'focal_point')),
  verified_by uuid references person,
  verified_at timestamptz,
  verified_how text,
  unique (edition_id, person_id, delegation_id)
);
create index credential_person on credential (person_id);

create table question (
  id uuid primary key,
  roundtable_id uuid not null references roundtable,
  number integer not null check (number > 0),
  text text not null check (text <> ''),
  unique (roundtable_id, number)
);

-- The published list from which the Chair gives a reason.
create table ruling_reason (
  edition_id uuid not null references edition,
  code text not null,
  title text not null,
  words text not null,
  primary key (edition_id, code)
);
