import { z } from 'zod';
import { ranks } from '#people/credentials/rules.ts';
import { offices, roleRefusal } from '#people/rules.ts';
import { keepingRefusal } from '#programme/standing/rules.ts';
import { act, type Context } from '#record/act.ts';
import { found, refuseIf } from '#record/refusals.ts';
import { attach, attachedFile } from './attachments/keeping.ts';
import { mostAttachments } from './attachments/rules.ts';
import {
  nextNumber,
  ownStatement,
  paragraphRefusal,
  roundtableForForm,
  roundtableToComment,
  statementToAnswer,
  statementToDecide,
} from './before-acting.ts';
import { wasSentBack } from './release/before-releasing.ts';
import { languageOf } from './language.ts';
import { quotedIn } from './quoting.ts';
import { makeReceipt, receiptCode } from './receipt.ts';
import {
  commentRefusal,
  guestRefusal,
  longestComment,
  longestQuotation,
  replyRefusal,
  revisionRefusal,
  withdrawalRefusal,
} from './rules.ts';
import { speakingNow } from './speaking.ts';

// A form ends its lines with two characters where its author typed one, and no database keeps a NUL.
const body = z
  .string()
  .overwrite((text) => text.replace(/\r\n?/g, '\n').replace(/(?![\n\t])\p{Cc}/gu, '\ufffd'))
  .trim()
  .min(1, 'statement.body_missing');
const language = z.string().regex(/^[a-z]{2,3}$/);
const commentBody = body.max(longestComment, 'statement.body_too_long');

/** Passages of other statements, word for word. */
const quotes = z
  .array(z.object({ statement: z.uuid(), text: z.string().max(longestQuotation, 'comment.quotation_too_long') }))
  .max(5)
  .default([]);

export const submitComment = act({
  name: 'comment.submit',
  does: 'Comments on a roundtable that is open for it, in answer to its guiding questions or not, and gives a receipt.',
  input: z.object({
    roundtable: z.uuid(),
    body: commentBody,
    questions: z.array(z.uuid()).max(50).default([]),
    repliesTo: z.uuid().nullable().default(null),
    /** Of a paper of the roundtable. */
    paragraph: z.uuid().nullable().default(null),
    language: language.optional(),
    /** As given by someone who has not signed in; the address is where a link to confirm it goes. */
    name: z.string().trim().max(200, 'people.name_too_long').default(''),
    email: z.union([z.literal(''), z.email('people.email_wrong').max(200, 'people.email_wrong')]).default(''),
    /**
     * As what one speaks, where there is a choice: a delegation by its id, or “co_chair”. Otherwise for the delegation one
     * spoke for last in the roundtable, or the one that was verified first.
     */
    as: z
      .union([z.uuid(), z.literal('co_chair')])
      .nullable()
      .default(null),
    quotes,
    /** Whether one wishes to be thanked by name; it can be changed at any time. */
    byName: z.boolean().default(false),
    attachments: z.array(attachedFile).max(mostAttachments, 'attachment.too_many_at_once').default([]),
    /** Made for one form: whoever sends it twice has commented once. */
    token: z.uuid().nullable().default(null),
  }),
  isShared: true,
  async run(context, input) {
    const { tx, actor, now, newId, rows, record } = context;
    const roundtable = found(await roundtableForForm(tx, input.roundtable, input.token), 'roundtable');
    if (roundtable.submitted) return { id: roundtable.submitted, receipt: roundtable.receipt! };
    const { state, comments_close_at: commentsCloseAt, time_zone: timeZone } = roundtable;
    refuseIf(commentRefusal({ state, commentsCloseAt, timeZone }, now));
    if (input.paragraph) refuseIf(await paragraphRefusal(tx, roundtable.id, input.paragraph));
    if (input.repliesTo) refuseIf(replyRefusal(await statementToAnswer(tx, input.repliesTo), roundtable.id));
    const { name, email } = actor.personId ? { name: '', email: '' } : input;
    refuseIf(guestRefusal({ name, email }));
    const { identity, speaker, waits } = await speakingNow(tx, roundtable, actor, { name, as: input.as });
    const quotations = await quotedIn(tx, roundtable.id, input.quotes);
    const id = newId();
    const language = input.language ?? (await languageOf(input.body, roundtable.languages));
    const receipt = makeReceipt(input.body);
    const of = { statement_id: id };
    const number = await nextNumber(tx, roundtable.id);
    const given = {
      statement: [
        {
          id,
          roundtable_id: roundtable.id,
          number,
          kind: 'comment',
          mode: 'written',
          state: waits ? 'draft' : identity === 'unidentified' ? 'held' : 'received',
          identity,
          source: 'own_hand',
          language,
          said_at: now,
          replies_to: input.repliesTo,
          author_id: actor.personId,
          form_token: input.token,
        },
      ],
      statement_revision: [{ ...of, revision: 1, language, body: input.body, by_id: actor.personId, at: now }],
      statement_speaker: speaker ? [{ ...of, position: 1, part: 'speaker', ...speaker }] : [],
      statement_answer: input.questions.map((question_id) => ({ ...of, question_id })),
      statement_paragraph: input.paragraph ? [{ ...of, paragraph_id: input.paragraph }] : [],
      // The moment of handing in counts, whenever it is released.
      statement_release: waits ? [{ ...of, delegation_id: waits, asked_at: now }] : [],
      receipt: [{ ...of, ...receipt }],
      quotation: quotations.map((quotation) => ({ ...of, ...quotation })),
      acknowledgement: input.byName ? [{ ...of, by_name: true, by_id: actor.personId, at: now }] : [],
      guest: email ? [{ ...of, email: email.toLowerCase(), name }] : [],
    };
    await rows.insertTogether(given);
    const place = { statement: id, roundtableId: roundtable.id, audience: waits ? 'author' : 'public' } as const;
    record(waits ? 'statement.release_asked' : 'comment.submitted', id, place);
    for (const file of input.attachments) await attach(context, place, file);
    return { id, receipt: receipt.code };
  },
});

