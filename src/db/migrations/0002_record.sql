-- The append-only witness of everything that changed. What a line commits to lives beside it and can be erased;
-- the line itself can be neither changed nor removed.

create table record_head (
  singleton boolean primary key default true check (singleton),
  sequence bigint not null default 0
);
insert into record_head default values;

create table record_line (
  sequence bigint primary key,
  kind text not null check (kind ~ '^[a-z_]+\.[a-z_]+$'),
  act text not null,
  -- a person's id, never a name; null when the program acted by itself or nobody was signed in
  actor_id uuid,
  subject_id uuid not null,
  -- the roundtable it happened in, where there is one
  roundtable_id uuid,
  audience text not null check (audience in ('public', 'desk', 'author')),
  at timestamptz not null,
  -- sha-256 over the salt and the payload, both kept in record_payload
  commitment bytea not null check (length(commitment) = 32)
);
create index record_line_subject on record_line (subject_id);

create table record_payload (
  sequence bigint primary key references record_line,
  salt bytea not null check (length(salt) = 32),
  -- the rows written, as the exact text that was hashed
  payload text not null
);

create function record_line_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'a line of the record cannot be changed or removed';
end $$;
create trigger record_line_is_final before update or delete or truncate on record_line
  for each statement execute function record_line_is_final();
