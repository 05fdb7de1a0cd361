import { viewerOf } from '#people/access.ts';
import { admitPerson, assignRole, openAccount, registerDelegation } from '#people/acts.ts';
import { closeComments, createRoundtable, moveRoundtable, openEdition, publishReasons } from '#programme/acts.ts';
import { perform, type Act } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program, visitor, type Viewer } from '#record/viewer.ts';
import { addTranslation, enterStatement, reviseStatement, submitComment, withdrawStatement } from '#statements/acts.ts';
import { addAttachment } from '#statements/attachments/acts.ts';
import { markReadTo } from '#statements/reading.ts';
import { giveRuling } from '#statements/rulings/acts.ts';
import type { z } from 'zod';
import { calendarOf, type Calendar } from './calendar.ts';
import { lakeForum } from './world/lake-forum.ts';
import { paperAndCredentials } from './world-register.ts';
import { meetingNow } from './world-floor.ts';
import { notesTaken } from './world-notes.ts';
import { practicesTold } from './world-practices.ts';
import { appealsAndSpam } from './world-rulings.ts';
import { enterReports } from './world-reports.ts';
import { demoPassword } from './world/demo-password.ts';
import type { Person, Roundtable, Statement, When, World } from './world/types.ts';

/** Where the things of the world went: from their names to their ids. */
export interface Ids {
  edition: string;
  delegations: Map<string, string>;
  people: Map<string, string>;
  roundtables: Map<string, string>;
  /** "2.1/1" → guiding question 1 of roundtable 2.1 */
  questions: Map<string, string>;
  statements: Map<string, string>;
  reports: Map<string, string>;
  /** Of reports, by their words. */
  sentences: Map<string, string>;
}

/** Performs an act at that moment: as the person with this key, or as the forum's own staff would have. */
export type Doing = <S extends z.ZodType, O>(at: When, act: Act<S, O>, input: z.input<S>, by?: string) => Promise<O>;

interface Doers {
  doing: Doing;
  /** Sends the form as someone without an account did. */
  asGuest(at: When, input: ReturnType<typeof asSubmitted>): Promise<{ id: string }>;
}

/**
 * The one world that feeds tests, the demo and the journeys: the invented Lake Forum, entered through the same acts as any
 * other, in the order in which it happened, so that today is the day the world speaks of.
 */
export async function loadWorld(forum: Forum, world: World = lakeForum): Promise<Ids> {
  const calendar = calendarOf(forum.now(), world.edition.zone);
  const then = (at: When): Forum => ({ ...forum, now: () => calendar.at(at) });
  const ids: Ids = { edition: '', delegations: new Map(), people: new Map(), roundtables: new Map(), questions: new Map(), statements: new Map(), reports: new Map(), sentences: new Map() }; // prettier-ignore
  const viewers = new Map<string, Promise<Viewer>>();
  const viewerCalled = (key: string) => {
    const person = ids.people.get(key);
    if (!person) return program;
    if (!viewers.has(key)) viewers.set(key, viewerOf(forum.db, person));
    return viewers.get(key)!;
  };
  const doing: Doing = async (at, act, input, by) =>
    perform(then(at), by ? await viewerCalled(by) : program, act, input);
  const asGuest: Doers['asGuest'] = (at, input) => perform(then(at), visitor, submitComment, input);
  await enterEdition(doing, calendar, world, ids);
  const events = eventsOf({ doing, asGuest }, calendar, world, ids);
  for (const [, event] of events.sort(([a], [b]) => minutes(a) - minutes(b))) await event();
  await enterReports(forum, doing, calendar, world, ids);
  if (ids.roundtables.has('3')) await meetingNow(forum, ids);
  for (const person of world.people) await markAsRead(forum, person, ids);
  if (ids.roundtables.has('3.2')) await notesTaken(forum, ids);
  return ids;
}

const start: When = [-120, '09:00'];

async function enterEdition(doing: Doing, calendar: Calendar, world: World, ids: Ids): Promise<void> {
  const { delegations } = ids;
  // Groups last, since they name their members.
  for (const { members = [], ...delegation } of [...world.delegations].sort(byMembers))
    delegations.set(
      delegation.slug,
      (
        await doing(start, registerDelegation, {
          ...delegation,
          members: members.map((slug) => delegations.get(slug)!),
        })
      ).id,
    );
  const { chairInOffice, zone, ...same } = world.edition;
  const { id: edition } = await doing(start, openEdition, {
    ...same,
    slug: 'lake-forum',
    timeZone: zone,
    chair: delegations.get(chairInOffice)!,
    startsOn: calendar.date([-9, '00:00']),
    endsOn: calendar.date([-8, '00:00']),
  });
  await doing(start, publishReasons, { edition, reasons: world.reasons });
  ids.edition = edition;
  for (const person of world.people) ids.people.set(person.key, await enterPerson(doing, person, ids));
  for (const { children: _children, generalRapporteur: _rapporteur, ...cluster } of world.clusters)
    ids.roundtables.set(cluster.number, (await doing(start, createRoundtable, { edition, ...cluster })).id);
  for (const roundtable of world.roundtables) await enterRoundtable(doing, calendar, roundtable, ids);
  for (const person of world.people) await enterAccount(doing, person, ids);
}

