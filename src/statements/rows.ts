import { sql, type Expression, type ExpressionBuilder, type Kysely, type SqlBool } from 'kysely';
import type { DB } from '#db/schema.ts';
import { isSetAside } from '#db/set-aside.ts';
import { holds, offices } from '#people/rules.ts';
import type { Viewer } from '#record/viewer.ts';
import {
  attachmentsIn,
  firstTranslations,
  quotationsIn,
  toAttachment,
  toQuotation,
  type AttachmentView,
  type QuotationView,
} from './beside.ts';
import { areWordsPublic, isForTheRoom, withoutNames } from './rules.ts';

/** A statement as one person may see it. */
export interface StatementView {
  id: string;
  number: number;
  roundtable: { id: string; number: string; title: string };
  kind: 'comment' | 'intervention' | 'written_statement' | 'presentation' | 'remark';
  mode: 'oral' | 'written' | 'video';
  state: 'draft' | 'held' | 'received' | 'withdrawn' | 'noted' | 'checked' | 'confirmed' | 'withheld';
  identity: 'unidentified' | 'email_confirmed' | 'verified' | 'released';
  source: 'own_hand' | 'note_taker' | 'transcript' | 'import';
  onRecord: boolean;
  saidAt: Date | null;
  language: string;
  revision: number;
  /** Null where the words are not this viewer's to read: withdrawn, or ruled not relevant. */
  body: string | null;
  translation: { language: string; body: string; translator: string } | null;
  /** Empty where the attribution policy names nobody. */
  speakers: SpeakerView[];
  /** Numbers of the guiding questions it answers. */
  answers: number[];
  repliesTo: number | null;
  /** It was said on the floor, and whoever said it is left out of its words. */
  namesNobody?: true;
  /** Its words were erased on request. */
  isErased: boolean;
  /** Whether this viewer wrote it. */
  isOwn: boolean;
  /** Passages of other statements it quotes, those that this viewer may read. */
  quotations: QuotationView[];
  attachments: AttachmentView[];
  ruling: {
    decision: 'relevant' | 'not_relevant' | 'abuse';
    /** A published reason's code; one of the support unit's own where it was set aside as abuse. */
    reason: string | null;
    title: string | null;
    words: string;
    at: Date;
  } | null;
}

export interface SpeakerView {
  part: 'speaker' | 'on_behalf_of' | 'supported_by' | 'opposed_by';
  delegation: { slug: string; name: string; kind: string } | null;
  /** The person's name and function as they were at the moment of speaking. */
  person: string | null;
  function: string | null;
  capacity: string | null;
  /** For protocol order, of whoever was accredited. */
  rank?: string;
  /** Whom on the register a guest's name looks like. */
  likeness?: string;
}

/** What must be known of a roundtable to know who may see what in it. */
export interface Roundtable {
  id: string;
  edition_id: string;
  attribution: string;
}

/**
 * The one rule of what may be seen at all: pages, search, receipts, ledger and exports go through it. Whoever holds a
 * statement's receipt sees it also when it was set aside.
 */
export function visibleTo(viewer: Viewer, roundtable: Roundtable, holdsReceipt = false) {
  return (eb: ExpressionBuilder<DB, 'statement'>): Expression<SqlBool> => {
    const isStated = eb('statement.state', '<>', 'draft');
    const toOthers = isDesk(viewer, roundtable)
      ? isStated
      : eb.and([eb('statement.on_record', '=', true), eb('statement.state', 'not in', ['draft', 'withheld'])]);
    const unlessAside = holdsReceipt ? toOthers : eb.and([toOthers, eb.not(isSetAside('statement.id'))]);
    const seen = isOffice(viewer, roundtable) ? isStated : unlessAside;
    return viewer.personId ? eb.or([seen, eb('statement.author_id', '=', viewer.personId)]) : seen;
  };
}

function isOffice(viewer: Viewer, { id, edition_id }: Roundtable): boolean {
  return holds(viewer, offices, { editionId: edition_id, roundtableId: id });
}

export function isDesk(viewer: Viewer, { id, edition_id }: Roundtable): boolean {
  const desk = [...offices, 'co_chair', 'rapporteur', 'general_rapporteur', 'note_taker'] as const;
  return holds(viewer, desk, { editionId: edition_id, roundtableId: id });
}

