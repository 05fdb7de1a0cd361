import { redirect } from '@sveltejs/kit';
import { recordFirstTime } from '#people/accounts/changes.ts';
import { tellSignIn } from '#people/accounts/tell-sign-in.ts';
import { backTo } from '#routes/addresses.ts';
import { letIn, parsed } from '#routes/sign-in/let-in.ts';
import type { RequestHandler } from './$types';

/** Where a ministry's own sign-in sends people back to: lets them in, or back to the sign-in page with what it was. */
export const GET: RequestHandler = async (event) => {
  const { forum, ministry } = event.locals;
  const signIn = await ministry?.open().catch(() => null);
  if (!signIn) redirect(303, '/sign-in?error=silent');
  // The address it knows us by, whatever name this request came under.
  const address = new URL(event.url.pathname + event.url.search, forum.origin);
  const response = await signIn.handler(new Request(address, { headers: event.request.headers }));
  const to = new URL(response.headers.get('location') ?? '/sign-in?error=unknown', forum.origin);
  const isIn = response.headers
    .getSetCookie()
    .map(parsed)
    .some(({ name, value }) => name.endsWith('.session_token') && value);
  if (!isIn) tellSignIn(forum, { by: event.route.id, outcome: 'refused' });
  if (!isIn) redirect(303, `/sign-in?error=${encodeURIComponent(to.searchParams.get('error') ?? 'unknown')}`);
  await letIn(event, response);
  await recordFirstTime(forum);
  redirect(303, backTo(to.pathname + to.search));
};
