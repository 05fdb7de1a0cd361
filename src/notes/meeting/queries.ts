import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { windowOf } from '#notes/corrections/before-correcting.ts';
import type { Viewer } from '#record/viewer.ts';
import { isDesk, statementsOf, type StatementView } from '#statements/queries.ts';
import { statements, toView } from '#statements/rows.ts';
import type { Reading } from '#notes/written/rules.ts';

interface Delegation {
  slug: string;
  name: string;
  kind: string;
}

/** A text that was handed in: how it was read out, and the other languages it came in. */
export interface TextView {
  statement: StatementView;
  reading: Reading;
  embargoed: boolean;
  link: string | null;
  slot: string | null;
  versions: { language: string; body: string; translator: string }[];
}

/** What was said in one turn, and the texts filed to it. */
export interface EntryView {
  statement: StatementView | null;
  slot: string | null;
  startedAt: Date | null;
  endedAt: Date | null;
  texts: TextView[];
  /** Whose turn it was, where nobody has noted a word of it yet. */
  open: { delegation: Delegation | null; person: string | null } | null;
}

export interface MeetingView {
  entries: EntryView[];
  /** Filed to no turn. */
  texts: TextView[];
  /** How much was said off the record: counted, and nothing else. */
  offRecord: number;
  /** Delegations that were there; without names where the policy names nobody. */
  attendance: { count: number; delegations: (Delegation & { spoke: boolean })[] };
  /** The course of the meeting: when it was opened, suspended, adjourned. */
  course: { at: Date; state: string }[];
  /** What the chair ruled at the meeting, in order. */
  rulings: { number: number; kind: string; words: string; ground: string; at: Date }[];
  correctionsCloseAt: Date | null;
}

interface Roundtable {
  id: string;
  edition_id: string;
  attribution: string;
}

/** The record of a meeting as this viewer may see it: everything in it goes through what may be seen of statements. */
export async function meetingOf(db: Kysely<DB>, viewer: Viewer, roundtable: Roundtable): Promise<MeetingView> {
  const isInside = isDesk(viewer, roundtable);
  const mayName = isInside || roundtable.attribution === 'attributed';
  const seen = await statementsOf(db, viewer, roundtable);
  const spoken = seen.filter(({ kind, mode }) => mode === 'oral' || kind === 'intervention' || kind === 'remark');
  const slots = await slotsIn(db, roundtable.id);
  const texts = await textsIn(db, seen);
  const known = new Map(spoken.map((statement) => [statement.id, statement]));
  const entries = slots.flatMap((slot): EntryView[] => {
    const statement = slot.statement ? known.get(slot.statement) : undefined;
    const filed = texts.filter((text) => text.slot === slot.id);
    const isRead = filed.some(({ reading }) => reading === 'verbatim');
    const { id, startedAt, endedAt } = slot;
    // A turn whose words are not this viewer's to see is not told of either.
    if (slot.statement && !statement) return [];
    const isOpen = !slot.statement && slot.state === 'spoken' && !isRead;
    if (!statement && (slot.offRecord || !mayName) && !isInside) return [];
    if (!statement && !isOpen && filed.length === 0) return [];
    const { delegation, person } = slot;
    return [{ statement: statement ?? null, slot: id, startedAt, endedAt, texts: filed, open: isOpen ? { delegation, person } : null }]; // prettier-ignore
  });
  const inTurns = new Set(entries.map(({ statement }) => statement?.id));
  const alone = spoken
    .filter(({ id }) => !inTurns.has(id))
    .map((statement): EntryView => {
      return { statement, slot: null, startedAt: statement.saidAt, endedAt: null, texts: [], open: null };
    });
  const shown = new Set(entries.map(({ slot }) => slot));
  return {
    entries: [...entries, ...alone].sort((a, b) => +(a.startedAt ?? 0) - +(b.startedAt ?? 0)),
    texts: texts.filter(({ slot }) => slot === null || !shown.has(slot)),
    offRecord: await countOffRecord(db, roundtable.id),
    attendance: await attendanceOf(db, roundtable.id, spoken, mayName),
    course: await courseOf(db, roundtable.id),
    rulings: await rulingsIn(db, roundtable.id, mayName),
    correctionsCloseAt: await windowOf(db, roundtable.id),
  };
}

