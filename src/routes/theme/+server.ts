import { redirect } from '@sveltejs/kit';
import { backTo } from '#routes/addresses.ts';
import type { RequestHandler } from './$types';

const aYear = 60 * 60 * 24 * 365;

/** Keeps the theme in a cookie, so that it is set before the first paint; “as my device” keeps nothing. */
export const POST: RequestHandler = async ({ request, cookies }) => {
  const form = await request.formData();
  const theme = form.get('theme');
  if (theme === 'light' || theme === 'dark') cookies.set('theme', theme, { path: '/', maxAge: aYear, sameSite: 'lax' });
  else cookies.delete('theme', { path: '/' });
  redirect(303, backTo(form.get('back')));
};
