import { fail, redirect, type Cookies } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { demoCast, isDemoAccount } from '#people/queries.ts';
import { backTo } from '#routes/addresses.ts';
import { textsOf } from '#routes/answer.ts';
import { isFromHere } from '#routes/from-here.ts';
import { demoPassword } from '#test/world.ts';
import type { Actions, PageServerLoad } from './$types';

/** The demo's cast is offered on the machine it runs on, and nowhere else: so this page is kept for nobody. */
export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'private, no-store' });
  return {
    back: backTo(event.url.searchParams.get('back')),
    cast: isFromHere(event) ? await demoCast(event.locals.forum.db) : [],
  };
};

export const actions = {
  default: async (event) => {
    const { email = '', password = '', as, back } = textsOf(await event.request.formData());
    const { forum, signIn, language } = event.locals;
    const who = (as ?? email).trim();
    const refuse = (code: string) => fail(400, { email, sentence: say(code, {}, language) });

    const isDemo = await isDemoAccount(forum.db, who);
    if (isDemo && !isFromHere(event)) return refuse('account.demo_from_afar');
    const body = { email: who, password: isDemo && as ? demoPassword : password };
    const response = await signIn.api.signInEmail({ body, headers: event.request.headers, asResponse: true });
    // Whatever went wrong, it is one sentence: a guess is told nothing.
    if (!response.ok) return refuse('account.sign_in_failed');
    handOver(response, event.cookies, event.url.protocol === 'https:');
    redirect(303, backTo(back));
  },
} satisfies Actions;

/** Takes the session's cookies from the answer of the sign-in to ours. */
function handOver(response: Response, cookies: Cookies, secure: boolean): void {
  for (const line of response.headers.getSetCookie()) {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const at = pair.indexOf('=');
    const maxAge = attributes.find((attribute) => /^max-age=/i.test(attribute))?.split('=')[1];
    cookies.set(pair.slice(0, at), pair.slice(at + 1), {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure,
      encode: (value) => value,
      ...(maxAge ? { maxAge: Number(maxAge) } : {}),
    });
  }
}
