-- A sentence taken out of a report stays in the record with what it rests on, and can be put back where it stood.

alter table sentence alter column paragraph_id drop not null;
alter table sentence add column removed_from uuid references report;
-- where it stood; that paragraph may be gone since
alter table sentence add column removed_paragraph uuid;
alter table sentence add column removed_section text;
alter table sentence add column removed_at timestamptz;
alter table sentence add column removed_by uuid references person;
alter table sentence add check ((paragraph_id is null) = (removed_from is not null));
alter table sentence add check ((removed_from is null) = (removed_at is null));
create index sentence_removed on sentence (removed_from) where removed_from is not null;
