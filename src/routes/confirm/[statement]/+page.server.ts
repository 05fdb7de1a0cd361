import { error, redirect } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { perform } from '#record/act.ts';
import { isSigned } from '#record/signed.ts';
import { program } from '#record/viewer.ts';
import { answer, isUnanswered } from '#routes/answer.ts';
import { confirmEmail } from '#statements/guests/acts.ts';
import { commentToConfirm } from '#statements/guests/queries.ts';
import type { Actions, PageServerLoad } from './$types';

/** What a link in a letter leads to. It only shows: programs that read letters follow links, and confirm nothing by it. */
export const load: PageServerLoad = async ({ params, url, locals, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store' });
  return { comment: await signedComment(params.statement, url, locals), here: url.pathname + url.search };
};

export const actions = {
  default: async ({ params, url, locals }) => {
    const { forum, language } = locals;
    const { receipt } = await signedComment(params.statement, url, locals);
    // Whoever holds the link is the one the letter was sent to; they need no account.
    const confirming = perform(forum, program, confirmEmail, { statement: params.statement });
    const outcome = await answer(confirming, { language });
    return isUnanswered(outcome) ? outcome : redirect(303, `/receipts/${receipt}?confirmed#main`);
  },
} satisfies Actions;

async function signedComment(statement: string, url: URL, { forum, language }: App.Locals) {
  const signature = url.searchParams.get('s') ?? '';
  const comment = isSigned(forum.secret, 'confirm', statement, signature)
    ? await commentToConfirm(forum.db, statement)
    : undefined;
  return comment ?? error(404, say('confirm.wrong_link', {}, language));
}
