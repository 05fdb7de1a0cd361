-- Letters waiting to be handed to a mail server, and those handed over. Not part of the record: they tell of it.

create table mail_recipient (
  id uuid primary key,
  address text not null unique check (address = lower(address) and address ~ '^[^\s@]+@[^\s@]+$'),
  -- how letters that bring news come; those somebody is waiting for come at once, always
  delivery text not null default 'immediate' check (delivery in ('immediate', 'daily', 'none')),
  -- what the mail server said when it would not take anything for this address
  refused text
);

create table mail (
  id uuid primary key,
  recipient_id uuid not null references mail_recipient,
  person_id uuid references person,
  -- whose support unit sees it; null for letters about an account
  edition_id uuid references edition,
  statement_id uuid references statement,
  code text not null,
  -- what it is about, once: a letter with the same key is not written again
  key text unique,
  language text not null,
  subject text not null,
  -- null once a secret letter is out of our hands
  body text,
  secret boolean not null default false,
  -- an answer by e-mail becomes a comment
  answerable boolean not null default false,
  digest boolean not null default false,
  state text not null default 'queued' check (state in ('queued', 'sending', 'sent', 'refused', 'given_up', 'by_hand')),
  attempts integer not null default 0,
  created_at timestamptz not null,
  next_at timestamptz not null,
  claimed_at timestamptz,
  settled_at timestamptz,
  settled_by uuid references person,
  -- the mail server's last words, where it did not take it
  words text,
  check (body is not null or secret),
  check (not secret or body is null or state in ('queued', 'sending'))
);
create index mail_due on mail (next_at) where state in ('queued', 'sending');
create index mail_recipient_of on mail (recipient_id);
create index mail_edition on mail (edition_id, created_at);
create index mail_person on mail (person_id, created_at);
create index mail_statement on mail (statement_id);
