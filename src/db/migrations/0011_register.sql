-- The register as it is kept: what is corrected carries a version, so that two people who edit lose nothing; duplicates are
-- merged into one entry; credentials are asked for, verified, refused and withdrawn; a delegation can require release.

alter table delegation
  add column version integer not null default 1,
  -- deputies' and delegates' comments wait for the focal point
  add column requires_release boolean not null default false,
  -- a duplicate: everything that pointed to it points to the other entry, and its address leads there
  add column merged_into uuid references delegation,
  add check (merged_into <> id);

alter table person add column version integer not null default 1;

alter table edition
  add column version integer not null default 1,
  -- proposed for every roundtable that opens without a time of its own
  add column comments_deadline timestamptz,
  -- null: the usual scale
  add column quantifier_scale jsonb;

alter table roundtable add column version integer not null default 1;

-- Checked at the end of a statement, so that questions can change places in one.
alter table question
  add column version integer not null default 1,
  drop constraint question_roundtable_id_number_key,
  add constraint question_roundtable_id_number_key unique (roundtable_id, number) deferrable initially immediate;

-- How a question read before it was reworded; the newest wording stands in the question itself.
create table question_wording (
  question_id uuid not null references question,
  version integer not null check (version > 0),
  text text not null,
  until timestamptz not null,
  by_id uuid references person,
  primary key (question_id, version)
);

-- verified_at is set while a credential stands, and only then; how it came to stand or fall is told by its decisions.
alter table credential
  add column state text not null default 'verified' check (state in ('asked', 'verified', 'refused', 'withdrawn')),
  add column function text,
  add column asked_at timestamptz,
  -- what the person wrote to those who verify
  add column words text not null default '';
update credential set state = 'asked' where verified_at is null;
alter table credential add check ((state = 'verified') = (verified_at is not null));
create index credential_delegation on credential (delegation_id);

create table credential_decision (
  id uuid primary key,
  credential_id uuid not null references credential,
  decision text not null check (decision in ('asked', 'verified', 'refused', 'withdrawn')),
  by_id uuid references person,
  -- by which check it was verified, or why it was refused or withdrawn
  how text not null default '',
  at timestamptz not null
);
create index credential_decision_credential on credential_decision (credential_id, at);

-- A comment that waits for the delegation's focal point, since the moment it was handed in.
create table statement_release (
  statement_id uuid primary key references statement,
  delegation_id uuid not null references delegation,
  asked_at timestamptz not null,
  released_at timestamptz,
  released_by uuid references person,
  taken_back_at timestamptz,
  check (released_at is null or taken_back_at is null)
);
create index statement_release_delegation on statement_release (delegation_id);

-- Papers: what is circulated before a roundtable, in numbered paragraphs. A new version never overwrites an old one.
create table paper (
  id uuid primary key,
  roundtable_id uuid not null references roundtable,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  kind text not null check (kind in ('concept_note', 'background_paper', 'programme')),
  title text not null check (title <> ''),
  language text not null check (language ~ '^[a-z]{2,3}$'),
  state text not null check (state in ('draft', 'circulated', 'revised', 'endorsed')),
  versions integer not null default 1,
  unique (roundtable_id, slug)
);

create table paper_version (
  paper_id uuid not null references paper,
  version integer not null check (version > 0),
  by_id uuid references person,
  at timestamptz not null,
  primary key (paper_id, version)
);

create table paper_paragraph (
  id uuid primary key,
  paper_id uuid not null,
  version integer not null,
  -- null for a heading, which has no number
  number integer check (number > 0),
  position integer not null,
  text text not null check (text <> ''),
  foreign key (paper_id, version) references paper_version,
  unique (paper_id, version, position)
);

-- The paragraph of a paper that a comment is about.
create table statement_paragraph (
  statement_id uuid primary key references statement,
  paragraph_id uuid not null references paper_paragraph
);
create index statement_paragraph_paragraph on statement_paragraph (paragraph_id);
