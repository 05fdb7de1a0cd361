-- Everything anyone says or writes. What was said is a revision, and a revision is never overwritten.

create function search_config(language text) returns regconfig language sql immutable parallel safe as $$
  select case language
    when 'ar' then 'pg_catalog.arabic'::regconfig when 'en' then 'pg_catalog.english'::regconfig
    when 'es' then 'pg_catalog.spanish'::regconfig when 'fr' then 'pg_catalog.french'::regconfig
    when 'pt' then 'pg_catalog.portuguese'::regconfig when 'ru' then 'pg_catalog.russian'::regconfig
    when 'de' then 'pg_catalog.german'::regconfig when 'it' then 'pg_catalog.italian'::regconfig
    else 'pg_catalog.simple'::regconfig end
$$;

create table statement (
  id uuid primary key,
  roundtable_id uuid not null references roundtable,
  number integer not null check (number > 0),
  kind text not null check (kind in ('comment', 'intervention', 'written_statement', 'presentation', 'remark')),
  mode text not null check (mode in ('oral', 'written', 'video')),
  state text not null check (state in ('draft', 'held', 'received', 'withdrawn', 'noted', 'checked', 'confirmed', 'withheld')),
  identity text not null check (identity in ('unidentified', 'email_confirmed', 'verified', 'released')),
  source text not null check (source in ('own_hand', 'note_taker', 'transcript', 'import')),
  on_record boolean not null default true,
  language text not null check (language ~ '^[a-z]{2,3}$'),
  said_at timestamptz,
  replies_to uuid references statement,
  author_id uuid references person,
  revisions integer not null default 1,
  unique (roundtable_id, number)
);
create index statement_replies on statement (replies_to);
create index statement_author on statement (author_id);

create table statement_revision (
  statement_id uuid not null references statement,
  revision integer not null check (revision > 0),
  language text not null,
  body text not null check (body <> ''),
  by_id uuid references person,
  at timestamptz not null,
  search tsvector generated always as (to_tsvector(search_config(language), body)) stored,
  primary key (statement_id, revision)
);
create index statement_revision_search on statement_revision using gin (search);

create table statement_translation (
  statement_id uuid not null,
  revision integer not null,
  language text not null,
  body text not null,
  translator text not null,
  primary key (statement_id, revision, language),
  foreign key (statement_id, revision) references statement_revision
);

-- Who said it, and for whom. Name, function and capacity are frozen at the moment of speaking.
create table statement_speaker (
  statement_id uuid not null references statement,
  position integer not null,
  part text not null check (part in ('speaker', 'on_behalf_of', 'supported_by', 'opposed_by')),
  delegation_id uuid references delegation,
  person_id uuid references person,
  name text,
  function text,
  capacity text check (capacity in ('head', 'delegate', 'deputy', 'focal_point', 'co_chair', 'panel', 'chair')),
  primary key (statement_id, position),
  check (delegation_id is not null or person_id is not null or name is not null)
);
create index statement_speaker_delegation on statement_speaker (delegation_id);

create table statement_answer (
  statement_id uuid not null references statement,
  question_id uuid not null references question,
  primary key (statement_id, question_id)
);
create index statement_answer_question on statement_answer (question_id);

-- The Chair's decision that a comment is relevant or not; the newest one stands.
create table ruling (
  id uuid primary key,
  statement_id uuid not null references statement,
  decision text not null check (decision in ('relevant', 'not_relevant')),
  reason_code text,
  words text not null default '',
  by_id uuid references person,
  at timestamptz not null,
  check (decision = 'relevant' or reason_code is not null)
);
create index ruling_statement on ruling (statement_id, at);

create table receipt (
  code text primary key,
  statement_id uuid not null unique references statement,
  salt bytea not null check (length(salt) = 32),
  -- sha-256 over the salt and the first revision's text
  commitment bytea not null check (length(commitment) = 32)
);
