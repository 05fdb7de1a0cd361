import { refuseCredential, verifyCredential, withdrawCredential } from '#people/credentials/acts.ts';
import type { Capacity, Rank } from '#people/credentials/rules.ts';
import { perform } from '#record/act.ts';
import { answer, textsOf, type Unanswered } from '#routes/answer.ts';
import { type ActionFailure } from '@sveltejs/kit';

/** What was done to a credential, to be said on the page that is shown again. */
export type Decided = { done: 'verified' | 'refused' | 'withdrawn' };

/**
 * The three decisions on a credential as form actions, the same at the desk and on a delegation's own page. The act itself
 * knows who may decide.
 */
export const credentialActions = {
  verify: async ({ request, locals }: Posted): Promise<Decided | ActionFailure<Unanswered>> => {
    const given = textsOf(await request.formData());
    const capacity = given.capacity ? { capacity: given.capacity as Capacity } : {};
    const rank = given.rank ? { rank: given.rank as Rank } : {};
    const input = { credential: given.credential ?? '', how: given.how ?? '', ...capacity, ...rank };
    const work = perform(locals.forum, locals.viewer, verifyCredential, input);
    return answer(work.then(() => ({ done: 'verified' }) as const), { language: locals.language, given }); // prettier-ignore
  },
  refuse: async ({ request, locals }: Posted): Promise<Decided | ActionFailure<Unanswered>> => {
    const given = textsOf(await request.formData());
    const input = { credential: given.credential ?? '', reason: given.reason ?? '' };
    const work = perform(locals.forum, locals.viewer, refuseCredential, input);
    return answer(work.then(() => ({ done: 'refused' }) as const), { language: locals.language, given }); // prettier-ignore
  },
  withdraw: async ({ request, locals }: Posted): Promise<Decided | ActionFailure<Unanswered>> => {
    const given = textsOf(await request.formData());
    const input = { credential: given.credential ?? '', reason: given.reason ?? '' };
    const work = perform(locals.forum, locals.viewer, withdrawCredential, input);
    return answer(work.then(() => ({ done: 'withdrawn' }) as const), { language: locals.language, given }); // prettier-ignore
  },
};

interface Posted {
  request: Request;
  locals: App.Locals;
}
