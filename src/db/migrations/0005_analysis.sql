-- What statements mean: points found in their words, grouped under issues.

create table point (
  id uuid primary key,
  statement_id uuid not null,
  revision integer not null,
  position integer not null,
  -- the sentence and the message, in UTF-16 code units into the revision's body; "This was opposed by Japan" has its
  -- message in an earlier sentence
  sentence_start integer not null,
  sentence_end integer not null,
  message_start integer not null,
  message_end integer not null,
  message text not null,
  verb text not null,
  act text not null check (act in ('stated', 'emphasised', 'questioned', 'proposed', 'supported', 'opposed', 'concern',
    'presented', 'committed', 'procedural')),
  topic text not null default '',
  polarity smallint not null check (polarity in (-1, 1)),
  attribution text not null,
  confidence real not null check (confidence between 0 and 1),
  found_by text not null,
  state text not null check (state in ('proposed', 'accepted', 'edited', 'rejected')),
  foreign key (statement_id, revision) references statement_revision,
  unique (statement_id, revision, position),
  check (0 <= sentence_start and sentence_start < sentence_end),
  check (0 <= message_start and message_start < message_end)
);

create table point_actor (
  point_id uuid not null references point,
  position integer not null,
  part text not null check (part in ('actor', 'on_behalf_of', 'supported_by', 'opposed_by')),
  delegation_id uuid references delegation,
  name text not null check (name <> ''),
  primary key (point_id, position)
);
create index point_actor_delegation on point_actor (delegation_id);

create table issue (
  id uuid primary key,
  roundtable_id uuid not null references roundtable,
  parent_id uuid references issue,
  position integer not null,
  kind text not null check (kind in ('main_issue', 'means_of_implementation', 'overall_issue', 'tool', 'model')),
  title text not null check (title <> '')
);
create index issue_roundtable on issue (roundtable_id);

create table issue_point (
  issue_id uuid not null references issue,
  point_id uuid not null references point,
  primary key (issue_id, point_id)
);
create index issue_point_point on issue_point (point_id);
