-- What a person decided about a point goes along when its statement is revised and the same sentence still stands in it.
-- Where it does not, whoever reports says which point of the words as they stand has the decision now, or lets it go.
create table point_carried (
  -- decided about in an earlier revision of its statement
  point_id uuid primary key references point,
  -- of a later revision; null where the decision was let go
  into_id uuid references point,
  by_id uuid references person,
  at timestamptz not null,
  check (point_id <> into_id)
);
create index point_carried_into on point_carried (into_id);

-- A recommendation as it was worded until then.
create table recommendation_text (
  recommendation_id uuid not null references recommendation,
  version integer not null,
  text text not null check (text <> ''),
  until timestamptz not null,
  by_id uuid references person,
  primary key (recommendation_id, version)
);
