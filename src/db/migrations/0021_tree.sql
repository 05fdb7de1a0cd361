-- The lines of the record are the leaves of a Merkle tree (RFC 6962): its tiles, its signed heads, and who saw them.

-- What a leaf hides its line under. Not erased with the payload: a line holds pseudonymous ids and no names.
alter table record_line add column salt bytea not null
  default decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex')
  check (length(salt) = 32);

-- Up to 256 hashes of one level of the tree, eight levels apart (C2SP tlog-tiles). Made from the lines, after commit.
create table record_tile (
  level smallint not null check (level between 0 and 7),
  place bigint not null check (place >= 0),
  hashes bytea not null check (length(hashes) between 32 and 8192 and length(hashes) % 32 = 0),
  primary key (level, place)
);

-- The head of the tree at a size, as the signed note that was published.
create table record_checkpoint (
  size bigint primary key check (size > 0),
  root bytea not null check (length(root) = 32),
  at timestamptz not null,
  note text not null
);

-- Somebody outside who vouches that the tree has only grown.
create table record_witness (
  id uuid primary key,
  -- the verifier key of a signed note: name+hash+key
  key text not null unique,
  named_by uuid references person,
  named_at timestamptz not null,
  withdrawn_at timestamptz
);

create table record_cosignature (
  size bigint not null references record_checkpoint,
  witness_id uuid not null references record_witness,
  -- the line of the note
  signature text not null,
  signed_at timestamptz not null,
  primary key (size, witness_id)
);

-- Which lines lost their payload, so that one gone for another reason is found. Null: erased before this was kept.
alter table erasure add column sequences bigint[];
