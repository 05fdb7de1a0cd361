-- Of what rank somebody speaks; and a focal point sends a draft back with words.

-- For protocol order. Frozen onto a statement at the moment of speaking; there null where nobody was accredited.
alter table credential add column rank text not null default 'other'
  check (rank in ('head_of_state', 'minister', 'deputy_minister', 'ambassador', 'other'));
alter table invitation add column rank text not null default 'other'
  check (rank in ('head_of_state', 'minister', 'deputy_minister', 'ambassador', 'other'));
alter table statement_speaker add column rank text
  check (rank in ('head_of_state', 'minister', 'deputy_minister', 'ambassador', 'other'));

-- Why a draft that waited for the delegation's focal point was sent back. It waits again from its next revision on.
create table release_return (
  statement_id uuid not null,
  revision integer not null,
  words text not null check (words <> ''),
  by_id uuid references person,
  at timestamptz not null,
  primary key (statement_id, revision),
  foreign key (statement_id, revision) references statement_revision
);
