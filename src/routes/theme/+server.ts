import { redirect } from '@sveltejs/kit';
import { hostOnly } from '#people/session.ts';
import { backTo } from '#routes/addresses.ts';
import type { RequestHandler } from './$types';

const aYear = 60 * 60 * 24 * 365;

/** Keeps the theme in a cookie, so that it is set before the first paint; “as my device” keeps nothing. */
export const POST: RequestHandler = async ({ request, cookies, locals }) => {
  const form = await request.formData();
  const theme = form.get('theme');
  const name = hostOnly('theme', locals.forum.origin);
  const flags = { path: '/', sameSite: 'lax', secure: locals.forum.origin.startsWith('https:') } as const;
  if (theme === 'light' || theme === 'dark') cookies.set(name, theme, { ...flags, maxAge: aYear });
  else cookies.delete(name, flags);
  redirect(303, backTo(form.get('back')));
};
