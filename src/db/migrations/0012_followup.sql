-- Good practices, what they rest on, and those who asked to be put in touch over them.

create table practice (
  id uuid primary key,
  edition_id uuid not null references edition,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  state text not null check (state in ('spotted', 'consented', 'published', 'withdrawn')),
  title text not null check (title <> ''),
  -- who promotes it, what it is, where
  summary text not null check (summary <> ''),
  language text not null default 'en' check (language ~ '^[a-z]{2,3}$'),
  is_global boolean not null default false,
  -- ISO 3166 alpha-3
  countries text[] not null default '{}',
  themes text[] not null default '{}',
  -- who promotes it, and the person whose consent it takes; without one, anyone accredited for the delegation
  delegation_id uuid references delegation,
  holder_id uuid references person,
  -- never shown to the public; letters go there
  contact_name text,
  contact_email text,
  spotted_by uuid references person,
  consented_by uuid references person,
  consented_at timestamptz,
  consent_how text,
  published_at timestamptz,
  created_at timestamptz not null,
  version integer not null default 1,
  unique (edition_id, slug),
  check (is_global or cardinality(countries) > 0),
  check (state not in ('consented', 'published') or consented_at is not null),
  check (state <> 'published' or published_at is not null)
);
create index practice_delegation on practice (delegation_id);

create table practice_partner (
  practice_id uuid not null references practice,
  position integer not null,
  delegation_id uuid references delegation,
  name text not null check (name <> ''),
  primary key (practice_id, position)
);
create index practice_partner_delegation on practice_partner (delegation_id);

-- The passage it was found in: exact words of one revision.
create table practice_source (
  practice_id uuid primary key references practice,
  statement_id uuid not null,
  revision integer not null,
  quotation text not null check (quotation <> ''),
  foreign key (statement_id, revision) references statement_revision
);
create index practice_source_statement on practice_source (statement_id);

create table practice_illustration (
  practice_id uuid primary key references practice,
  type text not null check (type in ('png', 'jpeg')),
  -- what it shows, in words
  shows text not null check (shows <> ''),
  sha256 bytea not null check (length(sha256) = 32),
  bytes bytea not null
);

-- A passage the engine suggested and the support unit does not take up.
create table practice_passed_over (
  point_id uuid primary key references point on delete cascade,
  by_id uuid references person,
  at timestamptz not null
);

-- "We do this too", "we look for partners": a delegation that asked to be put in touch.
create table practice_contact (
  id uuid primary key,
  practice_id uuid not null references practice,
  kind text not null check (kind in ('does_too', 'seeks_partners')),
  delegation_id uuid references delegation,
  person_id uuid not null references person,
  words text not null default '',
  at timestamptz not null,
  withdrawn_at timestamptz
);
create unique index practice_contact_once on practice_contact (practice_id, person_id, kind) where withdrawn_at is null;

-- Whether those who made a statement wish to be thanked by name.
create table acknowledgement (
  statement_id uuid primary key references statement,
  by_name boolean not null,
  by_id uuid references person,
  at timestamptz not null
);
