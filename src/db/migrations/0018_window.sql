-- The correction window of a report: what delegations ask of its lines, the versions that are kept, who signed which text.

-- A correction concerns the record of an intervention, or a report: one of its sentences, or what is missing from it.
alter table correction alter column statement_id drop not null;
alter table correction alter column revision drop not null;
alter table correction add column report_id uuid references report;
-- A correction outlives a sentence that was joined to another, so this refers to nothing; its words then are kept.
alter table correction add column sentence_id uuid;
alter table correction add column stood text;
-- What was written in the end, which may be other words than those asked for, and in which corrigendum.
alter table correction add column written text;
alter table correction add column corrigendum integer check (corrigendum > 0);
alter table correction drop constraint correction_decision_check;
alter table correction add constraint correction_decision_check check (decision in ('accepted', 'declined', 'withdrawn'));
alter table correction add constraint correction_about_something check (report_id is not null or statement_id is not null);
alter table correction add constraint correction_sentence_as_it_stood check ((sentence_id is null) = (stood is null) and (sentence_id is null or report_id is not null));
create index correction_report on correction (report_id, at);

-- A report as it stood when it was circulated, final or corrected. The words of statements stay where they are: what a
-- sentence rests on is kept as a place in a revision.
create table report_version (
  id uuid primary key,
  report_id uuid not null references report,
  number integer not null check (number > 0),
  occasion text not null check (occasion in ('circulated', 'final', 'corrigendum')),
  corrigendum integer check (corrigendum > 0),
  title text not null,
  content text not null,
  -- SHA-256 of the content, in hexadecimal
  digest text not null,
  by_id uuid references person,
  at timestamptz not null,
  unique (report_id, number),
  check ((occasion = 'corrigendum') = (corrigendum is not null))
);

-- Who signs which text: a signature stands while the text is the one that was signed.
create table sign_off (
  id uuid primary key,
  report_id uuid not null references report,
  person_id uuid not null references person,
  capacity text not null check (capacity in ('co_chair', 'rapporteur', 'general_rapporteur')),
  digest text not null,
  at timestamptz not null,
  unique (report_id, person_id, capacity, digest)
);

-- A finding of the checks that stays as it is, and why. `about` is what makes it the same finding: the words, or a revision.
create table kept_finding (
  id uuid primary key,
  report_id uuid not null references report,
  sentence_id uuid,
  code text not null,
  about text not null,
  reason text not null check (reason <> ''),
  by_id uuid references person,
  at timestamptz not null
);
create index kept_finding_report on kept_finding (report_id);
