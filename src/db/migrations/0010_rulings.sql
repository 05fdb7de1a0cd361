-- Rulings are numbered as they replace one another; authors appeal; and what is asked to be erased, and what was.

alter table ruling
  -- the first ruling on a statement is 1; the highest stands
  add column number integer not null default 1 check (number > 0),
  drop constraint ruling_decision_check,
  -- abuse: spam, threats and the like, set aside by the support unit for one of its own reasons
  add constraint ruling_decision_check check (decision in ('relevant', 'not_relevant', 'abuse'));
update ruling set number = ordered.number
  from (select id, row_number() over (partition by statement_id order by at, id) as number from ruling) ordered
  where ordered.id = ruling.id;
alter table ruling alter column number drop default, add unique (statement_id, number);
drop index ruling_statement;
-- What is set aside is looked for with every page, and is rare.
create index ruling_abuse on ruling (statement_id) where decision = 'abuse';

-- An author's appeal against a ruling, and its one answer.
create table appeal (
  id uuid primary key,
  statement_id uuid not null references statement,
  -- a ruling is appealed once
  ruling_id uuid not null unique references ruling,
  words text not null check (words <> ''),
  -- null: with the code of the receipt
  by_id uuid references person,
  at timestamptz not null,
  outcome text check (outcome in ('upheld', 'replaced')),
  answer text not null default '',
  answered_by uuid references person,
  answered_at timestamptz,
  -- the ruling that took the place of the one appealed
  new_ruling_id uuid unique references ruling,
  check ((outcome is null) = (answered_at is null)),
  check ((outcome is not distinct from 'replaced') = (new_ruling_id is not null)),
  check (outcome is null or answer <> '')
);
create index appeal_statement on appeal (statement_id);

-- Someone asks that what identifies them be erased.
create table erasure_request (
  id uuid primary key,
  edition_id uuid not null references edition,
  -- who asked, where signed in; otherwise who they say they are
  person_id uuid references person,
  -- the statement whose receipt they hold
  statement_id uuid references statement,
  name text not null default '',
  email text not null default '',
  words text not null default '',
  -- the words of their statements too
  with_words boolean not null default false,
  at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'carried_out', 'declined')),
  answer text not null default '',
  answered_by uuid references person,
  answered_at timestamptz,
  check ((state = 'open') = (answered_at is null))
);

-- The account of an erasure: what was erased, how much of it, and what stays. It names nobody.
create table erasure (
  id uuid primary key,
  edition_id uuid not null references edition,
  request_id uuid references erasure_request,
  person_id uuid references person,
  statement_id uuid references statement,
  with_words boolean not null,
  -- how it was made sure that the request comes from the person it concerns
  verified_how text not null check (verified_how <> ''),
  -- table → rows
  erased jsonb not null,
  kept jsonb not null,
  payloads integer not null,
  by_id uuid references person,
  at timestamptz not null,
  check ((person_id is null) <> (statement_id is null))
);

alter table person add column erased_at timestamptz;
-- the words were erased on request: the line, its number and its commitment stay
alter table statement add column erased_at timestamptz;
-- with the salt gone, nobody can try out words against the commitment
alter table receipt alter column salt drop not null;