export const enterStatement = act({
  name: 'statement.enter',
  does: 'Enters what was said or handed in at a meeting, with who spoke, for whom, and from where the words come.',
  input: z.object({
    roundtable: z.uuid(),
    kind: z.enum(['comment', 'intervention', 'written_statement', 'presentation', 'remark']),
    mode: z.enum(['oral', 'written', 'video']).default('oral'),
    identity: z.enum(['unidentified', 'email_confirmed', 'verified', 'released']).default('verified'),
    source: z.enum(['note_taker', 'transcript', 'import', 'own_hand']).default('note_taker'),
    onRecord: z.boolean().default(true),
    language: language.default('en'),
    body,
    saidAt: z.date().nullable().default(null),
    repliesTo: z.uuid().nullable().default(null),
    questions: z.array(z.uuid()).default([]),
    quotes,
    /** Who may revise and withdraw it, where it came from someone's own hand. */
    author: z.uuid().nullable().default(null),
    speakers: z.array(
      z.object({
        part: z.enum(['speaker', 'on_behalf_of', 'supported_by', 'opposed_by']).default('speaker'),
        delegation: z.uuid().nullable().default(null),
        person: z.uuid().nullable().default(null),
        name: z.string().max(200).nullable().default(null),
        function: z.string().max(300).nullable().default(null),
        capacity: z
          .enum(['head', 'delegate', 'deputy', 'focal_point', 'co_chair', 'panel', 'chair'])
          .nullable()
          .default(null),
        rank: z.enum(ranks).nullable().default(null),
      }),
    ),
  }),
  async run({ tx, actor, now, newId, rows, record }, input) {
    const roundtable = found(await roundtableToComment(tx, input.roundtable), 'roundtable');
    const place = { editionId: roundtable.edition_id, roundtableId: roundtable.id };
    refuseIf(roleRefusal(actor, ['note_taker', 'rapporteur', ...offices], place));
    refuseIf(keepingRefusal(roundtable.edition_state));
    const id = newId();
    const at = input.saidAt ?? now;
    await rows.insert('statement', {
      id,
      roundtable_id: roundtable.id,
      number: await nextNumber(tx, roundtable.id),
      kind: input.kind,
      mode: input.mode,
      state: stateOnEntry(input),
      identity: input.identity,
      source: input.source,
      on_record: input.onRecord,
      language: input.language,
      said_at: input.saidAt,
      replies_to: input.repliesTo,
      author_id: input.author,
    });
    const revision = {
      statement_id: id,
      revision: 1,
      language: input.language,
      body: input.body,
      by_id: actor.personId,
      at,
    };
    await rows.insert('statement_revision', revision);
    const speakers = input.speakers.map(({ delegation, person, ...speaker }, i) => ({
      statement_id: id,
      position: i + 1,
      delegation_id: delegation,
      person_id: person,
      ...speaker,
    }));
    if (speakers.length > 0) await rows.insert('statement_speaker', speakers);
    await answer(rows, id, input.questions);
    const quoted = await quotedIn(tx, roundtable.id, input.quotes);
    if (quoted.length > 0) await rows.insert('quotation', quoted.map((one) => ({ ...one, statement_id: id }))); // prettier-ignore
    await rows.insert('receipt', { statement_id: id, ...makeReceipt(input.body) });
    record('statement.entered', id, { roundtableId: roundtable.id, audience: input.onRecord ? 'public' : 'desk' });
    return { id };
  },
});

