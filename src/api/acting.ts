import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { DB } from '#db/schema.ts';
import { inTransaction, perform, type Act, type AnyAct } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import type { Viewer } from '#record/viewer.ts';
import { ApiRefusal } from './problem.ts';

export interface Request {
  act: AnyAct;
  /** As it was sent, from JSON. */
  input: unknown;
  /** The idempotency key; none where the request may be done twice. */
  key: string | null;
}

/**
 * Performs an act for a person and answers with its outcome, as JSON. With a key it is done once: the answer is kept in
 * the act's own transaction, and whoever sends the same request again is given it again.
 */
export async function performOnce(forum: Forum, viewer: Viewer, request: Request): Promise<string> {
  const { act, key } = request;
  const input = withDates(act.input, request.input) as never;
  const doing = (forum: Forum) => perform(forum, viewer, act as Act, input).then(asJson);
  if (key === null) return doing(forum);
  const hash = createHash('sha256')
    .update(`${act.name}\n${JSON.stringify(request.input)}`)
    .digest();
  const of = { person_id: viewer.personId!, key, request_hash: hash };
  return together(forum, `${of.person_id} ${hash.toString('hex')} ${key}`, () => claimAndDo(forum, of, doing));
}

const underWay = new WeakMap<Forum['live'], Map<string, Promise<string>>>();

/** The same request, sent again while it is being done, waits for the same answer, and for no connection of its own. */
function together(forum: Forum, request: string, work: () => Promise<string>): Promise<string> {
  const all = underWay.get(forum.live) ?? new Map<string, Promise<string>>();
  underWay.set(forum.live, all);
  const known = all.get(request);
  if (known) return known;
  const answer = work().finally(() => all.delete(request));
  all.set(request, answer);
  return answer;
}

async function claimAndDo(forum: Forum, of: Claim, doing: (forum: Forum) => Promise<string>): Promise<string> {
  // Most of what is sent again was answered long ago: one look, and nothing is begun.
  const before = await answerTo(forum.db, of, forum.now());
  if (before !== null) return before;
  const told: [number, Parameters<Forum['live']['announce']>[1]][] = [];
  const answer = await inTransaction(forum.db, async (tx) => {
    const known = await claim(tx, of, forum.now());
    if (known !== null) return known;
    // Others are told after commit, and this transaction is not over when the act is.
    const live = { ...forum.live, announce: (...news: (typeof told)[number]) => void told.push(news) };
    const answer = await doing({ ...forum, db: tx, live });
    await tx.updateTable('api_answer').set({ answer }).where('person_id', '=', of.person_id).where('key', '=', of.key).execute(); // prettier-ignore
    return answer;
  });
  for (const news of told) forum.live.announce(...news);
  return answer;
}

interface Claim {
  person_id: string;
  key: string;
  request_hash: Buffer;
}

const day = 86_400_000;

/**
 * Takes the key for this request, or gives the answer it was given before. A second request under the same key waits here
 * until the first is over. Keys are kept for a day.
 */
async function claim(tx: Kysely<DB>, of: Claim, now: Date): Promise<string | null> {
  await tx.deleteFrom('api_answer').where('at', '<', dayBefore(now)).execute();
  const taken = await tx
    .insertInto('api_answer')
    .values({ ...of, answer: '', at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst();
  if (taken) return null;
  const before = await answerTo(tx, of, now);
  if (before === null) throw new Error(`The answer under the key ${of.key} has gone while it was looked up`);
  return before;
}

/** What the key was answered with within a day; null where it was not. Refuses one that was used for another request. */
async function answerTo(db: Kysely<DB>, of: Claim, now: Date): Promise<string | null> {
  const before = await db
    .selectFrom('api_answer')
    .select(['request_hash', 'answer'])
    .where('person_id', '=', of.person_id)
    .where('key', '=', of.key)
    .where('at', '>=', dayBefore(now))
    .executeTakeFirst();
  if (!before) return null;
  if (!before.request_hash.equals(of.request_hash)) throw new ApiRefusal('api.key_used', 409);
  return before.answer;
}

function dayBefore(now: Date): Date {
  return new Date(now.getTime() - day);
}

function asJson(outcome: unknown): string {
  return JSON.stringify(outcome ?? {});
}

/** JSON has no dates: where the act's input asks for one, ISO 8601 is read as one. Anything else is left as it is. */
function withDates(schema: z.ZodType, value: unknown): unknown {
  if (schema instanceof z.ZodDate) return typeof value === 'string' ? dateIn(value) : value;
  if (schema instanceof z.ZodObject && isRecord(value)) {
    const { shape } = schema as z.ZodObject;
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => {
        const field = Object.hasOwn(shape, name) ? (shape[name] as z.ZodType) : undefined;
        return [name, field ? withDates(field, part) : part];
      }),
    );
  }
  if (schema instanceof z.ZodArray && Array.isArray(value))
    return value.map((part) => withDates(schema.element as z.ZodType, part));
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return withDates(schema.unwrap() as z.ZodType, value);
  return value;
}

function dateIn(text: string): unknown {
  const read = z.iso.datetime({ offset: true }).safeParse(text);
  return read.success ? new Date(read.data) : text;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
