-- The thread: guests, quoted passages, attachments, and what each person has read.

-- What a form carries so that sending it twice enters one comment.
alter table statement add column form_token text unique;

-- Whose registered name a guest's looks like, at the moment of speaking.
alter table statement_speaker add column likeness text;

-- Someone who commented without an account and gave an address. Never shown.
create table guest (
  statement_id uuid primary key references statement,
  email text not null check (email <> ''),
  name text not null,
  confirmed_at timestamptz
);

-- Words of another statement, exactly as they stand in that revision of it.
create table quotation (
  statement_id uuid not null references statement,
  position integer not null,
  quoted_id uuid not null,
  quoted_revision integer not null,
  text text not null check (text <> ''),
  primary key (statement_id, position),
  foreign key (quoted_id, quoted_revision) references statement_revision,
  check (quoted_id <> statement_id)
);
create index quotation_quoted on quotation (quoted_id);

create table attachment (
  id uuid primary key,
  statement_id uuid not null references statement,
  position integer not null,
  name text not null check (name <> ''),
  type text not null check (type in ('pdf', 'docx', 'odt', 'png', 'jpeg', 'txt', 'csv')),
  size integer not null check (size between 1 and 10485760),
  sha256 bytea not null check (length(sha256) = 32),
  by_id uuid references person,
  at timestamptz not null,
  withdrawn_at timestamptz,
  unique (statement_id, position)
);

-- The bytes, apart: a thread of many attachments is listed without touching them.
create table attachment_file (
  attachment_id uuid primary key references attachment,
  bytes bytea not null
);

-- What someone has read of a roundtable: all up to a number, and some beyond it. Not recorded.
create table reading_mark (
  person_id uuid not null references person,
  roundtable_id uuid not null references roundtable,
  read_to integer not null default 0,
  also integer[] not null default '{}',
  primary key (person_id, roundtable_id)
);
