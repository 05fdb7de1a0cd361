-- What people make of points: judged, split, merged; gathered under issues; questions put from the floor; recommendations.

-- A point that was split stands no more, its parts do; one that was merged is told with the point it was merged into.
alter table point add column stands boolean not null default true;
alter table point add column split_from uuid references point;
alter table point add column merged_into uuid references point;
-- the rapporteur's own short words for it: never a quotation, and never in the place of what was said
alter table point add column wording text not null default '';
alter table point add check (merged_into <> id);
create index point_split_from on point (split_from) where split_from is not null;
create index point_merged_into on point (merged_into) where merged_into is not null;

-- Each decision about points is a row, and so is its undoing.
create table point_decision (
  id uuid primary key,
  number bigint generated always as identity,
  roundtable_id uuid not null references roundtable,
  -- the one it is about: that was split, or that others were merged into
  point_id uuid not null references point,
  kind text not null check (kind in ('accepted', 'edited', 'rejected', 'split', 'merged', 'undone')),
  undoes uuid unique references point_decision,
  reason text not null default '',
  by_id uuid references person,
  at timestamptz not null,
  check ((kind = 'undone') = (undoes is not null)),
  check (kind <> 'rejected' or reason <> '')
);
create index point_decision_roundtable on point_decision (roundtable_id, number);

-- How each point that a decision touched stood before it; nothing for one that the decision made.
create table point_before (
  decision_id uuid not null references point_decision,
  point_id uuid not null references point,
  stood jsonb,
  primary key (decision_id, point_id)
);
create index point_before_point on point_before (point_id);

-- An issue that was merged into another keeps its points, its name and its own page: taken apart, both are as they were.
create table issue_merge (
  issue_id uuid primary key references issue,
  into_id uuid not null references issue,
  by_id uuid references person,
  at timestamptz not null,
  check (issue_id <> into_id)
);
create index issue_merge_into on issue_merge (into_id);

create table issue_title (
  id uuid primary key,
  issue_id uuid not null references issue,
  -- as it was called until then
  title text not null,
  until timestamptz not null,
  by_id uuid references person
);
create index issue_title_issue on issue_title (issue_id);

alter table issue_point add column found_by text not null default 'a person';

-- What somebody said does not belong together: it is not suggested again. An issue there is, or the words a new one was
-- suggested from; one point, or the whole of it.
create table issue_declined (
  id uuid primary key,
  roundtable_id uuid not null references roundtable,
  issue_id uuid references issue,
  seed text,
  point_id uuid references point,
  by_id uuid references person,
  at timestamptz not null,
  check ((issue_id is null) <> (seed is null))
);
create index issue_declined_roundtable on issue_declined (roundtable_id);

-- A statement that answers a question somebody put from the floor.
create table point_answer (
  asked_id uuid not null references point,
  statement_id uuid not null references statement,
  by_id uuid references person,
  at timestamptz not null,
  primary key (asked_id, statement_id)
);
create index point_answer_statement on point_answer (statement_id);

create table recommendation (
  id uuid primary key,
  roundtable_id uuid not null references roundtable,
  number integer not null,
  text text not null check (text <> ''),
  state text not null check (state in ('proposed', 'supported', 'noted', 'in_progress', 'done', 'lapsed')),
  version integer not null default 1,
  by_id uuid references person,
  at timestamptz not null,
  unique (roundtable_id, number)
);

-- Who proposed, supported or opposed it: always in a point, and so in their own words.
create table recommendation_voice (
  recommendation_id uuid not null references recommendation,
  point_id uuid not null references point,
  part text not null check (part in ('proposed', 'supported', 'opposed')),
  by_id uuid references person,
  at timestamptz not null,
  primary key (recommendation_id, point_id)
);
create index recommendation_voice_point on recommendation_voice (point_id);

create table recommendation_addressee (
  recommendation_id uuid not null references recommendation,
  position integer not null,
  delegation_id uuid references delegation,
  name text not null check (name <> ''),
  primary key (recommendation_id, position)
);
create index recommendation_addressee_delegation on recommendation_addressee (delegation_id);

create table recommendation_move (
  id uuid primary key,
  number bigint generated always as identity,
  recommendation_id uuid not null references recommendation,
  from_state text not null,
  to_state text not null,
  words text not null default '',
  by_id uuid references person,
  at timestamptz not null
);
create index recommendation_move_recommendation on recommendation_move (recommendation_id);

alter table report_paragraph drop constraint report_paragraph_section_check;
alter table report_paragraph add constraint report_paragraph_section_check check (section in ('title', 'opening', 'co_chairs',
  'models', 'tools', 'questions', 'panel', 'discussion', 'main_issues', 'means', 'written', 'overall', 'divergences',
  'floor_questions', 'instruments', 'recommendations', 'speakers', 'annex', 'thanks'));
