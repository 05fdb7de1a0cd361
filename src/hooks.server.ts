import type { RequestEvent } from '@sveltejs/kit';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { troubleOf } from '#db/trouble.ts';
import { logError } from '#log/log.ts';
import { say } from '#messages/say.ts';
import type { Rapporteur } from '#open.ts';
import { viewerOf, viewerOfSession } from '#people/access.ts';
import { isFresh, oldestBegun, sessionCookie, tokenOf } from '#people/session.ts';
import type { Forum } from '#record/forum.ts';
import { remembered } from '#record/remembered.ts';
import { visitor } from '#record/viewer.ts';
import { compressed } from '#routes/compress.ts';
import { isSignedIn, themeOf } from '#routes/cookies.ts';
import { isFromHere } from '#routes/from-here.ts';
import { inRoom } from '#routes/room.ts';
import { directionOf } from '#ui/language.ts';

export const handle: Handle = async ({ event, resolve }) => {
  const asked = event.platform?.req;
  const rapporteur = asked?.rapporteur ?? (await developing());
  if (asked) asked.route = event.route.id;
  const { forum, ministry } = rapporteur;
  const language = 'en';
  const cookies = event.request.headers.get('cookie');
  const theme = themeOf(cookies);
  const { sequence } = forum.live;
  const signIn = () => rapporteur.signIn();
  const viewer = isSignedIn(cookies) ? await viewerFrom(event, { forum, signIn }) : visitor;
  Object.assign(event.locals, { forum, signIn, ministry, viewer, language, theme });
  let html: string | null = null;
  // The framework is handed an empty page back, which it has read, hashed and wrapped at once: that is done here, better.
  const take = (chunk: { html: string }) => {
    html = openedIn(chunk.html, language, theme);
    return '';
  };
  const response = await inRoom(event, () => resolve(event, { transformPageChunk: take }));
  if (html === null) return harmless(response);
  response.headers.set('content-type', 'text/html; charset=utf-8');
  const bytes = Buffer.from(html);
  return asked?.keptPages?.keep(asked, sequence, response, bytes) ?? compressed(event.request, response, bytes);
};

/** A page whose first tag says in which language, direction and theme it is. */
function openedIn(html: string, language: string, theme: string): string {
  const end = html.indexOf('>', html.indexOf('<html')) + 1;
  const opening = html
    .slice(0, end)
    .replace('%lang%', language)
    .replace('%dir%', directionOf(language))
    .replace('%theme%', theme === 'system' ? '' : ` data-theme="${theme}"`);
  return opening + html.slice(end);
}

/** What is no page has a policy of its own, or one under which nothing in it runs, loads or is framed. */
function harmless(response: Response): Response {
  if (!response.headers.has('content-security-policy'))
    response.headers.set('content-security-policy', "default-src 'none'; frame-ancestors 'none'; sandbox");
  return response;
}

/**
 * Whoever the session belongs to; better-auth is asked where there may be none, and to renew one that has run for a day. A
 * session of the demo's cast is worth nothing from another machine.
 */
async function viewerFrom(event: RequestEvent, { forum, signIn }: Pick<App.Locals, 'forum' | 'signIn'>) {
  const cookie = event.cookies.get(sessionCookie(forum.origin));
  const token = tokenOf(cookie, forum.secret);
  const known = token ? await viewerOfSession(forum.db, token, forum.now(), lookFor(event, forum)) : undefined;
  if (known && isFresh(known.expiresAt, forum.now())) return known.demo && !isFromHere(event) ? visitor : known.viewer;
  const { api } = await signIn();
  const session = await api.getSession({ headers: event.request.headers });
  if (!session || session.session.createdAt <= oldestBegun(forum.now())) return visitor;
  if (session.user.demo && !isFromHere(event)) return visitor;
  return viewerOf(forum.db, session.user.personId ?? null);
}

/** Who someone is the record decides: for what is read it is remembered, for what is written it is looked up. */
function lookFor({ request }: RequestEvent, forum: Forum) {
  const look = (personId: string | null) => viewerOf(forum.db, personId);
  if (request.method !== 'GET') return look;
  return (personId: string | null) => remembered(forum, `viewer ${personId}`, () => look(personId));
}

export const handleError: HandleServerError = ({ error, kind }) => {
  // What a page itself said is said already.
  if (kind === 'app') return;
  if (kind === 'framework') return { message: say(error.status === 413 ? 'page.too_big' : 'page.not_found') };
  if (isBrokenForm(error)) return { status: 400, message: say('page.form_unreadable') };
  logError('A page broke', error);
  const trouble = troubleOf(error);
  return trouble ? { status: 503, message: say(trouble.code, trouble.values) } : { message: say('page.broken') };
};

/** A body that is not what its header says it is, or whose sender went away before its end: no browser of ours sends one. */
function isBrokenForm(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: string; message?: string };
  if (code === 'ECONNRESET' && message === 'aborted') return true;
  return error instanceof TypeError && /^(Failed to parse body as FormData|Content-Type was not)/.test(error.message);
}

let opened: Promise<Rapporteur> | undefined;

/** `npm run dev` has no server of ours around the pages: open the forum here, with the demo in it. */
async function developing(): Promise<Rapporteur> {
  if (!import.meta.env.DEV) throw new Error('The pages run inside src/server.ts');
  return (opened ??= openForDevelopment());
}

async function openForDevelopment(): Promise<Rapporteur> {
  const [{ openRapporteur }, { readSettings }, { loadDemo }] = await Promise.all([
    import('#open.ts'),
    import('#settings.ts'),
    import('#demo.ts'),
  ]);
  const settings = readSettings(process.env);
  const rapporteur = await openRapporteur(settings);
  await loadDemo(rapporteur, settings, { empty: false, demo: false });
  await rapporteur.queue.work(rapporteur.forum);
  return rapporteur;
}
