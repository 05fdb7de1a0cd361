import { json } from '@sveltejs/kit';
import { addPasskey } from '#people/accounts/acts.ts';
import { perform } from '#record/act.ts';
import { handOver } from '#routes/sign-in/let-in.ts';
import type { RequestHandler } from './$types';

/** What the browser is asked to make a passkey for. */
export const GET: RequestHandler = async (event) => {
  const { signIn, viewer } = event.locals;
  if (!viewer.personId) return json({}, { status: 401 });
  const { headers } = event.request;
  const { api } = await signIn();
  const response = await api.generatePasskeyRegistrationOptions({ headers, query: {}, asResponse: true });
  if (!response.ok) return json({}, { status: response.status });
  handOver(event, response);
  return json(await response.json(), { headers: { 'cache-control': 'private, no-store' } });
};

/** The passkey it made, proved; with the name its owner gave it. */
export const POST: RequestHandler = async (event) => {
  const { signIn, viewer, forum } = event.locals;
  if (!viewer.personId) return json({}, { status: 401 });
  const { headers } = event.request;
  const given = (await event.request.json().catch(() => null)) as { name?: unknown; response?: unknown } | null;
  const name = typeof given?.name === 'string' ? given.name.trim().slice(0, 60) : '';
  if (!given?.response || !name) return json({}, { status: 400 });
  const body = { response: given.response, name };
  const { api } = await signIn();
  const response = await api.verifyPasskeyRegistration({ body, headers, asResponse: true });
  if (!response.ok) return json({}, { status: 400 });
  const { id: passkey } = (await response.json()) as { id: string };
  await perform(forum, viewer, addPasskey, { passkey, name });
  return json({});
};
