-- What a person said of two issues of a cluster's roundtables: that they are one and the same, or that they are two.
create table issue_compared (
  cluster_id uuid not null references roundtable,
  issue_id uuid not null references issue,
  other_id uuid not null references issue,
  same boolean not null,
  by_id uuid references person,
  at timestamptz not null,
  primary key (issue_id, other_id),
  -- each pair stands once, whichever was named first
  check (issue_id < other_id)
);
create index issue_compared_cluster on issue_compared (cluster_id);
create index issue_compared_other on issue_compared (other_id);
