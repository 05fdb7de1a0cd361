import { json } from '@sveltejs/kit';
import { tellSignIn } from '#people/accounts/tell-sign-in.ts';
import { handOver, letIn } from '#routes/sign-in/let-in.ts';
import type { RequestHandler } from './$types';

/** What the browser asks a passkey, for anyone. */
export const GET: RequestHandler = async (event) => {
  const { signIn } = event.locals;
  const { headers } = event.request;
  const { api } = await signIn();
  const response = await api.generatePasskeyAuthenticationOptions({ headers, asResponse: true });
  handOver(event, response);
  return json(await response.json(), { headers: { 'cache-control': 'private, no-store' } });
};

/** What the passkey answered: right, and its owner is let in. */
export const POST: RequestHandler = async (event) => {
  const { signIn } = event.locals;
  const { headers } = event.request;
  const answer = (await event.request.json().catch(() => null)) as AuthenticationResponseJSON | null;
  if (typeof answer?.id !== 'string') return json({}, { status: 400 });
  const body = { response: answer as never };
  const { api } = await signIn();
  const response = await api.verifyPasskeyAuthentication({ body, headers, asResponse: true });
  if (!response.ok) {
    tellSignIn(event.locals.forum, { by: event.route.id, outcome: 'refused' });
    return json({}, { status: 400 });
  }
  await letIn(event, response);
  return json({});
};
