-- Signing in without a password, invitations, and the limits that hold guesses back.

-- better-auth keeps this table too: one row for each passkey a person has added.
create table login_passkey (
  id text primary key,
  user_id text not null references login on delete cascade,
  name text,
  public_key text not null,
  credential_id text not null unique,
  counter bigint not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz
);
create index login_passkey_user on login_passkey (user_id);

-- When something was tried that may be tried only so often: a password for an account, a letter to an address. The bucket
-- is a keyed hash of what is counted, so that the table names nobody.
create table login_limit (
  bucket text primary key,
  tries timestamptz[] not null,
  -- when the last of them counts no more, and the row may go
  until timestamptz not null
);
create index login_limit_until on login_limit (until);

-- An office asks somebody in, by e-mail; the link in the letter is signed, so that nothing secret is kept here.
create table invitation (
  id uuid primary key,
  edition_id uuid not null references edition,
  email text not null,
  name text not null check (name <> ''),
  title text,
  function text,
  -- the office it gives, if any, and where
  kind text check (kind in ('chairs_office', 'support_unit', 'co_chair', 'rapporteur', 'general_rapporteur', 'note_taker')),
  roundtable_id uuid references roundtable,
  -- the delegation it lets them speak for, if any
  delegation_id uuid references delegation,
  capacity text not null default 'delegate' check (capacity in ('head', 'delegate', 'deputy', 'focal_point')),
  invited_by uuid references person,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  -- whom it made, or who they already were
  person_id uuid references person,
  withdrawn_at timestamptz,
  check (accepted_at is null or withdrawn_at is null),
  check (accepted_at is null or person_id is not null)
);
create index invitation_edition on invitation (edition_id);

-- Until now the offices vouched for every address: a link to it proves nothing new.
update login set email_verified = true;
