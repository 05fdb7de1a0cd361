-- Personal access tokens, and what was answered to an act that came with an idempotency key.

create table api_token (
  id uuid primary key,
  person_id uuid not null references person,
  name text not null check (name <> ''),
  scope text not null check (scope in ('read', 'write')),
  -- SHA-256 of the token, which is shown once and kept nowhere
  token_hash bytea not null unique check (length(token_hash) = 32),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index api_token_person on api_token (person_id);

-- The same request sent twice is done once: the second one is given the first one's answer.
create table api_answer (
  person_id uuid not null references person,
  key text not null,
  -- SHA-256 of the act's name and input: the key answers for this request and no other
  request_hash bytea not null check (length(request_hash) = 32),
  answer text not null,
  at timestamptz not null,
  primary key (person_id, key)
);
create index api_answer_at on api_answer (at);
