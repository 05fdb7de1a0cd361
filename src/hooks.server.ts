import type { Handle, HandleServerError } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { viewerOf } from '#people/access.ts';
import { visitor } from '#record/viewer.ts';
import { cached, keep } from '#routes/page-cache.ts';

const themes = ['light', 'dark'] as const;

export const handle: Handle = async ({ event, resolve }) => {
  const { forum, signIn } = event.platform?.req.rapporteur ?? (await developing());
  const signedOut = !event.request.headers.get('cookie')?.includes('rapporteur');
  const kept = signedOut ? cached(event, forum.live.sequence) : null;
  if (kept) return kept;

  const session = signedOut ? null : await signIn.api.getSession({ headers: event.request.headers });
  event.locals.forum = forum;
  event.locals.signIn = signIn;
  event.locals.viewer = session ? await viewerOf(forum.db, session.user.personId ?? null) : visitor;
  event.locals.language = 'en';
  event.locals.theme = themes.find((theme) => theme === event.cookies.get('theme')) ?? 'system';

  const sequence = forum.live.sequence;
  const { language, theme } = event.locals;
  const response = await resolve(event, {
    transformPageChunk: ({ html }) =>
      html
        .replace('%lang%', language)
        .replace('%dir%', 'ltr')
        .replace('%theme%', theme === 'system' ? '' : ` data-theme="${theme}"`),
  });
  for (const [name, value] of Object.entries(safeHeaders)) response.headers.set(name, value);
  return signedOut ? keep(event, sequence, response) : response;
};

const safeHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};

export const handleError: HandleServerError = ({ error, status }) => {
  if (status === 404) return { message: say('page.not_found') };
  console.error(error);
  return { message: say('page.broken') };
};

let opened: Promise<import('#open.ts').Rapporteur> | undefined;

/** `npm run dev` has no server of ours around the pages: open the forum here. */
async function developing() {
  if (!import.meta.env.DEV) throw new Error('The pages run inside src/server.ts');
  opened ??= Promise.all([import('#open.ts'), import('#settings.ts')]).then(([{ openRapporteur }, { readSettings }]) =>
    openRapporteur(readSettings(process.env)),
  );
  return opened;
}
