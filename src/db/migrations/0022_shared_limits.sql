-- How much of what may be asked so often a minute is left to whom, where several processes serve one forum and have to
-- agree. Not logged: what a crash forgets is forgiven. Emptied as it is used.
create unlogged table request_bucket (
  -- a keyed hash of what is counted and for whom
  bucket text primary key,
  filled double precision not null,
  -- whether whoever asked last got one
  took boolean not null,
  at timestamptz not null
);
create index request_bucket_at on request_bucket (at);
