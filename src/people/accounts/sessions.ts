import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { oldestBegun } from '#people/session.ts';

/** A browser in which somebody is signed in. */
export interface SessionView {
  id: string;
  device: Device;
  since: Date;
  /** The one this page was asked for with. */
  here: boolean;
}

/** What a browser says it is, as far as that helps to know it again. */
export interface Device {
  browser: 'Firefox' | 'Edge' | 'Opera' | 'Chrome' | 'Safari' | 'other';
  system: 'Windows' | 'Android' | 'iPhone' | 'iPad' | 'Mac' | 'Linux' | 'other';
}

/** The sessions of an account that have not run out, latest first. */
export async function sessionsOf(db: Kysely<DB>, login: string, now: Date, token: string): Promise<SessionView[]> {
  const sessions = await db
    .selectFrom('login_session')
    .select(['id', 'user_agent', 'created_at', 'token'])
    .where('user_id', '=', login)
    .where('expires_at', '>', now)
    .where('created_at', '>', oldestBegun(now))
    .orderBy('created_at', 'desc')
    .execute();
  return sessions.map((session) => ({
    id: session.id,
    device: deviceOf(session.user_agent ?? ''),
    since: session.created_at,
    here: session.token === token,
  }));
}

/** Ends one session of an account; like beginning one, it is no act and leaves no line. */
export async function endSession(db: Kysely<DB>, login: string, session: string): Promise<void> {
  await db.deleteFrom('login_session').where('user_id', '=', login).where('id', '=', session).execute();
}

export async function endSessionsOf(db: Kysely<DB>, login: string): Promise<void> {
  await db.deleteFrom('login_session').where('user_id', '=', login).execute();
}

const browsers = [
  ['Edge', /Edg(e|A|iOS)?\//],
  ['Opera', /OPR\/|Opera/],
  ['Firefox', /Firefox\/|FxiOS\//],
  ['Chrome', /Chrome\/|CriOS\/|Chromium\//],
  ['Safari', /Safari\//],
] as const;
const systems = [
  ['iPad', /iPad/],
  ['iPhone', /iPhone/],
  ['Android', /Android/],
  ['Windows', /Windows/],
  ['Mac', /Macintosh|Mac OS X/],
  ['Linux', /Linux|X11/],
] as const;

/** Browsers name one another in what they call themselves; the most particular name is the right one. */
export function deviceOf(agent: string): Device {
  return {
    browser: browsers.find(([, mark]) => mark.test(agent))?.[0] ?? 'other',
    system: systems.find(([, mark]) => mark.test(agent))?.[0] ?? 'other',
  };
}
