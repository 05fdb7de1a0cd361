import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** Ends the session on the server, and forgets its cookies. */
export const POST: RequestHandler = async ({ request, cookies, locals }) => {
  const { api } = await locals.signIn();
  await api.signOut({ headers: request.headers }).catch(() => {});
  for (const { name } of cookies.getAll()) if (name.includes('rapporteur')) cookies.delete(name, { path: '/' });
  redirect(303, '/');
};
