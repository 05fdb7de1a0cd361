import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { pointsWithIssues } from '#analysis/queries.ts';
import { say } from '#messages/say.ts';
import { editions } from '#programme/queries.ts';
import { perform } from '#record/act.ts';
import { refuseIf } from '#record/refusals.ts';
import { dispositionsOf, reflectionsOf } from '#report/queries.ts';
import { answer, isUnanswered, textsOf } from '#routes/answer.ts';
import { decideAcknowledgement } from '#statements/acknowledgements/acts.ts';
import { acknowledgementOf } from '#statements/acknowledgements/queries.ts';
import { acknowledgementRefusal } from '#statements/acknowledgements/rules.ts';
import { atPace } from '#routes/pace.ts';
import { filesIn } from '#routes/files.ts';
import { reviseStatement, withdrawStatement } from '#statements/acts.ts';
import { addAttachment, withdrawAttachment } from '#statements/attachments/acts.ts';
import { attachingRefusal } from '#statements/attachments/rules.ts';
import { receiptCalled } from '#statements/queries.ts';
import { returnOf } from '#statements/release/queries.ts';
import { makeAppeal } from '#statements/rulings/acts.ts';
import { rulingsOn, type RulingView } from '#statements/rulings/history.ts';
import { appealRefusal } from '#statements/rulings/rules.ts';
import { revisionRefusal, withdrawalRefusal } from '#statements/rules.ts';
import { sealOf } from '#statements/words-proof.ts';
import type { Actions, PageServerLoad } from './$types';

/** Where a statement stands, for whoever holds its code: its words, what became of them, and the proof. */
export const load: PageServerLoad = async ({ params, locals, url }) => {
  const { forum, viewer } = locals;
  const receipt = await receiptCalled(forum.db, params.code);
  if (!receipt) error(404, say('receipt.unknown', {}, locals.language));
  // One code has one address.
  if (receipt.code !== params.code) redirect(303, `/receipts/${receipt.code}`);
  const { statement } = receipt;
  const { id, number, state, kind, revision, onRecord: on_record } = statement;
  // A code is enough where its author has no account.
  const isGuests = receipt.authorId === null && statement.source === 'own_hand';
  const isAuthor = isGuests || (viewer.personId !== null && viewer.personId === receipt.authorId);
  const edition = (await editions(forum.db)).find((edition) => edition.id === receipt.roundtable.edition_id)!;
  const rulings = await rulingsOn(forum.db, [id]);
  return {
    edition,
    receipt,
    rulings,
    mayAppeal: isAuthor && appealRefusal(asAppealed(state, rulings.at(-1))) === null,
    reflections: (await reflectionsOf(forum.db, viewer, [id], { areOwn: true })).get(id) ?? [],
    decisions: (await dispositionsOf(forum.db, viewer, [id])).get(id) ?? [],
    mayRevise: isAuthor && revisionRefusal({ state, revisions: revision }, revision) === null,
    mayWithdraw: isAuthor && withdrawalRefusal({ state, kind }) === null,
    mayBeThanked: acknowledgementRefusal({ number, state, on_record }) === null,
    thanked: await acknowledgementOf(forum.db, id),
    points: statement.body === null ? [] : await pointsWithIssues(forum.db, statement.id, receipt.roundtable.id),
    mayAttach: isAuthor && attachingRefusal(statement) === null,
    sentBack: state === 'draft' && isAuthor ? await returnOf(forum.db, statement) : undefined,
    seal: receipt.salt === null ? undefined : await sealOf(forum.db, id, 1),
    isGuest: isGuests,
    isNew: url.searchParams.has('new'),
    isConfirmed: url.searchParams.has('confirmed'),
    origin: forum.origin,
  };
};

export const actions = {
  revise: async (event) => {
    const given = textsOf(await event.request.formData());
    const { forum, viewer, language } = event.locals;
    const of = { statement: await statementOn(event), code: event.params.code };
    const input = { ...of, basedOn: Number(given.basedOn), body: given.body ?? '' };
    const outcome = await answer(
      atPace(event, ['comment'], () => perform(forum, viewer, reviseStatement, input)),
      { language, given },
    );
    return isUnanswered(outcome) ? outcome : redirect(303, `/receipts/${event.params.code}#main`);
  },
  acknowledge: async (event) => {
    const given = textsOf(await event.request.formData());
    const { forum, viewer, language } = event.locals;
    const wish = { statement: await statementOn(event), byName: given.byName === 'yes', code: event.params.code };
    const outcome = await answer(perform(forum, viewer, decideAcknowledgement, wish), { language, given });
    return isUnanswered(outcome) ? outcome : redirect(303, `/receipts/${event.params.code}#thanks`);
  },
  withdraw: async (event) => {
    const { forum, viewer, language } = event.locals;
    const of = { statement: await statementOn(event), code: event.params.code };
    const withdrawal = perform(forum, viewer, withdrawStatement, of);
    const outcome = await answer(withdrawal, { language });
    return isUnanswered(outcome) ? outcome : redirect(303, `/receipts/${event.params.code}#main`);
  },
  appeal: async (event) => {
    const given = textsOf(await event.request.formData());
    const { forum, viewer, language } = event.locals;
    const input = { statement: await statementOn(event), words: given.words ?? '', receipt: event.params.code };
    const outcome = await answer(perform(forum, viewer, makeAppeal, input), { language, given });
    return isUnanswered(outcome) ? outcome : redirect(303, `/receipts/${event.params.code}#rulings`);
  },
  attach: async (event) => {
    const form = await event.request.formData();
    const { forum, viewer, language } = event.locals;
    const attach = async () => {
      const files = await filesIn(form, 'file');
      refuseIf(files.length === 0 ? 'attachment.none' : null);
      const of = { statement: await statementOn(event), code: event.params.code };
      await atPace(event, ['files'], async () => {
        for (const file of files) await perform(forum, viewer, addAttachment, { ...of, ...file });
      });
    };
    const outcome = await answer(attach(), { language });
    return isUnanswered(outcome) ? outcome : redirect(303, `/receipts/${event.params.code}#files`);
  },
  detach: async (event) => {
    const given = textsOf(await event.request.formData());
    const { forum, viewer, language } = event.locals;
    const of = { attachment: given.attachment ?? '', code: event.params.code };
    const withdrawal = perform(forum, viewer, withdrawAttachment, of);
    const outcome = await answer(withdrawal, { language });
    return isUnanswered(outcome) ? outcome : redirect(303, `/receipts/${event.params.code}#files`);
  },
} satisfies Actions;

function asAppealed(state: string, standing: RulingView | undefined) {
  return {
    state,
    standing: standing?.decision ?? null,
    wasAppealed: Boolean(standing?.appeal),
    answeredAppeal: standing?.answersAppeal ?? false,
  };
}

async function statementOn({ locals, params }: RequestEvent): Promise<string> {
  const receipt = await receiptCalled(locals.forum.db, params.code ?? '');
  if (!receipt) error(404, say('receipt.unknown', {}, locals.language));
  return receipt.statement.id;
}