async function enterPerson(
  doing: Doing,
  { name, title, function: office, delegation, capacity, rank }: Person,
  ids: Ids,
) {
  const { id } = await doing(start, admitPerson, {
    edition: ids.edition,
    name,
    title: title ?? null,
    function: office,
    delegation: delegation ? ids.delegations.get(delegation)! : null,
    capacity: capacity ?? 'delegate',
    ...(rank ? { rank } : {}),
  });
  return id;
}

async function enterRoundtable(doing: Doing, calendar: Calendar, roundtable: Roundtable, ids: Ids): Promise<void> {
  const { number, title, lead, background, questions, room, starts, ends } = roundtable;
  const made = await doing(start, createRoundtable, {
    edition: ids.edition,
    parent: ids.roundtables.get(number.split('.')[0]!)!,
    number,
    title,
    lead,
    room,
    description: background.join('\n\n'),
    startsAt: calendar.at(starts),
    endsAt: calendar.at(ends),
    questions: questions.map((question) => question.text),
  });
  ids.roundtables.set(number, made.id);
  questions.forEach((question, i) => ids.questions.set(`${number}/${question.number}`, made.questions[i]!));
  const role = { edition: ids.edition, roundtable: made.id };
  for (const [position, slug] of roundtable.coChairs.entries())
    await doing(start, assignRole, { ...role, kind: 'co_chair', delegation: ids.delegations.get(slug)!, position });
}

async function enterAccount(doing: Doing, person: Person, ids: Ids): Promise<void> {
  if (!person.login) return;
  const { email, role, roundtable } = person.login;
  const account = { edition: ids.edition, person: ids.people.get(person.key)! };
  await doing(start, openAccount, { ...account, email, password: demoPassword, demo: true });
  const place = roundtable ? ids.roundtables.get(roundtable)! : null;
  if (role) await doing(start, assignRole, { ...account, kind: role, roundtable: place });
}

/** As the person did on another day, on whatever device. */
async function markAsRead({ db }: Forum, { key, login }: Person, ids: Ids): Promise<void> {
  if (!login?.readTo) return;
  const { number, roundtable_id: id } = await db
    .selectFrom('statement')
    .select(['number', 'roundtable_id'])
    .where('id', '=', ids.statements.get(login.readTo)!)
    .executeTakeFirstOrThrow();
  await markReadTo(db, { ...visitor, personId: ids.people.get(key)! }, { id }, number);
}

export type Event = [at: When, happen: () => Promise<unknown>];

function eventsOf(doers: Doers, calendar: Calendar, world: World, ids: Ids): Event[] {
  return [
    ...world.roundtables.flatMap((roundtable) => courseOf(doers.doing, calendar, roundtable, ids)),
    ...world.statements.flatMap((statement) => lifeOf(doers, calendar, world, statement, ids)),
    ...practicesTold(doers.doing, world, ids),
    ...appealsAndSpam(doers.doing, ids),
    ...paperAndCredentials(doers.doing, ids),
  ];
}

/** A roundtable from its opening for comment to where it stands today. */
function courseOf(doing: Doing, calendar: Calendar, roundtable: Roundtable, ids: Ids): Event[] {
  const id = () => ({ roundtable: ids.roundtables.get(roundtable.number)! });
  const move = (at: When, to: 'ready' | 'in_session' | 'adjourned' | 'record_draft'): Event => [
    at,
    () => doing(at, moveRoundtable, { ...id(), to }),
  ];
  const { commentsOpen, commentsClose, starts, ends } = roundtable;
  const open = { to: 'open_for_comment', commentsCloseAt: calendar.at(commentsClose) } as const;
  const opened: Event = [commentsOpen, () => doing(commentsOpen, moveRoundtable, { ...id(), ...open })];
  if (roundtable.state === 'open_for_comment') return [opened];
  return [
    opened,
    [commentsClose, () => doing(commentsClose, closeComments, id())],
    move([starts[0] - 1, '18:00'], 'ready'),
    move(starts, 'in_session'),
    move(ends, 'adjourned'),
    move([ends[0] + 1, '09:00'], 'record_draft'),
  ];
}

