-- Reports: numbered paragraphs of sentences, what each rests on, and one line in the ledger for every statement.

create table report (
  id uuid primary key,
  roundtable_id uuid not null references roundtable,
  kind text not null check (kind in ('record', 'general_rapporteur', 'proceedings', 'cable')),
  title text not null check (title <> ''),
  symbol text,
  -- as printed, for a report that came in from outside
  rapporteur text,
  language text not null default 'en',
  attribution text not null check (attribution in ('attributed', 'by_constituency', 'not_attributed')),
  state text not null check (state in ('draft', 'co_chair_review', 'correction_window', 'final', 'corrigendum')),
  source text not null check (source in ('draft', 'import')),
  corrections_close_at timestamptz,
  created_at timestamptz not null,
  unique (roundtable_id, kind)
);

-- A heading or a numbered paragraph. `section` is the place in the house structure.
create table report_paragraph (
  id uuid primary key,
  report_id uuid not null references report,
  position integer not null,
  section text not null check (section in ('title', 'opening', 'co_chairs', 'models', 'tools', 'questions', 'panel', 'discussion',
    'main_issues', 'means', 'written', 'overall', 'speakers', 'annex', 'thanks')),
  number integer,
  heading text,
  -- the roundtable or guiding question it is about, where there is one
  roundtable_id uuid references roundtable,
  question_id uuid references question,
  version integer not null default 1,
  -- a redraft moves paragraphs past one another: only where they end up has to be unique
  unique (report_id, position) deferrable initially deferred,
  unique (report_id, number) deferrable initially deferred,
  check ((number is null) = (heading is not null))
);

create table sentence (
  id uuid primary key,
  paragraph_id uuid not null references report_paragraph on delete cascade,
  position integer not null,
  text text not null check (text <> ''),
  written_by text not null check (written_by in ('template', 'person', 'import')),
  unique (paragraph_id, position) deferrable initially deferred
);

create table citation (
  id uuid primary key,
  sentence_id uuid not null references sentence on delete cascade,
  position integer not null,
  kind text not null check (kind in ('point', 'passage', 'question', 'paper', 'programme', 'count', 'sentence')),
  statement_id uuid,
  revision integer,
  point_id uuid references point,
  question_id uuid references question,
  cited_sentence_id uuid references sentence,
  -- the exact quotation with its surroundings, so a report stays checkable after edits
  quotation text,
  quotation_start integer,
  quotation_end integer,
  before text,
  after text,
  -- for a fact of the programme or a computed count: what was looked up or counted
  fact jsonb,
  foreign key (statement_id, revision) references statement_revision,
  unique (sentence_id, position),
  check (case kind
    when 'point' then point_id is not null and statement_id is not null and quotation is not null
    when 'passage' then statement_id is not null and revision is not null and quotation is not null
    when 'question' then question_id is not null
    when 'sentence' then cited_sentence_id is not null
    else fact is not null end)
);
create index citation_statement on citation (statement_id);
create index citation_point on citation (point_id);
create index citation_cited_sentence on citation (cited_sentence_id);

-- What was decided about a statement the body does not cite. "Reflected" follows from citations and is never stored.
create table disposition (
  report_id uuid not null references report,
  statement_id uuid not null references statement,
  kind text not null check (kind in ('merged', 'noted', 'not_retained', 'omitted')),
  merged_with uuid references statement,
  ruling_id uuid references ruling,
  reason text not null default '',
  by_id uuid references person,
  at timestamptz not null,
  primary key (report_id, statement_id),
  check ((kind = 'merged') = (merged_with is not null)),
  check ((kind = 'not_retained') = (ruling_id is not null)),
  check (kind <> 'omitted' or reason <> '')
);
create index disposition_statement on disposition (statement_id);

-- Texts that were imported, so the same file is recognised and can be read again.
create table imported_text (
  id uuid primary key,
  edition_id uuid not null references edition,
  report_id uuid references report,
  roundtable_id uuid references roundtable,
  name text not null,
  sha256 bytea not null unique check (length(sha256) = 32),
  body text not null,
  at timestamptz not null
);
