-- A folder with all of an edition that was handed over: what the record says of it, so that it can be told from any other.
create table handover (
  id uuid primary key,
  edition_id uuid not null references edition,
  -- of the list of its files with the checksum of each
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  files integer not null check (files > 0),
  -- it holds what only the offices see, too
  confidential boolean not null,
  at timestamptz not null
);