/** A statement from its first words to its withdrawal, if it came to that. */
function lifeOf({ doing, asGuest }: Doers, calendar: Calendar, world: World, statement: Statement, ids: Ids): Event[] {
  const id = () => ({ statement: ids.statements.get(statement.key)! });
  const { revisions = [], translation, ruling, withdrawn, at } = statement;
  const bodies = [...revisions, { body: statement.body, at }];
  const events: Event[] = bodies.map(({ body, at }, i) => [
    at,
    i === 0
      ? async () => {
          const entered = statement.guest
            ? await asGuest(at, asSubmitted(statement, ids, body))
            : await doing(at, enterStatement, asEntered(calendar, world, statement, ids, body, at));
          ids.statements.set(statement.key, entered.id);
        }
      : () => doing(at, reviseStatement, { ...id(), basedOn: i, body }),
  ]);
  if (translation) {
    const { language, body, by: translator } = translation;
    events.push([at, () => doing(at, addTranslation, { ...id(), language, body, translator })]);
  }
  if (ruling) {
    const { decision, reason = null, words = '' } = ruling;
    events.push([ruling.at, () => doing(ruling.at, giveRuling, { ...id(), decision, reason, words }, 'nakato')]);
  }
  for (const { name, text } of statement.attachments ?? []) {
    const content = Buffer.from(text).toString('base64');
    events.push([at, () => doing(at, addAttachment, { ...id(), name, content })]);
  }
  if (withdrawn) events.push([withdrawn, () => doing(withdrawn, withdrawStatement, id())]);
  return events;
}

/** What a visitor sends with the form. */
function asSubmitted({ guest, answers = [], repliesTo, roundtable }: Statement, ids: Ids, body: string) {
  return {
    ...guest!,
    roundtable: ids.roundtables.get(roundtable)!,
    body,
    repliesTo: repliesTo ? ids.statements.get(repliesTo)! : null,
    questions: answers.map((number) => ids.questions.get(`${roundtable}/${number}`)!),
  };
}

function asEntered(calendar: Calendar, world: World, statement: Statement, ids: Ids, body: string, at: When) {
  const { kind, mode, identity, language, onRecord = true, answers = [], repliesTo, roundtable } = statement;
  const delegation = (slug: string) => ids.delegations.get(slug)!;
  const others = (['onBehalfOf', 'supportedBy', 'opposedBy'] as const).flatMap((part) =>
    (statement[part] ?? []).map((slug) => ({ part: parts[part], delegation: delegation(slug) })),
  );
  const author = kind === 'comment' ? statement.speakers[0]?.person : undefined;
  return {
    roundtable: ids.roundtables.get(roundtable)!,
    kind,
    mode,
    identity,
    language,
    onRecord,
    body,
    source: kind === 'comment' ? ('own_hand' as const) : ('note_taker' as const),
    saidAt: calendar.at(at),
    repliesTo: repliesTo ? ids.statements.get(repliesTo)! : null,
    author: author ? ids.people.get(author)! : null,
    questions: answers.map((number) => ids.questions.get(`${roundtable}/${number}`)!),
    quotes: (statement.quotes ?? []).map(({ of, text }) => ({ statement: ids.statements.get(of)!, text })),
    speakers: [...statement.speakers.map((speaker) => asSpeaker(speaker, world, ids)), ...others],
  };
}

const parts = { onBehalfOf: 'on_behalf_of', supportedBy: 'supported_by', opposedBy: 'opposed_by' } as const;

/** With name, function and capacity as they were at the moment of speaking. */
function asSpeaker({ delegation, person, name, capacity }: Statement['speakers'][number], world: World, ids: Ids) {
  const known = world.people.find((one) => one.key === person);
  return {
    delegation: delegation ? ids.delegations.get(delegation)! : null,
    person: person ? ids.people.get(person)! : null,
    name: known?.name ?? name ?? null,
    function: known?.function ?? null,
    capacity:
      capacity === 'co-chair'
        ? ('co_chair' as const)
        : capacity === 'delegate'
          ? (known?.capacity ?? capacity)
          : capacity,
  };
}

function byMembers(a: { members?: string[] }, b: { members?: string[] }): number {
  return (a.members?.length ?? 0) - (b.members?.length ?? 0);
}

function minutes([day, time]: When): number {
  const [hours = 0, rest = 0] = time.split(':').map(Number);
  return day * 1440 + hours * 60 + rest;
}
