import { fail, redirect } from '@sveltejs/kit';
import { isAnyOfficeHeld } from '#people/offices/queries.ts';
import { setUpForum } from '#programme/set-up/acts.ts';
import { proveSetUpCode } from '#programme/set-up/code.ts';
import { perform } from '#record/act.ts';
import { Refusal } from '#record/refusals.ts';
import { program } from '#record/viewer.ts';
import { addressesIn } from '#routes/addresses.ts';
import { answer, isUnanswered, textsOf } from '#routes/answer.ts';
import { letIn } from '#routes/sign-in/let-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, setHeaders }) => {
  setHeaders({ 'cache-control': 'private, no-store' });
  return { isDone: await isAnyOfficeHeld(locals.forum.db), zones: Intl.supportedValuesOf('timeZone') };
};

export const actions = {
  /** Looks at the code, and shows the form behind it. */
  code: async ({ locals, request }) => {
    const given = textsOf(await request.formData());
    const proved = await answer(proveSetUpCode(locals.forum, given.code ?? ''), { language: locals.language, given });
    return isUnanswered(proved) ? proved : { accepted: given.code ?? '' };
  },

  setUp: async (event) => {
    const { forum, signIn, language } = event.locals;
    const form = await event.request.formData();
    const { password = '', again = '', ...given } = textsOf(form);
    const languages = form.getAll('languages').map(String);
    const made = await answer(setUp(forum, { ...given, password, again }, languages), {
      language,
      given: { ...given, languages: languages.join(' ') },
    });
    // Unless it is the code that opens no more, the form stays, with what was typed.
    if (isUnanswered(made)) {
      const isOver = made.data.code.startsWith('set_up.code') || ['set_up.wait', 'set_up.done_already'].includes(made.data.code); // prettier-ignore
      return isOver ? made : fail(made.status, { ...made.data, accepted: given.code ?? '' });
    }
    const { headers } = event.request;
    const body = { email: given.email!.toLowerCase(), password };
    const { api } = await signIn();
    await letIn(event, await api.signInEmail({ body, headers, asResponse: true }));
    redirect(303, `${addressesIn(made.slug).home}/desk`);
  },
} satisfies Actions;

async function setUp(forum: App.Locals['forum'], given: Record<string, string>, languages: string[]) {
  await proveSetUpCode(forum, given.code ?? '');
  if (given.password !== given.again) throw new Refusal('account.passwords_differ');
  const { name = '', shortName = '', timeZone = 'UTC', person = '', email = '', password = '' } = given;
  return perform(forum, program, setUpForum, {
    name,
    shortName,
    timeZone,
    person,
    email,
    password,
    place: given.place || null,
    startsOn: given.startsOn || null,
    endsOn: given.endsOn || null,
    function: given.function || null,
    languages: languages.length ? languages : ['en'],
  });
}