type Row = Awaited<ReturnType<ReturnType<typeof statements>['execute']>>[number];

/** The statements of a roundtable that this viewer may see, with all that a view of them needs. */
export function statements(db: Kysely<DB>, viewer: Viewer, roundtable: Roundtable, holdsReceipt = false) {
  return db
    .selectFrom('statement')
    .innerJoin('roundtable', 'roundtable.id', 'statement.roundtable_id')
    .innerJoin('statement_revision as revision', (join) =>
      join.onRef('revision.statement_id', '=', 'statement.id').onRef('revision.revision', '=', 'statement.revisions'),
    )
    .leftJoin('statement as answered', 'answered.id', 'statement.replies_to')
    .leftJoin(
      (eb) => firstTranslations(eb, roundtable).as('translation'),
      (join) =>
        join
          .onRef('translation.statement_id', '=', 'statement.id')
          .onRef('translation.revision', '=', 'statement.revisions'),
    )
    .leftJoin(
      (eb) => standingRulings(eb, roundtable).as('ruling'),
      (join) => join.onRef('ruling.statement_id', '=', 'statement.id'),
    )
    .leftJoin(
      (eb) => speakersIn(eb, roundtable).as('speaking'),
      (join) => join.onRef('speaking.statement_id', '=', 'statement.id'),
    )
    .leftJoin(
      (eb) => answersIn(eb, roundtable).as('answering'),
      (join) => join.onRef('answering.statement_id', '=', 'statement.id'),
    )
    .leftJoin(
      (eb) => quotationsIn(eb, roundtable).as('quoting'),
      (join) => join.onRef('quoting.statement_id', '=', 'statement.id'),
    )
    .leftJoin(
      (eb) => attachmentsIn(eb, roundtable).as('attaching'),
      (join) => join.onRef('attaching.statement_id', '=', 'statement.id'),
    )
    .select([
      'statement.id',
      'statement.number',
      'statement.kind',
      'statement.mode',
      'statement.state',
      'statement.identity',
      'statement.source',
      'statement.on_record',
      'statement.said_at',
      'statement.author_id',
      'statement.erased_at',
      'statement.slot_id',
      'revision.language',
      'revision.revision',
      'revision.body',
      'roundtable.number as roundtable_number',
      'roundtable.title as roundtable_title',
      'answered.number as replies_to',
      'translation.language as translation_language',
      'translation.body as translation_body',
      'translation.translator',
      'ruling.decision',
      'ruling.reason_code',
      'ruling.title as reason_title',
      'ruling.words',
      'ruling.at as ruled_at',
      'speaking.speakers',
      'answering.answers',
      'quoting.quotations',
      'attaching.attachments',
    ])
    .where('statement.roundtable_id', '=', roundtable.id)
    .where(visibleTo(viewer, roundtable, holdsReceipt) as never);
}

// One pass over a roundtable's rows each, and not one look-up a statement: the page with all of them is asked for most.

function inRoundtable(eb: ExpressionBuilder<DB, 'statement'>, { id }: Roundtable) {
  return eb.selectFrom('statement as here').where('here.roundtable_id', '=', id);
}

/** The newest ruling on each statement, with its published reason. */
function standingRulings(eb: ExpressionBuilder<DB, 'statement'>, roundtable: Roundtable) {
  return inRoundtable(eb, roundtable)
    .innerJoin('ruling', 'ruling.statement_id', 'here.id')
    .leftJoin('ruling_reason as reason', (join) =>
      join
        .onRef('reason.code', '=', 'ruling.reason_code')
        .on('reason.edition_id', '=', roundtable.edition_id)
        .on('ruling.decision', '=', 'not_relevant'),
    )
    .distinctOn('ruling.statement_id')
    .select(['ruling.statement_id', 'decision', 'reason_code', 'reason.title', 'ruling.words', 'ruling.at'])
    .orderBy('ruling.statement_id')
    .orderBy('ruling.number', 'desc');
}

interface SpeakerRow {
  part: string;
  name: string | null;
  function: string | null;
  capacity: string | null;
  rank: string | null;
  likeness: string | null;
  slug: string | null;
  short_name: string | null;
  kind: string | null;
}