async function slotsIn(db: Kysely<DB>, roundtableId: string) {
  const rows = await db
    .selectFrom('speaker_slot as slot')
    .leftJoin('statement', 'statement.slot_id', 'slot.id')
    .leftJoin('delegation', 'delegation.id', 'slot.delegation_id')
    .leftJoin('person', 'person.id', 'slot.person_id')
    .select(['slot.id', 'slot.state', 'slot.started_at as startedAt', 'slot.ended_at as endedAt'])
    .select(['slot.off_record as offRecord', 'statement.id as statement'])
    .select(['delegation.slug', 'delegation.short_name', 'delegation.kind'])
    .select(({ fn, ref }) => fn.coalesce(ref('slot.name'), ref('person.name')).as('person'))
    .where('slot.roundtable_id', '=', roundtableId)
    .orderBy(sql`slot.started_at nulls last`)
    .orderBy('slot.id')
    .execute();
  return rows.map(({ slug, short_name: name, kind, ...slot }) => ({
    ...slot,
    delegation: slug ? { slug, name: name!, kind: kind! } : null,
  }));
}

/** What was said in a turn, as this viewer may see it. */
export async function spokenIn(db: Kysely<DB>, viewer: Viewer, roundtable: Roundtable, slot: string) {
  const row = await statements(db, viewer, roundtable).where('statement.slot_id', '=', slot).executeTakeFirst();
  return row && toView(row, viewer, roundtable);
}

/** How the written ones among these statements were handed in. */
export async function textsIn(db: Kysely<DB>, seen: readonly StatementView[]): Promise<TextView[]> {
  const known = new Map(seen.map((statement) => [statement.id, statement]));
  const ids = sql<string>`any(${[...known.keys()]}::uuid[])`;
  const deliveries = await db.selectFrom('delivery').selectAll().where('statement_id', '=', ids).orderBy('filed_at').orderBy('statement_id').execute(); // prettier-ignore
  if (deliveries.length === 0) return [];
  const versions = await db.selectFrom('statement_translation').selectAll().where('statement_id', '=', ids).orderBy('language').execute(); // prettier-ignore
  return deliveries.map(({ statement_id, slot_id: slot, reading, embargoed, link }) => {
    const statement = known.get(statement_id)!;
    const isTheirs = (version: { statement_id: string; revision: number }) =>
      version.statement_id === statement_id && version.revision === statement.revision && statement.body !== null;
    const others = versions.filter(isTheirs).map(({ language, body, translator }) => ({ language, body, translator }));
    return { statement, slot, reading: reading as Reading, embargoed, link, versions: others };
  });
}

async function countOffRecord(db: Kysely<DB>, roundtableId: string): Promise<number> {
  const { all } = await db
    .selectFrom('statement')
    .select(({ fn }) => fn.countAll<number>().as('all'))
    .where('roundtable_id', '=', roundtableId)
    .where('on_record', '=', false)
    .executeTakeFirstOrThrow();
  return Number(all);
}

/** Whoever spoke on the record was there, and whoever was noted to be. */
async function attendanceOf(db: Kysely<DB>, roundtableId: string, spoken: readonly StatementView[], mayName: boolean) {
  const noted = await db
    .selectFrom('attendance')
    .innerJoin('delegation', 'delegation.id', 'attendance.delegation_id')
    .select(['delegation.slug', 'short_name as name', 'kind'])
    .where('roundtable_id', '=', roundtableId)
    .where('present', '=', true)
    .execute();
  const spoke = spoken.flatMap(({ speakers }) => speakers.flatMap(({ part, delegation }) => (part === 'speaker' && delegation ? [delegation] : []))); // prettier-ignore
  const there = new Map(noted.map((one) => [one.slug, { ...one, spoke: false }]));
  for (const delegation of spoke) there.set(delegation.slug, { ...delegation, spoke: true });
  const delegations = [...there.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return { count: delegations.length, delegations: mayName ? delegations : [] };
}

/** Where the policy names nobody, rulings about one turn are left out: their words tell whose it was. */
function rulingsIn(db: Kysely<DB>, roundtableId: string, mayName: boolean) {
  const rulings = db
    .selectFrom('floor_ruling')
    .select(['number', 'kind', 'words', 'ground', 'at'])
    .where('roundtable_id', '=', roundtableId)
    .orderBy('number');
  return (mayName ? rulings : rulings.where('slot_id', 'is', null)).execute();
}

/** From what the record says of the meeting's moves; a move whose payload was erased is left out. */
async function courseOf(db: Kysely<DB>, roundtableId: string) {
  const rows = await db
    .selectFrom('record_line')
    .innerJoin('record_payload', 'record_payload.sequence', 'record_line.sequence')
    .select(['record_line.at', 'payload'])
    .where('kind', '=', 'roundtable.moved')
    .where('subject_id', '=', roundtableId)
    .orderBy('record_line.sequence')
    .execute();
  return rows.flatMap(({ at, payload }) => {
    const moved = (JSON.parse(payload!) as { table: string; row: { state?: string } }[]).find(({ table }) => table === 'roundtable'); // prettier-ignore
    const state = moved?.row.state ?? '';
    return ['in_session', 'suspended', 'adjourned'].includes(state) ? [{ at, state }] : [];
  });
}
