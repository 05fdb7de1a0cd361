-- The register: who can speak, for whom, and who may do what.

create table delegation (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  short_name text not null unique check (short_name <> ''),
  formal_name text not null check (formal_name <> ''),
  kind text not null check (kind in ('state', 'observer', 'group', 'un', 'treaty_body', 'igo', 'civil', 'diaspora', 'faith',
    'union', 'association', 'firm', 'city', 'academia', 'youth', 'individual')),
  -- ISO 3166 alpha-3 for a State, otherwise the acronym
  code text,
  -- UN M49 region
  region text
);

create table delegation_alias (
  delegation_id uuid not null references delegation,
  alias text not null check (alias <> ''),
  primary key (delegation_id, alias)
);
create index delegation_alias_name on delegation_alias (lower(alias));

create table membership (
  group_id uuid not null references delegation,
  member_id uuid not null references delegation,
  since date,
  until date,
  primary key (group_id, member_id),
  check (group_id <> member_id)
);

create table person (
  id uuid primary key,
  name text not null check (name <> ''),
  title text,
  function text
);

-- A sign-in belongs to a person; a person named in a record needs none. better-auth keeps these four tables.
create table login (
  id text primary key,
  person_id uuid references person,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  -- the demo's sign-ins work from this machine only
  demo boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table login_session (
  id text primary key,
  user_id text not null references login on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index login_session_user on login_session (user_id);

create table login_method (
  id text primary key,
  user_id text not null references login on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index login_method_user on login_method (user_id);

create table login_verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index login_verification_identifier on login_verification (identifier);