function speakersIn(eb: ExpressionBuilder<DB, 'statement'>, roundtable: Roundtable) {
  return inRoundtable(eb, roundtable)
    .innerJoin('statement_speaker as speaker', 'speaker.statement_id', 'here.id')
    .leftJoin('delegation', 'delegation.id', 'speaker.delegation_id')
    .select('speaker.statement_id')
    .select(
      sql<SpeakerRow[]>`json_agg(json_build_object('part', part, 'name', name, 'function', speaker.function,
        'capacity', capacity, 'rank', rank, 'likeness', likeness, 'slug', slug, 'short_name', short_name, 'kind', delegation.kind) order by position)`.as(
        'speakers',
      ),
    )
    .groupBy('speaker.statement_id');
}

function answersIn(eb: ExpressionBuilder<DB, 'statement'>, roundtable: Roundtable) {
  return inRoundtable(eb, roundtable)
    .innerJoin('statement_answer as answer', 'answer.statement_id', 'here.id')
    .innerJoin('question', 'question.id', 'answer.question_id')
    .select('answer.statement_id')
    .select(sql<number[]>`array_agg(question.number order by question.number)`.as('answers'))
    .groupBy('answer.statement_id');
}

/** The row as this viewer may see it: words and names only where they are theirs to read. */
export function toView(row: Row, viewer: Viewer, roundtable: Roundtable, isAuthor = false): StatementView {
  const isOwn = isAuthor || (viewer.personId !== null && row.author_id === viewer.personId);
  const isInside = isOwn || isDesk(viewer, roundtable);
  const isOpen = areWordsPublic(row) && !isForTheRoom(row, roundtable);
  const mayRead = row.erased_at === null && (isInside || isOpen);
  const mayName = isInside || roundtable.attribution === 'attributed';
  return {
    id: row.id,
    number: row.number,
    roundtable: { id: roundtable.id, number: row.roundtable_number, title: row.roundtable_title },
    kind: row.kind as StatementView['kind'],
    mode: row.mode as StatementView['mode'],
    state: row.state as StatementView['state'],
    identity: row.identity as StatementView['identity'],
    source: row.source as StatementView['source'],
    onRecord: row.on_record,
    saidAt: row.said_at,
    language: row.language,
    revision: row.revision,
    body: mayRead ? shownWords(row, mayName) : null,
    ...(mayName || !row.slot_id ? {} : { namesNobody: true as const }),
    translation:
      mayRead && row.translation_body
        ? { language: row.translation_language!, body: row.translation_body, translator: row.translator! }
        : null,
    speakers: mayName ? (row.speakers ?? []).map(toSpeaker) : [],
    answers: row.answers ?? [],
    repliesTo: row.replies_to,
    isErased: row.erased_at !== null,
    isOwn,
    quotations: mayRead
      ? (row.quotations ?? []).flatMap((one) => toQuotation(one, { mayName, isInside, roundtable }))
      : [],
    attachments: mayRead ? (row.attachments ?? []).map((one) => toAttachment(one, row.state, isInside)) : [],
    ruling: row.decision
      ? {
          decision: row.decision as 'relevant' | 'not_relevant' | 'abuse',
          reason: row.reason_code,
          title: row.reason_title,
          words: row.words!,
          at: row.ruled_at!,
        }
      : null,
  };
}

/** What was said on the floor begins with who said it: not where the policy names nobody. */
function shownWords({ body, slot_id, speakers }: Row, mayName: boolean): string {
  const names = (speakers ?? []).flatMap(({ short_name, name }) => [short_name, name]);
  return mayName || !slot_id ? body : withoutNames(body, names);
}

function toSpeaker(speaker: SpeakerRow): SpeakerView {
  return {
    part: speaker.part as SpeakerView['part'],
    delegation: speaker.slug ? { slug: speaker.slug, name: speaker.short_name!, kind: speaker.kind! } : null,
    person: speaker.name,
    function: speaker.function,
    capacity: speaker.capacity,
    ...(speaker.rank ? { rank: speaker.rank } : {}),
    ...(speaker.likeness ? { likeness: speaker.likeness } : {}),
  };
}
