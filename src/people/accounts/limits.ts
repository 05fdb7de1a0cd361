import { sql } from 'kysely';
import { logEvent } from '#log/log.ts';
import type { Forum } from '#record/forum.ts';
import { Refusal } from '#record/refusals.ts';
import { signed } from '#record/signed.ts';

/** What may be tried only so often: `most` times in any `minutes`, counted apart for each `what`. */
export interface Limit {
  /** What is counted; stored as a keyed hash only. */
  what: string;
  most: number;
  minutes: number;
  /** The sentence that says how long to wait, where another than the usual. */
  refusal?: string;
}

/** What was spent on trying once; given back where it turned out to be no guess. */
export interface Try {
  giveBack(): Promise<void>;
}

/**
 * Spends one try of each of these limits, or of none. They are kept in the database, in one statement each, so that they
 * hold over several processes and over tries at the same instant. Throws the refusal `account.wait`, or the limit's own,
 * with the minutes until there is a try again.
 */
export async function spend(forum: Forum, limits: readonly Limit[]): Promise<Try> {
  const spent: { bucket: string; at: Date }[] = [];
  const giveBack = async () => {
    for (const { bucket, at } of spent) await returnTry(forum, bucket, at);
  };
  for (const limit of limits) {
    const bucket = signed(forum.secret, 'limit', limit.what);
    const at = forum.now();
    if (await spendOne(forum, bucket, limit, at)) {
      spent.push({ bucket, at });
      continue;
    }
    await forgetOld(forum, at);
    await giveBack();
    // Of what is counted its kind alone: the rest is somebody’s.
    logEvent('Held back', { what: limit.what.split(' ')[0]! });
    const values = { minutes: await minutesToWait(forum, bucket, limit, at) };
    throw new Refusal({ code: limit.refusal ?? 'account.wait', values });
  }
  return { giveBack };
}

/** Every try in the window is kept, and so no window of that length ever holds more than `most`. */
async function spendOne({ db }: Forum, bucket: string, { most, minutes }: Limit, at: Date): Promise<boolean> {
  const since = new Date(at.getTime() - minutes * 60_000);
  const until = new Date(at.getTime() + minutes * 60_000);
  // Clocks of two machines may differ by a moment. What lies further ahead is from before a clock was set back: forgiven.
  const soon = new Date(at.getTime() + 60_000);
  const { rows } = await sql`
    insert into login_limit as l (bucket, tries, until) values (${bucket}, array[${at}::timestamptz], ${until})
    on conflict (bucket) do update set until = excluded.until,
      tries = array(select t from unnest(l.tries) t where t > ${since} and t < ${soon}) || excluded.tries
    where (select count(*) from unnest(l.tries) t where t > ${since} and t < ${soon}) < ${most}
    returning 1`.execute(db);
  return rows.length > 0;
}

async function minutesToWait({ db }: Forum, bucket: string, { most, minutes }: Limit, at: Date): Promise<number> {
  const row = await db.selectFrom('login_limit').select('tries').where('bucket', '=', bucket).executeTakeFirst();
  const tries = (row?.tries ?? []).map((one) => new Date(one).getTime()).sort((a, b) => b - a);
  const free = (tries[most - 1] ?? at.getTime()) + minutes * 60_000;
  return Math.max(1, Math.ceil((free - at.getTime()) / 60_000));
}

let refused = 0;

/** What counts no more is removed now and then, by whoever is held back: that is when there is much of it. */
async function forgetOld({ db }: Forum, at: Date): Promise<void> {
  if (refused++ % 100 === 0) await db.deleteFrom('login_limit').where('until', '<', at).execute();
}

async function returnTry({ db }: Forum, bucket: string, at: Date): Promise<void> {
  const place = sql`array_position(tries, ${at}::timestamptz)`;
  await sql`update login_limit set tries = tries[:${place} - 1] || tries[${place} + 1:]
    where bucket = ${bucket} and ${at}::timestamptz = any(tries)`.execute(db);
}

/** An address as limits count it: of IPv6 the network, since whoever has one address there has them all. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped) return mapped[1]!;
  if (!address.includes(':')) return address;
  const [before = '', after = ''] = address.split('::');
  const head = before.split(':').filter(Boolean);
  const tail = after.split(':').filter(Boolean);
  const zeros = address.includes('::') ? Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0') : [];
  return [...head, ...zeros, ...tail]
    .slice(0, 4)
    .map((part) => part.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':');
}
