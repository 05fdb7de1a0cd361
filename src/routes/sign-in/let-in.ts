import type { RequestEvent } from '@sveltejs/kit';
import { markDevice } from '#people/accounts/devices.ts';
import { hostOnly } from '#people/session.ts';
import { tellSignIn } from '#people/accounts/tell-sign-in.ts';
import { Refusal } from '#record/refusals.ts';
import { isFromHere } from '#routes/from-here.ts';

/** The browser's mark of whose it has been. Its name has no part in the names of the session's cookies: it outlives them. */
const deviceCookie = ({ locals }: RequestEvent) => hostOnly('known_device', locals.forum.origin);
const year = 365 * 24 * 60 * 60;

export function marksOf(event: RequestEvent): string | undefined {
  return event.cookies.get(deviceCookie(event));
}

/**
 * Lets somebody in with the answer in which a session was opened: ends the session this browser had before, hands over the
 * new one's cookies, and marks the browser as theirs. The demo's cast is let in on this machine only.
 */
export async function letIn(event: RequestEvent, response: Response): Promise<void> {
  const { db } = event.locals.forum;
  const cookies = response.headers.getSetCookie().map(parsed);
  const { name, token } = sessionIn(cookies);
  const login = await db
    .selectFrom('login_session')
    .innerJoin('login', 'login.id', 'login_session.user_id')
    .select(['email', 'demo'])
    .where('token', '=', token)
    .executeTakeFirstOrThrow();
  if (login.demo && !isFromHere(event)) {
    await endSessionWith(event, token);
    throw new Refusal('account.demo_from_afar');
  }
  await endSessionWith(event, tokenOf(event.cookies.get(name) ?? ''));
  handOverCookies(event, cookies);
  tellSignIn(event.locals.forum, { by: event.route.id!, outcome: 'in', email: login.email });
  const marks = markDevice(event.locals.forum, login.email, marksOf(event));
  event.cookies.set(deviceCookie(event), marks, { ...flagsFor(event), maxAge: year });
}

export interface SetCookie {
  name: string;
  /** As it stands in the header: encoded already. */
  value: string;
  maxAge: number | undefined;
}

/** Takes the cookies of a sign-in's answer over into ours. */
export function handOver(event: RequestEvent, response: Response): void {
  handOverCookies(event, response.headers.getSetCookie().map(parsed));
}

function handOverCookies(event: RequestEvent, cookies: SetCookie[]): void {
  for (const { name, value, maxAge } of cookies)
    event.cookies.set(name, value, {
      ...flagsFor(event),
      encode: (value) => value,
      ...(maxAge === undefined ? {} : { maxAge }),
    });
}

/** Behind https a cookie never travels without it; on plain http, at home or in a meeting's own network, it has to. */
function flagsFor({ url, locals }: RequestEvent) {
  const secure = url.protocol === 'https:' || locals.forum.origin.startsWith('https:');
  return { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
}

export function parsed(line: string): SetCookie {
  const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
  const at = pair.indexOf('=');
  const maxAge = attributes.find((attribute) => /^max-age=/i.test(attribute))?.split('=')[1];
  return {
    name: pair.slice(0, at),
    value: pair.slice(at + 1),
    maxAge: maxAge === undefined ? undefined : Number(maxAge),
  };
}

function sessionIn(cookies: SetCookie[]): { name: string; token: string } {
  const { name, value } = cookies.find(({ name, value }) => name.endsWith('.session_token') && value !== '')!;
  return { name, token: tokenOf(decodeURIComponent(value)) };
}

/** A session's cookie is its token, a full stop and a signature. */
function tokenOf(cookie: string): string {
  return cookie.split('.')[0]!;
}

async function endSessionWith({ locals }: RequestEvent, token: string): Promise<void> {
  if (token) await locals.forum.db.deleteFrom('login_session').where('token', '=', token).execute();
}
