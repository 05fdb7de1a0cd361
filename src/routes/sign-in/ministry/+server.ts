import { redirect } from '@sveltejs/kit';
import { backTo } from '#routes/addresses.ts';
import { handOver } from '#routes/sign-in/let-in.ts';
import type { RequestHandler } from './$types';

/** Off to the ministry's own sign-in, and back to `callback`. A link leads here, since our forms lead nowhere else. */
export const GET: RequestHandler = async (event) => {
  const signIn = await event.locals.ministry?.open().catch(() => null);
  const back = backTo(event.url.searchParams.get('back'));
  const body = { provider: 'ministry', callbackURL: back, errorCallbackURL: '/sign-in', disableRedirect: true };
  const { headers } = event.request;
  const response = await signIn?.api.signInSocial({ body, headers, asResponse: true }).catch(() => null);
  const { url } = response?.ok ? ((await response.json()) as { url?: string }) : {};
  if (!response || !url) redirect(303, '/sign-in?error=silent');
  event.setHeaders({ 'cache-control': 'private, no-store' });
  handOver(event, response);
  redirect(303, url, { external: true });
};