export const reviseStatement = act({
  name: 'statement.revise',
  does: 'Adds a revision to one’s own statement; the earlier words stay. A draft that was sent back waits for release again.',
  input: z.object({ statement: z.uuid(), basedOn: z.int32().positive(), body: commentBody, code: receiptCode }),
  async run({ tx, actor, now, rows, record }, input) {
    const statement = await ownStatement(tx, input.statement, actor, input.code);
    refuseIf(revisionRefusal(statement, input.basedOn));
    const revision = statement.revisions + 1;
    const { id, language } = statement;
    await rows.insert('statement_revision', {
      statement_id: id,
      revision,
      language,
      body: input.body,
      by_id: actor.personId,
      at: now,
    });
    await rows.update('statement', { id }, { revisions: revision });
    const isDraft = statement.state === 'draft';
    const about = { roundtableId: statement.roundtable_id, audience: isDraft ? 'author' : 'public' } as const;
    const isAskedAgain = isDraft && (await wasSentBack(tx, id, statement.revisions));
    if (isAskedAgain) record('statement.release_asked', id, about);
    else record(isDraft ? 'statement.draft_revised' : 'statement.revised', id, about);
    return { revision };
  },
});

export const withdrawStatement = act({
  name: 'statement.withdraw',
  does: 'Withdraws one’s own comment or written statement. It stays as a line that says so.',
  input: z.object({ statement: z.uuid(), code: receiptCode }),
  async run({ tx, actor, now, rows, record }, input) {
    const statement = await ownStatement(tx, input.statement, actor, input.code);
    refuseIf(withdrawalRefusal(statement));
    const { id, roundtable_id: roundtableId } = statement;
    // What was never released has never been seen: it leaves no line for others.
    if (statement.state === 'draft') {
      await rows.update('statement_release', { statement_id: id }, { taken_back_at: now });
      record('statement.taken_back', id, { roundtableId, audience: 'author' });
      return;
    }
    await rows.update('statement', { id }, { state: 'withdrawn' });
    record('statement.withdrawn', id, { roundtableId });
  },
});

export const addTranslation = act({
  name: 'translation.add',
  does: 'Sets a translation beside a statement. The original stays authoritative.',
  input: z.object({ statement: z.uuid(), language, body, translator: z.string().trim().min(1).max(200) }),
  async run({ tx, actor, rows, record }, input) {
    const statement = found(await statementToDecide(tx, input.statement), 'statement');
    const place = { editionId: statement.edition_id, roundtableId: statement.roundtable_id };
    refuseIf(roleRefusal(actor, ['rapporteur', ...offices], place));
    const { language, body, translator } = input;
    const of = { statement_id: statement.id, revision: statement.revisions };
    await rows.insert('statement_translation', { ...of, language, body, translator });
    record('translation.added', statement.id, { roundtableId: statement.roundtable_id });
  },
});

function stateOnEntry({ kind, identity }: { kind: string; identity: string }): string {
  if (kind === 'intervention' || kind === 'remark') return 'noted';
  return kind === 'comment' && identity === 'unidentified' ? 'held' : 'received';
}

async function answer(rows: Context['rows'], statement_id: string, questions: string[]): Promise<void> {
  const answers = questions.map((question_id) => ({ statement_id, question_id }));
  if (answers.length > 0) await rows.insert('statement_answer', answers);
}
